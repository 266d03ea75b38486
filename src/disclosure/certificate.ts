/**
 * What a sum of equations proves of a cell, in whole numbers: take each equation so many times, add what is known of the cells
 * that are left over, and the cell is at least that much. Whatever a solver was wrong in, what comes out of here is true.
 */
import type {CellSystem} from './cell-system.ts';

export interface Certificate {
  readonly equations: readonly {readonly at: number; readonly times: number}[];
  /** How many times the cell they add up to. */
  readonly scale: number;
  /** What they leave over: so many times the cell, which is at least or at most this much. */
  readonly leftOver: readonly {readonly cell: number; readonly times: number; readonly value: number}[];
  /** What the equations alone come to, so many times over. */
  readonly sum: number;
  /** The cell, or its negative, is no less; of no cell: more than 0 is impossible. */
  readonly least: number;
}

/** Fractions the solver's multipliers may be of. */
const SCALES = [...Array.from({length: 64}, (_, i) => i + 1), 72, 84, 90, 120, 180, 360, 420, 840, 2520];
const NEAR = 1e-6;

/** The best that the multipliers prove, rounded to fractions; undefined: nothing, a cell without a limit is left over. */
export function prove(
  system: CellSystem,
  cell: number | undefined,
  sign: 1 | -1,
  multipliers: ArrayLike<number>,
): Certificate | undefined {
  const scale = SCALES.find((by) => isWhole(multipliers, by)) ?? 1;
  return proveWhole(system, cell, sign, multipliers, scale);
}

function isWhole(multipliers: ArrayLike<number>, by: number): boolean {
  for (let i = 0; i < multipliers.length; i++) {
    const times = (multipliers[i] ?? 0) * by;
    if (Math.abs(times - Math.round(times)) > NEAR * by) return false;
  }
  return true;
}

function proveWhole(
  {lows, highs, equations}: CellSystem,
  cell: number | undefined,
  sign: 1 | -1,
  multipliers: ArrayLike<number>,
  scale: number,
): Certificate | undefined {
  const used: {at: number; times: number}[] = [];
  const rest = new Map<number, number>();
  if (cell !== undefined) rest.set(cell, sign * scale);
  let sum = 0;
  equations.forEach((equation, at) => {
    const times = Math.round((multipliers[at] ?? 0) * scale);
    if (times === 0) return;
    used.push({at, times});
    sum += times * equation.sum;
    equation.cells.forEach((other, i) => {
      rest.set(other, (rest.get(other) ?? 0) - times * (equation.coefficients[i] ?? 0));
    });
  });
  const leftOver: {cell: number; times: number; value: number}[] = [];
  let total = sum;
  for (const [other, times] of rest) {
    if (times === 0) continue;
    const value = (times > 0 ? lows[other] : highs[other]) ?? 0;
    if (!Number.isFinite(value)) return undefined;
    leftOver.push({cell: other, times, value});
    total += times * value;
  }
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(sum)) return undefined;
  return {equations: used, scale, leftOver, sum, least: Math.ceil(total / scale)};
}

/** That no numbers fit: a sum of equations that comes out above all that its cells may be. */
export function proveNone(system: CellSystem, multipliers: ArrayLike<number>): Certificate | undefined {
  for (const direction of [1, -1]) {
    let most = 0;
    for (let i = 0; i < multipliers.length; i++) most = Math.max(most, Math.abs(multipliers[i] ?? 0));
    if (most === 0) return undefined;
    // A ray has no length: try it as long as makes its multipliers small whole numbers.
    const smallest = Array.from(multipliers, Math.abs).reduce((a, b) => (b > NEAR && b < a ? b : a), most);
    for (const unit of [1, smallest, most]) {
      const scaled = Array.from(multipliers, (times) => (direction * times) / unit);
      const proof = prove(system, undefined, 1, scaled);
      if (proof !== undefined && proof.least > 0) return proof;
    }
  }
  return undefined;
}
