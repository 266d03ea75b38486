/** What a linkage says, pair by pair: the records that are linked, and those a person is to look at. */
import type {Clusters} from './cluster.ts';
import {probabilityOf} from './match-weight.ts';
import type {ScoredPairs} from './scored-pairs.ts';

export interface LinkedPair {
  readonly left: number;
  readonly right: number;
  /** In bits; of the two records by themselves. */
  readonly weight: number;
  /** Of the two by themselves, or by the chain that links them where that is more. */
  readonly probability: number;
}

/** By probability, then by record. */
export const linkedPairs = (clusters: Clusters): readonly LinkedPair[] => [...inOrder(clusters)];

/** The same, one by one: of millions no list is made. */
export function* inOrder({links}: Clusters): Generator<LinkedPair> {
  const likeliest = Float64Array.from({length: links.size}, (_, at) => linkAt(links, at).probability);
  const order = Uint32Array.from(likeliest.keys()).sort(
    (a, b) =>
      (likeliest[b] ?? 0) - (likeliest[a] ?? 0) ||
      links.weight(b) - links.weight(a) ||
      links.left(a) - links.left(b) ||
      links.right(a) - links.right(b),
  );
  for (const at of order) yield linkAt(links, at);
}

const linkAt = (links: ScoredPairs, at: number): LinkedPair => ({
  left: links.left(at),
  right: links.right(at),
  weight: links.weight(at),
  probability: probabilityOf(Math.max(links.weight(at), links.chain(at))),
});

/** Pairs in the clerical band: likely enough to be looked at and not linked, and those that were kept apart. */
export function reviewPairs(pairs: ScoredPairs, {clusters, keptApart}: Clusters, link: number): readonly LinkedPair[] {
  const clusterOf = new Map(clusters.flatMap((cluster, c) => cluster.map((record) => [record, c] as const)));
  const isLinked = (left: number, right: number) =>
    clusterOf.get(left) !== undefined && clusterOf.get(left) === clusterOf.get(right);
  const found: LinkedPair[] = [];
  for (const [from, below] of [
    [pairs, link],
    [keptApart, Number.POSITIVE_INFINITY],
  ] as const) {
    for (let at = 0; at < from.size; at++) {
      const [left, right, weight] = [from.left(at), from.right(at), from.weight(at)];
      if (weight < below && !isLinked(left, right))
        found.push({left, right, weight, probability: probabilityOf(weight)});
    }
  }
  return found.sort(likeliestFirst);
}

const likeliestFirst = (a: LinkedPair, b: LinkedPair) =>
  b.probability - a.probability || b.weight - a.weight || a.left - b.left || a.right - b.right;
