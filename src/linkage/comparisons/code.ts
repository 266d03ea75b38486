/**
 * Codes of a list or a register: sex, citizenship, postcode, municipality. Case, spaces and marks do not matter; several
 * citizenships are parted by `/`, `,` or `;`.
 */
import type {Comparison} from '../comparison.ts';
import {letters} from '../folding/letters.ts';
import {withinOne} from '../strings/edit-distance.ts';
import {alternatives, bestLevel, inCommon} from './alternatives.ts';

/** The same · one character wrong · the same first half (a postal district) · else. Short codes are the same or not. */
const LEVELS = ['exact', 'one-character', 'same-start', 'else'] as const;
const PRIOR_M = [0.85, 0.05, 0.03, 0.07];
const SHORT = 3;

export function codeComparison(): Comparison<readonly string[]> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: (raw) => alternatives(raw, PARTING, (text) => letters(text).replace(/[^\p{L}\p{N}]/gu, '')),
    level: (a, b) => bestLevel(a, b, levelOf),
    terms: (codes) => codes.slice(0, 1),
    others: (codes) => codes.slice(1),
    shared: inCommon,
    keys: (codes) => ({start: codes.filter((code) => code.length > SHORT).map(half)}),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that parts columns
const PARTING = /[;,/|\u001f]/;
const half = (code: string): string => code.slice(0, code.length >> 1);

function levelOf(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length <= SHORT || b.length <= SHORT) return LEVELS.length - 1;
  if (withinOne(a, b)) return 1;
  return half(a) === half(b) ? 2 : LEVELS.length - 1;
}
