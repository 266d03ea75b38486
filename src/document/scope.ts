/** Everything a variable of the text can stand for, in one period: cells, whole tables, what is given. */

import {YEAR} from '#concepts/concept';
import type {LanguageTag} from '#concepts/labels';
import {calendarYear, type Period} from '#concepts/period';
import type {ProtectedCube} from '#disclosure/protect';
import type {DocumentWords} from '#language/document-words';
import {Cell, findCellAt, GIVEN, parseAddress} from './address.ts';
import {Given, Nowhere, WholeTable} from './functions/whole.ts';
import {dayIn, daysIn, listIn, numberIn} from './intl.ts';

export interface Scope {
  readonly cubes: ReadonlyMap<string, ProtectedCube>;
  readonly period: Period;
  readonly tag: LanguageTag;
  readonly locale: string;
  readonly document: DocumentWords;
  /** Undefined where nothing is withheld by size. */
  readonly threshold?: Threshold | undefined;
}

/** The smallest number of persons that is shown, and whether nobody is. */
export interface Threshold {
  readonly smallest: number;
  readonly zeros: 'shown' | 'withheld';
  /** Tables that are shown whole all the same, by decision. */
  readonly shownAnyway?: readonly {readonly table: string}[];
}

export function resolve(scope: Scope, name: string): Cell | WholeTable | Given | Nowhere {
  const given = GIVEN.find((known) => known === name);
  if (given !== undefined) return findGiven(scope, given) ?? new Nowhere(name);

  const {table, codes} = parseAddress(name);
  const cube = scope.cubes.get(table);
  if (cube === undefined) return new Nowhere(name);
  if (codes === undefined) return new WholeTable(cube);
  return findCellAt(cube, codes, scope.period) ?? new Nowhere(name);
}

export function findCellNamed(scope: Scope, name: string): Cell | undefined {
  const found = resolve(scope, name);
  return found instanceof Cell ? found : undefined;
}

/** Selects `year` or `span`, `internal` or `public`, what becomes of zeros. There is no year before a period that is none. */
function findGiven(scope: Scope, name: (typeof GIVEN)[number]): Given | undefined {
  const year = calendarYear(scope.period);
  switch (name) {
    case 'edition':
      return new Given('', [...scope.cubes.values()][0]?.edition ?? 'internal');
    case 'smallest-shown':
      return scope.threshold === undefined
        ? new Given('', 'none')
        : new Given(numberIn(scope.locale, scope.threshold.smallest), `zeros-${scope.threshold.zeros}`);
    case 'shown-anyway': {
      const {shownAnyway = []} = scope.threshold ?? {};
      const titles = shownAnyway.flatMap(({table}) => scope.cubes.get(table)?.table.title[scope.tag] ?? []);
      return titles.length === 0
        ? new Given('', 'none')
        : new Given(
            listIn(scope.locale, titles)
              .map(({value}) => value)
              .join(''),
            'some',
          );
    }
    case 'first-year':
      return yearText(firstYear(scope));
    case 'last-year':
      return yearText(year === undefined ? undefined : String(year - 1));
    case 'year':
      return new Given(spanText(scope), year === undefined ? 'span' : 'year');
    case 'when':
      return new Given(whenText(scope), year === undefined ? 'span' : 'year');
  }
}

const yearText = (year: string | undefined) => (year === undefined ? undefined : new Given(year, 'year'));

/** The first year of the statement's series. */
const firstYear = ({cubes}: Scope): string | undefined =>
  [...cubes.values()].flatMap(({dimensions}) => dimensions.filter(({concept}) => concept === YEAR))[0]?.codes[0];

type Told = Pick<Scope, 'period' | 'locale' | 'document'>;

/** `2013`, `the period 1 April to 30 June 2013` or `12 May 2013`. */
export const spanText = ({period, locale, document}: Told): string => {
  const year = calendarYear(period);
  if (year !== undefined) return String(year);
  return period.from === period.to
    ? dayIn(locale, period.from)
    : document.telling.span(...daysIn(locale, period.from, period.to));
};

/** The same as a time something happened: `in 2013`, `from 1 April to 30 June 2013`, `on 12 May 2013`. */
const whenText = ({period, locale, document}: Told): string => {
  const {inYear, onDay, between} = document.telling;
  const year = calendarYear(period);
  if (year !== undefined) return inYear(String(year));
  return period.from === period.to
    ? onDay(dayIn(locale, period.from))
    : between(...daysIn(locale, period.from, period.to));
};
