/**
 * A calendar day without time or zone, written YYYY-MM-DD (ISO 8601). Comparable as text.
 */
import type {Brand} from './brand.ts';
import {defect} from './defect.ts';

export type PlainDate = Brand<string, 'PlainDate'>;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysIn = (year: number, month: number) => (month === 2 && leap(year) ? 29 : (DAYS[month - 1] ?? 0));

const brand = (text: string) => text as PlainDate;

/** The day, or undefined when no such day exists. Years 1000 to 9999. */
export function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  const exists =
    Number.isInteger(year) &&
    year >= 1000 &&
    year <= 9999 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysIn(year, month);
  return exists ? brand(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`) : undefined;
}

export function parsePlainDate(text: string): PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year === undefined ? undefined : dateOf(Number(year), Number(month), Number(day));
}

/** For literals in code and tests; what comes from outside goes through {@link parsePlainDate}. */
export const plainDate = (text: string): PlainDate => parsePlainDate(text) ?? defect(`no such day: ${text}`);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const firstOf = (year: number): PlainDate => plainDate(`${year}-01-01`);
export const lastOf = (year: number): PlainDate => plainDate(`${year}-12-31`);

export function addDays(date: PlainDate, days: number): PlainDate {
  return plainDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
