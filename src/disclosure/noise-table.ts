/**
 * How counts are moved, by chance (Marley and Leaver 2011; Giessing 2016): for each count, of all distributions that move it by no more
 * than `most` (D), on average by nothing, with no more than `variance` (V), and never to a result that is not none and not above
 * `noResultUpTo` (js), the one that tells least: of greatest entropy. None stays none.
 */
export interface Noise {
  readonly most: number;
  readonly variance: number;
  readonly noResultUpTo: number;
}

/** How far, and up to which key: keys are shares of one. The last step's is 1. */
export interface Step {
  readonly by: number;
  readonly upTo: number;
}

/** A row for each count; counts beyond them are as the last. */
export type NoiseTable = readonly (readonly Step[])[];

/** Undefined: some count cannot be moved as asked. */
export function noiseTable(noise: Noise): NoiseTable | undefined {
  const {most, noResultUpTo} = noise;
  const last = noResultUpTo === 0 ? most : most + noResultUpTo + 1;
  const rows = Array.from({length: last + 1}, (_, count) => (count === 0 ? [{by: 0, upTo: 1}] : rowOf(count, noise)));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

export const rowFor = (table: NoiseTable, count: number): readonly Step[] =>
  table[Math.min(count, table.length - 1)] ?? [];

function rowOf(count: number, {most, variance, noResultUpTo}: Noise): readonly Step[] | undefined {
  const moves = Array.from({length: 2 * most + 1}, (_, i) => i - most).filter((by) => {
    const result = count + by;
    return result === 0 || result > noResultUpTo;
  });
  const shares = mostEntropic(moves, variance);
  if (shares === undefined) return undefined;
  let upTo = 0;
  return moves.map((by, i) => {
    upTo = Math.min(1, upTo + (shares[i] ?? 0));
    return {by, upTo: i === moves.length - 1 ? 1 : upTo};
  });
}

/**
 * Shares in proportion to e^(a·by + b·by²): `a` such that they move nothing on average, and `b` none, or as far below none as keeps
 * the variance within its limit.
 */
export function mostEntropic(moves: readonly number[], variance: number): readonly number[] | undefined {
  if (!(moves.some((by) => by < 0) && moves.some((by) => by > 0)) && !moves.includes(0)) return undefined;
  const of = (b: number) => balanced(moves, b);
  const spread = (shares: readonly number[]) => moves.reduce((sum, by, i) => sum + by * by * (shares[i] ?? 0), 0);
  if (spread(of(0)) <= variance + NEAR) return of(0);
  if (spread(of(-STEEP)) > variance + NEAR) return undefined;
  return of(bisected(-STEEP, 0, (b) => spread(of(b)) > variance));
}

function balanced(moves: readonly number[], b: number): readonly number[] {
  const shares = (a: number) => {
    const powers = moves.map((by) => a * by + b * by * by);
    const top = Math.max(...powers);
    const weights = powers.map((power) => Math.exp(power - top));
    const sum = weights.reduce((total, one) => total + one, 0);
    return weights.map((one) => one / sum);
  };
  const far = 2 * (STEEP + 1) * Math.max(1, ...moves.map(Math.abs));
  const a = bisected(-far, far, (at) => moves.reduce((sum, by, i) => sum + by * (shares(at)[i] ?? 0), 0) > 0);
  return shares(a);
}

/** Where what is false below becomes true. */
function bisected(low: number, high: number, isAbove: (at: number) => boolean): number {
  let [from, to] = [low, high];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2;
    if (isAbove(middle)) to = middle;
    else from = middle;
  }
  return (from + to) / 2;
}

const NEAR = 1e-9;
const STEEP = 60;
const HALVINGS = 80;
