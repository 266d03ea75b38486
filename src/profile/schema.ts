/** The small schemas every file of a profile shares: labels, sources, days, codes. Unknown keys are faults everywhere. */

import * as z from 'zod';
import type {Labels} from '#concepts/labels';
import type {Source} from '#concepts/source';
import {type PlainDate, parsePlainDate} from '#kit/plain-date';

// A definition is read once: making a parser for its shape first would take longer than reading it.
z.config({jitless: true});

export const text = z.string().trim().min(1);

export const labels: z.ZodType<Labels> = z.strictObject({da: text, en: text});

export const source: z.ZodType<Source> = z.strictObject({title: text, at: text.optional(), url: z.url().optional()});

/** Codes travel into addresses, file names and message variables: letters, digits and hyphens only. */
export const CODE = /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/;

export const code = z.string().refine((value) => CODE.test(value), {params: {rule: 'code-characters'}});

/** A year stands for its first day where something begins and for its last where it ends. */
export function parseDay(written: string, end: 'from' | 'to'): PlainDate | undefined {
  return parsePlainDate(/^\d{4}$/.test(written) ? `${written}-${end === 'from' ? '01-01' : '12-31'}` : written);
}

const day = (end: 'from' | 'to') =>
  z.union([z.string(), z.int()]).transform((written, context): PlainDate => {
    const parsed = parseDay(String(written), end);
    if (parsed !== undefined) return parsed;
    context.addIssue({code: 'custom', params: {rule: 'bad-date'}});
    return z.NEVER;
  });

/** On which something was done: a year is none. */
export const theDay = z.union([z.string(), z.int()]).transform((written, context): PlainDate => {
  const parsed = parsePlainDate(String(written));
  if (parsed !== undefined) return parsed;
  context.addIssue({code: 'custom', params: {rule: 'bad-day'}});
  return z.NEVER;
});

export const fromDay = day('from');
export const toDay = day('to');

/** The dates and the source that every rule has, to be spread into its schema. */
export const ruled = {since: fromDay, until: toDay.optional(), source};

export const dateOrder = (dates: {readonly since: PlainDate; readonly until?: PlainDate | undefined}): boolean =>
  dates.until === undefined || dates.since <= dates.until;
