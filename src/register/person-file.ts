/**
 * A person's file: every fact recorded about one person up to a moment, in the order recorded.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Fact, FactId, FactKind, Recorded} from './fact.ts';

export interface PersonFile {
  readonly record: RecordNumber;
  readonly facts: readonly Recorded[];
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
  const gone = new Set<FactId>();
  // Latest first: a withdrawal that was itself withdrawn takes nothing away.
  for (const {id, fact} of facts.toReversed()) if (fact.kind === 'withdrawal' && !gone.has(id)) gone.add(fact.of);
  return gone;
}

/** Oldest first; of one day, in the order recorded. */
export const byDay = (a: Recorded, b: Recorded): number =>
  a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.id - b.id;
