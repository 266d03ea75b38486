/**
 * Every table of a statement recounted in SQL over the facts, as they stood at the cut-off, and compared cell by cell. It is begun
 * at once, in a thread of its own, and asked for when the same tables have been counted here.
 */
import type {FactsDoor, RecountRequest} from '#storage/recount';
import {compareRecount} from '#tabulation/compare-recount';
import {restatementsOf} from '#tabulation/series-under';
import {isCounted} from '#tabulation/table';
import {recountBeside} from './beside.ts';
import type {CountedBy} from './count.ts';
import type {Recount} from './prove.ts';

export function beginRecount(store: FactsDoor, profile: CountedBy, request: RecountRequest): Recount {
  const tables = profile.tables.filter(isCounted);
  const restated = restatementsOf(tables, request.years, profile).map(({table, under}) => ({...table, under}));
  const counted = {...profile, tables: [...tables, ...restated]};
  const recounted = recountBeside(store, counted, request);
  // Where the count is refused, nobody asks how the recount went.
  recounted.catch(() => undefined);
  return async ({cubes, restated: again}) => compareRecount([...cubes, ...again], await recounted);
}
