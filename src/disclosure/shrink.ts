/**
 * Fewer unknowns of which just as many data sets there are: what is in one sum alone is counted there, a sum with but one number that
 * is elsewhere becomes that number's ways, and of two numbers in one sum each tells the other. What is left goes round in circles.
 */
import type {Equation} from './cell-system.ts';
import {allWays, spreadOf, type Ways, workOf} from './ways.ts';

/** Unknowns from 0 on, each with its ways, and the sums they come to; so many data sets, each `factor` times. */
export interface Puzzle {
  readonly factor: bigint;
  readonly ways: readonly Ways[];
  readonly equations: readonly Equation[];
}

/** More is not folded at once: it is looked into number by number. */
const MOST_WORK = 400_000;

interface Sum {
  readonly times: Map<number, number>;
  sum: number;
}

/** Answers the puzzle itself where nothing can be done. `work` is told what was done. */
export function shrunk(puzzle: Puzzle, work: (units: number) => void): Puzzle {
  const smaller = new Shrinking(puzzle, work);
  return smaller.run() ? smaller.left() : puzzle;
}

class Shrinking {
  #factor: bigint;
  readonly #ways: (Ways | undefined)[];
  readonly #sums: (Sum | undefined)[];
  readonly #uses: Set<number>[];
  readonly #work: (units: number) => void;

  constructor({factor, ways, equations}: Puzzle, work: (units: number) => void) {
    this.#factor = factor;
    this.#work = work;
    this.#ways = [...ways];
    this.#uses = ways.map(() => new Set());
    this.#sums = equations.map(({cells, coefficients, sum}, at) => {
      for (const cell of cells) this.#uses[cell]?.add(at);
      return {times: new Map(cells.map((cell, i) => [cell, coefficients[i] ?? 0])), sum};
    });
  }

  /** Whether anything was done. */
  run(): boolean {
    let done = false;
    for (let news = true; news; ) {
      news = false;
      for (const at of this.#sums.keys()) if (this.#take(at)) news = true;
      done ||= news;
    }
    this.#ways.forEach((ways, cell) => {
      if (ways === undefined || this.#usesOf(cell) > 0) return;
      this.#factor *= allWays(ways);
      this.#ways[cell] = undefined;
      done = true;
    });
    return done;
  }

  left(): Puzzle {
    const place = new Map<number, number>();
    const ways = this.#ways.filter((one, cell) => {
      if (one !== undefined) place.set(cell, place.size);
      return one !== undefined;
    });
    const equations = this.#sums.flatMap((one): Equation[] => {
      if (one === undefined) return [];
      const cells = [...one.times.keys()].map((cell) => place.get(cell) ?? 0);
      return [{cells, coefficients: [...one.times.values()], sum: one.sum}];
    });
    return {factor: this.#factor, ways, equations};
  }

  #take(at: number): boolean {
    const sum = this.#sums[at];
    if (sum === undefined) return false;
    const own = [...sum.times.keys()].filter((cell) => this.#usesOf(cell) === 1);
    const [first, second, ...more] = [...sum.times.keys()].filter((cell) => this.#usesOf(cell) > 1);
    if (second === undefined) return this.#close(at, sum, own, first);
    if (own.length === 0) return more.length === 0 && this.#alias(at, sum, first ?? second, second);
    return own.length > 1 && this.#merge(at, sum, own);
  }

  readonly #usesOf = (cell: number): number => this.#uses[cell]?.size ?? 0;

  #spread(sum: Sum, cells: readonly number[]) {
    const parts = cells.map((cell) => [this.#ways[cell] ?? [], sum.times.get(cell) ?? 0] as const);
    const work = workOf(parts);
    if (work > MOST_WORK) return undefined;
    this.#work(work);
    return spreadOf(parts);
  }

  /** All of a sum but what is elsewhere too, if there is such a number. */
  #close(at: number, sum: Sum, own: readonly number[], elsewhere: number | undefined): boolean {
    const spread = this.#spread(sum, own);
    if (spread === undefined) return false;
    const waysTo = (left: number): bigint => spread.ways[left - spread.from] ?? 0n;
    this.#drop(at, own);
    if (elsewhere === undefined) this.#factor *= waysTo(sum.sum);
    else {
      const times = sum.times.get(elsewhere) ?? 0;
      this.#reweigh(elsewhere, (value) => waysTo(sum.sum - times * value));
    }
    return true;
  }

  /** Numbers of this sum alone are one number. */
  #merge(at: number, sum: Sum, own: readonly number[]): boolean {
    const spread = this.#spread(sum, own);
    const [first, ...others] = own;
    if (spread === undefined || first === undefined) return false;
    for (const cell of others) {
      sum.times.delete(cell);
      this.#ways[cell] = undefined;
      this.#uses[cell]?.delete(at);
    }
    sum.times.set(first, 1);
    sum.sum -= spread.from;
    this.#ways[first] = spread.ways;
    return true;
  }

  /** One of two numbers, told by the other wherever it is. */
  #alias(at: number, sum: Sum, one: number, other: number): boolean {
    const [a, b] = [sum.times.get(one) ?? 0, sum.times.get(other) ?? 0];
    if (Math.abs(a) !== 1) return Math.abs(b) === 1 && this.#alias(at, sum, other, one);
    const ways = this.#ways[one] ?? [];
    this.#reweigh(other, (value) => ways[a * (sum.sum - b * value)] ?? 0n);
    const elsewhere = [...(this.#uses[one] ?? [])].filter((next) => next !== at);
    this.#drop(at, [one]);
    for (const next of elsewhere) {
      const there = this.#sums[next];
      if (there === undefined) continue;
      const times = there.times.get(one) ?? 0;
      there.times.delete(one);
      there.sum -= times * a * sum.sum;
      const together = (there.times.get(other) ?? 0) - times * a * b;
      if (together === 0) {
        there.times.delete(other);
        this.#uses[other]?.delete(next);
      } else {
        there.times.set(other, together);
        this.#uses[other]?.add(next);
      }
    }
    return true;
  }

  #reweigh(cell: number, by: (value: number) => bigint): void {
    const ways = this.#ways[cell] ?? [];
    this.#work(ways.length);
    this.#ways[cell] = ways.map((one, value) => one * by(value));
  }

  #drop(at: number, own: readonly number[]): void {
    for (const cell of this.#sums[at]?.times.keys() ?? []) this.#uses[cell]?.delete(at);
    for (const cell of own) this.#ways[cell] = undefined;
    this.#sums[at] = undefined;
  }
}
