/**
 * Whole data sets that fit all that is published and lie far apart in many numbers at once: of the numbers that are wanted further
 * apart half are pulled down and half up, and then the other way, until that shows nothing new. Two such are what proves that a
 * number is guarded, and a few prove it of nearly all.
 */
import type {CellSystem} from './cell-system.ts';
import type {LinearProgram} from './linear-program.ts';
import {wholeOf} from './search.ts';

export type DataSet = readonly number[];

/** A number, or what is left of it without a part. */
export interface Difference {
  readonly whole: number;
  readonly part?: number | undefined;
}

export const valueIn = ({whole, part}: Difference, set: DataSet): number =>
  (set[whole] ?? 0) - (part === undefined ? 0 : (set[part] ?? 0));

/** The least and the most that were seen of some numbers. */
export class Ranges {
  readonly #of: readonly Difference[];
  readonly #lows: number[];
  readonly #highs: number[];

  constructor(of: readonly Difference[]) {
    this.#of = of;
    this.#lows = of.map(() => Number.POSITIVE_INFINITY);
    this.#highs = of.map(() => Number.NEGATIVE_INFINITY);
  }

  see(set: DataSet): void {
    this.#of.forEach((one, at) => {
      const value = valueIn(one, set);
      if (value < (this.#lows[at] ?? 0)) this.#lows[at] = value;
      if (value > (this.#highs[at] ?? 0)) this.#highs[at] = value;
    });
  }

  isWide(at: number, width: number): boolean {
    return (this.#highs[at] ?? 0) - (this.#lows[at] ?? 0) >= width;
  }
}

/** `see` is told of every data set that is found. Numbers that are wide already are not pulled. */
export function spread(
  system: CellSystem,
  program: LinearProgram,
  wanted: readonly Difference[],
  isWide: (at: number) => boolean,
  see: (set: DataSet) => void,
  secondsLeft: () => number,
): void {
  let draw = 1;
  for (let dry = 0; dry < MOST_DRY && secondsLeft() > 0; ) {
    const open = wanted.flatMap((one, at) => (isWide(at) ? [] : [{one, at}]));
    if (open.length === 0) return;
    const prices = open.map(({one}) => {
      draw = (Math.imul(draw, 1_103_515_245) + 12_345) & 0x7fffffff;
      return [one, draw % 65_536 < 32_768 ? 1 : -1] as const;
    });
    for (const way of [1, -1]) {
      const values = program.corner(pricesOf(system, prices, way), secondsLeft());
      const whole = values && wholeOf(system, values);
      if (whole !== undefined) see(whole);
    }
    dry = open.some(({at}) => isWide(at)) ? 0 : dry + 1;
  }
}

const MOST_DRY = 3;

export function pricesOf(
  {lows}: CellSystem,
  prices: readonly (readonly [one: Difference, price: number])[],
  way = 1,
): readonly number[] {
  const all = new Array<number>(lows.length).fill(0);
  for (const [{whole, part}, price] of prices) {
    all[whole] = (all[whole] ?? 0) + way * price;
    if (part !== undefined) all[part] = (all[part] ?? 0) - way * price;
  }
  return all;
}
