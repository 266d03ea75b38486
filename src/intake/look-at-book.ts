/** Every sheet of a workbook, with what it says by other means than words. */
import {read} from '@e965/xlsx';
import {readOds} from 'hucre/ods';
import {readXlsx, type Workbook} from 'hucre/xlsx';
import {hiddenInOds} from './hidden-columns.ts';
import {rowsOf} from './read-ods.ts';
import {rowOf} from './read-xlsx.ts';
import {marksOf, sheetMarks} from './sheet-marks.ts';
import type {BookRead, LookedAt} from './sheet-read.ts';
import type {SheetType} from './source-format.ts';

export async function lookAtBook(bytes: Uint8Array, type: SheetType): Promise<BookRead> {
  if (type === 'xlsx') {
    const book = await readXlsx(bytes, {readStyles: true});
    const since1904 = book.dateSystem === '1904';
    const sheets = book.sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((cells, i) => rowOf(cells, i, sheet.cells)),
      marks: {...marksOf(sheet), since1904},
    }));
    return {type, sheets};
  }
  const isOds = type === 'ods';
  return {
    type,
    sheets: otherSheets(bytes, isOds ? await colouredIn(bytes) : undefined, isOds ? hiddenInOds(bytes) : undefined),
  };
}

/** Colours of an ODS are read by the other reader, which drops its header rows. */
const colouredIn = async (bytes: Uint8Array): Promise<Workbook> => readOds(bytes, {readStyles: true});

function otherSheets(
  bytes: Uint8Array,
  coloured: Workbook | undefined,
  hiddenColumns: ReadonlyMap<string, readonly number[]> | undefined,
): readonly LookedAt[] {
  const book = read(bytes, {
    type: 'array',
    cellDates: true,
    UTC: true,
    cellFormula: true,
    cellStyles: true,
    dense: true,
  });
  const since1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return [];
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    const rows = rowsOf(sheet);
    const other = coloured?.sheets.find((one) => one.name === name);
    return [{name, rows, marks: {...sheetMarks(sheet, other, rows, hiddenColumns?.get(name)), hidden, since1904}}];
  });
}
