/**
 * What is published, made to give way where that costs least: a published figure may be another at a price, and asked for a number to
 * be at least or at most so much it answers the whole data set that changes least for it. The figures changed in that data set are
 * what has to be withheld (Kelly, Golden & Assad, Networks 22, 1992, here of all linked tables at once).
 */
import type {Highs} from 'highs';
import type {CellSystem, Equation} from './cell-system.ts';
import {LinearProgram} from './linear-program.ts';
import {wholeOf} from './search.ts';

/** Undefined price: it stays as it is. */
export interface PublishedFigure {
  readonly value: number;
  readonly price: number | undefined;
}

export interface Eased {
  readonly price: number;
  /** The published figures that are others in it. */
  readonly changed: readonly number[];
  /** Undefined: it is in fractions. */
  readonly whole: readonly number[] | undefined;
}

export class Easing {
  readonly #given: CellSystem;
  readonly #eased: {readonly lows: number[]; readonly highs: number[]} & Pick<CellSystem, 'equations'>;
  readonly #program: LinearProgram;
  readonly #prices: readonly number[];
  /** By published figure the column of how much more it is; the next is how much less. */
  readonly #more = new Map<number, number>();

  /** `system`: what each number is at least and at most before it is published. */
  constructor(system: CellSystem, published: ReadonlyMap<number, PublishedFigure>, highs: Highs) {
    const [lows, tops] = [[...system.lows], [...system.highs]];
    const prices = lows.map(() => 0);
    for (const [cell, {value, price}] of published) {
      const [least, most] = [lows[cell] ?? 0, tops[cell] ?? 0];
      [lows[cell], tops[cell]] = [value, value];
      if (price === undefined) continue;
      this.#more.set(cell, lows.length);
      lows.push(0, 0);
      tops.push(most - value, value - least);
      prices.push(price, price);
    }
    this.#given = system;
    this.#prices = prices;
    this.#eased = {lows, highs: tops, equations: system.equations.map((one) => this.#withChanges(one))};
    this.#program = new LinearProgram(highs, this.#eased, prices, 'dual');
  }

  #withChanges({cells, coefficients, sum}: Equation): Equation {
    const changes = cells.flatMap((cell, i) => {
      const [at, times = 0] = [this.#more.get(cell), coefficients[i]];
      return at === undefined ? [] : [[at, times] as const, [at + 1, -times] as const];
    });
    return {
      cells: [...cells, ...changes.map(([at]) => at)],
      coefficients: [...coefficients, ...changes.map(([, times]) => times)],
      sum,
    };
  }

  /** It is published no more. */
  free(cell: number): void {
    this.#limit(cell, this.#given.lows[cell] ?? 0, this.#given.highs[cell] ?? 0);
    const at = this.#more.get(cell);
    if (at === undefined) return;
    for (const change of [at, at + 1]) this.#limit(change, 0, 0);
    this.#more.delete(cell);
  }

  /** It is so many. */
  keep(cell: number, value: number): void {
    if (this.#eased.lows[cell] !== value || this.#eased.highs[cell] !== value) this.#limit(cell, value, value);
  }

  #limit(cell: number, low: number, high: number): void {
    [this.#eased.lows[cell], this.#eased.highs[cell]] = [low, high];
    this.#program.limit(cell, low, high);
  }

  /** With a number that is not published within limits of its own. Undefined: nothing that may change makes it so. */
  within(cell: number, low: number, high: number, seconds: number): Eased | undefined {
    const before = [this.#eased.lows[cell] ?? 0, this.#eased.highs[cell] ?? 0] as const;
    this.#limit(cell, Math.max(low, before[0]), Math.min(high, before[1]));
    const eased = low > before[1] || high < before[0] ? undefined : this.cheapest(seconds);
    this.#limit(cell, ...before);
    return eased;
  }

  cheapest(seconds: number): Eased | undefined {
    const answer = this.#program.least(undefined, 1, seconds);
    if (answer.kind !== 'optimal') return undefined;
    const {values} = answer;
    const whole = wholeOf(this.#eased, values)?.slice(0, this.#given.lows.length);
    const changed: number[] = [];
    let price = 0;
    for (const [cell, at] of this.#more) {
      const [more = 0, less = 0] = [values[at], values[at + 1]];
      if (more <= NEAR && less <= NEAR) continue;
      changed.push(cell);
      price += (this.#prices[at] ?? 0) * (more + less);
      if (whole !== undefined) whole[cell] = Math.round((values[cell] ?? 0) + more - less);
    }
    return {whole, price, changed};
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}

const NEAR = 1e-6;
