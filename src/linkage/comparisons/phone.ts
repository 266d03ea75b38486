/** Telephone numbers: digits, the country's prefix left aside. A number may pass from one person to another, so it proves nothing. */
import type {Comparison} from '../comparison.ts';
import {withinOne} from '../strings/edit-distance.ts';
import {alternatives, bestLevel, inCommon} from './alternatives.ts';

/** The same · one digit wrong · else. */
const LEVELS = ['exact', 'near', 'else'] as const;
const PRIOR_M = [0.6, 0.05, 0.35];
/** What is left of a number in most countries without its prefix. */
const OWN_DIGITS = 8;
const FEWEST = 5;

export function phoneComparison(): Comparison<readonly string[]> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: (raw) => alternatives(raw, PARTING, ownDigits),
    level: (a, b) => bestLevel(a, b, levelOf),
    terms: (numbers) => numbers.slice(0, 1),
    others: (numbers) => numbers.slice(1),
    shared: inCommon,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that parts columns
const PARTING = /[;,/|\u001f]/;

function ownDigits(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  const all = digits.length < FEWEST || /^(.)\1*$/.test(digits);
  return all ? '' : digits.slice(-OWN_DIGITS);
}

function levelOf(a: string, b: string): number {
  if (a === b) return 0;
  return withinOne(a, b) ? 1 : 2;
}
