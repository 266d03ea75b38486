/** The tables of a statement that tell of its revisions: why each year's total is another than its edition said, and how much in all. */
import type {Code} from '#concepts/code-list';
import {REVISION, REVISION_MEASURE, YEAR} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import {AFTER, BEFORE, REVISION_REASONS} from '#concepts/revision';
import {ALL, type Cube} from './cube.ts';
import type {CellDifference} from './differences.ts';
import {measuresOf, revisionsIn} from './revision-measures.ts';
import type {TableDefinition} from './table.ts';

/** A year that an edition printed: what the latest that did said of it, and what is said now. */
export interface RevisedYear extends Pick<CellDifference, 'before' | 'after' | 'reasons'> {
  readonly year: number;
}

const NOTHING: Observation = {kind: 'not-applicable'};

/** Years by `before`, a column for each reason there was, and `after`. A row adds up; years are never added. */
export function reasonsTable(table: TableDefinition, years: readonly RevisedYear[], period: Period): Cube {
  const given = new Set(years.flatMap(({reasons}) => reasons.map(({reason}) => reason)));
  const codes = [BEFORE, ...REVISION_REASONS.filter((reason) => given.has(reason)), AFTER];
  const dimensions = [
    {concept: YEAR, codes: years.map(({year}) => String(year)), multiple: false},
    {concept: REVISION, codes, multiple: false},
  ];
  const rows = years.map((revised) => [...codes.map((code) => cellOf(revised, code)), NOTHING]);
  const margin = [...codes, ALL].map(() => NOTHING);
  return {table, period, dimensions, cells: [...rows, margin].flat()};
}

function cellOf({before, after, reasons}: RevisedYear, code: Code): Observation {
  if (code === BEFORE) return before;
  if (code === AFTER) return after;
  const found = reasons.find(({reason}) => reason === code);
  if (found === undefined) return count(0);
  return found.difference === undefined ? NOTHING : count(found.difference);
}

/** Of a triangle: how many years at least two editions tell of, and the measures over them, the relative one in per cent. */
export function measuresTable(table: TableDefinition, triangle: Cube, period: Period): Cube {
  const measures = measuresOf(revisionsIn(triangle));
  const values = {
    years: measures?.years ?? 0,
    mean: measures?.mean,
    'mean-absolute': measures?.meanAbsolute,
    relative: measures?.relative === undefined ? undefined : 100 * measures.relative,
  };
  const rounded = (value: number | undefined) => (value === undefined ? NOTHING : count(Math.round(value * 100) / 100));
  return {
    table,
    period,
    dimensions: [{concept: REVISION_MEASURE, codes: Object.keys(values), multiple: false}],
    cells: [...Object.values(values).map(rounded), NOTHING],
  };
}
