/**
 * Pseudo-random numbers by xoshiro128** (Blackman and Vigna), seeded through splitmix32: the same seed gives the same
 * files on every machine, for ever. Nothing here reads a clock or the system's own randomness.
 */
export interface Random {
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T extends {readonly weight: number}>(list: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  const next = xoshiro(seed);
  const unit = () => next() / 0x1_0000_0000;
  const below = (n: number) => Math.floor(unit() * n);
  const pick = <T>(list: readonly T[]): T => at(list, below(list.length));
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => unit() < probability,
    pick,
    weighted: (list) => {
      let left = unit() * list.reduce((sum, {weight}) => sum + weight, 0);
      for (const one of list) {
        left -= one.weight;
        if (left < 0) return one;
      }
      return at(list, list.length - 1);
    },
  };
}

/** Fisher and Yates, in place. */
export function shuffle(deck: Uint32Array, random: Random): void {
  for (let i = deck.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = deck[i] ?? 0;
    deck[i] = deck[j] ?? 0;
    deck[j] = held;
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

function xoshiro(seed: number): () => number {
  const spread = splitmix(seed);
  let [a, b, c, d] = [spread(), spread(), spread(), spread()];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) | 0;
  };
}

const rotate = (x: number, by: number) => (x << by) | (x >>> (32 - by));
