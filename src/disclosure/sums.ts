/** Whole numbers that are not known, and the sums that hold between them, as they are found. */
import type {CellSystem, Equation} from './cell-system.ts';

export class Sums implements CellSystem {
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  readonly equations: Equation[] = [];

  /** A number that is at most `high`. */
  make(high = Number.POSITIVE_INFINITY): number {
    this.highs.push(high);
    return this.lows.push(0) - 1;
  }

  /** total = Σ parts; with a slack of 1 the total may be more, with −1 less. */
  add(total: number, parts: readonly number[], slack?: 1 | -1): void {
    const more = slack === undefined ? [] : [this.make()];
    this.equations.push({
      cells: [total, ...parts, ...more],
      coefficients: [-1, ...parts.map(() => 1), ...more.map(() => slack ?? 1)],
      sum: 0,
    });
  }

  /** now = then + plus − minus */
  difference(now: number, then: number, plus: number, minus: number): void {
    this.equations.push({cells: [now, then, plus, minus], coefficients: [-1, 1, 1, -1], sum: 0});
  }

  /** Somebody is in it. */
  some(cell: number): void {
    this.lows[cell] = 1;
  }

  /** Nobody is in it. */
  none(cell: number): void {
    this.highs[cell] = 0;
  }
}
