/**
 * The model of a table: λ, and m and u of every field's levels. u comes from random pairs, m from EM on all pairs or on
 * training blocks, λ from what EM finds there; what EM gets wrong in known ways is set aside for the prior, and said.
 */
import {type Leaning, leanings} from './dependence.ts';
import {type Deterministic, deterministicLambda} from './deterministic.ts';
import {estimateM, estimateU, type Mixture, PRIOR_MATCHES, posteriors, withPrior} from './estimate.ts';
import {EXACT, type Field} from './field.ts';
import type {Patterns} from './patterns.ts';
import {pairsOf} from './random-pairs.ts';
import {soundLevels} from './sound-levels.ts';
import type {Training} from './training.ts';

export interface Model {
  /** The share of all pairs that are matches. */
  readonly lambda: number;
  readonly deterministic: number;
  /** Expected among the records it is estimated from. */
  readonly matches: number;
  readonly fields: readonly FieldModel[];
  /** Which fields agree together by chance, and how. */
  readonly leaning: readonly Leaning[];
  readonly warnings: readonly ModelWarning[];
}

export interface FieldModel {
  readonly m: readonly number[];
  readonly u: readonly number[];
}

export type ModelWarning =
  | {readonly warning: 'm-below-u'; readonly field: string}
  | {readonly warning: 'not-monotone'; readonly field: string}
  | {readonly warning: 'lambda-far-from-deterministic'; readonly lambda: number; readonly deterministic: number}
  | {readonly warning: 'too-few-matches'; readonly matches: number}
  | {readonly warning: 'nothing-to-compare'}
  | {
      readonly warning: 'identical-records';
      readonly blocks: number;
      readonly records: number;
      readonly largest: number;
    };

export interface Evidence {
  /** Counted over the records that are evidence. */
  readonly fields: readonly Field[];
  readonly records: Int32Array;
  readonly random: Patterns;
  /** None: `random` is all pairs, and EM runs on them. */
  readonly training: readonly Training[];
  /** How many say the same in every field, block by block, where that is so many that only a few of them are evidence. */
  readonly blocks: readonly number[];
}

const ROUNDS = 4;
/** Further apart, and one of the two is wrong. */
const FAR = 3;
/** Pairs on which deterministic rules can be believed. */
const ENOUGH = 30;
const FEW = 30;

export function estimateModel(evidence: Evidence): Model {
  const {fields, records, random} = evidence;
  const priors = fields.map(({priorM}) =>
    withPrior(
      priorM.map(() => 0),
      priorM,
      1,
    ),
  );
  let match: Float64Array = new Float64Array(random.size);
  let u = estimateU(fields, random, match);
  const everything = fields.map(() => true);
  const rules =
    evidence.training.length === 0
      ? certainLambda(random, priors, u, records.length)
      : deterministicLambda(fields, records, u);
  const deterministic = rules.lambda;
  let state: Mixture = {lambda: deterministic, m: priors, matches: fields.map(() => 0)};
  for (let round = 0; round < ROUNDS; round++) {
    state =
      evidence.training.length === 0 ? onAllPairs(evidence, u, state) : onBlocks(evidence, u, state, deterministic);
    match = posteriors(random, state.m, u, state.lambda, everything);
    u = estimateU(fields, random, match);
  }
  const isFar = (rules.pairs >= ENOUGH || state.lambda > deterministic) && isFarApart(state.lambda, deterministic);
  // EM has found another class than the matches: households, namesakes, an origin.
  const warning = {warning: 'lambda-far-from-deterministic' as const, lambda: state.lambda, deterministic};
  if (isFar) {
    state = {...state, lambda: deterministic, m: priors};
    u = estimateU(fields, random, new Float64Array(random.size));
    match = posteriors(random, priors, u, deterministic, everything);
    u = estimateU(fields, random, match);
  }
  const sound = fields.map((field, f) => soundLevels(field, state.m[f] ?? [], u[f] ?? []));
  const found = state.lambda * pairsOf(records.length);
  return {
    lambda: state.lambda,
    deterministic,
    matches: found,
    fields: sound.map(({m, u: unmatched}) => ({m, u: unmatched})),
    leaning: leanings(fields, random, match, u),
    warnings: [
      ...(fields.length === 0 ? [{warning: 'nothing-to-compare' as const}] : []),
      ...sound.flatMap(({warning}) => (warning === undefined ? [] : [warning])),
      ...(isFar ? [warning] : []),
      ...(found < FEW ? [{warning: 'too-few-matches' as const, matches: Math.round(found)}] : []),
      ...identicalBlocks(evidence.blocks),
    ],
  };
}

const identicalBlocks = (blocks: readonly number[]): readonly ModelWarning[] =>
  blocks.length === 0
    ? []
    : [
        {
          warning: 'identical-records',
          blocks: blocks.length,
          records: blocks.reduce((sum, length) => sum + length, 0),
          largest: blocks.reduce((most, length) => Math.max(most, length), 0),
        },
      ];

/** Where all pairs are looked at: those that are all but certain before anything is learnt, over the share that is so. */
function certainLambda(all: Patterns, m: Mixture['m'], u: Mixture['m'], records: number): Deterministic {
  const likely = posteriors(
    all,
    m,
    u,
    1 / Math.max(2, records),
    m.map(() => true),
  );
  const pairs = all.counts.reduce((sum, count, i) => ((likely[i] ?? 0) >= CERTAIN ? sum + count : sum), 0);
  return {pairs, lambda: Math.min(0.2, Math.max(1, pairs / CERTAIN_RECALL) / Math.max(2, pairsOf(records)))};
}

const CERTAIN = 0.9;
const CERTAIN_RECALL = 0.8;

const isFarApart = (a: number, b: number) => a > b * FAR || b > a * FAR;

function onAllPairs({fields, random}: Evidence, u: Mixture['m'], state: Mixture): Mixture {
  return estimateM(
    fields,
    random,
    {...state, u, ownU: false},
    fields.map(() => true),
  );
}

/** Each rule's blocks tell of the fields it leaves free; m is their mean, by how many matches each saw. */
function onBlocks(
  {fields, training, records}: Evidence,
  u: Mixture['m'],
  state: Mixture,
  deterministic: number,
): Mixture {
  const size = records.length;
  const sums = fields.map(({levels}) => new Array<number>(levels.length).fill(0));
  const seen = fields.map(() => 0);
  const totals: number[] = [];
  for (const {patterns, free, rule, sampled} of training) {
    const inRule = rule.reduce((share, {field}) => share * agreement(fields[field], state.m[field], size), 1);
    const lambda = Math.min(0.5, (deterministic * pairsOf(size) * inRule * sampled) / Math.max(1, patterns.pairs));
    const mixture = estimateM(fields, patterns, {lambda, m: state.m, u, ownU: true}, free);
    const found = mixture.lambda * patterns.pairs;
    // How often a part of a value agrees between matches is not known; of a whole one it is m.
    if (rule.every(({key}) => key === EXACT)) totals.push(found / Math.max(1e-9, sampled * inRule));
    fields.forEach((_, f) => {
      if (!free[f]) return;
      const matches = mixture.matches[f] ?? 0;
      seen[f] = (seen[f] ?? 0) + matches;
      mixture.m[f]?.forEach((share, at) => {
        const sum = sums[f];
        if (sum !== undefined) sum[at] = (sum[at] ?? 0) + share * matches;
      });
    });
  }
  const m = fields.map(({priorM}, f) => withPrior(sums[f] ?? [], priorM, PRIOR_MATCHES));
  const matches = [...totals].sort((a, b) => a - b)[totals.length >> 1] ?? deterministic * pairsOf(size);
  return {lambda: Math.min(0.5, Math.max(0.5, matches) / pairsOf(size)), m, matches: seen};
}

/** The probability that a match has the same value recorded twice. */
const agreement = (field: Field | undefined, m: readonly number[] | undefined, records: number) =>
  (m?.[0] ?? 0.5) * ((field?.known ?? 0) / Math.max(1, records)) ** 2;
