/**
 * A birth date as recorded: full, partly known or assessed, and also one that no calendar has, since a wrong digit still
 * says something. Nothing is filled in.
 */
import {PART} from '../comparison.ts';

export interface WrittenDate {
  /** 0 where not known. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Said to be about, or found by an age assessment. */
  readonly assessed: boolean;
  /** Days from some beginning, for full dates. */
  readonly days: number;
  /** YYYYMMDD, 00 where not known. */
  readonly digits: string;
}

/** Which comes first in 05-06-1990. */
export type DayOrder = 'day-first' | 'month-first';

const LONGEST = 40;
const ABOUT = /(?:\bca\b|\bcirca\b|\babout\b|\bapprox|\bc\.|~|\?|≈|±|\bvurderet\b|\bassessed\b|\best\b)/i;

export function writtenDate(raw: string, order: DayOrder): WrittenDate | undefined {
  const text = raw.slice(0, LONGEST).replaceAll(PART, '-');
  // What follows the day is the time of day.
  const found = text.replace(/[T ]\d\d?:\d\d.*$/, '').match(/\d+/g) ?? [];
  const parts = partsOf(found, order);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts;
  if (year === 0 && month === 0 && day === 0) return undefined;
  return {
    year,
    month,
    day,
    assessed: ABOUT.test(text),
    days: month === 0 || day === 0 ? Number.NaN : Math.round(Date.UTC(year, month - 1, day) / 86_400_000),
    digits: `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
  };
}

type Parts = readonly [year: number, month: number, day: number];

function partsOf(found: readonly string[], order: DayOrder): Parts | undefined {
  const [a = '', b = '', c = ''] = found;
  if (found.length === 1) return oneNumber(a, order);
  if (found.length === 2) {
    if (a.length === 4) return parts(a, b, '0');
    return b.length === 4 ? parts(b, a, '0') : undefined;
  }
  if (found.length !== 3) return undefined;
  if (a.length === 4) return parts(a, b, c);
  if (c.length !== 4 && c.length !== 2) return undefined;
  const year = c.length === 4 ? c : century(c);
  return order === 'day-first' ? parts(year, b, a) : parts(year, a, b);
}

/** 19900531, 31051990, 1990; a number of days as spreadsheets keep dates is no date here. */
function oneNumber(text: string, order: DayOrder): Parts | undefined {
  if (text.length === 4) return parts(text, '0', '0');
  if (text.length === 6 && /^(?:19|20)/.test(text) && Number(text.slice(4)) <= 12) {
    return parts(text.slice(0, 4), text.slice(4), '0');
  }
  if (text.length !== 8) return undefined;
  if (/^(?:1[5-9]|20)/.test(text) && !(/(?:19|20)\d\d$/.test(text) && Number(text.slice(4, 6)) > 12)) {
    return parts(text.slice(0, 4), text.slice(4, 6), text.slice(6));
  }
  const [first, second] = [text.slice(0, 2), text.slice(2, 4)];
  return order === 'day-first' ? parts(text.slice(4), second, first) : parts(text.slice(4), first, second);
}

function parts(year: string, month: string, day: string): Parts | undefined {
  if (month.length > 2 || day.length > 2) return undefined;
  return [Number(year), Number(month), Number(day)];
}

/** Both of a pair are read alike, so where the line goes matters little. */
const century = (two: string): string => `${Number(two) > 29 ? '19' : '20'}${two}`;
