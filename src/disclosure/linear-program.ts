/**
 * HiGHS, asked for the least and the most of a cell. It reckons with fractions: nothing it says is passed on before
 * `certificate.ts` has proven it or a whole solution was put in and fits.
 */

import type {Highs, Model} from 'highs';
import {defect} from '#kit/defect';
import type {CellSystem, Equation} from './cell-system.ts';

export type Answer =
  | {readonly kind: 'optimal'; readonly values: Float64Array; readonly multipliers: Float64Array}
  /** `multipliers`: a sum of the equations that no number fits; reckoned when asked, before anything else is. */
  | {readonly kind: 'infeasible'; readonly multipliers: () => Float64Array}
  | {readonly kind: 'unbounded'}
  /** `values`: where it was when its time was over, if anywhere. */
  | {readonly kind: 'out-of-time'; readonly values: Float64Array}
  | {readonly kind: 'gave-up'};

let loaded: Promise<Highs> | undefined;

export const loadSolver = (): Promise<Highs> => {
  loaded ??= load();
  return loaded;
};

/** Fetched when it is first asked. The package describes itself as CommonJS and is not: what it calls default is the function. */
async function load(): Promise<Highs> {
  const {default: start}: {default: unknown} = await import('highs');
  return isLoader(start) ? start() : defect('the solver cannot be started');
}

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

/** Primal where what is asked changes, dual where the limits do. */
const SIMPLEX = {primal: 4, dual: 1} as const;

/** One system, kept by the solver from question to question; each starts where the last one ended. */
export class LinearProgram {
  readonly #model: Model;
  readonly #highs: Highs;
  #size: number;
  readonly #system: CellSystem;
  readonly #lows: number[];
  readonly #tops: number[];
  #asked: number | undefined;

  /** `prices`: what each cell costs where none is asked for; else nothing. `by`: what goes faster from one question to the next. */
  constructor(highs: Highs, system: CellSystem, prices: readonly number[] = [], by: keyof typeof SIMPLEX = 'primal') {
    const {lows, highs: tops, equations} = system;
    const sums = equations.map(({sum}) => sum);
    const starts = [0];
    for (const {cells} of equations) starts.push((starts.at(-1) ?? 0) + cells.length);
    this.#highs = highs;
    this.#size = lows.length;
    this.#system = system;
    this.#lows = [...lows];
    this.#tops = [...tops];
    this.#model = highs.createModel({
      numCols: lows.length,
      numRows: equations.length,
      colCost: Float64Array.from(lows, (_, cell) => prices[cell] ?? 0),
      colLower: Float64Array.from(lows, (low) => (Number.isFinite(low) ? low : -highs.infinity)),
      colUpper: Float64Array.from(tops, (top) => this.#top(top)),
      rowLower: Float64Array.from(sums),
      rowUpper: Float64Array.from(sums),
      matrix: {
        format: 'csr',
        numRows: equations.length,
        numCols: lows.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(equations.flatMap(({cells}) => cells)),
        values: Float64Array.from(equations.flatMap(({coefficients}) => coefficients)),
      },
    });
    this.#model.options.set({output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: SIMPLEX[by]});
  }

  #top(top: number): number {
    return Number.isFinite(top) ? top : this.#highs.infinity;
  }

  /** The least of the cell, or of its negative. Without a cell: any solution. */
  least(cell: number | undefined, sign: 1 | -1, seconds: number): Answer {
    const answer = this.#ask(cell, sign, seconds);
    if (answer.kind !== 'gave-up' || seconds <= 0) return answer;
    // Now and then it loses its way from where it stood, and finds it from the beginning.
    this.#model.clearSolver();
    return this.#ask(cell, sign, seconds);
  }

  /** A corner in the direction of these prices, in which many cells are at their least or most at once. */
  corner(prices: readonly number[], seconds: number): Float64Array | undefined {
    const all = {kind: 'range', from: 0, to: this.#size - 1} as const;
    this.#model.changeColsCost(all, Float64Array.from(prices));
    const answer = this.#ask(undefined, 1, seconds);
    this.#model.changeColsCost(all, new Float64Array(this.#size));
    this.#asked = undefined;
    return 'values' in answer ? answer.values : undefined;
  }

  #ask(cell: number | undefined, sign: 1 | -1, seconds: number): Answer {
    if (this.#size === 0 || this.#system.equations.length === 0)
      return defect('a system without equations is not asked');
    if (this.#asked !== undefined && this.#asked !== cell) this.#model.changeColCost(this.#asked, 0);
    if (cell !== undefined) this.#model.changeColCost(cell, sign);
    this.#asked = cell;
    const {modelStatus} = this.#highs.constants;
    this.#model.options.set('time_limit', this.#model.getRunTime() + Math.max(0.05, seconds));
    this.#model.run();
    switch (this.#model.getModelStatus()) {
      case modelStatus.optimal: {
        const {colValue, rowDual} = this.#model.getSolution();
        return {kind: 'optimal', values: colValue, multipliers: rowDual};
      }
      case modelStatus.infeasible:
        return {kind: 'infeasible', multipliers: () => this.#ray(seconds)};
      case modelStatus.unbounded:
      case modelStatus.unboundedOrInfeasible:
        return {kind: 'unbounded'};
      case modelStatus.timeLimit:
        return {kind: 'out-of-time', values: this.#model.getSolution().colValue};
      default:
        return {kind: 'gave-up'};
    }
  }

  /** What the solver says, or else, where it saw the contradiction before it began, the prices of making the least of it. */
  #ray(seconds: number): Float64Array {
    const ray = this.#model.getDualRay()?.values;
    if (ray !== undefined) return ray;
    const {equations} = this.#system;
    const size = this.#size;
    const open = equations.map(({cells, coefficients, sum}, at) => ({
      cells: [...cells, size + 2 * at, size + 2 * at + 1],
      coefficients: [...coefficients, 1, -1],
      sum,
    }));
    const more = equations.flatMap(() => [0, 0]);
    const eased = {
      lows: [...this.#lows, ...more],
      highs: [...this.#tops, ...more.map(() => Number.POSITIVE_INFINITY)],
      equations: open,
    };
    using program = new LinearProgram(this.#highs, eased, [...this.#lows.map(() => 0), ...more.map(() => 1)]);
    const answer = program.least(undefined, 1, seconds);
    return answer.kind === 'optimal' ? answer.multipliers : new Float64Array(equations.length);
  }

  limit(cell: number, low: number, high: number): void {
    [this.#lows[cell], this.#tops[cell]] = [low, high];
    this.#model.changeColBounds(cell, low, this.#top(high));
  }

  /** More cells, and then equations of any, which the system it was given has already; it goes on from where it stood. */
  grow(lows: readonly number[], tops: readonly number[], equations: readonly Equation[]): void {
    this.#size += lows.length;
    this.#lows.push(...lows);
    this.#tops.push(...tops);
    const top = (one: number) => this.#top(one);
    if (lows.length > 0) this.#model.addVars(Float64Array.from(lows), Float64Array.from(tops, top));
    for (const {cells, coefficients, sum} of equations)
      this.#model.addRow(sum, sum, {indices: Int32Array.from(cells), values: Float64Array.from(coefficients)});
  }

  /** The solver does not let go of memory by itself. */
  [Symbol.dispose](): void {
    this.#model.dispose();
  }
}
