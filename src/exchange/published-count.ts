/** What is printed in a cell of somebody's table, as what it says of the number: at least this, at most that. */
import type {CountRule} from '#concepts/attack-refusal';

export interface Said {
  readonly low: number;
  readonly high: number;
}

export interface HowPrinted {
  /** Texts that stand for a number that is not told. */
  readonly withheld: readonly string[];
  /** Zeros are printed: what is below a limit is at least 1. */
  readonly zerosPrinted: boolean;
}

/** Blank among them. */
export const WITHHELD = ['', '..', '...', '…', ':', '*'] as const;

const MOST = 1_000_000_000_000;

export function saidBy(printed: string, {withheld, zerosPrinted}: HowPrinted): Said | CountRule {
  const text = printed.trim();
  if (withheld.includes(text)) return {low: 0, high: Number.POSITIVE_INFINITY};
  // A whole number as spreadsheets and data frames write it when another cell of the column is empty.
  if (/^\d+(\.0)?$/.test(text)) return exactly(Number(text));
  const below = /^(<|≤|<=|&lt;)\s*(\d+)$/.exec(text);
  if (below) {
    const [, sign = '', limit = ''] = below;
    const high = Number(limit) - (sign === '<' || sign === '&lt;' ? 1 : 0);
    if (high < 0) return 'negative';
    return high > MOST ? 'too-large' : {low: Math.min(high, zerosPrinted ? 1 : 0), high};
  }
  const between = /^(\d+)\s*[-–]\s*(\d+)$/.exec(text);
  if (between) {
    const [low, high] = [Number(between[1]), Number(between[2])];
    if (low <= high && high <= MOST) return {low, high};
  }
  if (/^[-−–]\s*\d/.test(text)) return 'negative';
  if (/^\d{1,3}([., \u00a0\u202f']\d{3})+$/.test(text)) return 'separated';
  return /^\d+[.,]\d+$/.test(text) ? 'fraction' : 'no-number';
}

const exactly = (value: number): Said | CountRule => (value > MOST ? 'too-large' : {low: value, high: value});
