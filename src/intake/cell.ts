/**
 * A cell as its file holds it. A CSV knows only text; a spreadsheet also numbers and days.
 * A formula is never a value: what it shows was worked out by another program, from cells that may since have changed.
 */

import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import type {PlainDate} from '#kit/plain-date';

export type Cell = string | number | DayCell | FormulaCell;

export interface DayCell {
  readonly day: PlainDate;
}

export interface FormulaCell {
  readonly formula: true;
  /** What it last showed: compared in a row of totals, never taken. */
  readonly shows: string | number;
}

export interface FileRow {
  /** As the file's reader counts, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Rows in the order of the file. A refusal is the last element: what follows it cannot be read. */
export type Rows = AsyncIterable<Outcome<readonly FileRow[], Refusal>>;

export const isFormula = (cell: Cell | undefined): cell is FormulaCell => typeof cell === 'object' && 'formula' in cell;

/** Without the spaces around it, hard ones among them, and with letters composed: æ is one character, å too. */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return plain(cell);
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return isFormula(cell) ? plain(String(cell.shows)) : cell.day;
}

const plain = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .normalize('NFC')
        .replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ')
        .trim();

/** Nothing to mend, as in most cells: composed letters, and no spaces but single ones inside. */
function isPlain(text: string): boolean {
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = (code > 0x20 && code < 0x7f) || (code >= 0xc0 && code <= 0xff);
    if (!letter && (code !== 0x20 || before === 0x20)) return false;
    before = code;
  }
  return text.length === 0 || before !== 0x20;
}

/** For comparing words and headings: without case, and with ö as ø, ä as æ, aa as å. */
export const folded = (text: string): string =>
  plain(text).toLowerCase().replaceAll('ö', 'ø').replaceAll('ä', 'æ').replaceAll('aa', 'å');

/** The text without the piece of the file it was cut from, which it would otherwise keep in memory for as long as it lives. */
export const ownCopy = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
