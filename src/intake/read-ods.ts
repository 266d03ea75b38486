/** One sheet of an ODS, or of an old workbook (XLS), as rows. Formula cells come out as such, days as days. */
import {type CellObject, read, type WorkSheet} from '@e965/xlsx';
import type {Cell, FileRow} from './cell.ts';
import {cellOf} from './sheet-cell.ts';
import type {SheetRead} from './sheet-read.ts';

export function readOtherSheet(bytes: Uint8Array, wanted: string | undefined): SheetRead {
  const book = read(bytes, {type: 'array', cellDates: true, UTC: true, cellFormula: true, dense: true});
  const names = book.SheetNames;
  const name = wanted === undefined ? names[0] : names.find((one) => one.trim() === wanted);
  const sheet = name === undefined ? undefined : book.Sheets[name];
  if (sheet === undefined) return {fault: 'no-such-sheet', names};
  return {names, rows: rowsOf(sheet)};
}

export const rowsOf = (sheet: WorkSheet): readonly FileRow[] =>
  Array.from(sheet['!data'] ?? [], (cells, i) => ({row: i + 1, cells: Array.from(cells ?? [], odsCell)}));

function odsCell(cell: CellObject | undefined): Cell {
  if (cell === undefined) return '';
  const value = cellOf(cell.v);
  if (cell.f === undefined && cell.t !== 'e') return value;
  return {formula: true, shows: typeof value === 'object' ? '' : value};
}
