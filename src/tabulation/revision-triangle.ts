/**
 * The revision triangle: what each edition says of each reference year, for one cell of one table (OECD and Eurostat, guidelines on
 * revisions: real-time data). A person's units hold for a span of editions, so each is added where the span begins and taken
 * away where it ends; every edition's figure is then a running sum.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, EDITION, YEAR} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {ALL, type Cube, combinations} from './cube.ts';
import {type Definitions, readingOf} from './definitions.ts';
import {codesOf} from './level.ts';
import type {Published} from './series.ts';
import type {TableDefinition} from './table.ts';

/** A cell of a table; of a series, of its other dimensions. No codes: the total. */
export interface TriangleCell {
  readonly table: TableDefinition;
  readonly codes: readonly Code[];
}

/** Of one cell under one set of definitions: years by editions. */
export class SpanCounts {
  readonly #counts: Int32Array;
  readonly #held: Int32Array;
  readonly #width: number;
  readonly #unit: string;
  readonly #isIn: (record: UnitRecord) => boolean;

  constructor(cell: TriangleCell, definitions: Definitions, years: number, editions: number) {
    this.#width = editions + 1;
    this.#counts = new Int32Array(years * this.#width);
    this.#held = new Int32Array(years * this.#width);
    this.#unit = cell.table.unit;
    this.#isIn = membership(cell, definitions);
  }

  /** Units of one year that hold from one edition until before another. */
  add(year: number, units: readonly UnitRecord[], from: number, to: number): void {
    for (const record of units) {
      if (record.unit !== this.#unit) continue;
      this.#span(this.#held, year, from, to);
      if (this.#isIn(record)) this.#span(this.#counts, year, from, to);
    }
  }

  /** What an edition counts in a year; undefined where it holds nobody of it, in this table or out of it. */
  at(year: number, edition: number): number | undefined {
    return this.#sum(this.#held, year, edition) === 0 ? undefined : this.#sum(this.#counts, year, edition);
  }

  #span(sums: Int32Array, year: number, from: number, to: number): void {
    const row = year * this.#width;
    sums[row + from] = (sums[row + from] ?? 0) + 1;
    sums[row + to] = (sums[row + to] ?? 0) - 1;
  }

  #sum(sums: Int32Array, year: number, edition: number): number {
    const row = year * this.#width;
    return sums.subarray(row, row + edition + 1).reduce((sum, one) => sum + one, 0);
  }
}

function membership(cell: TriangleCell, definitions: Definitions): (record: UnitRecord) => boolean {
  const tests = limitsOf(cell).map(({id, allowed}) => {
    const {concept, list} = readingOf(definitions, id);
    return (record: UnitRecord) => codesOf(record, concept, list).some((code) => allowed.includes(code));
  });
  return (record) => tests.every((test) => test(record));
}

/** Whose recorded codes decide who is in the cell. */
export const readFor = (cell: TriangleCell, definitions: Definitions): readonly ConceptId[] =>
  limitsOf(cell).map(({id}) => readingOf(definitions, id).concept.of);

function limitsOf({
  table,
  codes,
}: TriangleCell): readonly {readonly id: ConceptId; readonly allowed: readonly Code[]}[] {
  const others = table.dimensions.filter((id) => id !== YEAR);
  const cells = others.flatMap((id, i) => {
    const code = codes[i] ?? ALL;
    return code === ALL ? [] : [{id, allowed: [code]}];
  });
  return [...Object.entries(table.universe).map(([id, allowed]) => ({id, allowed})), ...cells];
}

/** One edition's column: its last reference year, and what it counts in a year; undefined: it holds nobody of that year. */
export interface Column {
  readonly edition: Code;
  readonly lastYear: number;
  readonly published: readonly Published[];
  readonly counted: (year: number) => number | undefined;
}

/** A year after an edition's own is not applicable; neither years nor editions are ever added up. */
export function triangleOf(
  {table, codes}: TriangleCell,
  years: readonly number[],
  columns: readonly Column[],
  period: Period,
): Cube {
  const code = codes.filter((one) => one !== ALL).join();
  const cells = combinations<number>([
    [...years.keys(), years.length],
    [...columns.keys(), columns.length],
  ]).map(([i = 0, j = 0]): Observation => {
    const [year, column] = [years[i], columns[j]];
    return year === undefined || column === undefined || year > column.lastYear
      ? {kind: 'not-applicable'}
      : observed(column, year, code, table, years);
  });
  const dimensions = [
    {concept: YEAR, codes: years.map(String), multiple: false},
    {concept: EDITION, codes: columns.map(({edition}) => edition), multiple: false},
  ];
  return {table: {...table, dimensions: [YEAR, EDITION], categories: 'all', order: 'list'}, period, dimensions, cells};
}

/** As the series of that edition has it: counted where the register held anyone, else as published, else nothing. */
function observed(
  {published, counted}: Column,
  year: number,
  code: Code,
  table: TableDefinition,
  years: readonly number[],
): Observation {
  const value = counted(year);
  if (value !== undefined) return count(value);
  const totals = published.filter((one) => one.table === table.id && one.year === year);
  const total = totals.find((one) => (one.code ?? '') === code);
  if (total !== undefined) return {kind: 'count', value: total.value, published: total.source};
  const begun = years.some((earlier) => earlier < year && counted(earlier) !== undefined);
  return begun && totals.length === 0 ? count(0) : {kind: 'not-collected'};
}
