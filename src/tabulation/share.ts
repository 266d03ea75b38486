/** Which joint counts serve which tables: only sets of columns that no other set contains are counted, while that stays small. */
import {defect} from '#kit/defect';
import {type Coded, jointSize} from './count.ts';

const WORTH_SHARING = 2 ** 16;

/** For a set of columns, the smallest counted set that has them all. */
export function shareCounts<C extends Coded>(
  wanted: readonly ReadonlySet<C>[],
): (needed: ReadonlySet<C>) => readonly C[] {
  const counted: (readonly C[])[] = [];
  const serving = (needed: ReadonlySet<C>) =>
    counted.filter((set) => [...needed].every((column) => set.includes(column)));
  for (const needed of wanted.toSorted((a, b) => b.size - a.size)) {
    const small = serving(needed).some((set) => set.length === needed.size || jointSize(set) <= WORTH_SHARING);
    if (!small) counted.push([...needed]);
  }
  return (needed) =>
    serving(needed).sort((a, b) => jointSize(a) - jointSize(b))[0] ?? defect('columns that nobody counts');
}
