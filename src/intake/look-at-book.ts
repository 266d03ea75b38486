/** Every sheet of a workbook with what its cells say by other means than words: what is merged, hidden or coloured. */
import {read, type WorkSheet} from '@e965/xlsx';
import {readOds} from 'hucre/ods';
import {readXlsx, type Sheet, type Workbook} from 'hucre/xlsx';
import type {FileRow} from './cell.ts';
import {rowsOf} from './read-ods.ts';
import {rowOf} from './read-xlsx.ts';
import type {BookRead, LookedAt, Marks} from './sheet-read.ts';
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
  return {type, sheets: otherSheets(bytes, type === 'ods' ? await colouredIn(bytes) : undefined)};
}

/** Colours of an ODS are read by the other reader, which drops its header rows. */
const colouredIn = async (bytes: Uint8Array): Promise<Workbook> => readOds(bytes, {readStyles: true});

function otherSheets(bytes: Uint8Array, coloured: Workbook | undefined): readonly LookedAt[] {
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
    return [{name, rows, marks: {...sheetMarks(sheet, other, rows), hidden, since1904}}];
  });
}

function sheetMarks(sheet: WorkSheet, other: Sheet | undefined, rows: readonly FileRow[]): Omit<Marks, 'since1904'> {
  const merged = (sheet['!merges'] ?? []).map(({s, e}) => ({
    top: s.r + 1,
    bottom: e.r + 1,
    left: s.c,
    right: e.c,
  }));
  const filled = new Set(rows.map(({row}) => row));
  const hiddenRows = (sheet['!rows'] ?? []).flatMap((row, i) =>
    row?.hidden === true && filled.has(i + 1) ? [i + 1] : [],
  );
  return {hidden: false, hiddenRows, merged, coloured: other === undefined ? NO_COLOUR : coloursOf(other)};
}

const NO_COLOUR = {rows: [], colours: 0};

function marksOf(sheet: Sheet): Omit<Marks, 'since1904'> {
  return {
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, {hidden}]) => (hidden === true ? [row + 1] : [])),
    merged: (sheet.merges ?? []).map(({startRow, endRow, startCol, endCol}) => ({
      top: startRow + 1,
      bottom: endRow + 1,
      left: startCol,
      right: endCol,
    })),
    coloured: coloursOf(sheet),
  };
}

/** Rows with a filled cell, and how many colours there are. */
function coloursOf({cells}: Sheet): Marks['coloured'] {
  const rows = new Set<number>();
  const colours = new Set<string>();
  for (const [place, {style}] of cells ?? []) {
    const fill = style?.fill;
    if (fill?.type !== 'pattern' || fill.pattern === 'none' || fill.fgColor === undefined) continue;
    rows.add(Number(place.split(',')[0]) + 1);
    colours.add(JSON.stringify(fill.fgColor));
  }
  return {rows: [...rows].sort((a, b) => a - b), colours: colours.size};
}
