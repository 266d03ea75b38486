/**
 * Birth dates. 1 January and bare years stand for “not known better”, so they are levels of their own: an office's default
 * day agrees far more often by chance than a birthday does.
 */
import type {Comparison} from '../comparison.ts';
import {type DayOrder, type WrittenDate, writtenDate} from './written-date.ts';

/**
 * The same day · the same 1 January · day and month swapped · one digit wrong, or two neighbours swapped · two of year,
 * month and day the same, or within a month · month and year the same, and no more known · year the same, and no more known
 * · two digits wrong · within two years of one that is assessed or a 1 January · within a year · within ten · else.
 */
const LEVELS = [
  'exact',
  'first-of-january',
  'swapped',
  'one-digit',
  'near',
  'month-only',
  'year-only',
  'two-digits',
  'assessed',
  'within-a-year',
  'within-ten-years',
  'else',
] as const;
const PRIOR_M = [0.69, 0.03, 0.02, 0.08, 0.04, 0.01, 0.03, 0.02, 0.03, 0.02, 0.02, 0.01];
const ELSE = LEVELS.length - 1;
const A_MONTH = 31;
const A_YEAR = 366;
const TEN_YEARS = 10;
const YEARS_OF_AN_ASSESSMENT = 2;

export function dateComparison(order: DayOrder = 'day-first'): Comparison<WrittenDate> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: (raw) => writtenDate(raw, order),
    level: (a, b) => (isFull(a) && isFull(b) ? levelOfFull(a, b) : levelOfPartial(a, b)),
    terms: ({digits}) => [digits],
    keys: keysOf,
  };
}

const level = (name: (typeof LEVELS)[number]): number => LEVELS.indexOf(name);
const isFull = ({month, day}: WrittenDate): boolean => month !== 0 && day !== 0;
const isDefault = ({month, day}: WrittenDate): boolean => month === 1 && day === 1;

function levelOfFull(a: WrittenDate, b: WrittenDate): number {
  if (a.digits === b.digits) return level(isDefault(a) ? 'first-of-january' : 'exact');
  // Two defaults have day and month in common, whosever they are: their years are all there is to compare.
  if (isDefault(a) && isDefault(b)) return levelOfYears(a, b, false, true);
  const sameYear = a.year === b.year;
  if (sameYear && a.day === b.month && a.month === b.day) return level('swapped');
  const wrong = digitsWrong(a.digits, b.digits);
  if (wrong === 1) return level('one-digit');
  const same = (sameYear ? 1 : 0) + (a.month === b.month ? 1 : 0) + (a.day === b.day ? 1 : 0);
  const apart = Math.abs(a.days - b.days);
  const defaults = isDefault(a) || isDefault(b);
  if (!defaults && (same === 2 || apart <= A_MONTH)) return level('near');
  if (sameYear && defaults) return level('year-only');
  if (wrong === 2) return level('two-digits');
  return levelOfYears(a, b, apart <= A_YEAR, defaults);
}

function levelOfPartial(a: WrittenDate, b: WrittenDate): number {
  if (a.year === 0 || b.year === 0 || a.year !== b.year) return levelOfYears(a, b, Math.abs(a.year - b.year) <= 1);
  if (a.month === 0 || b.month === 0) return level('year-only');
  return a.month === b.month ? level('month-only') : levelOfYears(a, b, true);
}

/** An age assessed anew is often written as another 1 January. */
function levelOfYears(a: WrittenDate, b: WrittenDate, withinAYear: boolean, defaults = false): number {
  if (a.year === 0 || b.year === 0) return ELSE;
  const assessed = defaults || a.assessed || b.assessed;
  if (assessed && Math.abs(a.year - b.year) <= YEARS_OF_AN_ASSESSMENT) return level('assessed');
  if (withinAYear) return level('within-a-year');
  return Math.abs(a.year - b.year) <= TEN_YEARS ? level('within-ten-years') : ELSE;
}

/** Of two dates of eight digits, how many differ; two neighbours swapped are one. */
function digitsWrong(a: string, b: string): number {
  let wrong = 0;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    wrong++;
    if (a.charCodeAt(i) === b.charCodeAt(i + 1) && a.charCodeAt(i + 1) === b.charCodeAt(i)) i++;
  }
  return wrong;
}

function keysOf({year, month, day, digits}: WrittenDate): Readonly<Record<string, readonly string[]>> {
  const known = (key: string, ...parts: readonly number[]) => (parts.every((part) => part !== 0) ? [key] : []);
  return {
    year: known(digits.slice(0, 4), year),
    month: known(digits.slice(0, 6), year, month),
    birthday: known(digits.slice(4), month, day),
  };
}
