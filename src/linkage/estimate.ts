/**
 * m, u and λ (Winkler 1988; Splink's practice): u from random pairs with the likely matches taken out, m by EM over pattern
 * counts with u held, under a Dirichlet prior, so that ten matches do not make a model and ten thousand do.
 */
import type {Field} from './field.ts';
import type {Patterns} from './patterns.ts';

/** Per level. */
export interface Parameters {
  readonly m: readonly number[];
  readonly u: readonly number[];
}

export interface Mixture {
  readonly lambda: number;
  readonly m: readonly (readonly number[])[];
  /** Per field the matches that were comparable on it, in expectation. */
  readonly matches: readonly number[];
}

/** How many matches the literature's m counts for. */
export const PRIOR_MATCHES = 60;
const FLOOR = 1e-7;
const ROUNDS = 60;
const ENOUGH = 1e-5;

const logOdds = (p: number) => Math.log(p / (1 - p));
const logistic = (x: number) => 1 / (1 + Math.exp(-x));
export const logRatios = (m: readonly number[], u: readonly number[]) =>
  m.map((share, at) => Math.log(Math.max(share, FLOOR) / Math.max(u[at] ?? 0, FLOOR)));

/** The probability that a pair of each pattern is a match, over the fields of `used`. Written into `into` where that is given. */
export function posteriors(
  {size, levels}: Patterns,
  m: Mixture['m'],
  u: Mixture['m'],
  lambda: number,
  used: readonly boolean[],
  into: Float64Array = new Float64Array(size),
): Float64Array {
  const weights = m.map((share, f) => (used[f] ? logRatios(share, u[f] ?? []) : []));
  const start = logOdds(lambda);
  for (let pattern = 0, at = 0; pattern < size; pattern++) {
    let sum = 0;
    for (let f = 0; f < used.length; f++) {
      const level = levels[at++] ?? -1;
      if (level >= 0) sum += weights[f]?.[level] ?? 0;
    }
    into[pattern] = logistic(start + sum);
  }
  return into;
}

export interface Start {
  readonly lambda: number;
  readonly m: Mixture['m'];
  readonly u: Mixture['m'];
  /** Within a block u is its own: who has a name in common has a citizenship in common without being one person. */
  readonly ownU: boolean;
}

/** EM for m and λ, and for u where it is the block's own. */
export function estimateM(
  fields: readonly Field[],
  patterns: Patterns,
  start: Start,
  used: readonly boolean[],
): Mixture {
  let {lambda, m, u} = start;
  let matches: readonly number[] = fields.map(() => 0);
  // Written anew each round: hundreds of rounds would fill the memory otherwise.
  const posterior = new Float64Array(patterns.size);
  const unmatched = new Float64Array(start.ownU ? patterns.size : 0);
  for (let round = 0; round < ROUNDS; round++) {
    posteriors(patterns, m, u, lambda, used, posterior);
    const counted = fields.map((_, f) => countLevels(patterns, f, fields[f]?.levels.length ?? 0, posterior));
    const total = posterior.reduce((sum, p, i) => sum + p * (patterns.counts[i] ?? 0), 0);
    const next = counted.map((counts, f) => (used[f] ? withPrior(counts, fields[f]?.priorM ?? []) : (m[f] ?? [])));
    // Never none at all: a match may come that EM has not seen.
    const nextLambda = clampShare(Math.max(0.5, total) / (patterns.pairs + 1));
    const moved = Math.max(
      Math.abs(Math.log(nextLambda / lambda)),
      ...next.flatMap((share, f) => share.map((value, at) => Math.abs(value - (m[f]?.[at] ?? 0)))),
    );
    if (start.ownU) {
      for (let at = 0; at < unmatched.length; at++) unmatched[at] = 1 - (posterior[at] ?? 0);
      u = fields.map(({levels}, f) => withPrior(countLevels(patterns, f, levels.length, unmatched), start.u[f] ?? []));
    }
    m = next;
    lambda = nextLambda;
    matches = counted.map((counts) => counts.reduce((sum, count) => sum + count, 0));
    if (moved < ENOUGH) break;
  }
  return {lambda, m, matches};
}

/** u from the pairs' levels, each pair as far as it is no match. */
export function estimateU(fields: readonly Field[], random: Patterns, match: Float64Array): Mixture['m'] {
  const unmatched = match.map((p) => 1 - p);
  return fields.map(({levels}, f) => {
    const counts = countLevels(random, f, levels.length, unmatched);
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => (count + 0.5 / levels.length) / (total + 0.5));
  });
}

export function countLevels({size, counts, levels}: Patterns, field: number, length: number, share: Float64Array) {
  const sums: number[] = new Array<number>(length).fill(0);
  const fields = levels.length / Math.max(1, size);
  for (let i = 0; i < size; i++) {
    const at = levels[i * fields + field] ?? -1;
    if (at >= 0) sums[at] = (sums[at] ?? 0) + (counts[i] ?? 0) * (share[i] ?? 0);
  }
  return sums;
}

export function withPrior(
  counts: readonly number[],
  prior: readonly number[],
  strength = PRIOR_MATCHES,
): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + strength;
  return counts.map((count, at) => (count + strength * (prior[at] ?? 0)) / total);
}

const clampShare = (share: number) => Math.min(0.999, Math.max(1e-12, share));
