/**
 * Numbers that are not known and hang together by sums, with the known ones beside them: what is outside says nothing of what is inside.
 * It grows when one of the known becomes unknown.
 */
import type {Highs} from 'highs';
import type {CellSystem, Equation} from './cell-system.ts';
import {type Answer, LinearProgram} from './linear-program.ts';

/** All there is, with the sums that each number is in. */
export interface Whole extends CellSystem {
  readonly uses: readonly (readonly number[])[];
}

export class Piece {
  /** Every number of it, where the numbers of its own system are. */
  readonly cells: number[] = [];
  /** By the places in it. */
  readonly system: {readonly lows: number[]; readonly highs: number[]; readonly equations: Equation[]} = {
    ...{lows: [], highs: [], equations: []},
  };
  readonly #place = new Map<number, number>();
  readonly #equations = new Set<number>();
  readonly #whole: Whole;
  readonly #highs: Highs;
  #program: LinearProgram | undefined;

  constructor(whole: Whole, highs: Highs) {
    this.#whole = whole;
    this.#highs = highs;
  }

  /** From a number that is not known on. Answers those that it found. */
  grow(from: number): readonly number[] {
    const {lows, highs, equations, uses} = this.#whole;
    const {system} = this;
    const [size, sums] = [system.lows.length, system.equations.length];
    if (this.has(from)) this.limit(from, lows[from] ?? 0, highs[from] ?? 0);
    else this.#add(from);
    const found = [from];
    for (const one of found)
      for (const at of uses[one] ?? []) {
        const equation = equations[at];
        if (equation === undefined || this.#equations.has(at)) continue;
        this.#equations.add(at);
        for (const other of equation.cells) {
          if (this.has(other)) continue;
          this.#add(other);
          if (lows[other] !== highs[other]) found.push(other);
        }
        system.equations.push({...equation, cells: equation.cells.map((cell) => this.placeOf(cell))});
      }
    this.#program?.grow(system.lows.slice(size), system.highs.slice(size), system.equations.slice(sums));
    return found;
  }

  #add(cell: number): void {
    this.#place.set(cell, this.cells.push(cell) - 1);
    this.system.lows.push(this.#whole.lows[cell] ?? 0);
    this.system.highs.push(this.#whole.highs[cell] ?? 0);
  }

  get program(): LinearProgram {
    this.#program ??= new LinearProgram(this.#highs, this.system);
    return this.#program;
  }

  has(cell: number): boolean {
    return this.#place.has(cell);
  }

  placeOf(cell: number): number {
    return this.#place.get(cell) ?? 0;
  }

  limit(cell: number, low: number, high: number): void {
    const at = this.placeOf(cell);
    [this.system.lows[at], this.system.highs[at]] = [low, high];
    this.#program?.limit(at, low, high);
  }

  least(cell: number, sign: 1 | -1, seconds: number): Answer {
    const at = this.placeOf(cell);
    if (this.system.equations.length > 0) return this.program.least(at, sign, seconds);
    // Of what is in no sum, everything that it can be.
    const values = Float64Array.of((sign > 0 ? this.system.lows : this.system.highs)[at] ?? 0);
    return {kind: 'optimal', values, multipliers: new Float64Array(0)};
  }

  /** The numbers that have a price in a proof. */
  standsOn(multipliers: Float64Array): readonly number[] {
    const prices = new Float64Array(this.cells.length);
    this.system.equations.forEach(({cells, coefficients}, at) => {
      const multiplier = multipliers[at] ?? 0;
      if (multiplier === 0) return;
      cells.forEach((cell, i) => {
        prices[cell] = (prices[cell] ?? 0) + (coefficients[i] ?? 0) * multiplier;
      });
    });
    return this.cells.filter((_, at) => Math.abs(prices[at] ?? 0) > NEAR);
  }

  [Symbol.dispose](): void {
    this.#program?.[Symbol.dispose]();
  }
}

const NEAR = 1e-6;
