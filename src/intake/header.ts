/**
 * Which row of the file is its header, and which column is which. Titles above the header are skipped: the header is the
 * row, among the first, that has most of the layout's headings.
 */
import {nearest} from '#kit/nearest';
import {type Cell, type FileRow, folded, textOf} from './cell.ts';
import type {Column, SourceFormat} from './source-format.ts';

export const SEARCHED_ROWS = 40;

export interface ColumnPlaces {
  readonly width: number;
  of(column: Column): number;
}

export interface Header {
  readonly row: number;
  readonly headings: readonly string[];
  readonly places: ColumnPlaces;
  readonly found: number;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly renamed: readonly {readonly expected: string; readonly found: string}[];
}

/** The row most like the layout's header; undefined where none has a single heading of it. */
export function findHeader({columns}: SourceFormat, rows: readonly FileRow[]): Header | undefined {
  let best: Header | undefined;
  for (const {row, cells} of rows.slice(0, SEARCHED_ROWS)) {
    const header = match(columns, row, cells);
    if (header.found > (best?.found ?? 0)) best = header;
  }
  return best;
}

function match(columns: readonly Column[], row: number, cells: readonly Cell[]): Header {
  const headings = cells.map(textOf);
  const width = headings.findLastIndex((heading) => heading !== '') + 1;
  const at = new Map<string, number>();
  for (const [i, heading] of headings.entries())
    if (heading !== '' && !at.has(folded(heading))) at.set(folded(heading), i);

  const places = new Map<string, number>();
  for (const {heading, aliases, field} of columns) {
    const place = [heading, ...aliases].map((name) => at.get(folded(name))).find((one) => one !== undefined);
    if (place !== undefined) places.set(field, place);
  }
  const used = new Set(places.values());
  const missing = columns.filter(({field}) => !places.has(field)).map(({heading}) => heading);
  const unknown = headings.filter((heading, i) => heading !== '' && !used.has(i));
  // Where little matches, the row may be of persons and not of headings: its words stay unsaid.
  const isHeader = 3 * places.size >= columns.length;
  return {
    row,
    headings,
    found: places.size,
    missing,
    unknown: isHeader ? unknown : [],
    renamed: isHeader ? renamedOf(unknown, missing) : [],
    places: {width, of: ({field}) => places.get(field) ?? -1},
  };
}

const renamedOf = (unknown: readonly string[], missing: readonly string[]): Header['renamed'] =>
  unknown.flatMap((found) => {
    const expected = nearest(found, missing);
    return expected === undefined ? [] : [{expected, found}];
  });
