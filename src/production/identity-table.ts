/**
 * What is known of every person, as a table to be linked: one row to a record number, opened from under seal and held in
 * memory only. Of a person who was erased, or never known, there is nothing to compare.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {columnsOf, type LinkPolicy} from '#linkage/policy';
import {RecordBuilder, type Records} from '#linkage/records';
import type {Recorded} from '#register/fact';
import type {Identity} from '#register/identity';
import {standingFacts} from '#register/person-file';
import {open} from '#register/seal';
import type {Progress} from './progress.ts';
import type {KeyedRegister} from './workspace.ts';

export interface IdentityTable {
  readonly records: Records;
  /** By row. */
  readonly numbers: readonly RecordNumber[];
  readonly rowOf: ReadonlyMap<RecordNumber, number>;
}

const TOLD_EVERY = 100;

export async function identityTable(
  register: KeyedRegister,
  policy: LinkPolicy,
  asAt: Instant,
  progress: Progress,
): Promise<Outcome<IdentityTable, Refusal>> {
  const columns = columnsOf(policy);
  const rows = new Map<RecordNumber, readonly string[]>();
  for await (const file of register.store.personFiles(asAt)) {
    // Of persons already found to be one, each record is still compared by what its own sources say.
    for (const [record, facts] of Map.groupBy(standingFacts(file), (one) => one.record)) {
      const identity = await knownOf(register, record);
      if (!identity.ok) return identity;
      if (identity.value === undefined) continue;
      rows.set(record, cellsOf(columns, identity.value, facts));
      if (rows.size % TOLD_EVERY === 0) progress({stage: 'open', done: rows.size});
    }
  }
  // In one order, whoever has been found to be one person: the same people give the same weights.
  const numbers = [...rows.keys()].sort((a, b) => serialOf(a) - serialOf(b));
  const builder = new RecordBuilder(columns, columns);
  for (const number of numbers) builder.add(rows.get(number) ?? []);
  return done({
    records: builder.built(),
    numbers,
    rowOf: new Map(numbers.map((number, row) => [number, row])),
  });
}

/** Undefined: erased, or never known. */
export async function knownOf(
  {store, keys}: KeyedRegister,
  record: RecordNumber,
): Promise<Outcome<Identity | undefined, Refusal>> {
  const sealed = await store.findIdentity(record);
  if (sealed === undefined) return done(undefined);
  const opened = open(record, sealed, keys);
  return opened.ok ? done(opened.value.identity) : opened;
}

const cellsOf = (columns: readonly string[], identity: Identity, facts: readonly Recorded[]): readonly string[] =>
  columns.map((column) => cellOf(column, identity, facts));

const ALTERNATIVE = ';';
const OTHER_CODE = '/';

function cellOf(column: string, {names, birth, phones, identifiers}: Identity, facts: readonly Recorded[]): string {
  const [first, ...others] = names;
  switch (column) {
    case 'name':
      return first?.text ?? '';
    case 'alias':
      return others.map(({text}) => text).join(ALTERNATIVE);
    case 'born':
      return birth === undefined ? '' : birth.assessed ? `ca. ${birth.date}` : birth.date;
    case 'phone':
      return (phones ?? []).join(ALTERNATIVE);
    default: {
      const numbers = identifiers.filter(({scheme}) => scheme === column).map(({value}) => value);
      return numbers.length > 0 ? numbers.join(ALTERNATIVE) : codesOf(column, facts).join(OTHER_CODE);
    }
  }
}

/** Every code that any source gives. */
export const codesOf = (concept: ConceptId, facts: readonly Recorded[]): readonly Code[] => [
  ...new Set(
    facts.flatMap(({fact}) => ('codes' in fact ? (fact.codes[concept] ?? []).filter((code) => code !== UNKNOWN) : [])),
  ),
];
