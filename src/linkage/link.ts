/**
 * The door: which records of a table are the same person, with no labels. Read the function `link` first: it is the order
 * of the work. The same table, policy and seed give the same answer.
 */
import {allPairs, blockedPairs, type Candidates} from './blocking.ts';
import {type Chosen, chooseRules} from './choose-rules.ts';
import {type Clusters, clusterPairs} from './cluster.ts';
import type {Field} from './field.ts';
import {codeFields, type Kinds} from './fields.ts';
import {frequencyBases} from './frequencies.ts';
import {identicalRecords} from './identical.ts';
import {KeyTables} from './keys.ts';
import {MatchWeights, probabilityOf, type Waterfall, weightOf} from './match-weight.ts';
import {estimateModel, type Model} from './model.ts';
import {type LinkPolicy, THRESHOLDS} from './policy.ts';
import {ALL_UP_TO, pairsOf, randomPatterns} from './random-pairs.ts';
import {readRecords, type Table} from './records.ts';
import {ScoredPairs} from './scored-pairs.ts';
import {trainingSets} from './training.ts';

export interface Linkage {
  readonly records: number;
  readonly fields: readonly Field[];
  readonly model: Model;
  readonly blocking: Chosen | undefined;
  readonly candidates: Candidates;
  readonly pairs: ScoredPairs;
  readonly clusters: Clusters;
  explain(left: number, right: number): Waterfall;
}

/** Every pair is compared below this. */
export const ALL_PAIRS_BELOW = 10_000;

export function link(table: Table, policy: LinkPolicy, kinds: Kinds): Linkage {
  const seed = policy.seed ?? 1;
  const thresholds = {...THRESHOLDS, ...policy.thresholds};
  const wanted = Object.values(policy.fields).flatMap(({columns, aliases}) => [
    ...columns,
    ...(aliases === undefined ? [] : [aliases]),
  ]);
  const records = readRecords(table, wanted);
  const fields = codeFields(records, policy, kinds);
  const {representatives, groups} = identicalRecords(fields, records.size);
  const tables = new KeyTables(fields);

  const random = randomPatterns(fields, records.size, seed);
  const training = pairsOf(records.size) <= ALL_UP_TO ? [] : trainingSets(fields, tables, representatives);
  const model = estimateModel({fields, records: records.size, random, training});
  const weights = new MatchWeights(fields, model, frequencyBases(fields, model, records.size, seed));

  const isSmall = representatives.length < ALL_PAIRS_BELOW && policy.blocking === undefined;
  const blocking = isSmall ? undefined : chooseRules({fields, tables, records: representatives, weights, policy});
  const candidates =
    blocking === undefined
      ? allPairs(representatives)
      : blockedPairs(
          representatives,
          blocking.rules.map(({rule}) => tables.hashes(rule, representatives)),
        );
  const pairs = new ScoredPairs();
  const least = weightOf(Math.min(thresholds.review, thresholds.link));
  candidates.visit((i, j) => {
    const weight = weights.weight(i, j, least);
    if (weight >= least) pairs.add(i, j, weight);
  });
  for (const group of groups.values())
    for (const other of group) {
      const [first] = group;
      if (first === undefined || other === first) continue;
      const weight = weights.weight(first, other);
      if (weight >= least) pairs.add(first, other, weight);
    }
  const clusters = clusterPairs(pairs, weights, records.size, weightOf(thresholds.link));
  return {
    records: records.size,
    fields,
    model,
    blocking,
    candidates,
    pairs,
    clusters,
    explain: (left, right) => weights.explain(left, right),
  };
}

export {probabilityOf};
