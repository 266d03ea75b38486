/**
 * A person's file: every fact recorded about one person up to a moment, in the order recorded; of all the records that standing
 * decisions join (`identities.ts`), under the lowest of their numbers.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Fact, FactId, FactKind, Recorded} from './fact.ts';

export interface PersonFile {
  readonly record: RecordNumber;
  readonly facts: readonly Recorded[];
  /** The lowest of all the records it was ever decided to be one with; undefined: nobody ever decided so, as of most. */
  readonly circle?: RecordNumber | undefined;
}

export type FactOf<K extends FactKind> = Extract<Fact, {kind: K}>;

/** The facts of a kind that stand: recorded and not withdrawn since. A withdrawal of a withdrawal restores. */
export const standing = <K extends FactKind>(file: PersonFile, kind: K): readonly Recorded<FactOf<K>>[] =>
  standingFacts(file).filter((one): one is Recorded<FactOf<K>> => one.fact.kind === kind);

/** Of the file last asked about, since files, which never change, are gone through one by one. */
let known: {readonly file: PersonFile; readonly facts: readonly Recorded[]} | undefined;

/** Every fact that stands, in the order recorded. */
export function standingFacts(file: PersonFile): readonly Recorded[] {
  if (known?.file === file) return known.facts;
  const gone = withdrawn(file);
  const facts = gone === undefined ? file.facts : file.facts.filter(({id}) => !gone.has(id));
  known = {file, facts};
  return facts;
}

function withdrawn({facts}: PersonFile): ReadonlySet<FactId> | undefined {
  if (!facts.some(({fact}) => fact.kind === 'withdrawal')) return undefined;
  const recordOf = new Map(facts.map(({id, record}) => [id, record]));
  const gone = new Set<FactId>();
  // Latest first: a withdrawal that was itself withdrawn takes nothing away. And none takes what another record says.
  for (const {id, record, fact} of facts.toReversed())
    if (fact.kind === 'withdrawal' && !gone.has(id) && recordOf.get(fact.of) === record) gone.add(fact.of);
  return gone;
}

/** Oldest first; of one day, in the order recorded. */
export const byDay = (a: Recorded, b: Recorded): number =>
  a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.id - b.id;
