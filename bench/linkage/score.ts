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

/**
 * The same when pairs are taken to their conclusion, all records that hang together being one person (connected components at
 * the threshold): pairs are added from the strongest on, and clusters grow.
 */
export function bestClustered(pairs: readonly ScoredPair[], clusters: readonly string[]): Score {
  const real = truePairs(clusters);
  const grown = new Components(clusters);
  const ranked = pairs.toSorted((a, b) => b.weight - a.weight);
  let best = scoreOf(0, 0, real, Number.POSITIVE_INFINITY);
  for (const [i, {left, right, weight}] of ranked.entries()) {
    grown.join(left, right);
    if (ranked[i + 1]?.weight === weight) continue;
    const here = scoreOf(grown.right, grown.pairs - grown.right, real, weight);
    if (here.f1 > best.f1) best = here;
  }
  return best;
}

/** Per component how many of its records are whose; the smaller is poured into the larger. */
class Components {
  pairs = 0;
  right = 0;
  readonly #root: Int32Array;
  readonly #size: Int32Array;
  readonly #whose: Map<string, number>[];

  constructor(clusters: readonly string[]) {
    this.#root = Int32Array.from(clusters, (_, i) => i);
    this.#size = new Int32Array(clusters.length).fill(1);
    this.#whose = clusters.map((cluster) => new Map([[cluster, 1]]));
  }

  join(left: number, right: number): void {
    const [a, b] = [this.#find(left), this.#find(right)];
    if (a === b) return;
    const [large, small] = this.#sizeOf(a) < this.#sizeOf(b) ? [b, a] : [a, b];
    this.pairs += this.#sizeOf(a) * this.#sizeOf(b);
    const into = this.#whose[large] ?? new Map<string, number>();
    for (const [cluster, records] of this.#whose[small] ?? []) {
      this.right += records * (into.get(cluster) ?? 0);
      into.set(cluster, records + (into.get(cluster) ?? 0));
    }
    this.#root[small] = large;
    this.#size[large] = this.#sizeOf(a) + this.#sizeOf(b);
  }

  #sizeOf = (at: number): number => this.#size[at] ?? 0;

  #find(record: number): number {
    let at = record;
    for (let up = this.#root[at] ?? at; up !== at; up = this.#root[at] ?? at) {
      this.#root[at] = this.#root[up] ?? up;
      at = up;
    }
    return at;
  }
}
