/**
 * Plain subtraction: an equation in which one cell is not known gives that cell, which may leave another equation with one.
 * Nearest first, so that what a reader has to follow is short.
 */
import {type CellSystem, equationsOf} from './cell-system.ts';

export interface Peeled {
  /** By cell: the equation that gave it, all others of whose cells are known, and its value. */
  readonly found: ReadonlyMap<number, {readonly equation: number; readonly value: number}>;
  /** Equations that do not hold, each with all that it stands on. */
  readonly broken: readonly (readonly number[])[];
}

export function peel(system: CellSystem): Peeled {
  const {lows, highs, equations} = system;
  const of = equationsOf(system);
  const found = new Map<number, {readonly equation: number; readonly value: number}>();
  const isKnown = (cell: number) => lows[cell] === highs[cell] || found.has(cell);
  const numberOf = (cell: number) => found.get(cell)?.value ?? lows[cell] ?? 0;
  const open = equations.map(({cells}) => cells.reduce((count, cell) => count + (isKnown(cell) ? 0 : 1), 0));
  const broken: (readonly number[])[] = [];
  let wave = equations.flatMap((_, at) => ((open[at] ?? 0) <= 1 ? [at] : []));
  while (wave.length > 0) {
    const next: number[] = [];
    for (const at of wave) {
      const {cells, coefficients, sum} = equations[at] ?? {cells: [], coefficients: [], sum: 0};
      let rest = sum;
      let last: number | undefined;
      let times = 0;
      cells.forEach((cell, i) => {
        if (isKnown(cell)) rest -= (coefficients[i] ?? 0) * numberOf(cell);
        else [last, times] = [cell, coefficients[i] ?? 0];
      });
      if (last === undefined) {
        if (rest !== 0) broken.push(standsOn(at, system, found));
        continue;
      }
      const value = rest / times + 0;
      if (!Number.isSafeInteger(value) || value < (lows[last] ?? 0) || value > (highs[last] ?? 0)) {
        broken.push(standsOn(at, system, found));
        continue;
      }
      found.set(last, {equation: at, value});
      for (const other of of[last] ?? []) {
        const left = (open[other] ?? 0) - 1;
        open[other] = left;
        if (left <= 1 && other !== at) next.push(other);
      }
    }
    wave = [...new Set(next)];
  }
  return {found, broken};
}

/** The equation, after those that gave the cells it takes as known; in the order to be followed. */
export function standsOn(at: number, {equations}: CellSystem, found: Peeled['found']): readonly number[] {
  const order = new Set<number>();
  const visiting: {readonly at: number; readonly ready: boolean}[] = [{at, ready: false}];
  const seen = new Set<number>();
  for (let step = visiting.pop(); step !== undefined; step = visiting.pop()) {
    if (step.ready) {
      order.add(step.at);
      continue;
    }
    if (seen.has(step.at)) continue;
    seen.add(step.at);
    visiting.push({at: step.at, ready: true});
    for (const cell of equations[step.at]?.cells ?? []) {
      const by = found.get(cell)?.equation;
      if (by !== undefined && by !== step.at) visiting.push({at: by, ready: false});
    }
  }
  return [...order];
}
