/**
 * The door: which records of a table are the same person, with no labels. Read the function `linkRecords` first: it is the order
 * of the work. The same table, policy and seed give the same answer.
 */

import {done, type Outcome, refuse} from '#kit/outcome';
import {allPairs, blockedPairs, type Candidates} from './blocking.ts';
import {type Chosen, chooseRules} from './choose-rules.ts';
import {type Clusters, clusterPairs} from './cluster.ts';
import {type MixedKeys, mixedKeys} from './encoding/one-key.ts';
import {EXACT, type Field} from './field.ts';
import {codeFields} from './fields.ts';
import {frequencyBases} from './frequencies.ts';
import {type Followed, follow, identicalRecords, toldBlocks} from './identical.ts';
import {KeyTables} from './keys.ts';
import {kindsWith} from './kinds.ts';
import {CONTRADICTED, MatchWeights, type Waterfall, weightOf} from './match-weight.ts';
import {estimateModel, type Model} from './model.ts';
import {columnsOf, type LinkPolicy, type ThresholdFault, thresholdFault, thresholdsOf} from './policy.ts';
import {ALL_UP_TO, pairsOf, randomPatterns} from './random-pairs.ts';
import {type Records, readRecords, type Table} from './records.ts';
import {ScoredPairs} from './scored-pairs.ts';
import {trainingSets} from './training.ts';

export interface Linkage {
  readonly policy: LinkPolicy;
  readonly records: number;
  /** Records with nothing to compare. */
  readonly silent: number;
  readonly fields: readonly Field[];
  readonly model: Model;
  readonly thresholds: {readonly link: number; readonly review: number};
  /** Undefined: all pairs were compared. */
  readonly blocking: Chosen | undefined;
  readonly candidates: Candidates;
  readonly identical: Followed;
  /** Every pair above the lower threshold, identical records aside. */
  readonly pairs: ScoredPairs;
  readonly clusters: Clusters;
  /** Pairs of one proving identifier that are nothing alike. */
  readonly contradictions: readonly (readonly [number, number])[];
  /** The waterfall of two records. */
  explain(left: number, right: number): Waterfall;
}

/** A blocking rule that names a key no field has, a threshold that cannot be, or a column that cannot be compared with itself. */
export type LinkRefusal =
  | {readonly reason: 'no-such-blocking-key'; readonly key: string; readonly known: readonly string[]}
  | ({readonly reason: 'bad-threshold'} & ThresholdFault)
  | MixedKeys;

/** How far long work has come. */
export type Linking = (done: number, of: number) => void;

/** Every pair is compared below this. */
export const ALL_PAIRS_BELOW = 10_000;

export const link = (table: Table, policy: LinkPolicy, progress?: Linking): Outcome<Linkage, LinkRefusal> =>
  linkRecords(readRecords(table, columnsOf(policy)), policy, progress);

export function linkRecords(
  records: Records,
  policy: LinkPolicy,
  progress: Linking = () => {},
): Outcome<Linkage, LinkRefusal> {
  const fault = thresholdFault(policy);
  if (fault !== undefined) return refuse({reason: 'bad-threshold', ...fault});
  const mixed = mixedKeys(records, policy);
  if (mixed !== undefined) return refuse(mixed);
  const seed = policy.seed ?? 1;
  const thresholds = thresholdsOf(policy);
  const coded = codeFields(records, policy, kindsWith(policy.folding));
  const strange = strangeKey(coded, policy);
  if (strange !== undefined) return refuse(strange);
  // A field that nobody has a value of says nothing, and there is nothing to learn of it.
  const told = coded.filter(({known, name}) => known > 0 || isBlocked(name, policy));
  const found = identicalRecords(told, records.size);
  const {evidence} = found;
  const fields = evidence.length === records.size ? told : told.map((field) => field.countedOver(evidence));
  const tables = new KeyTables(fields);

  const random = randomPatterns(fields, evidence, seed);
  const training = pairsOf(evidence.length) <= ALL_UP_TO ? [] : trainingSets(fields, tables, found.representatives);
  const model = estimateModel({fields, records: evidence, random, training, blocks: toldBlocks(found, records.size)});
  const weights = new MatchWeights(fields, model, frequencyBases(fields, model, evidence, seed));

  const identical = follow(found, weights, weightOf(thresholds.link));
  const {compared} = identical;
  const isSmall = compared.length < ALL_PAIRS_BELOW && policy.blocking === undefined;
  const blocking = isSmall ? undefined : chooseRules({fields, tables, records: compared, weights, policy});
  const candidates =
    blocking === undefined
      ? allPairs(compared)
      : blockedPairs(
          compared,
          blocking.rules.map(({rule}) => tables.hashes(rule, compared)),
        );
  const pairs = scorePairs(candidates, weights, weightOf(thresholds.review), progress);
  for (const [first, ...others] of identical.small)
    for (const other of others) if (first !== undefined) pairs.add(first, other, weights.weight(first, other));

  const least = weightOf(thresholds.link);
  const oneToOne = policy['one-to-one'];
  const clusters = clusterPairs({
    pairs,
    weights,
    records: records.size,
    least,
    large: identical.large,
    ...(oneToOne === undefined ? {} : {apart: records.column(oneToOne).codes}),
  });
  return done({
    policy,
    records: records.size,
    silent: records.size - found.representatives.length - found.groups.reduce((sum, {length}) => sum + length - 1, 0),
    fields: told,
    model,
    thresholds,
    blocking,
    candidates,
    identical,
    pairs,
    clusters,
    contradictions: fields.some(({proves}) => proves) ? contradicted(pairs) : [],
    explain: (left, right) => weights.explain(left, right),
  });
}

function strangeKey(fields: readonly Field[], {blocking = []}: LinkPolicy): LinkRefusal | undefined {
  const known = fields.flatMap(({name, keyNames}) => keyNames.map((key) => (key === EXACT ? name : `${name}.${key}`)));
  const key = blocking.flat().find((name) => !known.includes(name));
  return key === undefined ? undefined : {reason: 'no-such-blocking-key', key, known};
}

const isBlocked = (field: string, {blocking = []}: LinkPolicy): boolean =>
  blocking.flat().some((key) => key === field || key.startsWith(`${field}.`));

const TOLD_EVERY = 1 << 18;

function scorePairs(candidates: Candidates, weights: MatchWeights, least: number, progress: Linking): ScoredPairs {
  const pairs = new ScoredPairs();
  let seen = 0;
  candidates.visit((i, j) => {
    if (seen++ % TOLD_EVERY === 0) progress(seen, candidates.proposed);
    const weight = weights.weight(i, j, least);
    if (weight >= least) pairs.add(i, j, weight);
  });
  return pairs;
}

function contradicted(pairs: ScoredPairs): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = 0; at < pairs.size; at++)
    if (pairs.weight(at) === CONTRADICTED) found.push([pairs.left(at), pairs.right(at)]);
  return found;
}
