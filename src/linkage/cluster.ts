/**
 * Clusters: the strongest pairs first, and two clusters become one only where their records on the whole speak for it, so
 * that one accidental likeness does not chain many persons together. All pairs of a cluster are linked; a pair is as likely
 * as the weakest link of the strongest chain between its records, or as it is by itself.
 */
import type {MatchWeights} from './match-weight.ts';
import {ScoredPairs} from './scored-pairs.ts';

export interface Clusters {
  /** Two records or more, each in order. */
  readonly clusters: readonly (readonly number[])[];
  /** Every pair of a cluster: its own weight, and the weight of the chain between the two. */
  readonly links: ScoredPairs;
  /** Pairs above the threshold that were kept apart. */
  readonly keptApart: ScoredPairs;
}

export interface Clustering {
  readonly pairs: ScoredPairs;
  readonly weights: MatchWeights;
  readonly records: number;
  /** The weight from which a pair is linked. */
  readonly least: number;
  /** Records of one value here are different persons; −1: may be anybody. */
  readonly apart?: Int32Array;
  /** Records that say the same, of whom the first stands for all: only its pairs with them are told. */
  readonly large?: readonly (readonly number[])[];
}

/** One field that is quite another, or the same by chance, has no more say than this, in bits. */
const MOST_SAY = 8;
/** Mean weight across two clusters below which they stay apart: what disagrees was on the whole not misrecorded. */
const LEAST_MEAN = -3;
const LOOKED_AT = 64;

export function clusterPairs(clustering: Clustering): Clusters {
  const {pairs, weights, records, least} = clustering;
  const root = Int32Array.from({length: records}, (_, r) => r);
  const members = new Map<number, readonly number[]>();
  const apart = new Map<number, number>();
  const [links, keptApart] = [new ScoredPairs(), new ScoredPairs()];
  for (const at of strongestFirst(pairs, least)) {
    const [left, right, weight] = [pairs.left(at), pairs.right(at), pairs.weight(at)];
    const [a, b] = [root[left] ?? left, root[right] ?? right];
    if (a === b) continue;
    const [one, other] = [members.get(a) ?? [a], members.get(b) ?? [b]];
    // Clusters only grow: of two that are as large as when they were kept apart, the same is found again.
    const sizes = one.length * records + other.length;
    if (apart.get(a * records + b) === sizes || !belongTogether(one, other, clustering)) {
      apart.set(a * records + b, sizes);
      keptApart.add(left, right, weight);
      continue;
    }
    for (const i of one) for (const j of other) links.add(i, j, weights.weight(i, j), weight);
    for (const j of other) root[j] = a;
    members.set(a, [...one, ...other]);
    members.delete(b);
  }
  for (const [first = 0, ...others] of clustering.large ?? []) {
    const home = root[first] ?? first;
    const before = members.get(home) ?? [home];
    const joining = clustering.apart === undefined ? others : ofOtherSources(before, others, clustering.apart);
    if (joining.length === 0) continue;
    members.set(home, [...before, ...joining]);
    for (const other of joining) links.add(first, other, weights.weight(first, other));
  }
  const clusters = [...members.values()].map((cluster) => [...cluster].sort((i, j) => i - j));
  return {clusters: clusters.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0)), links, keptApart};
}

/** One of each source that is not there yet; who names no source may be anybody. */
function ofOtherSources(there: readonly number[], others: readonly number[], apart: Int32Array): readonly number[] {
  const taken = new Set(there.map((record) => apart[record] ?? -1));
  return others.filter((record) => {
    const source = apart[record] ?? -1;
    if (source < 0) return true;
    if (taken.has(source)) return false;
    taken.add(source);
    return true;
  });
}

function strongestFirst(pairs: ScoredPairs, least: number): Int32Array {
  const strong: number[] = [];
  for (let at = 0; at < pairs.size; at++) if (pairs.weight(at) >= least) strong.push(at);
  return Int32Array.from(strong).sort((a, b) => pairs.weight(b) - pairs.weight(a) || a - b);
}

function belongTogether(one: readonly number[], other: readonly number[], {weights, apart}: Clustering): boolean {
  if (apart !== undefined) {
    const taken = new Set(one.map((i) => apart[i] ?? -1));
    if (other.some((j) => (apart[j] ?? -1) >= 0 && taken.has(apart[j] ?? -1))) return false;
  }
  const across = one.length * other.length;
  if (across === 1) return true;
  const step = Math.max(1, Math.floor(across / LOOKED_AT));
  let sum = 0;
  let looked = 0;
  for (let at = 0; at < across; at += step) {
    const weight = weights.weight(one[at % one.length] ?? 0, other[Math.floor(at / one.length)] ?? 0, -MOST_SAY);
    sum += Math.max(-MOST_SAY, Math.min(MOST_SAY, weight));
    looked++;
  }
  return sum / looked >= LEAST_MEAN;
}
