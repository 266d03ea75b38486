/**
 * Blocking rules for a table too large for all pairs: chosen so that they lose as few matches as a budget of pairs allows,
 * with the share they are expected to find. Likely matches show how often each key survives; fields are taken to err apart.
 */

import {blockedPairs} from './blocking.ts';
import type {Field} from './field.ts';
import {EXACT} from './field.ts';
import {countPairs, type KeyTables, type Rule} from './keys.ts';
import type {MatchWeights} from './match-weight.ts';
import type {LinkPolicy} from './policy.ts';
import {pairsOf} from './random-pairs.ts';
import {seeded} from './seeded.ts';
import {trainingRules} from './training.ts';

export interface ChosenRule {
  readonly rule: Rule;
  readonly name: string;
  /** Pairs it proposes, estimated. */
  readonly pairs: number;
  /** The share of matches expected to agree on it. */
  readonly recall: number;
}

export interface Chosen {
  readonly rules: readonly ChosenRule[];
  /** The share of matches that some rule proposes, expected. */
  readonly recall: number;
  /** Likely matches this rests on; 0: on what is usual. */
  readonly matches: number;
}

export interface Choosing {
  readonly fields: readonly Field[];
  readonly tables: KeyTables;
  readonly records: Int32Array;
  readonly weights: MatchWeights;
  readonly policy: LinkPolicy;
}

interface Candidate {
  readonly rule: Rule;
  readonly pairs: number;
  /** Which of the drawn matches agree on it. */
  readonly found: Uint8Array;
}

const DRAWN = 4000;
const MOST_RULES = 12;
const SAMPLE = 40_000;
const PER_RECORD = 30;
const LEAST_GAIN = 0.0005;

export function chooseRules(choosing: Choosing): Chosen {
  const {fields, policy, records} = choosing;
  const given = policy.blocking?.map((names) => ruleOf(fields, names));
  const {drawn, matches} = drawMatches(choosing);
  const sample = sampleOf(records);
  const candidates = (given ?? proposals(fields)).map((rule) => candidateOf(rule, choosing, sample, drawn));
  const budget = 2_000_000 + PER_RECORD * records.length;
  const chosen =
    given === undefined
      ? greedy(
          candidates.filter(({pairs}) => pairs <= budget),
          budget,
        )
      : candidates;
  const union = chosen.reduce((all, {found}) => all.map((is, d) => is | (found[d] ?? 0)), new Uint8Array(DRAWN));
  return {
    rules: chosen.map(({rule, pairs, found}) => ({rule, name: nameOf(fields, rule), pairs, recall: share(found)})),
    recall: share(union),
    matches,
  };
}

const share = (found: Uint8Array) => found.reduce((sum, is) => sum + is, 0) / found.length;

export const nameOf = (fields: readonly Field[], rule: Rule): string =>
  rule.map(({field, key}) => `${fields[field]?.name}${key === EXACT ? '' : `.${key}`}`).join(' + ');

function ruleOf(fields: readonly Field[], names: readonly string[]): Rule {
  return names.flatMap((name) => {
    const [of, key = EXACT] = name.split('.');
    const field = fields.findIndex((one) => one.name === of);
    return field < 0 ? [] : [{field, key}];
  });
}

function proposals(fields: readonly Field[]): readonly Rule[] {
  const singles = fields.flatMap(({keyNames}, field): readonly Rule[] => keyNames.map((key) => [{field, key}]));
  const doubles = singles.flatMap((a, at) =>
    singles.slice(at + 1).flatMap((b) => (a[0]?.field === b[0]?.field ? [] : [[...a, ...b]])),
  );
  return [...singles, ...doubles];
}

const sampleOf = (records: Int32Array): Int32Array =>
  records.length <= SAMPLE
    ? records
    : records.filter((_, r) => (Math.imul(r, 0x9e3779b1) >>> 0) / 2 ** 32 < SAMPLE / records.length);

function candidateOf(rule: Rule, {tables, records}: Choosing, sample: Int32Array, drawn: readonly Drawn[]): Candidate {
  const scale = pairsOf(records.length) / Math.max(1, pairsOf(sample.length));
  const found = new Uint8Array(DRAWN).fill(1);
  for (const {field, key} of rule) {
    const agreeing = drawn[field]?.agreeing.get(key);
    found.forEach((is, d) => {
      found[d] = is & (agreeing?.[d] ?? 0);
    });
  }
  return {rule, pairs: countPairs(tables.hashes(rule, sample)) * scale, found};
}

/** The most found for the least compared, until little is to be gained. */
function greedy(candidates: readonly Candidate[], budget: number): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const covered = new Uint8Array(DRAWN);
  let left = budget;
  const gain = ({found}: Candidate) => found.reduce((sum, is, d) => sum + (is & (1 - (covered[d] ?? 0))), 0) / DRAWN;
  while (chosen.length < MOST_RULES) {
    const worth = candidates
      .filter(({pairs}) => pairs <= left)
      .map((candidate) => ({candidate, gain: gain(candidate)}))
      .filter((one) => one.gain > LEAST_GAIN)
      .map((one) => ({...one, value: one.gain / (one.candidate.pairs + budget / 50) ** 0.5}))
      .sort((a, b) => b.value - a.value)[0];
    if (worth === undefined) break;
    chosen.push(worth.candidate);
    left -= worth.candidate.pairs;
    worth.candidate.found.forEach((is, d) => {
      covered[d] = (covered[d] ?? 0) | is;
    });
  }
  return chosen;
}

interface Drawn {
  /** By key, which of the drawn matches agree on it. */
  readonly agreeing: ReadonlyMap<string, Uint8Array>;
}

interface Likely {
  readonly i: number;
  readonly j: number;
  readonly touched: ReadonlySet<number>;
}

/** Matches made up of fields, each field as it is in a likely match found by rules that leave the field free. */
function drawMatches(choosing: Choosing): {readonly drawn: readonly Drawn[]; readonly matches: number} {
  const likely = likelyMatches(choosing);
  const draw = seeded((choosing.policy.seed ?? 1) + 2);
  const drawn = choosing.fields.map((field, f) => {
    const free = likely.filter(({touched}) => !touched.has(f));
    return free.length === 0 ? asUsual(field, choosing.records.length, draw) : asIn(free, field, draw);
  });
  return {drawn, matches: likely.length};
}

type Draw = (below: number) => number;

const noneAgrees = ({keyNames}: Field) => new Map(keyNames.map((key) => [key, new Uint8Array(DRAWN)]));

function asIn(free: readonly Likely[], field: Field, draw: Draw): Drawn {
  const agreeing = noneAgrees(field);
  for (let d = 0; d < DRAWN; d++) {
    const pair = free[draw(free.length)];
    if (pair === undefined) continue;
    const [a, b] = [field.codes[pair.i] ?? -1, field.codes[pair.j] ?? -1];
    if (a < 0 || b < 0) continue;
    for (const [key, agrees] of agreeing) agrees[d] = shares(field, key, a, b) ? 1 : 0;
  }
  return {agreeing};
}

/** Where no likely match tells: as often as a match says the same in the literature, where both say anything. */
function asUsual(field: Field, records: number, draw: Draw): Drawn {
  const agreeing = noneAgrees(field);
  const same = (field.priorM[0] ?? 0) * Math.min(1, field.known / Math.max(1, records)) ** 2;
  for (let d = 0; d < DRAWN; d++) {
    const agree = draw(DRAWN) < same * DRAWN ? 1 : 0;
    for (const agrees of agreeing.values()) agrees[d] = agree;
  }
  return {agreeing};
}

function shares(field: Field, key: string, a: number, b: number): boolean {
  if (a === b) return field.keys(key, a).length > 0;
  const other = new Set(field.keys(key, b));
  return field.keys(key, a).some((string) => other.has(string));
}

const PER_RULE = 3000;
const LIKELY = 3;
const VISITED = 100_000;

function likelyMatches({fields, tables, records, weights}: Choosing): readonly Likely[] {
  return trainingRules(fields, tables, records).flatMap((rule) => {
    const touched = new Set(rule.map(({field}) => field));
    const candidates = blockedPairs(records, [tables.hashes(rule, records)]);
    const found: Likely[] = [];
    const parts = Math.max(1, Math.ceil(candidates.proposed / VISITED));
    candidates.visit(
      (i, j) => {
        if (found.length < PER_RULE && weights.weight(i, j, LIKELY) >= LIKELY) found.push({i, j, touched});
      },
      0,
      parts,
    );
    return found;
  });
}
