/**
 * Which cells the equations alone fix, without what is known of cells being whole, positive or small: those in which every
 * solution is the same. Elimination modulo a prime, which never overflows and never rounds; a cell it is wrong about
 * (one in some fifty million) is not fixed, and nothing is made of it before a combination proves it.
 */
import type {CellSystem} from './cell-system.ts';

/** The largest prime below 2²⁶: a product of two remainders is exact. */
const PRIME = 67_108_859;

const modulo = (number: number): number => {
  const rest = number % PRIME;
  return rest < 0 ? rest + PRIME : rest;
};

function power(base: number, exponent: number): number {
  let [result, square] = [1, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

type Row = Map<number, number>;

/** `giveUp`: asked now and then; undefined is the answer of one who ran out of time. */
export function fixedCells(
  {lows, equations}: CellSystem,
  giveUp: () => boolean = () => false,
): ReadonlySet<number> | undefined {
  const rows: (readonly [pivot: number, row: Row])[] = [];
  const rowOf = new Map<number, number>();
  const order = equations.map((_, at) => at);
  order.sort((a, b) => (equations[a]?.cells.length ?? 0) - (equations[b]?.cells.length ?? 0));
  const uses = lows.map(() => 0);
  for (const {cells} of equations) for (const cell of cells) uses[cell] = (uses[cell] ?? 0) + 1;
  for (const at of order) {
    if (giveUp()) return undefined;
    const {cells, coefficients} = equations[at] ?? {cells: [], coefficients: []};
    const row: Row = new Map(cells.map((cell, i) => [cell, modulo(coefficients[i] ?? 0)]));
    reduce(row, rows, rowOf);
    const pivot = rarest(row, uses);
    if (pivot === undefined) continue;
    rowOf.set(pivot, rows.length);
    rows.push([pivot, row]);
  }
  // A solution of the equations without their sums, its free cells drawn: a cell that is 0 in it is 0 in all.
  const draw = drawn();
  const values = lows.map((_, cell) => (rowOf.has(cell) ? 0 : draw()));
  for (const [pivot, row] of rows.toReversed()) {
    let sum = 0;
    for (const [cell, times] of row) if (cell !== pivot) sum = (sum + times * (values[cell] ?? 0)) % PRIME;
    values[pivot] = modulo(-sum * power(row.get(pivot) ?? 1, PRIME - 2));
  }
  return new Set(values.flatMap((value, cell) => (value === 0 ? [cell] : [])));
}

/** Takes the earlier rows' pivots out of the row, first to last: a row has no pivot of an earlier one. */
function reduce(row: Row, rows: readonly (readonly [number, Row])[], rowOf: ReadonlyMap<number, number>): void {
  const waiting: number[] = [];
  const add = (cell: number) => {
    const at = rowOf.get(cell);
    if (at !== undefined) insert(waiting, at);
  };
  for (const cell of row.keys()) add(cell);
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const entry = rows[at];
    if (entry === undefined) continue;
    const [pivot, other] = entry;
    const own = row.get(pivot);
    if (own === undefined) continue;
    const factor = (own * power(other.get(pivot) ?? 1, PRIME - 2)) % PRIME;
    for (const [cell, times] of other) {
      const value = modulo((row.get(cell) ?? 0) - ((factor * times) % PRIME));
      if (value === 0) row.delete(cell);
      else {
        if (!row.has(cell)) add(cell);
        row.set(cell, value);
      }
    }
  }
}

function insert(sorted: number[], at: number): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  if (sorted[low] !== at) sorted.splice(low, 0, at);
}

function rarest(row: Row, uses: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const cell of row.keys()) if (best === undefined || (uses[cell] ?? 0) < (uses[best] ?? 0)) best = cell;
  return best;
}

/** Numbers nobody chose, the same each time. */
function drawn(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    state ^= state >>> 12;
    return 1 + ((state >>> 0) % (PRIME - 1));
  };
}
