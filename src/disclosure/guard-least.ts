/**
 * The pattern that costs least of those tried: what guards others is shown one at a time, the greatest first, everything else is guarded
 * anew, and that is kept where less is lost in all and as much is proven. Of a small statement it finds what the whole search for the
 * best pattern finds; of a large one that would take too long, and the first pattern stands. How often it tries is told by the size of the
 * statement and by no clock: the same figures give the same pattern.
 */
import type {Highs} from 'highs';
import {type Guarded, guard, type RepairBy} from './guard.ts';
import type {Ledger} from './ledger.ts';
import type {PublicPolicy} from './policy.ts';
import type {Primary} from './primary.ts';
import type {Effort} from './reckon.ts';

export function guardLeast(
  ledger: Ledger,
  primary: Primary,
  forced: ReadonlySet<number>,
  policy: PublicPolicy,
  highs: Highs,
  effort: Effort,
  explain: boolean,
): Guarded {
  const quiet = {...effort, progress: () => {}};
  let by: RepairBy = 'least-change';
  const run = (shown: ReadonlySet<number>) => guard(ledger, primary, shown, policy, highs, quiet, false, by);
  let left = Math.floor(WORK / ledger.figures.size ** 2);
  let kept = forced;
  let best = left === 0 ? undefined : run(forced);
  const tryWith = (also: readonly number[]): boolean => {
    if (best === undefined || left === 0 || effort.secondsLeft() <= 0) return false;
    left -= 1;
    const shown = new Set([...kept, ...also]);
    const other = run(shown);
    if (!isBetter(priceOf(other, ledger), priceOf(best, ledger))) return false;
    [best, kept] = [other, shown];
    return true;
  };
  if (best !== undefined) {
    const first = by;
    by = 'proofs';
    if (!tryWith([])) by = first;
  }
  if (best !== undefined) tryWith(zerosOf(ledger, primary));
  const tried = new Set<number>();
  for (let next = greatest(best, ledger, tried); next !== undefined && left > 0; next = greatest(best, ledger, tried))
    if (tryWith([next])) tried.clear();
    else tried.add(next);
  return guard(ledger, primary, kept, policy, highs, effort, explain, by);
}

/** Times it is all done again, times the square of the figures: some twenty of four hundred. */
const WORK = 3_000_000;

interface Price {
  readonly unproven: number;
  readonly exposed: number;
  readonly lost: number;
}

function priceOf({withheld, guarded}: Guarded, {figures}: Ledger): Price {
  let lost = 0;
  for (const [cell] of withheld) lost += (figures.get(cell)?.value ?? 0) + 1;
  return {
    lost,
    unproven: guarded.filter(({proven}) => !proven).length,
    exposed: guarded.filter(({exposed}) => exposed).length,
  };
}

const isBetter = (a: Price, b: Price): boolean => a.unproven <= b.unproven && a.exposed <= b.exposed && a.lost < b.lost;

/** Nobody is in them: a guard that can only be more. */
const zerosOf = ({figures}: Ledger, primary: Primary): readonly number[] =>
  [...figures].flatMap(([cell, {value, printable}]) =>
    value === 0 && printable && !primary.figures.has(cell) ? [cell] : [],
  );

function greatest(best: Guarded | undefined, {figures}: Ledger, tried: ReadonlySet<number>): number | undefined {
  let found: {readonly cell: number; readonly value: number} | undefined;
  for (const [cell, {why}] of best?.withheld ?? []) {
    const figure = figures.get(cell);
    if (why !== 'guard' || figure === undefined || !figure.printable || tried.has(cell)) continue;
    if (found === undefined || figure.value > found.value) found = {cell, value: figure.value};
  }
  return found?.cell;
}
