/** A puzzle with what its sums leave no choice of taken out, and apart what hangs together by no sum. */
import type {Equation} from './cell-system.ts';
import {narrowed} from './narrow.ts';
import {type Puzzle, shrunk} from './shrink.ts';
import {isOneEach, oneEach, type Ways} from './ways.ts';

/** Nothing fits: no data set. */
export const NOTHING: Puzzle = {factor: 0n, ways: [], equations: []};

/** Until nothing is left to take out. */
export function settled(puzzle: Puzzle, work: (units: number) => void): Puzzle {
  for (let last = puzzle; ; ) {
    work(last.equations.reduce((sum, {cells}) => sum + cells.length, last.ways.length));
    const limited = within(last);
    if (limited.factor === 0n) return NOTHING;
    const next = shrunk(limited, work);
    if (next === limited) return next;
    last = next;
  }
}

/** With unknowns kept to values. */
export function withValues(
  {factor, ways, equations}: Puzzle,
  values: readonly (readonly [cell: number, value: number])[],
): Puzzle {
  const kept = values.map(([cell, sum]) => ({cells: [cell], coefficients: [1], sum}));
  return {factor, ways, equations: [...equations, ...kept]};
}

/** Every unknown from 0 up to the most it can be; those that can be one number only are taken into the sums. */
function within({factor, ways, equations}: Puzzle): Puzzle {
  const lows = ways.map((one) => one.findIndex((times) => times > 0n));
  if (lows.includes(-1)) return NOTHING;
  const highs = ways.map((one) => one.findLastIndex((times) => times > 0n));
  const limits = narrowed({lows, highs, equations});
  if (limits === undefined) return NOTHING;
  let times = factor;
  const place = new Map<number, number>();
  const left: Ways[] = [];
  ways.forEach((one, cell) => {
    const [low = 0, high = 0] = [limits.lows[cell], limits.highs[cell]];
    if (low === high) times *= one[low] ?? 0n;
    else place.set(cell, left.push(isOneEach(one) ? oneEach(high - low) : one.slice(low, high + 1)) - 1);
  });
  const sums = equations.flatMap((equation) => shifted(equation, limits.lows, place) ?? []);
  return {factor: times, ways: left, equations: sums};
}

/** Of what is left; undefined: nothing is, and it holds. */
function shifted(
  {cells, coefficients, sum}: Equation,
  lows: readonly number[],
  place: ReadonlyMap<number, number>,
): Equation | undefined {
  const known = cells.reduce((all, cell, i) => all + (coefficients[i] ?? 0) * (lows[cell] ?? 0), 0);
  const open = cells.flatMap((cell, i) => {
    const at = place.get(cell);
    return at === undefined ? [] : [[at, coefficients[i] ?? 0] as const];
  });
  if (open.length === 0) return undefined;
  return {cells: open.map(([at]) => at), coefficients: open.map(([, one]) => one), sum: sum - known};
}

/** Each counted by itself: what fits is any of one with any of another. */
export function partsOf({ways, equations}: Puzzle): readonly Puzzle[] {
  const groups = ways.map((_, cell) => cell);
  const groupOf = (cell: number): number => {
    let root = cell;
    while (groups[root] !== root) root = groups[root] ?? root;
    groups[cell] = root;
    return root;
  };
  for (const {cells} of equations) for (const cell of cells) groups[groupOf(cell)] = groupOf(cells[0] ?? cell);
  return [...Map.groupBy(ways.keys(), groupOf).values()].map((cells): Puzzle => {
    const place = new Map(cells.map((cell, at) => [cell, at]));
    const own = equations.filter((one) => place.has(one.cells[0] ?? -1));
    return {
      factor: 1n,
      ways: cells.map((cell) => ways[cell] ?? []),
      equations: own.map((one) => ({...one, cells: one.cells.map((cell) => place.get(cell) ?? 0)})),
    };
  });
}
