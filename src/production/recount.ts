/**
 * Every table of a statement recounted in SQL over the facts, as they stood at the cut-off, and compared cell by cell. It is begun
 * at once, in a thread of its own, and asked for when the same tables have been counted here.
 */
import type {QueryDoor, RecountRequest} from '#storage/recount';
import {compareRecount} from '#tabulation/compare-recount';
import {isCounted} from '#tabulation/table';
import {recountBeside} from './beside.ts';
import type {CountedBy} from './count.ts';
import type {Recount} from './prove.ts';

export function beginRecount(store: QueryDoor, profile: CountedBy, request: RecountRequest): Recount {
  const counted = {...profile, tables: profile.tables.filter(isCounted)};
  const recounted = recountBeside(store, counted, request);
  // Where the count is refused, nobody asks how the recount went.
  recounted.catch(() => undefined);
  return async ({cubes}) => compareRecount(cubes, await recounted);
}
