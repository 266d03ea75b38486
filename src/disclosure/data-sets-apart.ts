/** Few whole data sets that prove of every guarded number that it is: kept so that more can be asked of them. */
import type {Highs} from 'highs';
import type {CellSystem} from './cell-system.ts';
import {LinearProgram} from './linear-program.ts';
import type {Effort} from './reckon.ts';
import {search, wholeOf} from './search.ts';
import {type DataSet, type Difference, pricesOf, Ranges, spread, valueIn} from './spread.ts';

export interface Apart {
  readonly sets: readonly DataSet[];
  /** Of which two of them are apart by the width. */
  readonly proven: readonly Difference[];
}

/** `system`: what is published has its value as both limits, and nothing is unlimited. */
export function dataSetsApart(
  system: CellSystem,
  wanted: readonly Difference[],
  width: number,
  highs: Highs,
  {secondsLeft}: Effort,
): Apart {
  if (system.equations.length === 0) return {sets: [], proven: []};
  using program = new LinearProgram(highs, system);
  const found: DataSet[] = [];
  const ranges = new Ranges(wanted);
  const isWide = (at: number) => ranges.isWide(at, width);
  const see = (set: DataSet) => {
    found.push(set);
    ranges.see(set);
  };
  spread(system, program, wanted, isWide, see, secondsLeft);
  for (const [at, one] of wanted.entries())
    for (const sign of [1, -1] as const) {
      if (isWide(at) || secondsLeft() <= 0) continue;
      const values = program.corner(pricesOf(system, [[one, sign]]), secondsLeft());
      const set = values && (wholeOf(system, values) ?? nearest(system, program, one, values, secondsLeft));
      if (set !== undefined) see(set);
    }
  const proven = wanted.filter((_, at) => isWide(at));
  return {sets: fewest(found, proven, width), proven};
}

/** Of a number that is one cell: a whole data set that has it as near as can be. */
function nearest(
  system: CellSystem,
  program: LinearProgram,
  {whole, part}: Difference,
  values: ArrayLike<number>,
  secondsLeft: () => number,
): DataSet | undefined {
  if (part !== undefined) return undefined;
  const value = Math.round(values[whole] ?? 0);
  const found = search(system, program, {cell: whole, value}, secondsLeft);
  return found.kind === 'found' ? found.values : undefined;
}

/** Not all are needed: one after the other, that which takes the numbers furthest. */
function fewest(found: readonly DataSet[], proven: readonly Difference[], width: number): readonly DataSet[] {
  const kept: DataSet[] = [];
  const left = new Set(found);
  const ranges = new Map<Difference, Range | undefined>(proven.map((one) => [one, undefined]));
  for (;;) {
    let best: {readonly set: DataSet; readonly gain: number} | undefined;
    for (const set of left) {
      let gain = 0;
      for (const [one, range] of ranges) gain += gainOf(valueIn(one, set), range, width);
      if (gain > (best?.gain ?? 0)) best = {set, gain};
    }
    if (best === undefined) return kept;
    const {set} = best;
    kept.push(set);
    left.delete(set);
    for (const [one, range] of ranges) {
      const next = widened(range, valueIn(one, set));
      if (next.high - next.low >= width) ranges.delete(one);
      else ranges.set(one, next);
    }
  }
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const widened = (range: Range | undefined, value: number): Range => ({
  low: Math.min(value, range?.low ?? value),
  high: Math.max(value, range?.high ?? value),
});

/** How much wider what is known becomes, as far as it has to; the first set says where it begins. */
function gainOf(value: number, range: Range | undefined, width: number): number {
  if (range === undefined) return 1;
  const next = widened(range, value);
  return (Math.min(next.high - next.low, width) - (range.high - range.low)) / width;
}
