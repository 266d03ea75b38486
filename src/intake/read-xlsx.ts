/** One sheet of an XLSX as rows. Formula cells come out as such, days as days. */
import {type CellValue, readXlsx, type Cell as SheetCell} from 'hucre/xlsx';
import type {FileRow} from './cell.ts';
import {cellOf} from './sheet-cell.ts';
import type {SheetRead} from './sheet-read.ts';

export async function readXlsxSheet(bytes: Uint8Array, wanted: string | undefined): Promise<SheetRead> {
  const names: string[] = [];
  const isWanted = (name: string, index: number) => (wanted === undefined ? index === 0 : name.trim() === wanted);
  const {sheets} = await readXlsx(bytes, {
    sheets: ({name}, index) => {
      names.push(name);
      return isWanted(name, index);
    },
  });
  const sheet = sheets.find(({name}) => isWanted(name, names.indexOf(name)));
  if (sheet === undefined) return {fault: 'no-such-sheet', names};
  return {names, rows: sheet.rows.map((cells, i) => rowOf(cells, i, sheet.cells))};
}

export const rowOf = (
  values: readonly CellValue[],
  row: number,
  details?: ReadonlyMap<string, SheetCell>,
): FileRow => ({
  row: row + 1,
  cells: values.map((value, column) => {
    const detail = details?.get(`${row},${column}`);
    const shown = cellOf(value);
    return detail?.formula === undefined && detail?.type !== 'error'
      ? shown
      : {formula: true, shows: typeof shown === 'object' ? '' : shown};
  }),
});
