/** Cells added up: a count, or why there is none. One withheld cell withholds the sum. */
import type {Observation} from '#concepts/observation';
import type {Cell} from '../address.ts';

export type Nothing = Exclude<Observation['kind'], 'count'>;

export type Tally =
  | {readonly cells: readonly Cell[]; readonly count: number}
  | {readonly cells: readonly Cell[]; readonly count: undefined; readonly why: Nothing};

const WORST_FIRST: readonly Nothing[] = ['withheld', 'not-collected', 'not-applicable'];

export function tally(cells: readonly Cell[]): Tally {
  const why = WORST_FIRST.find((kind) => cells.some(({observation}) => observation.kind === kind));
  if (why !== undefined) return {cells, count: undefined, why};
  return {
    cells,
    count: cells.reduce((sum, {observation}) => sum + (observation.kind === 'count' ? observation.value : 0), 0),
  };
}

/** A variant for this kind of nothing, or for any. */
export const selectNothing = (keys: ReadonlySet<string>, why: Nothing): string | null =>
  keys.has(why) ? why : keys.has('nothing') ? 'nothing' : null;
