/**
 * Units that no table can tell apart, as one and how many they are. It is what tables over several years are counted from: it grows
 * with what the lists can say and not with the persons, and holds no record number.
 */
import type {Code} from '#concepts/code-list';
import {CASE_COMPLEX, type ConceptId, isScale} from '#concepts/concept';
import type {Unit, UnitRecord, UnitsRead} from '#concepts/unit-record';
import type {PlainDate} from '#kit/plain-date';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {stretchAt, stretchesOf} from './level.ts';
import type {YearOfUnits} from './series.ts';
import type {TableDefinition} from './table.ts';

/** A unit record is one of these: alone of its kind. */
export interface Alike extends Pick<UnitRecord, 'unit' | 'on' | 'codes'> {
  /** Undefined: one. */
  readonly units?: number;
}

export const howMany = ({units = 1}: Alike): number => units;

const readingsOf = ({dimensions, universe}: TableDefinition, definitions: Definitions): readonly Reading[] =>
  [...dimensions, ...Object.keys(universe)].filter((id) => !isScale(id)).map((id) => readingOf(definitions, id));

/** Of which units, which recorded codes tables read. */
export function readBy(tables: readonly TableDefinition[], definitions: Definitions): UnitsRead {
  const read = new Map<Unit, Set<ConceptId>>();
  for (const table of tables) {
    const concepts = read.get(table.unit) ?? new Set();
    read.set(table.unit, concepts);
    for (const {concept} of readingsOf(table, definitions)) concepts.add(concept.of);
  }
  return read;
}

/** The same name for units with the same codes on days between which no list changes. No code has a control character. */
export function kindsBy(tables: readonly TableDefinition[], definitions: Definitions) {
  const read = readBy(tables, definitions);
  const lists = new Set(tables.flatMap((table) => readingsOf(table, definitions).map(({list}) => list)));
  const starts = [...new Set([...lists].flatMap(stretchesOf))].sort();
  const stretches = new Map<PlainDate, number>();
  const kindOf = ({unit, on, codes}: UnitRecord): string => {
    let stretch = stretches.get(on);
    if (stretch === undefined) {
      stretch = stretchAt(starts, on);
      stretches.set(on, stretch);
    }
    let kind = `${unit}\0${stretch}\0${codes[CASE_COMPLEX]?.[0] ?? ''}`;
    for (const concept of read.get(unit) ?? []) kind += `\0${codes[concept]?.join('\x01') ?? ''}`;
    return kind;
  };
  return {read, kindOf};
}

/** The units of several years, taken person by person, and nobody kept. */
export class UnitsOfYears {
  readonly read: UnitsRead;
  readonly #kindOf: (record: UnitRecord) => string;
  readonly #years: ReadonlyMap<number, Kinds>;
  readonly #distinct: Kinds = new Map();

  constructor(years: readonly number[], tables: readonly TableDefinition[], definitions: Definitions) {
    const {read, kindOf} = kindsBy(tables, definitions);
    this.read = read;
    this.#kindOf = kindOf;
    this.#years = new Map(years.map((year) => [year, new Map()]));
  }

  /** All units of one person, oldest year first; those of no year are none of its. */
  take(person: readonly {readonly year: number | undefined; readonly units: readonly UnitRecord[]}[]): void {
    const once = new Set<Unit>();
    for (const {year, units} of person) {
      const ofYear = year === undefined ? undefined : this.#years.get(year);
      for (const record of units) {
        const read = this.read.get(record.unit);
        if (read === undefined || ofYear === undefined) continue;
        const kind = this.#kindOf(record);
        add(ofYear, kind, record, read);
        if (!once.has(record.unit)) add(this.#distinct, kind, record, read);
        once.add(record.unit);
      }
    }
  }

  get byYear(): readonly YearOfUnits[] {
    return [...this.#years].map(([year, kinds]) => ({year, records: [...kinds.values()]}));
  }

  /** Each person once: as in the first year that counts them. Of another unit too, a person's first is what is kept. */
  get distinct(): readonly Alike[] {
    return [...this.#distinct.values()];
  }
}

type Kinds = Map<string, Alike & {units: number}>;

function add(kinds: Kinds, kind: string, {unit, on, codes}: UnitRecord, read: ReadonlySet<ConceptId>): void {
  const known = kinds.get(kind);
  if (known === undefined) kinds.set(kind, {unit, on, codes: only(codes, read), units: 1});
  else known.units += 1;
}

function only(codes: UnitRecord['codes'], read: ReadonlySet<ConceptId>): UnitRecord['codes'] {
  const kept: Record<ConceptId, readonly Code[]> = {};
  for (const id of [...read, CASE_COMPLEX]) if (codes[id] !== undefined) kept[id] = codes[id];
  return kept;
}
