/** Invents a person: a name nobody bears, a birth date as well known as such dates are, numbers that no register gives out. */
import type {Birth, Case, Person} from './case.ts';
import {COUNTRIES, type Country} from './countries.ts';
import {day, yearOf} from './day.ts';
import type {Group} from './figures.ts';
import type {Random} from './random.ts';

export type AgeBand = 'child' | 'adult' | 'unknown';

export interface Wanted {
  readonly serial: number;
  readonly group: Group;
  readonly age: AgeBand;
  readonly on: string;
  /** May give no name: then no number either, and nothing links such a person to another row. */
  readonly mayBeNameless: boolean;
}

export function invent(random: Random, {serial, group, age, on, mayBeNameless}: Wanted): Person {
  const nationalities = random.chance(0.05) ? [group.nationality, neighbour(group.nationality)] : [group.nationality];
  const birth = age === 'unknown' ? undefined : birthBefore(random, on, age);
  const name = mayBeNameless && random.chance(0.04) ? undefined : named(random, group);
  return {serial, sex: group.sex, nationalities, ...(name && {name}), ...(birth && {birth})};
}

const BIRTHDAYS_THAT_MATTER: readonly number[] = [18, 25, 30, 40];

/** A date is only partly known where it still tells the age band. */
function birthBefore(random: Random, on: string, age: 'child' | 'adult'): Birth {
  const year = yearOf(on) - (age === 'child' ? random.between(14, 16) : random.between(20, 44));
  const date = day(year, random.between(1, 12), random.between(1, 28));
  const known = BIRTHDAYS_THAT_MATTER.includes(yearOf(on) - year) ? 0 : random.below(100);
  if (known < 80) return {date, assessed: false};
  if (known < 86) return {date: date.slice(0, 7), assessed: false};
  if (known < 93) return {date: date.slice(0, 4), assessed: false};
  return {date: date.slice(0, 4), assessed: true};
}

function named(random: Random, {nationality, sex}: Group): Person['name'] {
  const {female, male, surname} = COUNTRIES[nationality];
  const given = random.pick<string>(sex === 'male' ? male : female);
  const family = random.pick<string>(surname[0]) + random.pick<string>(surname[1]);
  const count = random.chance(0.2) ? random.between(1, 2) : 0;
  const aliases = Array.from({length: count}, () => random.pick<string>(sex === 'male' ? male : female));
  return {given, surname: family, aliases};
}

const NEIGHBOURS: Partial<Record<Country, Country>> = {NG: 'GH', GH: 'NG', RO: 'BG', BG: 'RO', UG: 'KE', KE: 'UG'};
const neighbour = (country: Country): Country => NEIGHBOURS[country] ?? 'NG';

/** The Immigration Service's number of a person; none for who gave no name. `9` begins no real one. */
export const foreignerNumber = ({serial, name}: Person): string | undefined =>
  name && `9${String(serial).padStart(8, '0')}`;

/** The number CMM gives a person, and its cases by a second number from the second on. */
export const cmmNumber = ({serial}: Person): number => 1000 + serial;
export const cmmCaseNumber = ({person, round}: Case): string =>
  round > 1 ? `${cmmNumber(person)}/${round}` : String(cmmNumber(person));

/**
 * Well built and borne by nobody: with a seventh digit from 5 to 8 the years 58 to 99 are those of the eighteen hundreds.
 * So only for who was born in them a century later, and for the first few thousand persons.
 */
export function civilNumber({serial, name, birth}: Person): string | undefined {
  if (name === undefined || birth?.date.length !== 10 || serial >= 4000) return undefined;
  const [year = '', month, date] = birth.date.split('-');
  return year >= '1958' && year <= '1999' ? `${date}${month}${year.slice(2)}-${5000 + serial}` : undefined;
}
