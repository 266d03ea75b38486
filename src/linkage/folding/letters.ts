/**
 * A text in plain lower-case letters: marks stripped, letters with no plain form spelled out, scripts that are commonly
 * romanised letter by letter written in Latin. Bounded: what is longer than any name is cut before work is done on it.
 */
import {SPELLED_OUT} from './spelled-out.ts';

/** In UTF-16 units, marks included. The longest field of an agency's form is far below it. */
export const LONGEST = 1024;

export function letters(text: string): string {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const lower = cut.toLowerCase();
  if (ASCII.test(lower)) return lower.replaceAll("'", '').replaceAll('`', '');
  return lower
    .replace(SILENT, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SILENT, '')
    .replace(NOT_ASCII, (letter) => SPELLED_OUT.get(letter) ?? letter)
    .slice(0, LONGEST);
}

/** Words of a folded text: runs of letters and digits of any script. */
export const words = (folded: string): readonly string[] => folded.match(WORDS) ?? [];

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const NOT_ASCII = /[^\s!-~]/gu;
/** Apostrophes of every kind stand inside a name; invisible signs (direction, joiners) part nothing. */
const SILENT = /['`´‘’‛ʹʻʼʽʾʿˈ׳＇]|\p{Cf}/gu;
const MARKS = /\p{M}+/gu;
const WORDS = /[\p{L}\p{N}]+/gu;
