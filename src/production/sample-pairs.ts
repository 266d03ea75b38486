/**
 * A sample of the pairs that were compared and are too unlikely to be put to the office, to learn what the linkage misses. By
 * strata of likelihood; within one, the pairs whose numbers, made of their record numbers and so always the same, are lowest: a
 * larger sample holds the smaller, and when the register has grown most of what was answered is drawn again.
 */
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Linkage} from '#linkage/link';
import {probabilityOf} from '#linkage/match-weight';
import {shareOut} from '#linkage/quality';
import type {FactId, Sampled} from '#register/fact';
import type {FoundPair} from './find-pairs.ts';
import {type IdentityFacts, type Pair, type PairFacts, pairKey, pairOf, Settled} from './identity-facts.ts';
import type {IdentityTable} from './identity-table.ts';

/** Pairs at least as likely as this are drawn from: of the many below, a sample tells nothing. */
export const DRAWN_FROM = 0.001;
/** Down to here what the model expects of the others is added up. */
export const EXPECTED_FROM = 0.00001;

/** From the likeliest: the least likelihood of each. */
export const STRATA = [
  {stratum: 'over-1-in-10', from: 0.1},
  {stratum: 'over-1-in-100', from: 0.01},
  {stratum: 'over-1-in-1000', from: DRAWN_FROM},
] as const;

/** What was compared, and is neither put nor decided by the policy. */
export interface Unlikely {
  /** Those that are drawn from. */
  readonly pairs: readonly FoundPair[];
  /** How many of the others are one person, as the model expects. */
  readonly beyond: number;
}

/** `put`: what the policy puts to the office. */
export function unlikelyPairs(
  {pairs}: Pick<Linkage, 'pairs'>,
  {numbers}: Pick<IdentityTable, 'numbers'>,
  put: readonly FoundPair[],
): Unlikely {
  const isPut = new Set(put.map(({pair}) => pairKey(pair)));
  const found: FoundPair[] = [];
  let beyond = 0;
  for (let at = 0; at < pairs.size; at++) {
    const weight = pairs.weight(at);
    const probability = probabilityOf(weight);
    const [one, other] = [numbers[pairs.left(at)], numbers[pairs.right(at)]];
    if (one === undefined || other === undefined) continue;
    if (probability < DRAWN_FROM) {
      beyond += probability;
      continue;
    }
    const pair = pairOf(one, other);
    if (!isPut.has(pairKey(pair)))
      found.push({pair, weight: toTenth(weight), probability, band: 'clerical', proven: false});
  }
  return {pairs: found, beyond};
}

const toTenth = (weight: number): number => Math.round(weight * 10) / 10;

export interface DrawnPair {
  readonly found: FoundPair;
  readonly sample: Sampled;
}

export interface Draw {
  readonly drawn: readonly DrawnPair[];
  readonly strata: readonly Sampled[];
}

/** `dropped`: questions that are about to be. */
export function drawSample(
  {pairs, beyond}: Unlikely,
  known: IdentityFacts,
  dropped: ReadonlySet<FactId>,
  draws: number,
): Draw {
  const open = pairs.filter(({pair}) => isUnasked(known.pairs.get(pairKey(pair)), dropped));
  const within = STRATA.map(({from}, at) =>
    open.filter(({probability}) => probability >= from && probability < (STRATA[at - 1]?.from ?? 1)),
  );
  const sizes = within.map(({length}) => length);
  const counts = shareOut(sizes, draws);
  const strata = STRATA.map(({stratum}, at) => ({
    stratum,
    of: sizes[at] ?? 0,
    drawn: counts[at] ?? 0,
    beyond: Number(beyond.toFixed(2)),
  }));
  const drawn = strata.flatMap((sample, at) =>
    lowest(within[at] ?? [], sample.drawn).map((found) => ({found: inFact(found), sample})),
  );
  return {drawn, strata};
}

const inFact = (found: FoundPair): FoundPair => ({...found, probability: Number(found.probability.toFixed(4))});

/** What is put as likely, or was decided by the policy, belongs to what the linkage found. */
const isUnasked = (facts: PairFacts | undefined, dropped: ReadonlySet<FactId>): boolean =>
  facts?.question === undefined || dropped.has(facts.question.id)
    ? facts?.decision === undefined || facts.decision.fact.basis === 'review'
    : facts.question.fact.sample !== undefined;

function lowest(pairs: readonly FoundPair[], count: number): readonly FoundPair[] {
  const numbers = new Map(pairs.map((one) => [one, numberOf(one.pair)]));
  const number = (one: FoundPair) => numbers.get(one) ?? '';
  return pairs.toSorted((a, b) => (number(a) < number(b) ? -1 : 1)).slice(0, count);
}

const numberOf = (pair: Pair): string => sha256(`sample\n${pair.join('\n')}`);

/** The latest draw: what was drawn before and is not of it tells of another register. */
export function latestDraw({pairs}: IdentityFacts): readonly PairFacts[] {
  const sampled = [...pairs.values()].filter(({question}) => question?.fact.sample !== undefined);
  const latest = Math.max(...sampled.map(({question}) => question?.submission ?? 0));
  return sampled.filter(({question}) => question?.submission === latest);
}

/** What a draw writes: all of it, so that it stands together, or nothing where it stands already. What was drawn before and not decided is dropped. */
export function drawnAnew(
  {drawn}: Draw,
  known: IdentityFacts,
  model: string,
): {readonly put: readonly DrawnPair[]; readonly dropped: readonly {readonly pair: Pair; readonly question: FactId}[]} {
  const before = new Map(latestDraw(known).map((facts) => [pairKey(facts.pair), facts.question?.fact]));
  const stands = ({found, sample}: DrawnPair) => {
    const question = before.get(pairKey(found.pair));
    return question?.model === model && canonicalJson(question.sample) === canonicalJson(sample);
  };
  if (before.size === drawn.length && drawn.every(stands)) return {put: [], dropped: []};
  const now = new Set(drawn.map(({found}) => pairKey(found.pair)));
  const dropped = [...known.pairs.values()].flatMap(({pair, question, decision}) =>
    question?.fact.sample === undefined || decision !== undefined || now.has(pairKey(pair))
      ? []
      : [{pair, question: question.id}],
  );
  return {put: drawn, dropped};
}

export function undecidedOf({drawn}: Draw, known: IdentityFacts): number {
  const settled = new Settled(known);
  return drawn.filter(({found: {pair}}) => !settled.isOne(pair) && !settled.isApart(pair)).length;
}
