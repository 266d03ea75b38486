/**
 * λ from deterministic rules: pairs that agree exactly on two fields, less those that would by chance, over the share of
 * matches that is expected to. The field pairs in which chance does least are asked, and the median believed.
 */
import type {Field} from './field.ts';
import {EXACT} from './field.ts';
import {countPairs, KeyTables, type Rule} from './keys.ts';
import {pairsOf} from './random-pairs.ts';

const RULES = 3;
const RARER = 20;

export interface Deterministic {
  readonly lambda: number;
  /** The pairs it rests on. */
  readonly pairs: number;
}

export function deterministicLambda(
  fields: readonly Field[],
  records: Int32Array,
  u: readonly (readonly number[])[],
): Deterministic {
  const tables = new KeyTables(fields);
  const size = records.length;
  const chance = (rule: Rule) =>
    rule.reduce((share, {field}) => share * (u[field]?.[0] ?? 1) * knownTwice(fields[field], size), 1);
  const recall = (rule: Rule) =>
    rule.reduce((share, {field}) => share * (fields[field]?.priorM[0] ?? 1) * knownTwice(fields[field], size), 1);
  const rules = rulesOf(fields);
  // Two fields that hardly anybody has both of tell of hardly anybody.
  const best = Math.max(...rules.map(recall));
  const found = rules
    .filter((rule) => recall(rule) > 0 && recall(rule) >= best / RARER)
    .sort((a, b) => chance(a) - chance(b))
    .slice(0, RULES)
    .map((rule) => {
      const pairs = countPairs(tables.hashes(rule, records)) - chance(rule) * pairsOf(size);
      return {pairs, matches: pairs / recall(rule)};
    })
    .sort((a, b) => a.matches - b.matches);
  const {pairs, matches} = found[found.length >> 1] ?? {pairs: 0, matches: 1};
  return {pairs, lambda: Math.min(0.2, Math.max(1, matches) / Math.max(2, pairsOf(size)))};
}

const rulesOf = (fields: readonly Field[]): Rule[] => {
  const singles = fields.map((_, field): Rule => [{field, key: EXACT}]);
  const doubles = singles.flatMap((a, at) => singles.slice(at + 1).map((b) => [...a, ...b]));
  return doubles.length === 0 ? singles : doubles;
};

const knownTwice = (field: Field | undefined, records: number) => ((field?.known ?? 0) / Math.max(1, records)) ** 2;
