/**
 * Who may be the same person: every record is compared with every other, and the pairs that nobody has decided become
 * questions in the register. Done again, it asks nothing twice: a pair that was told apart comes back only when what has come
 * to be known since speaks for it. Only what the policy says is proven is decided here.
 */
import {serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {findInForce} from '#kit/dated';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type PlainDate, plainDate} from '#kit/plain-date';
import {type Linkage, linkRecords} from '#linkage/link';
import {PROOF, probabilityOf, weightOf} from '#linkage/match-weight';
import type {IdentityPolicy} from '#profile/identity-policy';
import type {Profile} from '#profile/profile';
import type {Fact, FactId, IdentityQuestion, Sampled} from '#register/fact';
import type {Effects} from './effects.ts';
import {entrySubmission} from './entry.ts';
import {type IdentityFacts, type Pair, pairKey, pairOf, readIdentityFacts, Settled} from './identity-facts.ts';
import {type IdentityTable, identityTable} from './identity-table.ts';
import type {Progress} from './progress.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {drawnAnew, drawSample, EXPECTED_FROM, type Unlikely, undecidedOf, unlikelyPairs} from './sample-pairs.ts';
import type {KeyedRegister} from './workspace.ts';

export interface FoundPair {
  readonly pair: Pair;
  /** In bits, to a tenth. */
  readonly weight: number;
  readonly probability: number;
  readonly band: 'clerical' | 'link';
  /** By an identifier that proves it. */
  readonly proven: boolean;
}

export interface LinkedRegister {
  readonly policy: IdentityPolicy;
  readonly table: IdentityTable;
  readonly linkage: Linkage;
  /** Likeliest first. */
  readonly pairs: readonly FoundPair[];
  /** Compared, and too unlikely to be put; where they were asked for. */
  readonly unlikely: Unlikely | undefined;
  /** Which policy and parameters the weights are of. */
  readonly model: string;
}

export function identityPolicy({identity}: Profile, at: Instant): Outcome<IdentityPolicy, Refusal> {
  const policy = findInForce(identity, dayOf(at));
  return policy === undefined ? refuse({reason: 'no-identity-policy', on: dayOf(at)}) : done(policy);
}

/** Opens every identity, and compares. Nothing is written. `least`: pairs as likely as this are told as well, though nobody is asked about them. */
export async function linkRegister(
  register: KeyedRegister,
  at: Instant,
  progress: Progress,
  least?: number,
): Promise<Outcome<LinkedRegister, Refusal>> {
  const found = identityPolicy(register.profile, at);
  if (!found.ok) return found;
  const policy = found.value;
  const table = await identityTable(register, policy.link, at, progress);
  if (!table.ok) return table;
  const {review = 0} = policy.link.thresholds ?? {};
  const compared = {...policy.link, thresholds: {...policy.link.thresholds, review: Math.min(least ?? review, review)}};
  const linked = linkRecords(table.value.records, compared, (pairs, of) => progress({stage: 'link', done: pairs, of}));
  if (!linked.ok) return refuse({...linked.refusal, file: 'linkage.yaml'});
  const linkage = linked.value;
  const {lambda, fields} = linkage.model;
  const model = sha256(canonicalJson([policy.id, policy.link, lambda, fields])).slice(0, 12);
  const pairs = foundPairs(linkage, table.value, review);
  const unlikely = least === undefined ? undefined : unlikelyPairs(linkage, table.value, pairs);
  return done({policy, table: table.value, linkage, pairs, unlikely, model});
}

const dayOf = (at: Instant): PlainDate => plainDate(at.slice(0, 10));

/**
 * Every pair that is linked or in the band, by itself: what links two through a third is no answer to whether they are one,
 * since a reviewer may take the third away.
 */
export function foundPairs(
  {clusters, pairs, thresholds, explain}: Linkage,
  {numbers}: Pick<IdentityTable, 'numbers'>,
  review = thresholds.review,
): readonly FoundPair[] {
  const linked = weightOf(thresholds.link);
  // As scored pairs keep them.
  const least = Math.fround(weightOf(Math.min(review, thresholds.link)));
  const found = new Map<string, FoundPair>();
  for (const all of [pairs, clusters.links, clusters.keptApart]) {
    for (let at = 0; at < all.size; at++) {
      const [one, other] = [numbers[all.left(at)], numbers[all.right(at)]];
      if (one === undefined || other === undefined || (all === pairs && all.weight(at) < least)) continue;
      const [pair, weight] = [pairOf(one, other), all.weight(at)];
      found.set(pairKey(pair), {
        pair,
        weight: Math.round(weight * 10) / 10,
        probability: Number(probabilityOf(weight).toFixed(4)),
        band: weight >= linked ? 'link' : 'clerical',
        // Much that agrees weighs as much as a proof, and is none.
        proven: weight >= PROOF && explain(all.left(at), all.right(at)).proven,
      });
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || serialOf(a.pair[0]) - serialOf(b.pair[0]));
}

/** What is to be written: decided without the office, asked, and no longer asked. */
export interface ToRecord {
  readonly decide: readonly FoundPair[];
  readonly ask: readonly FoundPair[];
  readonly drop: readonly {readonly pair: Pair; readonly question: FactId}[];
}

/** Bits by which a pair must have gained since it was told apart to be put again. */
const GAINED = 3;
/** Bits by which an open question must have moved to be put anew. */
const MOVED = 1;

/** Pure: what the linkage found held against what the register holds. */
export function toRecord(
  found: readonly FoundPair[],
  known: IdentityFacts,
  automatic: IdentityPolicy['automatic'],
): ToRecord {
  const settled = new Settled(known);
  const decide: FoundPair[] = [];
  const ask: FoundPair[] = [];
  const stillAsked = new Set<string>();
  for (const one of found) {
    const facts = known.pairs.get(pairKey(one.pair));
    if (settled.isOne(one.pair)) continue;
    if (settled.isApart(one.pair)) {
      const before = facts?.decision === undefined ? undefined : facts.question?.fact.weight;
      if (before === undefined || one.weight < before + GAINED) continue;
    } else if (decidesItself(one, automatic)) {
      settled.same(one.pair);
      decide.push(one);
      continue;
    }
    stillAsked.add(pairKey(one.pair));
    if (!isAsked(one, facts?.question?.fact)) ask.push(one);
  }
  const drop = [...known.pairs.values()].flatMap(({pair, question, decision}) =>
    question === undefined ||
    question.fact.sample !== undefined ||
    decision !== undefined ||
    settled.isOne(pair) ||
    settled.isApart(pair) ||
    stillAsked.has(pairKey(pair))
      ? []
      : [{pair, question: question.id}],
  );
  return {decide, ask, drop};
}

const decidesItself = ({proven, band}: FoundPair, automatic: IdentityPolicy['automatic']): boolean =>
  (proven && automatic !== 'none') || (band === 'link' && automatic === 'above-link');

/** What was only drawn has not been asked as a pair that is likely. */
const isAsked = ({weight, band}: FoundPair, question: IdentityQuestion | undefined): boolean =>
  question?.sample === undefined && question?.band === band && Math.abs(question.weight - weight) < MOVED;

export interface Found {
  readonly records: number;
  readonly recordedAt: Instant;
  readonly written: boolean;
  readonly decided: number;
  readonly asked: number;
  readonly dropped: number;
  /** Where one was asked for: how many of each stratum, and how many of all are not decided yet. */
  readonly sample: {readonly strata: readonly Sampled[]; readonly undecided: number} | undefined;
  readonly linked: LinkedRegister;
}

export interface FindRequest {
  readonly recordedBy: string;
  readonly dryRun: boolean;
  /** So many of the pairs too unlikely to be put are put as well. */
  readonly sample?: number | undefined;
}

export async function findPairs(
  register: KeyedRegister,
  {recordedBy, dryRun, sample}: FindRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Found, Refusal>> {
  const moment = await momentOf(register, undefined, effects);
  if (!moment.ok) return moment;
  const at = moment.value;
  const linked = await linkRegister(register, at, progress, sample === undefined ? undefined : EXPECTED_FROM);
  if (!linked.ok) return linked;
  const {policy, pairs, unlikely, model, table} = linked.value;
  const known = await readIdentityFacts(register.store, at);
  const {decide, ask, drop} = toRecord(pairs, known, policy.automatic);
  const gone = new Set(drop.map(({question}) => question));
  const draw = unlikely && sample !== undefined ? drawSample(unlikely, known, gone, sample) : undefined;
  const {put, dropped} = draw === undefined ? {put: [], dropped: []} : drawnAnew(draw, known, model);
  const on = dayOf(at);
  const facts: readonly (readonly [Pair, Fact])[] = [
    ...[...drop, ...dropped].map(({pair, question}) => [pair, withdrawalOf(question, on)] as const),
    ...decide.map((one) => [one.pair, decisionOf(one, policy, on)] as const),
    ...ask.map((one) => [one.pair, questionOf(one, model, on)] as const),
    ...put.map((one) => [one.found.pair, {...questionOf(one.found, model, on), sample: one.sample}] as const),
  ];
  const written = facts.length > 0 && !dryRun;
  if (written) {
    const submission = entrySubmission(
      facts.map(([pair, fact]) => [...pair, fact]),
      {recordedAt: at, recordedBy},
    );
    await register.store.append(submission, (writer) => {
      for (const [[record], fact] of facts) writer.fact(record, fact);
    });
  }
  return done({
    records: table.numbers.length,
    recordedAt: at,
    written,
    decided: decide.length,
    asked: ask.length,
    dropped: drop.length,
    sample: draw && {strata: draw.strata, undecided: undecidedOf(draw, known)},
    linked: linked.value,
  });
}

const withdrawalOf = (of: FactId, on: PlainDate): Fact => ({kind: 'withdrawal', on, of, why: 'identity-reconsidered'});

const decisionOf = ({pair: [, other], proven}: FoundPair, {id}: IdentityPolicy, on: PlainDate): Fact => ({
  kind: 'identity-decision',
  on,
  other,
  verdict: 'returning',
  reason: `linkage.yaml: ${id}`,
  basis: proven ? 'identifier' : 'weight',
});

const questionOf = (
  {pair: [, other], weight, probability, band}: FoundPair,
  model: string,
  on: PlainDate,
): IdentityQuestion => ({
  kind: 'identity-question',
  on,
  other,
  weight,
  probability,
  band,
  model,
});
