/** What a sheet says by other means than words, as either reader of workbooks tells it: merged, hidden, coloured, struck out, remarked on. */
import type {CellObject, WorkSheet} from '@e965/xlsx';
import type {CellStyle, Sheet} from 'hucre/xlsx';
import type {FileRow} from './cell.ts';
import type {Marks} from './sheet-read.ts';

export function marksOf(sheet: Sheet): Omit<Marks, 'since1904'> {
  return {
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, {hidden}]) => (hidden === true ? [row + 1] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, i) => (column?.hidden === true ? [i] : [])),
    merged: (sheet.merges ?? []).map(({startRow, endRow, startCol, endCol}) => ({
      top: startRow + 1,
      bottom: endRow + 1,
      left: startCol,
      right: endCol,
    })),
    coloured: coloursOf(sheet),
    struck: rowsWith(sheet, ({style}) => style?.font?.strikethrough === true),
    remarked: rowsWith(sheet, ({comment}) => comment !== undefined),
  };
}

/**
 * `other`: the same sheet as the reader of styles sees it, where it can read the format at all; `hiddenColumns`: where this reader
 * does not tell them.
 */
export function sheetMarks(
  sheet: WorkSheet,
  other: Sheet | undefined,
  rows: readonly FileRow[],
  hiddenColumns: readonly number[] | undefined,
): Omit<Marks, 'since1904'> {
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
  const cells: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const having = (has: (cell: CellObject) => boolean) =>
    cells.flatMap((row, i) => (row?.some((cell) => cell !== undefined && has(cell)) ? [i + 1] : []));
  return {
    hidden: false,
    hiddenRows,
    hiddenColumns: hiddenColumns ?? (sheet['!cols'] ?? []).flatMap((column, i) => (column?.hidden === true ? [i] : [])),
    merged,
    coloured: other === undefined ? filledIn(cells) : coloursOf(other),
    struck: undefined,
    remarked: having(({c}) => c !== undefined && c.length > 0),
  };
}

type Seen = NonNullable<Sheet['cells']> extends Map<string, infer Cell> ? Cell : never;

function rowsWith({cells}: Sheet, has: (cell: Seen) => boolean): readonly number[] {
  const rows = new Set([...(cells ?? [])].flatMap(([place, cell]) => (has(cell) ? [rowAt(place)] : [])));
  return [...rows].sort((a, b) => a - b);
}

const rowAt = (place: string): number => Number(place.split(',')[0]) + 1;

/** Rows with a coloured cell or coloured letters, and how many colours there are. */
function coloursOf(sheet: Sheet): Marks['coloured'] {
  const colours = new Set<string>();
  for (const {style} of sheet.cells?.values() ?? []) for (const colour of coloursIn(style)) colours.add(colour);
  return {rows: rowsWith(sheet, ({style}) => coloursIn(style).length > 0), colours: colours.size};
}

function coloursIn(style: CellStyle | undefined): readonly string[] {
  const fill = style?.fill;
  const cell = fill?.type === 'pattern' && fill.pattern !== 'none' ? fill.fgColor : undefined;
  const letters = style?.font?.color;
  return [
    ...(cell === undefined ? [] : [JSON.stringify(cell)]),
    ...(letters?.rgb === undefined || BLACK.test(letters.rgb) ? [] : [`letters ${letters.rgb}`]),
  ];
}

/** With or without how opaque it is. */
const BLACK = /^(..)?000000$/;

function filledIn(cells: readonly (readonly (CellObject | undefined)[] | undefined)[]): Marks['coloured'] {
  const colours = new Set<string>();
  const rows = cells.flatMap((row, i) => {
    const own = (row ?? []).flatMap((cell) => fillOf(cell) ?? []);
    for (const colour of own) colours.add(colour);
    return own.length > 0 ? [i + 1] : [];
  });
  return {rows, colours: colours.size};
}

function fillOf(cell: CellObject | undefined): string | undefined {
  const style: unknown = cell?.s;
  if (typeof style !== 'object' || style === null || !('patternType' in style) || !('fgColor' in style))
    return undefined;
  return style.patternType === 'none' ? undefined : JSON.stringify(style.fgColor);
}
