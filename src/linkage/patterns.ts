/**
 * Agreement patterns and how many pairs have each: all EM needs to know of the pairs. A pattern is one number, the level of
 * each field plus one (0: not comparable) in mixed base.
 */
import type {Field} from './field.ts';

export interface Patterns {
  readonly patterns: Float64Array;
  readonly counts: Float64Array;
  readonly pairs: number;
  /** The level of a field in a pattern; −1: not comparable. */
  level(pattern: number, field: number): number;
}

export class PatternCounter {
  readonly #fields: readonly Field[];
  readonly #bases: readonly number[];
  readonly #strides: readonly number[];
  readonly #counts = new Map<number, number>();
  #pairs = 0;

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
    this.#bases = fields.map(({levels}) => levels.length + 1);
    this.#strides = fields.map((_, f) => this.#bases.slice(0, f).reduce((product, base) => product * base, 1));
  }

  add(i: number, j: number, times = 1): void {
    let pattern = 0;
    for (let f = 0; f < this.#fields.length; f++) {
      const field = this.#fields[f];
      const a = field?.codes[i] ?? -1;
      const b = field?.codes[j] ?? -1;
      if (field !== undefined && a >= 0 && b >= 0) pattern += (field.level(a, b) + 1) * (this.#strides[f] ?? 0);
    }
    this.#counts.set(pattern, (this.#counts.get(pattern) ?? 0) + times);
    this.#pairs += times;
  }

  get pairs(): number {
    return this.#pairs;
  }

  counted(): Patterns {
    const [bases, strides] = [this.#bases, this.#strides];
    return {
      patterns: Float64Array.from(this.#counts.keys()),
      counts: Float64Array.from(this.#counts.values()),
      pairs: this.#pairs,
      level: (pattern, f) => (Math.floor(pattern / (strides[f] ?? 1)) % (bases[f] ?? 1)) - 1,
    };
  }
}
