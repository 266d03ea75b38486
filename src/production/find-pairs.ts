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
import type {Fact, FactId} from '#register/fact';
import type {Effects} from './effects.ts';
import {entrySubmission} from './entry.ts';
import {type IdentityFacts, type Pair, pairKey, pairOf, readIdentityFacts, Settled} from './identity-facts.ts';
import {type IdentityTable, identityTable} from './identity-table.ts';
import type {Progress} from './progress.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
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
  /** Which policy and parameters the weights are of. */
  readonly model: string;
}

export function identityPolicy({identity}: Profile, at: Instant): Outcome<IdentityPolicy, Refusal> {
  const policy = findInForce(identity, dayOf(at));
  return policy === undefined ? refuse({reason: 'no-identity-policy', on: dayOf(at)}) : done(policy);
}

/** Opens every identity, and compares. Nothing is written. */
export async function linkRegister(
  register: KeyedRegister,
  at: Instant,
  progress: Progress,
): Promise<Outcome<LinkedRegister, Refusal>> {
  const found = identityPolicy(register.profile, at);
  if (!found.ok) return found;
  const policy = found.value;
  const table = await identityTable(register, policy.link, at, progress);
  if (!table.ok) return table;
  const linked = linkRecords(table.value.records, policy.link, (compared, of) =>
    progress({stage: 'link', done: compared, of}),
  );
  if (!linked.ok) return refuse({...linked.refusal, file: 'linkage.yaml'});
  const linkage = linked.value;
  const {lambda, fields} = linkage.model;
  const model = sha256(canonicalJson([policy.id, policy.link, lambda, fields])).slice(0, 12);
  return done({policy, table: table.value, linkage, pairs: foundPairs(linkage, table.value), model});
}

const dayOf = (at: Instant): PlainDate => plainDate(at.slice(0, 10));

/**
 * Every pair that is linked or in the band, by itself: what links two through a third is no answer to whether they are one,
 * since a reviewer may take the third away.
 */
export function foundPairs(
  {clusters, pairs, thresholds, explain}: Linkage,
  {numbers}: Pick<IdentityTable, 'numbers'>,
): readonly FoundPair[] {
  const linked = weightOf(thresholds.link);
  const found = new Map<string, FoundPair>();
  for (const all of [pairs, clusters.links, clusters.keptApart]) {
    for (let at = 0; at < all.size; at++) {
      const [one, other] = [numbers[all.left(at)], numbers[all.right(at)]];
      if (one === undefined || other === undefined) continue;
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

const isAsked = (
  {weight, band}: FoundPair,
  question: {readonly weight: number; readonly band: FoundPair['band']} | undefined,
): boolean => question !== undefined && question.band === band && Math.abs(question.weight - weight) < MOVED;

export interface Found {
  readonly records: number;
  readonly recordedAt: Instant;
  readonly written: boolean;
  readonly decided: number;
  readonly asked: number;
  readonly dropped: number;
  readonly linked: LinkedRegister;
}

export async function findPairs(
  register: KeyedRegister,
  {recordedBy, dryRun}: {readonly recordedBy: string; readonly dryRun: boolean},
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Found, Refusal>> {
  const moment = await momentOf(register, undefined, effects);
  if (!moment.ok) return moment;
  const at = moment.value;
  const linked = await linkRegister(register, at, progress);
  if (!linked.ok) return linked;
  const {policy, pairs, model, table} = linked.value;
  const {decide, ask, drop} = toRecord(pairs, await readIdentityFacts(register.store, at), policy.automatic);
  const on = dayOf(at);
  const facts: readonly (readonly [Pair, Fact])[] = [
    ...drop.map(({pair, question}) => [pair, withdrawalOf(question, on)] as const),
    ...decide.map((one) => [one.pair, decisionOf(one, policy, on)] as const),
    ...ask.map((one) => [one.pair, questionOf(one, model, on)] as const),
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

const questionOf = ({pair: [, other], weight, probability, band}: FoundPair, model: string, on: PlainDate): Fact => ({
  kind: 'identity-question',
  on,
  other,
  weight,
  probability,
  band,
  model,
});
