/**
 * Days as people write them in a sentence, Danish or English, each with every reading it has: 01-02-03 is of three days. Of what
 * is told here nobody is named; it is for telling somebody's birthday from a count or a year.
 */

export interface Reading {
  readonly year: number;
  readonly month: number;
  /** Undefined: a month of a year. */
  readonly day: number | undefined;
}

export interface WrittenDay {
  /** Where in the text it begins. */
  readonly at: number;
  readonly readings: readonly Reading[];
}

/** As people write a day: `1/7-86`, `01. 07. 1986`, `1986-07-01`. */
const USUAL = String.raw`\s?[./\p{Pd}−]\s?`;
/** As digits may also be set apart. */
const ANY = String.raw`[\s./,'’\p{Pd}−]{1,4}`;

const threeParts = (between: string) =>
  new RegExp(String.raw`(?<!\d)(?=(\d{1,4})${between}(\d{1,2})${between}(\d{1,4})(?!\d))`, 'gu');
const [USUAL_DAY, ANY_DAY] = [threeParts(USUAL), threeParts(ANY)];
const RUN_TOGETHER = /(?<!\d)(?=(\d{8}|\d{6})(?!\d))/gu;
/** Not what a whole day ends or begins with. */
const MONTH_OF_YEAR = /(?<!\d|\d[./\p{Pd}−])(?=(\d{1,4})\s?[./\p{Pd}−]\s?(\d{1,4})(?!\d|[./\p{Pd}−]\d))/gu;

/** Three letters of a month's name and what may follow them, in either language. */
const MONTHS = [
  'jan(?:uary?)?',
  'feb(?:ruary?)?',
  'mar(?:ts|ch)?',
  'apr(?:il)?',
  'ma[jy]',
  'june?i?',
  'jul[iy]?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
] as const;
const NAMED_MONTHS = MONTHS.map((name) => new RegExp(`^${name}$`, 'iu'));
const MONTH = String.raw`(?<!\p{L})(${MONTHS.join('|')})(?!\p{L})`;
const DAY_MONTH = new RegExp(
  String.raw`(?<!\d)(?=(\d{1,2})(?:st|nd|rd|th)?[\s.,/\p{Pd}]*(?:of\s+|i\s+)?${MONTH}[\s.,/\p{Pd}]*['’]?(\d{4}|\d\d)(?!\d))`,
  'giu',
);
const MONTH_DAY = new RegExp(
  String.raw`(?=${MONTH}[\s.,/\p{Pd}]*(\d{1,2})(?:st|nd|rd|th)?[\s.,/\p{Pd}]+['’]?(\d{4}|\d\d)(?!\d))`,
  'giu',
);
const YEAR_MONTH = new RegExp(String.raw`(?<!\d)(?=(\d{4})[\s.,/\p{Pd}]*${MONTH}[\s.,/\p{Pd}]*(\d{1,2})(?!\d))`, 'giu');
const NAMED_MONTH_OF_YEAR = new RegExp(
  String.raw`(?=${MONTH}[\s.,/\p{Pd}]*(?:of\s+|i\s+)?['’]?(\d{4}|\d\d)(?!\d))`,
  'giu',
);

type Years = (written: string) => readonly number[];
/** Two digits may be of either century; */
const eitherCentury: Years = (written) =>
  written.length === 4
    ? [Number(written)]
    : written.length === 2
      ? [1900 + Number(written), 2000 + Number(written)]
      : [];
/** or, as in POSIX, those from 69 on are of the last. */
const usualCentury: Years = (written) =>
  written.length === 2 ? [Number(written) + (Number(written) < 69 ? 2000 : 1900)] : eitherCentury(written);

/** Whole days, as they are usually written. */
export const daysWritten = (text: string): readonly WrittenDay[] => wholeDays(text, USUAL_DAY, usualCentury);

/** Whole days and months of a year, however they are set, in either century. */
export const anyDaysWritten = (text: string): readonly WrittenDay[] =>
  [
    ...wholeDays(text, ANY_DAY, eitherCentury),
    ...found(text, RUN_TOGETHER, ([all = '']) => runTogether(all)),
    ...found(text, MONTH_OF_YEAR, ([a = '', b = '']) => [
      ...monthOf(b, Number(a), a.length),
      ...monthOf(a, Number(b), b.length),
    ]),
    ...found(text, NAMED_MONTH_OF_YEAR, ([name = '', year = '']) =>
      eitherCentury(year).map((one) => ({year: one, month: monthNamed(name), day: undefined})),
    ),
  ].filter(({readings}) => readings.length > 0);

function wholeDays(text: string, numeric: RegExp, years: Years): readonly WrittenDay[] {
  const named = (day: string, name: string, year: string) => readingsOf(year, `${monthNamed(name)}`, day, years);
  return [
    ...found(text, numeric, ([a = '', b = '', c = '']) => inAnyOrder(a, b, c, years)),
    ...found(text, DAY_MONTH, ([day = '', name = '', year = '']) => named(day, name, year)),
    ...found(text, MONTH_DAY, ([name = '', day = '', year = '']) => named(day, name, year)),
    ...found(text, YEAR_MONTH, ([year = '', name = '', day = '']) => named(day, name, year)),
  ].filter(({readings}) => readings.length > 0);
}

const found = (
  text: string,
  written: RegExp,
  read: (parts: readonly (string | undefined)[]) => readonly Reading[],
): readonly WrittenDay[] => [...text.matchAll(written)].map((one) => ({at: one.index, readings: read(one.slice(1))}));

const inAnyOrder = (a: string, b: string, c: string, years: Years): readonly Reading[] => [
  ...readingsOf(c, b, a, years),
  ...readingsOf(a, b, c, years),
  ...readingsOf(c, a, b, years),
];

function runTogether(all: string): readonly Reading[] {
  const cut = (...lengths: readonly number[]) => {
    let at = 0;
    const parts = lengths.map((length) => {
      at += length;
      return all.slice(at - length, at);
    });
    return inAnyOrder(parts[0] ?? '', parts[1] ?? '', parts[2] ?? '', eitherCentury);
  };
  return all.length === 6 ? cut(2, 2, 2) : [...cut(2, 2, 4), ...cut(4, 2, 2)];
}

function readingsOf(year: string, month: string, day: string, years: Years): readonly Reading[] {
  const [m, d] = [Number(month), Number(day)];
  if (month.length > 2 || day.length > 2 || m < 1 || m > 12 || d < 1 || d > 31) return [];
  return years(year).map((one) => ({year: one, month: m, day: d}));
}

const monthOf = (year: string, month: number, digits: number): readonly Reading[] =>
  digits > 2 || month < 1 || month > 12 ? [] : eitherCentury(year).map((one) => ({year: one, month, day: undefined}));

const monthNamed = (name: string): number => NAMED_MONTHS.findIndex((month) => month.test(name)) + 1;

/** Wholly of days and years from a year on, and spans of them: `2013-05-02`, `2012-2013`, `2013-04-01/2013-05-02`. */
export function isDaysOrYears(word: string, from: number): boolean {
  if (YEARS.test(word)) return true;
  const days = DAYS.exec(word);
  return (
    days !== null &&
    [days[1], days[2]].every(
      (day) =>
        day === undefined ||
        daysWritten(day).some(({at, readings}) => at === 0 && readings.some(({year}) => year >= from)),
    )
  );
}

const ONE_DAY = String.raw`\d{1,4}[./\p{Pd}−]\d{1,2}[./\p{Pd}−]\d{1,4}`;
const DAYS = new RegExp(String.raw`^(${ONE_DAY})(?:[/\p{Pd}−](${ONE_DAY}))?$`, 'u');
const YEARS = /^(?:19|20)\d\d(?:[/\p{Pd}−](?:19|20)\d\d)*$/u;
