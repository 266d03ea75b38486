/**
 * Numbers that nothing limits: of persons whom no table counts there can be any number. Whatever the others are, these can be what they
 * must be: so they are taken out, with the sums that hold by them alone, and what is left says the same of the others as before.
 */
import type {Highs} from 'highs';
import type {CellSystem} from './cell-system.ts';
import {LinearProgram} from './linear-program.ts';
import {search} from './search.ts';

export interface Limited {
  readonly system: CellSystem;
  /** How many were taken out. */
  readonly unlimited: number;
}

/** Undefined: not proven that they can all be any number at once. `system` is narrowed. */
export function limited(system: CellSystem, highs: Highs, secondsLeft: () => number): Limited | undefined {
  const open = system.highs.flatMap((high, cell) => (high === Number.POSITIVE_INFINITY ? [cell] : []));
  if (open.length === 0) return {system, unlimited: 0};
  const equations = eliminated(system, open);
  if (equations === undefined || !canAllGrow(system, highs, secondsLeft)) return undefined;
  const gone = new Set(open);
  const without = (limits: readonly number[]) => limits.map((limit, cell) => (gone.has(cell) ? 0 : limit));
  return {system: {lows: without(system.lows), highs: without(system.highs), equations}, unlimited: open.length};
}

/** Whether each of them can be more by one at least, all at once, and nothing else be another: then they can be so again and again. */
function canAllGrow({highs: tops, equations}: CellSystem, highs: Highs, secondsLeft: () => number): boolean {
  const grows = (cell: number) => tops[cell] === Number.POSITIVE_INFINITY;
  const place = new Map([...tops.keys()].filter(grows).map((cell, at) => [cell, at]));
  const among = equations.flatMap(({cells, coefficients}) => {
    const own = cells.flatMap((cell, i) => {
      const at = place.get(cell);
      return at === undefined ? [] : [[at, coefficients[i] ?? 0] as const];
    });
    return own.length === 0 ? [] : [{cells: own.map(([at]) => at), coefficients: own.map(([, one]) => one), sum: 0}];
  });
  if (among.length === 0) return true;
  const more = {
    lows: [...place].map(() => 1),
    highs: [...place].map(() => place.size * MOST_EACH),
    equations: among,
  };
  using program = new LinearProgram(highs, more);
  return search(more, program, undefined, secondsLeft).kind === 'found';
}

const MOST_EACH = 1_000;

/** Each is what one sum leaves for it; what the other sums then say of the rest. Undefined: it would have to be a fraction. */
function eliminated({equations}: CellSystem, open: readonly number[]): CellSystem['equations'] | undefined {
  const sums = equations.map(({cells, coefficients, sum}) => ({
    times: new Map(cells.map((cell, i) => [cell, coefficients[i] ?? 0])),
    sum,
  }));
  const left = new Set(sums);
  for (const cell of open) {
    const having = [...left].filter(({times}) => times.has(cell)).sort((a, b) => a.times.size - b.times.size);
    const by = having.find(({times}) => Math.abs(times.get(cell) ?? 0) === 1);
    if (by === undefined && having.length > 0) return undefined;
    if (by === undefined) continue;
    left.delete(by);
    for (const one of having) {
      if (one === by) continue;
      const factor = (one.times.get(cell) ?? 0) * (by.times.get(cell) ?? 0);
      one.sum -= factor * by.sum;
      for (const [other, times] of by.times) {
        const rest = (one.times.get(other) ?? 0) - factor * times;
        if (rest === 0) one.times.delete(other);
        else one.times.set(other, rest);
      }
    }
  }
  return [...left].map(({times, sum}) => ({cells: [...times.keys()], coefficients: [...times.values()], sum}));
}
