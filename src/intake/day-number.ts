/** Days as spreadsheets count them. Only numbers that can be no year and no day of this form are taken for one. */
import {addDays, type PlainDate, plainDate} from '#kit/plain-date';
import type {DayNumbers} from './source-format.ts';

/** From 1927 on under the one count, from 1931 under the other; with a time of day, which says nothing here. */
const NUMBER = /^([1-9]\d{4})(\.\d+)?$/;
/** The first day of each count. That of 1900 has a 29 February that never was, which no day after it minds. */
const START = {'since-1900': plainDate('1899-12-30'), 'since-1904': plainDate('1904-01-01')} as const;

export function dayOfNumber(text: string, count: DayNumbers): PlainDate | undefined {
  const [, days] = NUMBER.exec(text) ?? [];
  return days === undefined ? undefined : addDays(START[count], Number(days));
}
