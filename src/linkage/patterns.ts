/**
 * Agreement patterns and how many pairs have each: all EM needs to know of the pairs. While they are counted a pattern is one
 * number, the level of each field plus one (0: not comparable) in mixed base; then its levels lie side by side.
 */
import type {Field} from './field.ts';

export interface Patterns {
  /** How many different patterns there are. */
  readonly size: number;
  /** The pairs of each. */
  readonly counts: Float64Array;
  readonly pairs: number;
  /** Of each pattern in turn the level of each field; −1: not comparable. */
  readonly levels: Int8Array;
}

export class PatternCounter {
  readonly #fields: readonly Field[];
  readonly #bases: readonly number[];
  readonly #strides: readonly number[];
  /** In the order met. */
  #patterns = new Float64Array(256);
  #counts = new Float64Array(256);
  #size = 0;
  /** Where a pattern is among them, plus one; open addressing, at most half full. */
  #slots = new Int32Array(512);
  #pairs = 0;

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
    this.#bases = fields.map(({levels}) => levels.length + 1);
    this.#strides = fields.map((_, f) => this.#bases.slice(0, f).reduce((product, base) => product * base, 1));
  }

  add(i: number, j: number): void {
    const fields = this.#fields;
    let pattern = 0;
    for (let f = 0; f < fields.length; f++) {
      const field = fields[f];
      const a = field?.codes[i] ?? -1;
      const b = field?.codes[j] ?? -1;
      if (field !== undefined && a >= 0 && b >= 0) pattern += (field.level(a, b) + 1) * (this.#strides[f] ?? 0);
    }
    const at = this.#placeOf(pattern);
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#pairs++;
  }

  get pairs(): number {
    return this.#pairs;
  }

  #placeOf(pattern: number): number {
    if (this.#size === this.#patterns.length) this.#grow();
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = slotOf(pattern) & last; ; slot = (slot + 1) & last) {
      const at = (slots[slot] ?? 0) - 1;
      if (at >= 0 && this.#patterns[at] === pattern) return at;
      if (at >= 0) continue;
      slots[slot] = this.#size + 1;
      this.#patterns[this.#size] = pattern;
      return this.#size++;
    }
  }

  #grow(): void {
    this.#patterns = doubled(this.#patterns);
    this.#counts = doubled(this.#counts);
    const slots = new Int32Array(this.#patterns.length * 2);
    const last = slots.length - 1;
    for (let at = 0; at < this.#size; at++) {
      let slot = slotOf(this.#patterns[at] ?? 0) & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = at + 1;
    }
    this.#slots = slots;
  }

  counted(): Patterns {
    const size = this.#size;
    const fields = this.#fields.length;
    const levels = new Int8Array(size * fields);
    for (let at = 0; at < size; at++)
      for (let f = 0; f < fields; f++) {
        const stride = this.#strides[f] ?? 1;
        levels[at * fields + f] = (Math.floor((this.#patterns[at] ?? 0) / stride) % (this.#bases[f] ?? 1)) - 1;
      }
    return {size, counts: this.#counts.slice(0, size), pairs: this.#pairs, levels};
  }
}

/** Of a whole number below 2 ** 53. */
const slotOf = (pattern: number): number =>
  (Math.imul(pattern | 0, 0x9e3779b1) ^ Math.imul(Math.floor(pattern / 2 ** 32), 0x85ebca6b)) >>> 9;

function doubled(of: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(of.length * 2);
  grown.set(of);
  return grown;
}
