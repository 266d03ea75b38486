/** Formatters made once per language: making one costs more than a thousand uses of it. */
import type {LanguageTag} from '#concepts/labels';

export const LOCALES: Readonly<Record<LanguageTag, string>> = {da: 'da-DK', en: 'en-GB'};

const memo = <A extends readonly (string | number)[], T>(make: (...args: A) => T): ((...args: A) => T) => {
  const made = new Map<string, T>();
  return (...args) => {
    const key = args.join(' ');
    const before = made.get(key);
    if (before !== undefined) return before;
    const now = make(...args);
    made.set(key, now);
    return now;
  };
};

const decimal = memo((locale: string) => new Intl.NumberFormat(locale));
const signed = memo((locale: string) => new Intl.NumberFormat(locale, {signDisplay: 'exceptZero'}));
const plural = memo((locale: string) => new Intl.PluralRules(locale));
const conjunction = memo((locale: string) => new Intl.ListFormat(locale, {type: 'conjunction'}));
const day = memo(
  (locale: string) =>
    new Intl.DateTimeFormat(locale, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}),
);

const dayOfYear = memo(
  (locale: string) => new Intl.DateTimeFormat(locale, {day: 'numeric', month: 'long', timeZone: 'UTC'}),
);

/** Below zero with a minus sign and not a hyphen. */
export const numberIn = (locale: string, n: number): string => decimal(locale).format(n).replace('-', '−');

/** A change: `+4`, `−3`. */
export const signedIn = (locale: string, n: number): string => signed(locale).format(n).replace('-', '−');

export const pluralIn = (locale: string, n: number): Intl.LDMLPluralRule => plural(locale).select(n);

/** `a, b and c`, in parts: every other one is between. */
export const listIn = (locale: string, items: readonly string[]) => conjunction(locale).formatToParts(items);

/** `1. april 2013`, `1 April 2013`; of a moment, its day in UTC. */
export const dayIn = (locale: string, date: string): string => unbroken(day(locale).format(startOf(date)));

/** Two days; of the same year, it stands once: `1 April` and `30 June 2013`. */
export const daysIn = (locale: string, from: string, to: string): [from: string, to: string] => [
  from.slice(0, 4) === to.slice(0, 4) ? unbroken(dayOfYear(locale).format(startOf(from))) : dayIn(locale, from),
  dayIn(locale, to),
];

/** A day's number stays with its month. */
const unbroken = (day: string): string => day.replace(/^(\d+\.?) /, '$1\u00A0');

const startOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

/** A year as it is; a span as its two days, or its one. */
export function periodIn(locale: string, period: string): string {
  const [from = period, to] = period.split('--');
  if (to === undefined) return period;
  return from === to ? dayIn(locale, from) : daysIn(locale, from, to).join(' – ');
}

/** A moment for the typesetter, in UTC. */
export function momentParts(moment: string) {
  const at = new Date(moment);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
