/**
 * Numbers given to one person: CPR, a case or passport number. Only the characters count; no check digit is asked for, since
 * Danish personal numbers that fail modulus 11 are valid. What is plainly filled in (0000000000) is missing.
 */
import type {Comparison} from '../comparison.ts';
import {withinOne} from '../strings/edit-distance.ts';
import {alternatives, bestLevel, inCommon} from './alternatives.ts';

/** The same · one character wrong or two neighbours swapped · else. */
const LEVELS = ['exact', 'near', 'else'] as const;
const PRIOR_M = [0.92, 0.05, 0.03];
/** Below this a character wrong is another number. */
const SHORT = 5;

export function identifierComparison(): Comparison<readonly string[]> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: (raw) => alternatives(raw, PARTING, characters),
    level: (a, b) => bestLevel(a, b, levelOf),
    terms: (numbers) => numbers.slice(0, 1),
    others: (numbers) => numbers.slice(1),
    shared: inCommon,
    keys: (numbers) => ({
      start: numbers.filter(isLong).map((number) => number.slice(0, SHORT)),
      end: numbers.filter(isLong).map((number) => number.slice(-SHORT)),
    }),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that parts columns
const PARTING = /[;,|\u001f]/;
const LONGEST = 64;
const isLong = (number: string): boolean => number.length > SHORT;

/** A CPR number that a spreadsheet took for a number has lost its first 0. */
function characters(text: string): string {
  const found = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST);
  if (/^(.)\1*$/u.test(found) && found.length >= SHORT) return '';
  if (/(?:0000|XXXX)$/.test(found) && found.length === 10) return '';
  return /^[1-9]\d{8}$/.test(found) && isBirthday(`0${found}`) ? `0${found}` : found;
}

const isBirthday = (number: string): boolean => Number(number.slice(2, 4)) >= 1 && Number(number.slice(2, 4)) <= 12;

function levelOf(a: string, b: string): number {
  if (a === b) return 0;
  return a.length > SHORT && b.length > SHORT && withinOne(a, b) ? 1 : 2;
}
