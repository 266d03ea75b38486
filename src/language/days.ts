/**
 * How days are typed and shown, the same everywhere: typed as the office writes them, 31-12-2013 and 31. december 2013, or as files do,
 * 2013-12-31; shown 31-12-2013 in Danish and 31 Dec 2013 in English. The day stands first, in both languages; a year has four digits.
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
export const DAY_EXAMPLES = '31-12-2013, 31. december 2013, 31 December 2013, 2013-12-31';

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

/** A day is its end; a moment has its time and zone. */
export const typedInstant = (text: string): Instant | undefined => parseInstant(typedDay(text) ?? text.trim());

/** By its first letters, three at least; 0 where there is none. */
function monthOf(name: string): number {
  const start = name.toLowerCase();
  const among = Object.values(MONTHS).map((names) => names.findIndex((one) => one.toLowerCase().startsWith(start)));
  return Math.max(...among) + 1;
}

/** Alone in a text: what is part of a file's name, of a moment or of an option is left as it is. */
const ALONE = /(?<![\p{L}\d\-/\\_.=:»"'`])(\d{4}-\d\d-\d\d)(?![\p{L}\d\-/\\_:«"'`]|\.[\p{L}\d])/gu;

/** A text for people with its days as they are written in its language. */
export const daysShown = (text: string, language: LanguageTag): string =>
  text.replaceAll(ALONE, (day) => (parsePlainDate(day) === undefined ? day : dayShown(day, language)));

function dayShown(iso: string, language: LanguageTag): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  if (language === 'da') return `${day}-${month}-${year}`;
  return `${Number(day)} ${MONTHS.en[Number(month) - 1]?.slice(0, 3)} ${year}`;
}
