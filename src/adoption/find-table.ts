/**
 * Where the list stands in a sheet: its row of headings, the rows below, and what else is on the sheet. A heading is told by what
 * the profile knows such columns to be called; where that fails, by a row of words above rows of something else.
 */
import {type FileRow, isFormula, textOf} from '#intake/cell';
import {bare, likest} from './likeness.ts';
import type {SheetSeen} from './sheet-seen.ts';
import {isTotalWord} from './total-words.ts';

export interface TableSeen {
  readonly header: FileRow;
  /** By column; blank where a column has none. */
  readonly headings: readonly string[];
  /** Below the header: no blank ones, no totals. */
  readonly rows: readonly FileRow[];
  readonly totals: readonly {readonly row: number; readonly word: string}[];
  /** A blank row ends it, and what follows is something else. */
  readonly ends: boolean;
  /** Rows where another table begins; `same`: under the same headings. */
  readonly others: readonly {readonly row: number; readonly same: boolean}[];
  /** The first column of another table to its right. */
  readonly beside: number | undefined;
  /** The words above it. */
  readonly above: readonly string[];
}

const SEARCHED = 40;
/** So alike, a cell is taken for a heading that is known. */
const KNOWN = 0.7;

export const isBlank = ({cells}: FileRow): boolean => cells.every((cell) => textOf(cell) === '');
const filled = ({cells}: FileRow): number => cells.filter((cell) => textOf(cell) !== '').length;
const isWord = (text: string): boolean => /\p{L}/u.test(text) && text.length <= 80;

export function findTable({rows}: SheetSeen, known: readonly string[]): TableSeen | undefined {
  const alike = likest(known);
  const names = new Set(known.map(bare));
  const isKnown = (text: string): boolean => alike(text) >= KNOWN;
  const countIn = (row: FileRow, has: (text: string) => boolean): number =>
    new Set(row.cells.map(textOf).filter((text) => isWord(text) && has(text))).size;

  const first = rows.filter((row) => !isBlank(row)).slice(0, SEARCHED);
  const scored = first.filter(isOfWords).map((row) => ({row, score: countIn(row, isKnown)}));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (most, one) => (one.score > (most?.score ?? 1) ? one : most),
    undefined,
  );
  const header = best?.row ?? rowOfWords(first);
  if (header === undefined) return undefined;
  const own = new Set(header.cells.map((cell) => bare(textOf(cell))));
  // Further down only words that are headings exactly: rows are many, and persons may be called like one.
  const isHeading = (text: string): boolean => names.has(bare(text)) || own.has(bare(text));
  return tableUnder(header, rows, (row) => countIn(row, isHeading) >= Math.max(2, 0.6 * filled(row)));
}

/** Headings are words; in rows of persons are numbers and days too. */
const isOfWords = ({cells}: FileRow): boolean => {
  const texts = cells.map(textOf).filter((text) => text !== '');
  return texts.filter((text) => isWord(text) && !/\d{2}/.test(text)).length >= 0.7 * texts.length;
};

/** At least three words, none twice, over a row with a number or a day in it. */
function rowOfWords(rows: readonly FileRow[]): FileRow | undefined {
  return rows.find((row, i) => {
    const texts = row.cells.map(textOf).filter((text) => text !== '');
    const below = rows[i + 1];
    return (
      texts.length >= 3 &&
      texts.every(isWord) &&
      new Set(texts).size === texts.length &&
      below !== undefined &&
      filled(below) >= texts.length / 2 &&
      below.cells.some(
        (cell) => typeof cell === 'number' || (typeof cell === 'object' && !isFormula(cell)) || /\d/.test(textOf(cell)),
      )
    );
  });
}

function tableUnder(header: FileRow, all: readonly FileRow[], isHeader: (row: FileRow) => boolean): TableSeen {
  const headings = header.cells.map(textOf);
  const width = headings.findLastIndex((heading) => heading !== '') + 1;
  const blocks = blocksOf(all.filter(({row}) => row > header.row));
  const size = headings.filter((heading) => heading !== '').length;
  const others = blocks.flatMap((block) =>
    block.filter(isHeader).map((row) => ({row: row.row, same: sameWords(row, headings)})),
  );
  const own = blocks.map((block) => !block.some(isHeader) && !isTotals(block) && isOfWidth(block, size));
  const last = own.lastIndexOf(true);
  const contiguous = own.slice(0, last + 1).every(Boolean);
  // Whatever follows the last of its blocks can be cut off at the first blank row only where there is one block.
  const ends = last === 0 && blocks.length > 1 && contiguous;
  const taken = (ends ? blocks.slice(0, 1) : blocks).flat();
  const isTotal = ({cells}: FileRow) => isTotalWord(textOf(cells.find((cell) => textOf(cell) !== '')));
  const beside = besideOf(headings, taken);
  return {
    header,
    headings: headings.slice(0, beside ?? width),
    beside,
    rows: taken.filter((row) => !isTotal(row)),
    totals: taken
      .filter(isTotal)
      .map(({row, cells}) => ({row, word: textOf(cells.find((cell) => textOf(cell) !== ''))})),
    ends,
    others,
    above: all
      .filter(({row}) => row < header.row)
      .flatMap(({cells}) => cells.map(textOf).filter((text) => text !== '')),
  };
}

/** Beyond a column that is blank throughout, and filled in a few of the rows only: what stands there is of something else. */
function besideOf(headings: readonly string[], rows: readonly FileRow[]): number | undefined {
  const isBlankAt = (place: number) => headings[place] === '' && rows.every(({cells}) => textOf(cells[place]) === '');
  const gap = headings.findIndex((_, place) => place > 0 && isBlankAt(place));
  if (gap < 0 || headings.slice(gap).every((heading) => heading === '')) return undefined;
  const filledRows = rows.filter(({cells}) => cells.slice(gap).some((cell) => textOf(cell) !== ''));
  return filledRows.length <= rows.length / 2
    ? headings.findIndex((heading, i) => i > gap && heading !== '')
    : undefined;
}

function blocksOf(rows: readonly FileRow[]): readonly (readonly FileRow[])[] {
  const blocks: FileRow[][] = [[]];
  for (const row of rows) {
    if (!isBlank(row)) blocks.at(-1)?.push(row);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

const isTotals = (block: readonly FileRow[]): boolean =>
  block.every(({cells}) => isTotalWord(textOf(cells.find((cell) => textOf(cell) !== ''))));

/** Rows of the list are filled in like it; a note or a small table beside it is not. */
function isOfWidth(block: readonly FileRow[], size: number): boolean {
  const widths = block.map(filled).sort((a, b) => a - b);
  return (widths[Math.floor(widths.length / 2)] ?? 0) >= Math.max(2, size * 0.4);
}

const sameWords = ({cells}: FileRow, headings: readonly string[]): boolean => {
  const words = new Set(cells.map(textOf).filter((text) => text !== ''));
  const own = headings.filter((heading) => heading !== '');
  return own.filter((heading) => words.has(heading)).length >= Math.max(words.size, own.length) / 2;
};
