/**
 * What the register holds of who is the same person: which records are read as one file, what is asked, what
 * reviewers said and what was decided, by pair. A pair is named by its lower record number and its higher.
 */
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import type {Instant} from '#kit/instant';
import type {FactKind, Recorded} from '#register/fact';
import {lowestOf, standingEdges} from '#register/identities';
import {type FactOf, standingFacts} from '#register/person-file';
import type {Store} from '#storage/store';

export type Pair = readonly [on: RecordNumber, other: RecordNumber];

export const pairOf = (one: RecordNumber, other: RecordNumber): Pair =>
  serialOf(one) < serialOf(other) ? [one, other] : [other, one];
export const pairKey = ([on, other]: Pair): string => `${on} ${other}`;

type Question = FactOf<'identity-question'>;
type Judgement = FactOf<'identity-judgement'>;
type Decision = FactOf<'identity-decision'>;

export interface PairFacts {
  readonly pair: Pair;
  /** As asked last. */
  readonly question: Recorded<Question> | undefined;
  readonly judgements: readonly Recorded<Judgement>[];
  readonly decision: Recorded<Decision> | undefined;
}

export interface IdentityFacts {
  /** Of records that were joined, the first of their file. */
  readonly fileOf: ReadonlyMap<RecordNumber, RecordNumber>;
  readonly pairs: ReadonlyMap<string, PairFacts>;
}

export async function readIdentityFacts(store: Pick<Store, 'pairFacts'>, asAt: Instant): Promise<IdentityFacts> {
  const facts = await store.pairFacts(asAt);
  const pairs = new Map<string, PairFacts>();
  for (const one of standingFacts({record: recordNumber(0), facts})) {
    const pair = isOfPair(one) ? pairOf(one.record, one.fact.other) : undefined;
    if (pair !== undefined) pairs.set(pairKey(pair), withFact(pairs.get(pairKey(pair)) ?? nothingOf(pair), one));
  }
  const lowest = lowestOf(standingEdges(facts));
  return {fileOf: new Map([...lowest].map(([one, file]) => [recordNumber(one), recordNumber(file)])), pairs};
}

const OF_PAIR: ReadonlySet<FactKind> = new Set<FactKind>([
  'identity-question',
  'identity-judgement',
  'identity-decision',
]);
const isOfPair = (one: Recorded): one is Recorded<Question | Judgement | Decision> => OF_PAIR.has(one.fact.kind);
const is = <K extends FactKind>(one: Recorded, kind: K): one is Recorded<FactOf<K>> => one.fact.kind === kind;

const nothingOf = (pair: Pair): PairFacts => ({pair, question: undefined, judgements: [], decision: undefined});

function withFact(known: PairFacts, one: Recorded): PairFacts {
  if (is(one, 'identity-question')) return {...known, question: one};
  if (is(one, 'identity-judgement')) return {...known, judgements: [...known.judgements, one]};
  return is(one, 'identity-decision') ? {...known, decision: one} : known;
}

/** Files, and which of them were told apart: what follows from the decisions is neither asked nor counted as open. */
export class Settled {
  readonly #root = new Map<RecordNumber, RecordNumber>();
  readonly #apart: Pair[] = [];

  constructor({fileOf, pairs}: IdentityFacts) {
    for (const [record, file] of fileOf) this.#root.set(record, file);
    for (const {pair, decision} of pairs.values()) if (decision?.fact.verdict === 'different') this.#apart.push(pair);
  }

  personOf(record: RecordNumber): RecordNumber {
    let at = record;
    for (;;) {
      const next = this.#root.get(at);
      if (next === undefined || next === at) return at;
      at = next;
    }
  }

  isOne = ([on, other]: Pair): boolean => this.personOf(on) === this.personOf(other);

  /** Told apart, by themselves or through others that they are one with. */
  isApart([on, other]: Pair): boolean {
    const [a, b] = [this.personOf(on), this.personOf(other)];
    return this.#apart.some(([one, another]) => {
      const [c, d] = [this.personOf(one), this.personOf(another)];
      return (a === c && b === d) || (a === d && b === c);
    });
  }

  same([on, other]: Pair): void {
    const [a, b] = pairOf(this.personOf(on), this.personOf(other));
    this.#root.set(b, a);
  }
}

/** Asked and not settled, by itself or through others; or told apart, and asked anew since. What is asked to try the linkage is no question of the register's. */
export function isOpen({pair, question, decision}: PairFacts, settled: Settled): boolean {
  if (question === undefined || question.fact.sample !== undefined || settled.isOne(pair)) return false;
  if (decision === undefined) return !settled.isApart(pair);
  return decision.fact.verdict === 'different' && question.id > decision.id;
}
