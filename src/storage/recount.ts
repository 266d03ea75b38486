/**
 * Every table counted a second way: in SQL over the facts as they stood at the cut-off, by the mission's rules written anew.
 * It shares no code with the register's counting or with tabulation: two roads to one number. It works on a copy in memory.
 */
import {DatabaseSync, type StatementSync} from 'node:sqlite';
import type {Code, CodeList, CodeListId} from '#concepts/code-list';
import {type Concept, type ConceptId, DEFINITIONS, MEASURE, YEAR} from '#concepts/concept';
import {type Period, periodId} from '#concepts/period';
import type {Unit} from '#concepts/unit-record';
import type {Instant} from '#kit/instant';
import {firstOf, lastOf} from '#kit/plain-date';
import type {CompetenceTable} from '#register/competence';
import type {CountingRules} from '#register/counting-rules';
import {PERSONS} from './recount-identities.ts';
import {cellsSql, DISTINCT, READ_CODES, subsetsOf} from './recount-tables.ts';
import {DERIVE, GIVEN, WITHDRAWALS} from './recount-units.ts';
import {integer, type Row, text} from './rows.ts';
import type {FactRow, Store} from './store.ts';

/** What it needs of a definition of a table. */
export interface RecountTable {
  readonly id: string;
  readonly unit: Unit;
  readonly universe: Readonly<Record<ConceptId, readonly Code[]>>;
  readonly dimensions: readonly ConceptId[];
  /** Of a table by definitions: `as-published`, and years whose last day codes are read on. */
  readonly under?: readonly (string | number)[] | undefined;
}

/** A profile is one. */
export interface RecountDefinitions {
  readonly tables: readonly RecountTable[];
  readonly concepts: readonly Concept[];
  readonly codeLists: ReadonlyMap<CodeListId, CodeList>;
  readonly rules: CountingRules;
  readonly competence: readonly CompetenceTable[];
}

export interface RecountRequest {
  readonly period: Period;
  /** Of the series. */
  readonly years: readonly number[];
  readonly cutOff: Instant;
  /** When a period's first edition was cut off, by the period's id. */
  readonly closings?: ReadonlyMap<string, Instant> | undefined;
}

/** Codes in the table's dimensions, `all` for a margin. Cells of nobody are left out. */
export interface RecountedCell {
  readonly table: string;
  readonly codes: readonly Code[];
  readonly units: number;
}

/** All that a recount is given of the register. */
export type FactsDoor = Pick<Store, 'recordedFacts'>;

const ASKED = 'asked';
const ALL = 'all';

/** A recount under way: facts in, as they stood at the cut-off; then every cell. */
export class Recounting {
  readonly #database = new DatabaseSync(':memory:');
  readonly #insert: StatementSync;

  constructor() {
    this.#database.exec(GIVEN);
    this.#database.exec('BEGIN');
    this.#insert = this.#database.prepare(
      'INSERT INTO fact (id, serial, kind, day, source, recorded_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
  }

  take(facts: readonly FactRow[]): void {
    for (const fact of facts) this.#insert.run(...fact);
  }

  cells(definitions: RecountDefinitions, request: RecountRequest): readonly RecountedCell[] {
    const database = this.#database;
    writeDefinitions(database, definitions, request);
    settleWithdrawals(database);
    joinPersons(database);
    writeReadings(database, definitions);
    for (const step of DERIVE) database.exec(step);
    database.exec(READ_CODES);
    if (definitions.tables.some(({dimensions}) => dimensions.includes(MEASURE))) database.exec(DISTINCT);
    return definitions.tables.flatMap((table) => countTable(database, table));
  }

  close(): void {
    this.#database.close();
  }
}

export async function recount(
  door: FactsDoor,
  definitions: RecountDefinitions,
  request: RecountRequest,
): Promise<readonly RecountedCell[]> {
  const recounting = new Recounting();
  try {
    for await (const facts of door.recordedFacts(request.cutOff)) recounting.take(facts);
    return recounting.cells(definitions, request);
  } finally {
    recounting.close();
  }
}

function writeDefinitions(
  database: DatabaseSync,
  definitions: RecountDefinitions,
  {period, years, closings}: RecountRequest,
): void {
  const {codeLists, rules, competence} = definitions;
  const insert = (table: string, rows: readonly (readonly (string | number | null | undefined)[])[]) => {
    const [row] = rows;
    if (row === undefined) return;
    const statement = database.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`);
    for (const values of rows) statement.run(...values.map((value) => value ?? null));
  };
  insert('period', [
    [ASKED, period.from, period.to, closings?.get(periodId(period))],
    ...years.map((year) => [String(year), firstOf(year), lastOf(year), closings?.get(String(year))]),
  ]);
  const {
    age,
    population,
    attribution,
    reversal,
    disagreement,
    repetition,
    lateDecisions,
    deadlines: deadline = [],
  } = rules;
  const kinds = {population, attribution, reversal, disagreement, repetition, lateDecisions, deadline};
  for (const [kind, dated] of Object.entries(kinds))
    insert(
      'rule',
      dated.map(({from, to, parameters}) => [kind, from, to, JSON.stringify(parameters)]),
    );
  if (age !== undefined) insert('rule', [['age', null, null, JSON.stringify(age)]]);
  for (const {id, rows} of codeLists.values())
    insert(
      'list_row',
      rows.map(({code, parent, from, to, min, max}) => [id, code, parent, from, to, min, max]),
    );
  insert(
    'competence',
    competence.flatMap(({from, to, whenOthersDecide, decidedBy}) =>
      decidedBy.map(({when: {charged, asylum, residence}, authority}) => [
        ...[from, to, Number(whenOthersDecide === 'hold'), flag(charged), flag(asylum)],
        ...[residence && JSON.stringify(residence), authority],
      ]),
    ),
  );
}

const flag = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : Number(value));

function settleWithdrawals(database: DatabaseSync): void {
  database.exec(WITHDRAWALS.begin);
  const settle = database.prepare(WITHDRAWALS.settle);
  while (Number(settle.run().changes) > 0);
}

function joinPersons(database: DatabaseSync): void {
  database.exec(PERSONS.decided);
  if (database.prepare('SELECT 1 FROM decided LIMIT 1').get() !== undefined) database.exec(PERSONS.join);
}

/** Which concepts are read of which units: of the years of a series, only what a series shows; under which definitions. */
function writeReadings(database: DatabaseSync, {tables, concepts}: RecountDefinitions): void {
  const insert = database.prepare('INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const readings = tables.flatMap((table) =>
    conceptsOf(table).flatMap((concept) =>
      (table.under ?? [OWN_DAY]).map((under) => ({concept, unit: table.unit, series: isOverYears(table), under})),
    ),
  );
  const distinct = new Map(readings.map((one) => [Object.values(one).join(' '), one] as const));
  for (const {concept, unit, series, under} of distinct.values()) {
    const found = concepts.find(({id}) => id === concept);
    if (found === undefined) continue;
    const {of, list, level, multiple} = found;
    const readOn = under === OWN_DAY ? null : lastOf(Number(under));
    insert.run(readAs(concept, under), of, list, level, Number(multiple), unit, Number(series), readOn);
  }
}

const OWN_DAY = 'as-published';
const SCALES: readonly ConceptId[] = [YEAR, DEFINITIONS, MEASURE];
const isOverYears = ({dimensions}: RecountTable): boolean => dimensions.some((id) => SCALES.includes(id));
const conceptsOf = ({dimensions, universe}: RecountTable): readonly ConceptId[] =>
  [...dimensions, ...Object.keys(universe)].filter((id) => !SCALES.includes(id));

/** The id of a concept as the definitions of a year read it. */
const readAs = (concept: ConceptId, under: string | number): string =>
  under === OWN_DAY ? concept : `${concept}@${under}`;

function countTable(database: DatabaseSync, table: RecountTable): readonly RecountedCell[] {
  const own = table.dimensions.filter((concept) => !SCALES.includes(concept));
  const rows = (table.under ?? [OWN_DAY]).flatMap((under) =>
    subsetsOf(own).flatMap((kept) => rowsUnder(database, table, kept, under)),
  );
  const cell = ({kept, scales, row}: (typeof rows)[number], units: number): RecountedCell => ({
    table: table.id,
    codes: table.dimensions.map(
      (concept) => scales[concept] ?? (kept.includes(concept) ? text(row[`c${kept.indexOf(concept)}`]) : ALL),
    ),
    units,
  });
  if (!table.dimensions.includes(MEASURE)) return rows.map((one) => cell(one, integer(one.row.units)));
  return ['sum-of-years', 'distinct-persons'].flatMap((measure) =>
    rows.map((one) =>
      cell(
        {...one, scales: {[MEASURE]: measure}},
        integer(measure === 'sum-of-years' ? one.row.units : one.row.persons),
      ),
    ),
  );
}

function rowsUnder(
  database: DatabaseSync,
  table: RecountTable,
  kept: readonly ConceptId[],
  under: string | number,
): readonly {
  readonly kept: readonly ConceptId[];
  readonly scales: Readonly<Record<string, Code>>;
  readonly row: Row;
}[] {
  const {unit, universe, dimensions} = table;
  const limits = Object.entries(universe).flatMap(([concept, codes]) => [
    readAs(concept, under),
    JSON.stringify(codes),
  ]);
  const by = dimensions.includes(MEASURE) ? 'series' : 'period';
  return database
    .prepare(cellsSql(limits.length / 2, kept.length, by))
    .all(...kept.map((concept) => readAs(concept, under)), unit, ...limits)
    .filter((row) => (by === 'series' ? row.series === 1 : (row.period === ASKED) !== isOverYears(table)))
    .map((row) => ({kept, row, scales: {[YEAR]: String(row[by]), [DEFINITIONS]: String(under)}}));
}
