/** Clusters. */
import type {MatchWeights} from './match-weight.ts';
import type {ScoredPairs} from './scored-pairs.ts';

export interface Clusters {
  /** Two records or more, each in order. */
  readonly clusters: readonly (readonly number[])[];
}

export function clusterPairs(pairs: ScoredPairs, _weights: MatchWeights, records: number, least: number): Clusters {
  const parent = Int32Array.from({length: records}, (_, r) => r);
  const find = (r: number): number => {
    let root = r;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    let at = r;
    while (at !== root) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (let at = 0; at < pairs.size; at++) {
    if (pairs.weight(at) < least) continue;
    const [a, b] = [find(pairs.left(at)), find(pairs.right(at))];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const members = new Map<number, number[]>();
  for (let r = 0; r < records; r++) {
    const root = find(r);
    const cluster = members.get(root);
    if (cluster === undefined) members.set(root, [r]);
    else cluster.push(r);
  }
  return {clusters: [...members.values()].filter(({length}) => length > 1)};
}
