/**
 * Who is one person, by what was decided (issue 4): records that standing decisions join are read as one file, under the lowest
 * record number. Nothing is moved, so what was decided is taken back by a fact, and the files are two again.
 */
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import type {Recorded, Verdict} from './fact.ts';
import {type PersonFile, standing} from './person-file.ts';

/** Two records, by serial. */
export type Edge = readonly [number, number];

export const isOnePerson = (verdict: Verdict): boolean => verdict !== 'different';

/** Of every record that an edge names, the lowest of all that edges join it to. */
export function lowestOf(edges: Iterable<Edge>): ReadonlyMap<number, number> {
  const above = new Map<number, number>();
  const rootOf = (serial: number): number => {
    let root = serial;
    for (let next = above.get(root); next !== undefined && next !== root; next = above.get(root)) root = next;
    for (let at = serial; at !== root; ) {
      const next = above.get(at) ?? root;
      above.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [one, other] of edges) {
    const [a, b] = [rootOf(one), rootOf(other)];
    above.set(Math.max(a, b), Math.min(a, b));
    above.set(Math.min(a, b), Math.min(a, b));
  }
  return new Map([...above.keys()].map((serial) => [serial, rootOf(serial)]));
}

/** The edges that stand of these facts. */
export const standingEdges = (facts: readonly Recorded[]): readonly Edge[] =>
  standing({record: NOBODY, facts}, 'identity-decision').flatMap(({record, fact}) =>
    isOnePerson(fact.verdict) ? [[serialOf(record), serialOf(fact.other)] as const] : [],
  );

/** Every edge there ever was in them. */
export const everEdges = (facts: readonly Recorded[]): readonly Edge[] =>
  facts.flatMap(({record, fact}) =>
    fact.kind === 'identity-decision' && isOnePerson(fact.verdict)
      ? [[serialOf(record), serialOf(fact.other)] as const]
      : [],
  );

const NOBODY = recordNumber(0);

/** Records that it was ever decided are one, as files: as they stand, and all their facts in the order recorded. Most are one file. */
export interface Circle {
  readonly files: readonly PersonFile[];
  readonly facts: readonly Recorded[];
}

/** Of all files of a moment. Those of a circle need not follow each other: circles of several come last. */
export async function* circlesOf(files: AsyncIterable<PersonFile>): AsyncGenerator<Circle> {
  const several = new Map<RecordNumber, PersonFile[]>();
  for await (const file of files) {
    if (file.circle === undefined) yield {files: [file], facts: file.facts};
    else several.set(file.circle, [...(several.get(file.circle) ?? []), file]);
  }
  for (const one of several.values()) yield {files: one, facts: one.flatMap(({facts}) => facts).sort(byNumber)};
}

export const byNumber = (a: Recorded, b: Recorded): number => a.id - b.id;

/** The circle's files as they stood when only these of its facts were known, by record number. */
export function filesKnown({files: [first], facts: all}: Circle, facts: readonly Recorded[]): readonly PersonFile[] {
  if (first === undefined || facts.length === 0) return [];
  if (first.circle === undefined) return [facts.length === all.length ? first : {record: first.record, facts}];
  return filesAmong(facts, first.circle);
}

export function filesAmong(facts: readonly Recorded[], circle: RecordNumber): readonly PersonFile[] {
  const lowest = lowestOf(standingEdges(facts));
  const persons = Map.groupBy(facts, ({record}) => lowest.get(serialOf(record)) ?? serialOf(record));
  return [...persons]
    .sort(([a], [b]) => a - b)
    .map(([serial, own]) => ({record: recordNumber(serial), facts: own, circle}));
}
