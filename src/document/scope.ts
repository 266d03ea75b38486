/** Everything a variable of the text can stand for, in one period: cells, whole tables, the period in words. */
import {YEAR} from '#concepts/concept';
import {calendarYear, type Period} from '#concepts/period';
import type {ProtectedCube} from '#disclosure/protect';
import type {DocumentWords} from '#language/document-words';
import {type Cell, findCellAt, PERIODS, parseAddress} from './address.ts';
import {Nowhere, PeriodText, WholeTable} from './functions/whole.ts';
import {dayIn} from './period-words.ts';

export interface Scope {
  readonly cubes: ReadonlyMap<string, ProtectedCube>;
  readonly period: Period;
  readonly locale: string;
  readonly document: DocumentWords;
}

export function resolve(scope: Scope, name: string): Cell | WholeTable | PeriodText | Nowhere {
  const period = PERIODS.find((known) => known === name);
  if (period !== undefined) return periodText(scope, period) ?? new Nowhere(name);

  const {table, codes} = parseAddress(name);
  const cube = scope.cubes.get(table);
  if (cube === undefined) return new Nowhere(name);
  if (codes === undefined) return new WholeTable(cube);
  return findCellAt(cube, codes, scope.period) ?? new Nowhere(name);
}

export function findCellNamed(scope: Scope, name: string): Cell | undefined {
  const found = resolve(scope, name);
  return found instanceof WholeTable || found instanceof PeriodText || found instanceof Nowhere ? undefined : found;
}

function periodText(scope: Scope, name: (typeof PERIODS)[number]): PeriodText | undefined {
  const year = calendarYear(scope.period);
  if (name === 'first-year') return yearText(firstYear(scope));
  if (name === 'last-year') return yearText(year === undefined ? undefined : String(year - 1));
  return year === undefined ? new PeriodText(spanText(scope), false) : new PeriodText(String(year), true);
}

const yearText = (year: string | undefined) => (year === undefined ? undefined : new PeriodText(year, true));

/** The first year of the statement's series. */
const firstYear = ({cubes}: Scope): string | undefined =>
  [...cubes.values()].flatMap(({dimensions}) => dimensions.filter(({concept}) => concept === YEAR))[0]?.codes[0];

/** `2013`, or `the period 1 April 2013 to 30 June 2013`: fits after "in" in either language. */
export const spanText = ({period, locale, document}: Pick<Scope, 'period' | 'locale' | 'document'>): string => {
  const year = calendarYear(period);
  return year === undefined
    ? document.telling.span(dayIn(locale, period.from), dayIn(locale, period.to))
    : String(year);
};
