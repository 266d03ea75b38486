/**
 * What stands between two records and a verdict on them: decisions that already say otherwise, as a chain of record numbers, so that
 * whoever decides sees which of them would have to be taken back. And what the count would be, were the verdict to stand.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {IdentityDecision, Recorded, Verdict} from './fact.ts';
import {byNumber, filesAmong, isOnePerson} from './identities.ts';
import {type PersonFile, standing} from './person-file.ts';

export type Pair = readonly [on: RecordNumber, other: RecordNumber];

export interface Link {
  readonly on: RecordNumber;
  readonly other: RecordNumber;
  readonly verdict: Verdict;
}

export const isOf = ([on, other]: Pair, {record, fact}: Recorded<IdentityDecision>): boolean =>
  (record === on && fact.other === other) || (record === other && fact.other === on);

/** The files of the two, which are one where they are one person. Undefined: nothing says otherwise; a decision of the pair itself is replaced. */
export function contradiction(files: readonly PersonFile[], pair: Pair, verdict: Verdict): readonly Link[] | undefined {
  const others = files.flatMap((file) => standing(file, 'identity-decision')).filter((one) => !isOf(pair, one));
  const links = others.map(({record, fact}): Link => ({on: record, other: fact.other, verdict: fact.verdict}));
  const joining = links.filter((link) => isOnePerson(link.verdict));
  const [on, other] = pair;
  const from = pathsFrom(on, joining);
  if (!isOnePerson(verdict)) return from.get(other);
  const to = pathsFrom(other, joining);
  for (const apart of links.filter((link) => !isOnePerson(link.verdict)))
    for (const link of [apart, turned(apart)]) {
      const [before, after] = [from.get(link.on), to.get(link.other)];
      if (before !== undefined && after !== undefined) return [...before, link, ...after.toReversed().map(turned)];
    }
  return undefined;
}

const turned = ({on, other, verdict}: Link): Link => ({on: other, other: on, verdict});

/** The shortest way to every record that links join to this one. */
function pathsFrom(record: RecordNumber, links: readonly Link[]): ReadonlyMap<RecordNumber, readonly Link[]> {
  const next = Map.groupBy(
    links.flatMap((link) => [link, turned(link)]),
    ({on}) => on,
  );
  const paths = new Map<RecordNumber, readonly Link[]>([[record, []]]);
  for (const [at, path] of paths)
    for (const link of next.get(at) ?? []) if (!paths.has(link.other)) paths.set(link.other, [...path, link]);
  return paths;
}

/** The files as they would be read, were this decided of the pair; undefined: were what is decided of it taken back. */
export function asDecided(
  files: readonly PersonFile[],
  pair: Pair,
  verdict: Verdict | undefined,
): readonly PersonFile[] {
  const facts = files.flatMap((file) => file.facts).sort(byNumber);
  const latest = facts.at(-1);
  if (latest === undefined) return files;
  const kept = facts.filter(({record, fact, ...rest}) => {
    return fact.kind !== 'identity-decision' || !isOf(pair, {record, fact, ...rest});
  });
  const [on, other] = pair;
  const circle = files.find((file) => file.circle !== undefined)?.circle ?? on;
  if (verdict === undefined) return filesAmong(kept, circle);
  const fact = {kind: 'identity-decision', on: latest.fact.on, other, verdict, reason: '', basis: 'review'} as const;
  return filesAmong([...kept, {...latest, id: latest.id + 1, record: on, fact}], circle);
}
