/** Whether whole numbers fit, by halving: every way that is closed is closed by a proof, and what is found is put in. */
import {type CellSystem, satisfies} from './cell-system.ts';
import {proveNone} from './certificate.ts';
import type {LinearProgram} from './linear-program.ts';

export type Found =
  | {readonly kind: 'found'; readonly values: readonly number[]}
  | {readonly kind: 'none'}
  | {readonly kind: 'unknown'};

const NEAR = 1e-6;
const MOST_WAYS = 400;

/** The whole numbers nearest to the solver's, where they are a solution. */
export function wholeOf(system: CellSystem, values: ArrayLike<number>): readonly number[] | undefined {
  const rounded = Array.from(values, (value) => Math.round(value) + 0);
  return satisfies(system, rounded) ? rounded : undefined;
}

/** With one cell kept to a value, or to none. Leaves the program's limits as it found them. */
export function search(
  system: CellSystem,
  program: LinearProgram,
  kept: {readonly cell: number; readonly value: number} | undefined,
  secondsLeft: () => number,
): Found {
  const lows = [...system.lows];
  const highs = [...system.highs];
  const limited = {...system, lows, highs};
  let ways = 0;

  const within = (cell: number, low: number, high: number, next: () => Found): Found => {
    const before = [lows[cell] ?? 0, highs[cell] ?? 0] as const;
    if (low > high) return {kind: 'none'};
    [lows[cell], highs[cell]] = [low, high];
    program.limit(cell, low, high);
    const answer = next();
    [lows[cell], highs[cell]] = before;
    program.limit(cell, ...before);
    return answer;
  };
  const go = (): Found => {
    if (++ways > MOST_WAYS || secondsLeft() <= 0) return {kind: 'unknown'};
    const answer = program.least(undefined, 1, secondsLeft());
    if (answer.kind === 'infeasible') {
      const proof = proveNone(limited, answer.multipliers());
      return proof === undefined ? {kind: 'unknown'} : {kind: 'none'};
    }
    if (answer.kind !== 'optimal') return {kind: 'unknown'};
    const values = wholeOf(limited, answer.values);
    if (values !== undefined) return {kind: 'found', values};
    const broken = answer.values.findIndex((value) => Math.abs(value - Math.round(value)) > NEAR);
    if (broken < 0) return {kind: 'unknown'};
    const at = Math.floor(answer.values[broken] ?? 0);
    const below = within(broken, lows[broken] ?? 0, at, go);
    if (below.kind === 'found') return below;
    const above = within(broken, at + 1, highs[broken] ?? 0, go);
    return above.kind === 'none' ? below : above;
  };
  return kept === undefined ? go() : within(kept.cell, kept.value, kept.value, go);
}
