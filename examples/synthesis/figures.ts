/** What a year's files shall contain: the figures asked for, or drawn. */
import type {Authority, Exploitation, Industry, Residence, Sex} from './case.ts';
import type {Country} from './countries.ts';
import {MIX} from './mix.ts';
import type {Random} from './random.ts';

/** So many persons alike. `residence` where it is not the one the authority is competent for. */
export interface Group {
  readonly authority: Authority;
  readonly sex: Sex;
  readonly exploitation: Exploitation;
  readonly industry?: Industry;
  readonly nationality: Country;
  readonly residence?: Residence;
  readonly persons: number;
}

export interface Figures {
  readonly year: number;
  /** The persons counted in the year: their sum is its total. */
  readonly groups: readonly Group[];
  /** Of these, assessed in an earlier year: found in the files, or only said by the source, or not known. */
  readonly repeats: {readonly linked: number; readonly attested: number; readonly unknown: number};
  /** Of these, under 18 at the decision; the others are adults, but for those of unknown age. */
  readonly children: {readonly female: number; readonly male: number};
  readonly ageUnknown: number;
  /** Of these, also assessed as victims by CMM later in the year: counted once. */
  readonly assessedTwice: number;
  /** Of these, first found not to be victims: the same year, or in an earlier year. Neither makes a repeat. */
  readonly firstRefused: {readonly sameYear: number; readonly earlierYear: number};
  /** Persons whose assessment does not count them. */
  readonly notCounted: {
    readonly 'not-victim': number;
    readonly presumed: number;
    readonly 'withdrawn-by-person': number;
    readonly 'not-completed': number;
  };
  readonly returns: ReturnFigures;
}

/** Returns by whether the person was assessed in the year or before; each `withChild` of them with one child. */
export interface ReturnFigures {
  readonly completed: {readonly inPeriod: Split; readonly earlier: Split};
  /** Begun and not departed when the year ended; `leftSoonAfter` of them in the first days of the next year. */
  readonly inProcess: {readonly inPeriod: Split; readonly earlier: Split; readonly leftSoonAfter: number};
}
export interface Split {
  readonly returns: number;
  readonly withChild: number;
}

export const personsIn = (figures: Figures): number => figures.groups.reduce((sum, {persons}) => sum + persons, 0);

/** Figures for a year of so many persons, by the weights of the mix. */
export function drawFigures(random: Random, year: number, persons: number): Figures {
  const share = (of: number) => Math.floor(persons * of + random.below(100) / 100);
  return {
    year,
    groups: drawGroups(random, persons),
    repeats: {linked: share(0.07), attested: share(0.02), unknown: share(0.01)},
    children: {female: share(0.02), male: share(0.015)},
    ageUnknown: share(0.015),
    assessedTwice: share(0.015),
    firstRefused: {sameYear: share(0.01), earlierYear: share(0.01)},
    notCounted: {
      'not-victim': share(0.3),
      presumed: share(0.08),
      'withdrawn-by-person': share(0.05),
      'not-completed': share(0.06),
    },
    returns: {
      completed: {
        inPeriod: {returns: share(0.04), withChild: share(0.01)},
        earlier: {returns: share(0.06), withChild: share(0.01)},
      },
      inProcess: {
        inPeriod: {returns: share(0.05), withChild: share(0.01)},
        earlier: {returns: share(0.04), withChild: share(0.005)},
        leftSoonAfter: share(0.01),
      },
    },
  };
}

function drawGroups(random: Random, persons: number): readonly Group[] {
  const counts = new Map<(typeof MIX)[number], number>();
  for (let i = 0; i < persons; i++) {
    const drawn = random.weighted(MIX);
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  }
  return MIX.flatMap((entry) => {
    const {weight: _, ...group} = entry;
    const drawn = counts.get(entry);
    return drawn === undefined ? [] : [{...group, persons: drawn}];
  });
}
