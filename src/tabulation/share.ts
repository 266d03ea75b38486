/**
 * Which joint counts serve which tables. Going through the units costs more than anything after it, so sets of columns are
 * joined into one while their combinations stay few and the kernel takes them in one step.
 */
import {defect} from '#kit/defect';
import {type Coded, jointSize} from './count.ts';

const FEW = 2 ** 16;
const ONE_STEP = 4;

export interface Sharing<C> {
  readonly sets: readonly (readonly C[])[];
  /** For the columns a table needs, the smallest counted set that has them all. */
  readonly serving: (needed: ReadonlySet<C>) => readonly C[];
}

export function shareCounts<C extends Coded>(wanted: readonly ReadonlySet<C>[]): Sharing<C> {
  const sets: (readonly C[])[] = [];
  for (const needed of wanted.toSorted((a, b) => b.size - a.size)) {
    const [joined] = sets
      .map((set, at) => ({at, set: [...new Set(set).union(needed)]}))
      .filter(({at, set}) => set.length === sets[at]?.length || (set.length <= ONE_STEP && jointSize(set) <= FEW))
      .sort((a, b) => added(a, sets) - added(b, sets) || jointSize(a.set) - jointSize(b.set));
    if (joined === undefined) sets.push([...needed]);
    else sets[joined.at] = joined.set;
  }
  const serving = (needed: ReadonlySet<C>) =>
    sets.filter((set) => needed.isSubsetOf(new Set(set))).sort((a, b) => jointSize(a) - jointSize(b))[0] ??
    defect('columns that nobody counts');
  return {sets, serving};
}

/** How many columns a set would grow by. */
const added = <C>({at, set}: {at: number; set: readonly C[]}, sets: readonly (readonly C[])[]): number =>
  set.length - (sets[at]?.length ?? 0);
