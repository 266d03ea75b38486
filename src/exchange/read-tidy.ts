/**
 * A table with a row for each cell: a column for each dimension, the count in the last. By a mapping also other columns, and
 * files in which one column says which dimension a row is divided by and another which of its codes it is.
 */
import type {Refusal} from '#concepts/refusal';
import {TOTAL} from '#disclosure/published-table';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type HowPrinted, saidBy, WITHHELD} from './published-count.ts';
import {ownDimensions} from './read-own-csv.ts';
import {type CellAsRead, countsAmong, isAboutFigures, type ReadTables} from './read-tables.ts';
import {isApart, isMeasure, isTotal, parentsOf, type TableMapping} from './table-mapping.ts';

export interface TidyRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface TidyFile {
  readonly file: string;
  /** What the table is called. */
  readonly name: string;
  readonly mapping: TableMapping;
  readonly zerosPrinted: boolean;
}

export function readTidy(how: TidyFile, given: readonly TidyRow[]): Outcome<ReadTables, Refusal> {
  const rows = given.filter(({cells}) => cells.some((cell) => cell.trim() !== ''));
  const columns = (rows[0]?.cells ?? []).map((cell) => cell.trim());
  const {value, dimensions} = how.mapping;
  const own = value === undefined && dimensions === undefined ? ownDimensions(columns) : undefined;
  if (own === undefined) return readRows(how, columns, rows);
  if (isAboutFigures(own)) return done({tables: [], leftOut: [{table: how.name, why: 'figures-about-figures'}]});
  const owned = ownRows(how, own, columns, rows);
  const [, , there] = owned;
  return there.length === 1
    ? done({tables: [], leftOut: [{table: how.name, why: 'nothing-told'}]})
    : readRows(...owned);
}

/** Not there to be known, which is not the same as withheld. */
const NOT_THERE = ['not-collected', 'not-applicable', 'published-only'];

/** What this program wrote: whom a table counts is not in the file, so none is taken to count the same persons as another. */
function ownRows(
  how: TidyFile,
  dimensions: readonly string[],
  columns: readonly string[],
  rows: readonly TidyRow[],
): Parameters<typeof readRows> {
  const isThere = ({cells}: TidyRow) => !NOT_THERE.includes(cells[columns.indexOf('status')] ?? '');
  const isMargin = ({cells}: TidyRow) => dimensions.every((id) => isTotal(cells[columns.indexOf(id)] ?? '', {}));
  const addsUp = rows.every((row) => isThere(row) || !isMargin(row));
  const mapping: TableMapping = {
    ...{population: 'each', ...how.mapping},
    ...{value: 'value', dimensions: Object.fromEntries(dimensions.map((id) => [id, id]))},
    apart: [...(how.mapping.apart ?? []), ...(addsUp ? [] : dimensions)],
  };
  return [{...how, mapping}, columns, rows.filter(isThere)];
}

function readRows(
  {file, name, mapping, zerosPrinted}: TidyFile,
  columns: readonly string[],
  [header, ...data]: readonly TidyRow[],
): Outcome<ReadTables, Refusal> {
  if (header === undefined) return refuse({reason: 'empty-file', file});
  const layout = layoutOf(file, header.row, columns, mapping);
  if (!layout.ok) return layout;
  const {value, fixed, pivot, where} = layout.value;
  const how: HowPrinted = {withheld: [...WITHHELD, ...(mapping.withheld ?? [])], zerosPrinted};
  const kept = data.filter(({cells}) => where.every(({at, allowed}) => allowed.includes((cells[at] ?? '').trim())));
  const wrong = (row: number, rule: 'cells-too-few' | 'cells-too-many' | 'code-empty') =>
    refuse({reason: 'not-published-tables', file, row, rule} as const);

  const turned = pivot === undefined ? [] : namesIn(kept, pivot.dimension, mapping);
  const names = [...fixed.map((one) => one.name), ...turned];
  const read: CellAsRead[] = [];
  for (const {row, cells: said} of kept) {
    if (said.length > columns.length && said.slice(columns.length).some((cell) => cell.trim() !== ''))
      return wrong(row, 'cells-too-many');
    if (said.length <= value && said.length < columns.length) return wrong(row, 'cells-too-few');
    const codeAt = (at: number) => (said[at] ?? '').trim();
    const own = fixed.map(({at}) => codeAt(at));
    const by = pivot && codeAt(pivot.dimension);
    const of = pivot && codeAt(pivot.code);
    const codes = [...own, ...turned.map((one) => (one === by ? (of ?? '') : TOTAL))];
    if (codes.includes('')) return wrong(row, 'code-empty');
    const printed = codeAt(value);
    const coded = codes.map((code) => (isTotal(code, mapping) ? TOTAL : code));
    read.push({codes: coded, printed, row, said: saidBy(printed, how)});
  }
  if (read.length === 0) return refuse({reason: 'not-published-tables', file, row: header.row, rule: 'no-rows'});
  const measures = names.flatMap((one, at) => (isMeasure(one) ? [at] : []));
  const counts = countsAmong({file, name}, read, measures);
  if (!counts.ok) return counts;
  const {cells, leftOut} = counts.value;
  const table = {
    name,
    cells,
    population: mapping.population === 'each' ? name : '',
    absent: mapping.absent ?? 'unknown',
    dimensions: names.map((dimension) => ({
      name: dimension,
      apart: isApart(dimension, mapping),
      multiple: (mapping.multiple ?? []).includes(dimension),
      parents: parentsOf(dimension, mapping),
    })),
  } as const;
  return done({tables: [table], leftOut});
}

interface Layout {
  readonly value: number;
  readonly fixed: readonly {readonly name: string; readonly at: number}[];
  readonly pivot: {readonly dimension: number; readonly code: number} | undefined;
  readonly where: readonly {readonly at: number; readonly allowed: readonly string[]}[];
}

function layoutOf(
  file: string,
  row: number,
  columns: readonly string[],
  {value, dimensions, pivot, ignore = [], where = {}}: TableMapping,
): Outcome<Layout, Refusal> {
  const missing = [
    ...(value === undefined ? [] : [value]),
    ...Object.values(dimensions ?? {}),
    ...(pivot === undefined ? [] : [pivot.dimension, pivot.code]),
    ...Object.keys(where),
  ].find((column) => !columns.includes(column));
  if (missing !== undefined) return refuse({reason: 'no-such-column', file, column: missing, known: columns});
  const bad = (rule: 'one-column' | 'heading-empty' | 'heading-twice') =>
    refuse({reason: 'not-published-tables', file, row, rule} as const);
  if (columns.length < 2) return bad('one-column');
  if (columns.includes('')) return bad('heading-empty');
  if (new Set(columns).size < columns.length) return bad('heading-twice');
  const valueAt = value === undefined ? columns.length - 1 : columns.indexOf(value);
  const taken = [
    valueAt,
    ...(pivot === undefined ? [] : [columns.indexOf(pivot.dimension), columns.indexOf(pivot.code)]),
  ];
  const plain = columns.flatMap((name, at) => (taken.includes(at) || ignore.includes(name) ? [] : [{name, at}]));
  const named = Object.entries(dimensions ?? {}).map(([name, column]) => ({name, at: columns.indexOf(column)}));
  return done({
    value: valueAt,
    fixed: dimensions === undefined ? plain : named,
    pivot: pivot && {dimension: columns.indexOf(pivot.dimension), code: columns.indexOf(pivot.code)},
    where: Object.entries(where).map(([column, allowed]) => ({at: columns.indexOf(column), allowed})),
  });
}

function namesIn(rows: readonly TidyRow[], at: number, mapping: TableMapping): readonly string[] {
  const names = new Set(rows.map(({cells}) => (cells[at] ?? '').trim()));
  return [...names].filter((name) => name !== '' && !isTotal(name, mapping));
}
