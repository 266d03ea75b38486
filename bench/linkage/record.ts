/**
 * A person written down by an authority. Each time it is done anew: marks are dropped, names are shortened and change
 * places, dates are half known.
 */
import type {Random} from '../../examples/synthesis/random.ts';
import {type BirthDate, newPhone, type Person, two} from './person.ts';
import {byEar, digitSlip, slip, withoutMarks} from './slips.ts';

export interface PersonRecord {
  readonly given: string;
  readonly surname: string;
  readonly alias: string;
  readonly born: string;
  readonly sex: string;
  readonly citizenship: string;
  readonly phone: string;
  readonly cpr: string;
}

export const COLUMNS = [
  'given',
  'surname',
  'alias',
  'born',
  'sex',
  'citizenship',
  'phone',
  'cpr',
] as const satisfies readonly (keyof PersonRecord)[];

/** How much goes wrong: 0 nothing, 1 as in a second office years later. */
export type Noise = number;

export function writeDown(random: Random, person: Person, noise: Noise): PersonRecord {
  const goesWrong = (probability: number) => random.chance(probability * noise);
  return {
    ...names(random, person, goesWrong),
    born: born(random, person, goesWrong),
    sex: goesWrong(0.03)
      ? ''
      : goesWrong(0.005)
        ? person.sex === 'male'
          ? 'F'
          : 'M'
        : person.sex === 'male'
          ? 'M'
          : 'F',
    citizenship: citizenship(random, person, goesWrong),
    phone: random.chance(0.5) ? '' : goesWrong(0.4) ? newPhone(random) : person.phone,
    cpr:
      person.cpr === undefined || random.chance(0.3)
        ? ''
        : goesWrong(0.03)
          ? digitSlip(random, person.cpr)
          : person.cpr,
  };
}

type GoesWrong = (probability: number) => boolean;

function names(
  random: Random,
  person: Person,
  goesWrong: GoesWrong,
): Pick<PersonRecord, 'given' | 'surname' | 'alias'> {
  const {origin} = person.names;
  const spelt = (word: string) => {
    const heard = goesWrong(0.12) ? byEar(random, word, origin) : word;
    return goesWrong(0.05) ? slip(random, heard) : heard;
  };
  let given = [...person.given];
  let alias = random.chance(0.7) ? (person.alias ?? '') : '';
  if (person.alias !== undefined && goesWrong(0.25)) [given, alias] = [[person.alias], person.given.join(' ')];
  if (given.length > 1 && goesWrong(0.25)) given = random.chance(0.7) ? given.slice(-1) : given.slice(0, 1);
  if (given.length > 1 && goesWrong(0.1)) given.reverse();
  if (given.length > 1 && goesWrong(0.06)) given = [given[0] ?? '', `${(given[1] ?? '').charAt(0)}.`];
  let first = given.map(spelt).join(' ');
  let last = spelt(married(random, person, goesWrong));
  if (random.chance(0.25) || goesWrong(0.35))
    [first, last, alias] = [withoutMarks(first), withoutMarks(last), withoutMarks(alias)];
  if (goesWrong(origin.surnameFirst ? 0.18 : 0.06)) [first, last] = [last, first];
  else if (goesWrong(0.03)) [first, last] = [`${first} ${last}`, ''];
  return {given: first, surname: last, alias};
}

const married = (random: Random, person: Person, goesWrong: GoesWrong): string =>
  person.sex === 'female' && goesWrong(0.03) ? person.names.surname(random) : person.surname;

function born(random: Random, person: Person, goesWrong: GoesWrong): string {
  const date = person.born;
  if (goesWrong(0.03)) return '';
  if (goesWrong(0.04)) return String(date.year);
  if (goesWrong(0.02)) return `${date.year}-${two(date.month)}`;
  // Assessed anew: a year or two beside, and 1 January again.
  if ((person.firstOfJanuary && goesWrong(0.12)) || goesWrong(0.015))
    return written({year: date.year + random.pick([-2, -1, -1, 1, 1, 2]), month: 1, day: 1});
  if (goesWrong(0.03)) return written({...date, month: 1, day: 1});
  if (goesWrong(0.04) && date.day <= 12) return written({...date, month: date.day, day: date.month});
  if (goesWrong(0.05)) return written(oneDigitBeside(random, date));
  return written(date);
}

function oneDigitBeside(random: Random, date: BirthDate): BirthDate {
  switch (random.below(4)) {
    case 0:
      return {...date, year: date.year + random.pick([-10, -1, 1, 10])};
    case 1:
      return {...date, month: (date.month % 12) + 1};
    default:
      return {...date, day: random.chance(0.5) ? (date.day % 28) + 1 : ((date.day + 9) % 28) + 1};
  }
}

const written = ({year, month, day}: BirthDate) => `${year}-${two(month)}-${two(day)}`;

function citizenship(random: Random, {names: {origin}}: Person, goesWrong: GoesWrong): string {
  if (goesWrong(0.04)) return '';
  return goesWrong(0.02) ? random.pick(origin.neighbours) : origin.citizenship;
}
