/** How right pairs are: precision, recall and F1 against the truth, at one threshold or at the best one. */
export interface ScoredPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The least weight that is taken. */
  readonly from: number;
  readonly right: number;
  readonly wrong: number;
}

/** How many pairs of records are of one person. */
export function truePairs(clusters: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes.values().reduce((pairs, size) => pairs + (size * (size - 1)) / 2, 0);
}

export function scoreOf(right: number, wrong: number, real: number, from: number): Score {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = real === 0 ? 1 : right / real;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return {precision, recall, f1, from, right, wrong};
}

/** All that are given. */
export function score(pairs: readonly ScoredPair[], clusters: readonly string[]): Score {
  const right = pairs.filter(({left, right}) => clusters[left] === clusters[right]).length;
  const from = pairs.reduce((least, {weight}) => Math.min(least, weight), Number.POSITIVE_INFINITY);
  return scoreOf(right, pairs.length - right, truePairs(clusters), from);
}

/** At the threshold where F1 is best; pairs of one weight are taken together. */
export function bestScore(pairs: readonly ScoredPair[], clusters: readonly string[]): Score {
  const real = truePairs(clusters);
  const ranked = pairs.toSorted((a, b) => b.weight - a.weight);
  let best = scoreOf(0, 0, real, Number.POSITIVE_INFINITY);
  let right = 0;
  for (const [i, pair] of ranked.entries()) {
    if (clusters[pair.left] === clusters[pair.right]) right++;
    if (ranked[i + 1]?.weight === pair.weight) continue;
    const here = scoreOf(right, i + 1 - right, real, pair.weight);
    if (here.f1 > best.f1) best = here;
  }
  return best;
}
