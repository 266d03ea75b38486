/**
 * The pairs m is estimated from where all pairs are too many: blocks of a few rules, each telling of the fields it does not
 * touch (Splink's round robin). A sample of each rule's blocks is enough.
 */
import {blockedPairs} from './blocking.ts';
import {EXACT, type Field} from './field.ts';
import {countPairs, type KeyTables, type Rule} from './keys.ts';
import {PatternCounter, type Patterns} from './patterns.ts';

export interface Training {
  readonly rule: Rule;
  readonly patterns: Patterns;
  /** Fields that are not in the rule. */
  readonly free: readonly boolean[];
  /** The share of the rule's pairs that was looked at. */
  readonly sampled: number;
}

/** More pairs than this for each record, and hardly any of them is a match. */
const MOST_PER_RECORD = 10;
const SAMPLE = 100_000;
const FEWEST = 20;
const MOST_RULES = 8;

export function trainingSets(fields: readonly Field[], tables: KeyTables, records: Int32Array): readonly Training[] {
  return trainingRules(fields, tables, records).map((rule) => {
    const hashes = tables.hashes(rule, records);
    const candidates = blockedPairs(records, [hashes]);
    const parts = Math.max(1, Math.ceil(candidates.proposed / SAMPLE));
    const counter = new PatternCounter(fields);
    candidates.visit((i, j) => counter.add(i, j), 0, parts);
    const free = fields.map((_, f) => rule.every(({field}) => field !== f));
    return {rule, patterns: counter.counted(), free, sampled: counter.pairs / Math.max(1, candidates.proposed)};
  });
}

/** Whole values with few enough pairs, alone or with another, so that every field is free in two of them where that can be. */
export function trainingRules(fields: readonly Field[], tables: KeyTables, records: Int32Array): readonly Rule[] {
  const singles = fields.map((_, field): Rule => [{field, key: EXACT}]);
  const doubles = singles.flatMap((a, at) =>
    singles.slice(at + 1).flatMap((b) => (a[0]?.field === b[0]?.field ? [] : [[...a, ...b]])),
  );
  const freeIn = fields.map(() => 0);
  const chosen: Rule[] = [];
  for (const rules of [singles, doubles])
    for (const rule of rules) {
      const isNeeded = fields.some((_, f) => (freeIn[f] ?? 0) < 2 && rule.every(({field}) => field !== f));
      if (!isNeeded || chosen.length >= MOST_RULES) continue;
      const pairs = countPairs(tables.hashes(rule, records));
      if (pairs < FEWEST || pairs > MOST_PER_RECORD * records.length) continue;
      chosen.push(rule);
      for (const [f] of fields.entries()) if (rule.every(({field}) => field !== f)) freeIn[f] = (freeIn[f] ?? 0) + 1;
    }
  return chosen;
}
