/** Which joint counts serve which tables: only sets of columns that no other set contains are counted, while that stays small. */
import {defect} from '#kit/defect';
import {type Coded, jointSize} from './count.ts';

const WORTH_SHARING = 2 ** 16;

export interface Sharing<C> {
  readonly sets: readonly (readonly C[])[];
  /** For the columns a table needs, the smallest counted set that has them all. */
  readonly serving: (needed: ReadonlySet<C>) => readonly C[];
}

export function shareCounts<C extends Coded>(wanted: readonly ReadonlySet<C>[]): Sharing<C> {
  const sets: (readonly C[])[] = [];
  const having = (needed: ReadonlySet<C>) => sets.filter((set) => [...needed].every((column) => set.includes(column)));
  for (const needed of wanted.toSorted((a, b) => b.size - a.size)) {
    const served = having(needed).some((set) => set.length === needed.size || jointSize(set) <= WORTH_SHARING);
    if (!served) sets.push([...needed]);
  }
  const bySize = (a: readonly C[], b: readonly C[]) => jointSize(a) - jointSize(b);
  return {sets, serving: (needed) => having(needed).sort(bySize)[0] ?? defect('columns that nobody counts')};
}
