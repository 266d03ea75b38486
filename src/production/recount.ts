/** Every table of a statement recounted in SQL over the facts, as they stood at the cut-off, and compared cell by cell. */
import type {Instant} from '#kit/instant';
import type {Profile} from '#profile/profile';
import {type QueryDoor, recount} from '#storage/recount';
import {compareRecount} from '#tabulation/compare-recount';
import type {Recount} from './prove.ts';

export const recountIn =
  (store: QueryDoor, profile: Profile, cutOff: Instant): Recount =>
  async ({period, byYear, cubes}) => {
    const years = byYear.map(({year}) => year);
    return compareRecount(cubes, recount(store, profile, {period, years, cutOff}));
  };
