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

/** Of a changed figure nothing can be said exactly: none may be some, and the same may be others. */
export const areTrue = (cells: readonly Cell[]): boolean => cells.every(({cube}) => cube.changedBy === undefined);

/** A variant for this kind of nothing, or for any. */
export const selectNothing = (keys: ReadonlySet<string>, why: Nothing): string | null =>
  keys.has(why) ? why : keys.has('nothing') ? 'nothing' : null;
