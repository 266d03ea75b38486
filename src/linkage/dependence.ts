/**
 * How fields agree together by chance: who shares a family name shares a citizenship more often than strangers do. Each field
 * leans on at most one other, so that the leaning together are a tree and explain the most (Chow and Liu 1968); its u is then
 * by the level of the field it leans on. Counted over random pairs as far as they are no matches.
 */
import type {Field} from './field.ts';
import type {Patterns} from './patterns.ts';

export interface Leaning {
  /** The field it leans on; −1: none. */
  readonly on: number;
  /** u by the other's level plus one (0: the other is missing), then by its own. */
  readonly u: readonly (readonly number[])[];
}

/** Pairs that a field's own u counts for, beside those seen at a level of the other. */
const STRENGTH = 50;
/** What agrees less often by chance cannot be counted apart from the matches among random pairs. */
const FREQUENT = 0.005;
/** In bits a pair: less is noise. */
const LEAST_INFORMATION = 0.0005;

export function leanings(
  fields: readonly Field[],
  random: Patterns,
  match: Float64Array,
  u: readonly (readonly number[])[],
): readonly Leaning[] {
  const joint = (one: number, other: number) => jointCounts(fields, random, match, one, other);
  const edges = fields
    .flatMap((_, a) => fields.slice(a + 1).map((_, b) => ({a, b: a + 1 + b})))
    .map((edge) => ({...edge, information: information(joint(edge.a, edge.b))}))
    .filter(({information: shared}) => shared >= LEAST_INFORMATION)
    .sort((x, y) => y.information - x.information);
  const on = treeOf(fields, edges, u);
  return fields.map((_, f) => {
    const own = u[f] ?? [];
    const parent = on[f] ?? -1;
    if (parent < 0) return {on: -1, u: [own]};
    const counts = joint(parent, f);
    return {on: parent, u: [own, ...rowsOf(counts, own)]};
  });
}

/** Few random pairs are on a strong level: it is taken to be as the next weaker one, as far as nothing else is seen. */
function rowsOf(counts: readonly (readonly number[])[], own: readonly number[]): readonly (readonly number[])[] {
  let weaker = own;
  return counts
    .toReversed()
    .map((row) => {
      weaker = towards(row, weaker, own);
      return weaker;
    })
    .toReversed();
}

function towards(counts: readonly number[], weaker: readonly number[], own: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + STRENGTH;
  return counts.map((count, at) =>
    (own[at] ?? 0) < FREQUENT ? (own[at] ?? 0) : (count + STRENGTH * (weaker[at] ?? 0)) / total,
  );
}

/** The strongest edges without a cycle, each away from the field that says most. */
function treeOf(
  fields: readonly Field[],
  edges: readonly {readonly a: number; readonly b: number}[],
  u: readonly (readonly number[])[],
): readonly number[] {
  const group = fields.map((_, f) => f);
  const beside = fields.map((): number[] => []);
  for (const {a, b} of edges) {
    const [one, other] = [group[a] ?? a, group[b] ?? b];
    if (one === other) continue;
    for (const f of group.keys()) if (group[f] === other) group[f] = one;
    beside[a]?.push(b);
    beside[b]?.push(a);
  }
  const on = fields.map(() => -2);
  const visit = (f: number, from: number) => {
    on[f] = from;
    for (const next of beside[f] ?? []) if (next !== from) visit(next, f);
  };
  const byChance = [...fields.keys()].sort((a, b) => (u[a]?.[0] ?? 1) - (u[b]?.[0] ?? 1));
  for (const f of byChance) if (on[f] === -2) visit(f, -1);
  return on;
}

function jointCounts(
  fields: readonly Field[],
  {size, counts, levels}: Patterns,
  match: Float64Array,
  one: number,
  other: number,
): readonly number[][] {
  const table = (fields[one]?.levels ?? []).map(() => (fields[other]?.levels ?? []).map(() => 0));
  for (let i = 0; i < size; i++) {
    const row = table[levels[i * fields.length + one] ?? -1];
    const at = levels[i * fields.length + other] ?? -1;
    if (row !== undefined && at >= 0) row[at] = (row[at] ?? 0) + (counts[i] ?? 0) * (1 - (match[i] ?? 0));
  }
  return table;
}

/** Mutual information, in bits. */
function information(table: readonly number[][]): number {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  const columns = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  let bits = 0;
  table.forEach((row, r) => {
    row.forEach((count, c) => {
      if (count > 0) bits += (count / total) * Math.log2((count * total) / ((rows[r] ?? 1) * (columns[c] ?? 1)));
    });
  });
  return bits;
}
