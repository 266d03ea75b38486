/** What a verdict on a pair would move: the two counted as they are, and as they would be, year by year. */
import {type Period, yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {yearOf} from '#kit/plain-date';
import {deidentifyEach, unitsOf} from '#register/deidentify';
import type {Verdict} from '#register/fact';
import {asDecided, type Pair} from '#register/identity-chain';
import type {PersonFile} from '#register/person-file';
import type {CountedBy} from './count.ts';

export interface Moved {
  readonly year: number;
  readonly persons: readonly [before: number, after: number];
  readonly repeats: readonly [before: number, after: number];
}

export type Moves = Readonly<Record<Verdict, readonly Moved[]>>;

/** The files of the two, which are one where they are already one person. */
export const movesOf = (pair: Pair, files: readonly PersonFile[], definitions: CountedBy): Moves => ({
  returning: movedBy(pair, files, definitions, 'returning'),
  'same-incident': movedBy(pair, files, definitions, 'same-incident'),
  'filed-twice': movedBy(pair, files, definitions, 'filed-twice'),
  different: movedBy(pair, files, definitions, 'different'),
});

/** `verdict`: undefined where what was decided is taken back. Years that do not move are left out. */
export function movedBy(
  pair: Pair,
  files: readonly PersonFile[],
  definitions: CountedBy,
  verdict: Verdict | undefined,
): readonly Moved[] {
  const after = asDecided(files, pair, verdict);
  return yearsOf(files, definitions.firstYear).flatMap((year) => {
    const period = yearPeriod(year);
    const [was, is] = [countsOf(files, definitions, period), countsOf(after, definitions, period)];
    return was.persons === is.persons && was.repeats === is.repeats
      ? []
      : [{year, persons: [was.persons, is.persons] as const, repeats: [was.repeats, is.repeats] as const}];
  });
}

/** How far the verdict that moves most moves the figures: those of one year, and those of all. */
export function mostMoved(moves: Moves, latest: number): {readonly latest: number; readonly all: number} {
  const far = (moved: readonly Moved[]) =>
    moved.reduce(
      (sum, {persons, repeats}) => sum + Math.abs(persons[1] - persons[0]) + Math.abs(repeats[1] - repeats[0]),
      0,
    );
  const each = Object.values(moves);
  return {
    latest: Math.max(...each.map((moved) => far(moved.filter(({year}) => year === latest)))),
    all: Math.max(...each.map(far)),
  };
}

/** How many persons of these a period counts, and how many of them are repeats. */
export function countsOf(files: readonly PersonFile[], definitions: CountedBy, period: Period): Everybody {
  return everybodyOf(files.flatMap((file) => unitsOf(file, definitions, period).units));
}

/** The units of one period. */
export function everybodyOf(units: readonly UnitRecord[]): Everybody {
  const persons = units.filter(({unit}) => unit === 'person');
  return {persons: persons.length, repeats: persons.filter(isRepeat).length};
}

const REPEATS: ReadonlySet<string> = new Set(['linked', 'attested']);
const isRepeat = ({codes}: UnitRecord): boolean => REPEATS.has(codes.repetition?.[0] ?? '');

/** Everybody counted in a year. */
export interface Everybody {
  readonly persons: number;
  readonly repeats: number;
}

/** In one pass over all files. */
export async function everybodyIn(
  files: AsyncIterable<PersonFile>,
  definitions: CountedBy,
  years: readonly number[],
): Promise<ReadonlyMap<number, Everybody>> {
  if (years.length === 0) return new Map();
  const read = new Map([['person' as const, new Set(['repetition'])]]);
  const counts = years.map(() => ({persons: 0, repeats: 0}));
  const asked = years.map((year) => ({period: yearPeriod(year), read}));
  await deidentifyEach(files, definitions, asked, (person) => {
    for (const {place, units} of person) {
      const count = counts[place];
      if (count === undefined) continue;
      count.persons += units.length;
      count.repeats += units.filter(isRepeat).length;
    }
  });
  return new Map(years.map((year, i) => [year, counts[i] ?? {persons: 0, repeats: 0}]));
}

/** What moves of the two, as the figures of everybody. */
export const amongAll = (moved: readonly Moved[], all: ReadonlyMap<number, Everybody>): readonly Moved[] =>
  moved.map(({year, persons, repeats}) => {
    const now = all.get(year) ?? {persons: persons[0], repeats: repeats[0]};
    return {
      year,
      persons: [now.persons, now.persons + persons[1] - persons[0]],
      repeats: [now.repeats, now.repeats + repeats[1] - repeats[0]],
    };
  });

export const yearsOf = (files: readonly PersonFile[], firstYear: number): readonly number[] =>
  [...new Set(files.flatMap(({facts}) => facts.map(({fact}) => yearOf(fact.on))))]
    .filter((year) => year >= firstYear)
    .sort((a, b) => a - b);
