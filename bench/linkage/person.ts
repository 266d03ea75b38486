/** Synthetic persons as they are, before anyone has written them down. Nobody: names and dates are put together by chance. */
import type {Random} from '../../examples/synthesis/random.ts';
import type {Names} from './names.ts';

export interface Person {
  readonly names: Names;
  readonly sex: 'female' | 'male';
  readonly given: readonly string[];
  readonly surname: string;
  /** What else the person is called. */
  readonly alias?: string;
  readonly born: BirthDate;
  /** Recorded as born on 1 January, by every authority: nobody knows better. */
  readonly firstOfJanuary: boolean;
  readonly phone: string;
  /** A civil number only who lives here lawfully has. */
  readonly cpr?: string;
}

export interface BirthDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Born {
  readonly from: number;
  readonly to: number;
}

const outOf100 = (random: Random, percent: number) => random.below(10_000) < percent * 100;

export function invent(random: Random, names: Names, {from, to}: Born): Person {
  const {origin} = names;
  const sex = random.chance(0.6) ? 'female' : 'male';
  const firstOfJanuary = outOf100(random, origin.firstOfJanuary);
  const real = {year: random.between(from, to), month: random.between(1, 12), day: random.between(1, 28)};
  const born = firstOfJanuary ? {...real, month: 1, day: 1} : real;
  return {
    names,
    sex,
    given: givenNames(random, names, sex),
    surname: names.surname(random),
    ...(outOf100(random, origin.alias) && {alias: names[sex](random)}),
    born,
    firstOfJanuary,
    phone: newPhone(random),
    ...(random.chance(0.2) && {cpr: civilNumber(random, born, sex)}),
  };
}

function givenNames(random: Random, names: Names, sex: 'female' | 'male'): readonly string[] {
  const [one, two] = names.origin.givenNames;
  const roll = random.below(100);
  const count = roll < one ? 1 : roll < one + two ? 2 : 3;
  const middle = names.middle !== undefined && random.chance(0.85) ? [names.middle[sex](random)] : [];
  return [...new Set([...middle, ...Array.from({length: count}, () => names[sex](random))])];
}

export const newPhone = (random: Random): string => String(random.between(20_000_000, 99_999_999));

/** Of the form, and nobody's: the seventh digit puts these years of birth a century away. */
function civilNumber(random: Random, {year, month, day}: BirthDate, sex: Person['sex']): string {
  const serial = random.between(250, 449) * 2 + (sex === 'male' ? 1 : 0);
  return `${two(day)}${two(month)}${two(year % 100)}${5 + random.below(4)}${String(serial).padStart(3, '0')}`;
}

export const two = (n: number): string => String(n).padStart(2, '0');
