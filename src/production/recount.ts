/**
 * Every table of a statement recounted in SQL over the facts, as they stood at the cut-off, and compared cell by cell. It is begun
 * at once, in a thread of its own, and asked for when the same tables have been counted here.
 */
import type {Profile} from '#profile/profile';
import type {QueryDoor, RecountRequest} from '#storage/recount';
import {compareRecount} from '#tabulation/compare-recount';
import {recountBeside} from './beside.ts';
import type {Recount} from './prove.ts';

export function beginRecount(store: QueryDoor, profile: Profile, request: RecountRequest): Recount {
  const recounted = recountBeside(store, profile, request);
  // Where the count is refused, nobody asks how the recount went.
  recounted.catch(() => undefined);
  return async ({cubes}) => compareRecount(cubes, await recounted);
}
