/**
 * A date known to the day, the month or only the year: YYYY-MM-DD, YYYY-MM or YYYY.
 * Birth dates in agency files are often no better; nothing is filled in.
 */
import type {Brand} from './brand.ts';
import {daysIn, type PlainDate, parsePlainDate, plainDate, yearOf} from './plain-date.ts';

export type PartialDate = Brand<string, 'PartialDate'>;

const brand = (text: string) => text as PartialDate;

export function parsePartialDate(text: string): PartialDate | undefined {
  if (/^\d{4}$/.test(text)) return brand(text);
  const [, month] = /^\d{4}-(\d\d)$/.exec(text) ?? [];
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12 ? brand(text) : undefined;
  return parsePlainDate(text) === undefined ? undefined : brand(text);
}

/** The first and last day it can be. */
export function spanOf(date: PartialDate): {readonly earliest: PlainDate; readonly latest: PlainDate} {
  if (date.length === 4) return {earliest: plainDate(`${date}-01-01`), latest: plainDate(`${date}-12-31`)};
  if (date.length === 10) return {earliest: plainDate(date), latest: plainDate(date)};
  const last = daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return {earliest: plainDate(`${date}-01`), latest: plainDate(`${date}-${last}`)};
}

/** Completed years from a birthday to a later day; 29 February comes of age on 1 March. */
export function completedYears(birth: PlainDate, on: PlainDate): number {
  return yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0);
}

/** The ages a partly known birth date allows on a day, youngest and oldest. */
export function agesOn(birth: PartialDate, on: PlainDate): {readonly youngest: number; readonly oldest: number} {
  const {earliest, latest} = spanOf(birth);
  return {youngest: completedYears(latest, on), oldest: completedYears(earliest, on)};
}
