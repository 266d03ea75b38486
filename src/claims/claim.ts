/** What came of one claim of a text: whether it holds, what it should have said, and by which reckoning. */
import type {Mark, Marked} from './marks.ts';

export type Verdict = 'holds' | 'fails' | 'unverified';

export interface Claim {
  readonly sentence: string;
  readonly verdict: Verdict;
  /** As it stands there. */
  readonly printed: string;
  /** In the text's own way of writing; undefined where nobody knows. */
  readonly right: string | undefined;
  readonly reason: Reason;
}

export type Reason =
  | {
      readonly check: 'change-percent' | 'change-number' | 'change-direction' | 'change-ratio';
      readonly from: number;
      readonly to: number;
    }
  | {readonly check: 'share' | 'quantifier' | 'part-above-whole'; readonly part: number; readonly whole: number}
  | {readonly check: 'parts'; readonly parts: readonly number[]; readonly whole: number}
  | {readonly check: 'percent-parts'; readonly parts: readonly number[]}
  | {readonly check: 'table-sum'; readonly sum: number; readonly printed: number; readonly of: string}
  | {readonly check: 'known'; readonly table: string; readonly cell: string; readonly value: number}
  | {readonly check: 'largest'; readonly table: string; readonly label: string; readonly value: number}
  | {
      readonly check: 'sum-of-years';
      readonly sum: number;
      readonly distinct: number | undefined;
      readonly table: string;
    }
  | {readonly check: 'own-sentence'; readonly sentence: string}
  | {readonly check: 'nothing-known'};

/** A claim with the figures it is about, so that none is said to be untested that was tested. */
export interface Tested extends Claim {
  readonly about: readonly Mark[];
}

export const printedIn = ({text}: Marked, {start, end}: Mark): string => text.slice(start, end);

/** Whether a figure as printed, rounded and hedged, says this number. */
export function says({value = Number.NaN, decimals = 0, before}: Mark, right: number): boolean {
  const half = 0.5 * 10 ** -decimals + 1e-9;
  switch (before) {
    case undefined:
      return Math.abs(value - right) <= half;
    case 'about':
      return Math.abs(value - right) <= Math.max(half, 0.05 * Math.abs(right), Math.abs(right) > 10 ? 1 : 0);
    case 'nearly':
      return right < value + half && right >= value * 0.9 - half;
    case 'wellOver':
      return right >= value - half && right <= value * 1.1 + half;
    case 'more':
      return right > value - 1e-9 && right !== value;
    case 'fewer':
      return right < value + 1e-9 && right !== value;
    case 'atLeast':
      return right >= value - half;
    case 'atMost':
      return right <= value + half;
  }
}

/** Whether a share lies where its words say: `more than half` is widened by what stands before it. */
export function saysShare({range = {low: 0, high: 1}, fraction, before}: Mark, share: number): boolean {
  if (fraction === true) {
    const {low: value} = range;
    if (before === 'more' || before === 'wellOver')
      return share > value && (before === 'more' || share <= value + 0.08);
    if (before === 'fewer') return share < value;
    if (before === 'nearly') return share < value && share >= value - 0.08;
    if (before === 'atLeast') return share >= value;
    if (before === 'atMost') return share <= value;
    return Math.abs(share - value) <= (before === 'about' ? 0.07 : 0.05);
  }
  const {low, high, open} = range;
  return open === true ? share > low && share < high : share >= low && share <= high;
}

/** A number as the text would print it. */
export function written(value: number, decimals: number, decimal: ',' | '.'): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const group = decimal === ',' ? '.' : ',';
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}
