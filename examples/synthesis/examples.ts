/** The examples that ship, each from its seed. */
import {BEFORE_2013, DENMARK_2013} from './denmark-2013.ts';
import type {Wanted} from './synthesise.ts';

/**
 * The register begins with the reference year: whoever was assessed before is not in it, so that no repeat can be found
 * in the files and all nine are only attested, and every return is of a person assessed in the year.
 */
const PUBLISHED_ONLY: Wanted = {
  seed: 77,
  year: 2013,
  firstYear: 2013,
  figures: {
    ...DENMARK_2013,
    repeats: {linked: 0, attested: 9, unknown: 0},
    firstRefused: {sameYear: 1, earlierYear: 0},
    returns: {
      completed: {inPeriod: {returns: 3, withChild: 1}, earlier: {returns: 0, withChild: 0}},
      inProcess: {inPeriod: {returns: 5, withChild: 1}, earlier: {returns: 0, withChild: 0}, leftSoonAfter: 1},
    },
  },
};

export const EXAMPLES: Readonly<Record<string, Wanted>> = {
  'denmark-2013': {seed: 2013, year: 2013, before: BEFORE_2013, figures: DENMARK_2013},
  'published-only': PUBLISHED_ONLY,
};
