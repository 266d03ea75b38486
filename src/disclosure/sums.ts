/** Whole numbers that are not known, and the sums that hold between them, as they are found. */
import type {CellSystem, Equation} from './cell-system.ts';

export class Sums implements CellSystem {
  readonly lows: number[] = [];
  readonly highs: number[] = [];
  readonly equations: Equation[] = [];

  copy(): Sums {
    const copy = new Sums();
    copy.lows.push(...this.lows);
    copy.highs.push(...this.highs);
    copy.equations.push(...this.equations);
    return copy;
  }

  /** A number that is at most `high`. */
  make(high = Number.POSITIVE_INFINITY): number {
    this.highs.push(high);
    return this.lows.push(0) - 1;
  }

  /** total = Σ parts; with a slack of 1 the total may be more, with −1 less. */
  add(total: number, parts: readonly number[], slack?: 1 | -1): void {
    const more = slack === undefined ? [] : [{cell: this.make(), times: slack}];
    this.#equate([{cell: total, times: -1}, ...parts.map((cell) => ({cell, times: 1})), ...more]);
  }

  /** now = then + plus − minus */
  difference(now: number, then: number, plus: number, minus: number): void {
    this.#equate([
      ...[now, minus].map((cell) => ({cell, times: -1})),
      ...[then, plus].map((cell) => ({cell, times: 1})),
    ]);
  }

  /** A number may be on both sides: a part that is its whole. */
  #equate(terms: readonly {readonly cell: number; readonly times: number}[]): void {
    const times = new Map<number, number>();
    for (const one of terms) times.set(one.cell, (times.get(one.cell) ?? 0) + one.times);
    const left = [...times].filter(([, n]) => n !== 0);
    if (left.length === 0) return;
    this.equations.push({cells: left.map(([cell]) => cell), coefficients: left.map(([, n]) => n), sum: 0});
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
