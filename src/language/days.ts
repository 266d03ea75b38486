/**
 * How days are typed and shown, the same everywhere: typed as the office writes them, 31-12-2013 and 31. december 2013, or as files do,
 * 2013-12-31; shown 31-12-2013 in Danish and 31 Dec 2013 in English. The day stands first, in both languages; a year has four digits.
 * Moments likewise, to the second where it matters, and in UTC, which is said: 03-02-2014 10.15 UTC, 3 Feb 2014 10:15 UTC.
 */
import type {LanguageTag} from '#concepts/labels';
import {type Instant, parseInstant} from '#kit/instant';
import {type PartialDate, parsePartialDate} from '#kit/partial-date';
import {dateOf, type PlainDate, parsePlainDate} from '#kit/plain-date';

const words = (text: string): readonly string[] => text.split(' ');

const MONTHS: Readonly<Record<LanguageTag, readonly string[]>> = {
  da: words('januar februar marts april maj juni juli august september oktober november december'),
  en: words('January February March April May June July August September October November December'),
};

/** What may be typed for a day, as help and refusals say it. */
export const DAY_EXAMPLES = '31-12-2013, 31. december 2013, 31 December 2013';
export const MOMENT_EXAMPLES = `${DAY_EXAMPLES}, 31-12-2013 14.05`;

/** No such day, and a year of two digits, are undefined: nothing is guessed. */
export function typedDay(text: string): PlainDate | undefined {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  const [, day, sign, month, year] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(plain) ?? [];
  if (sign !== undefined) return dateOf(Number(year), Number(month), Number(day));
  const [, ofMonth, name = '', ofYear] = /^(?:den )?(\d{1,2})\.? (\p{L}{3,})\.? (\d{4})$/iu.exec(plain) ?? [];
  if (ofMonth !== undefined) return dateOf(Number(ofYear), monthOf(name), Number(ofMonth));
  return parsePlainDate(plain);
}

/** A day, or 12-2013, december 2013, 2013-12 or 2013 where no more is known. */
export function typedPartialDate(text: string): PartialDate | undefined {
  const day = typedDay(text);
  if (day !== undefined) return parsePartialDate(day);
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  const [, number, name = '', year] = /^(?:(\d{1,2})[-./]|(\p{L}{3,})\.? )(\d{4})$/u.exec(plain) ?? [];
  if (year === undefined) return parsePartialDate(plain);
  const month = number === undefined ? monthOf(name) : Number(number);
  return parsePartialDate(`${year}-${String(month).padStart(2, '0')}`);
}

/** A day and a time in UTC, which may be said. */
const TIMED = /^(.+?),? (?:kl\.? )?(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?(?: ?UTC)?$/i;

/** A day is its end, and so is a second; a minute is its beginning, as it is shown. In ISO 8601 a moment has its zone. */
export function typedInstant(text: string): Instant | undefined {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  const [, on = plain, hour, minute, second] = TIMED.exec(plain) ?? [];
  const day = typedDay(on);
  if (day === undefined || hour === undefined) return parseInstant(day ?? plain);
  const end = second === undefined ? '00.000' : `${second}.999`;
  return parseInstant(`${day}T${hour.padStart(2, '0')}:${minute}:${end}Z`);
}

/** By its first letters, three at least; 0 where there is none. */
function monthOf(name: string): number {
  const start = name.toLowerCase();
  const among = Object.values(MONTHS).map((names) => names.findIndex((one) => one.toLowerCase().startsWith(start)));
  return Math.max(...among) + 1;
}

/** Alone in a text: what is part of a file's name or of an option is left as it is. */
const BEFORE = /(?<![\p{L}\d\-/\\_.=:»"'`])/u.source;
const AFTER = /(?![\p{L}\d\-/\\_:«"'`]|\.[\p{L}\d])/u.source;
const ALONE = new RegExp(`${BEFORE}(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d):(\\d\\d\\.\\d{3})Z)?${AFTER}`, 'gu');

/** A text for people with its days and moments as they are written in its language. */
export const daysShown = (text: string, language: LanguageTag): string =>
  text.replaceAll(ALONE, (whole, day: string, minute?: string, second?: string) => {
    if (parsePlainDate(day) === undefined) return whole;
    const isDay = minute === undefined || second === undefined || (minute === '23:59' && second === '59.999');
    return isDay ? dayShown(day, language) : `${dayShown(day, language)} ${timeShown(minute, second, language)}`;
  });

/** A day, or as much of one as is known: januar 1986. */
export function partialDayShown(partial: string, language: LanguageTag): string {
  const [year = '', month, day] = partial.split('-');
  if (month === undefined) return year;
  return day === undefined ? `${MONTHS[language][Number(month) - 1] ?? month} ${year}` : dayShown(partial, language);
}

function dayShown(iso: string, language: LanguageTag): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (language === 'da') return `${day}-${month}-${year}`;
  return `${Number(day)} ${MONTHS.en[Number(month) - 1]?.slice(0, 3)} ${year}`;
}

/** Typed again, it takes in what was so at the moment that was shown. */
function timeShown(minute: string, second: string, language: LanguageTag): string {
  const time = second === '00.000' ? minute : `${minute}:${second.slice(0, 2)}`;
  return `${language === 'da' ? time.replaceAll(':', '.') : time} UTC`;
}
