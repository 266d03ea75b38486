/**
 * Which pairs wait for a reviewer, and in what order: what moves the statement most first. Pure; holds no name.
 */
import {type IdentityFacts, type Pair, type PairFacts, Settled} from './identity-facts.ts';
import {type Answered, mayAnswer, type Part, partOf, type ReviewRules} from './review-stages.ts';

export interface Waiting {
  readonly pair: Pair;
  readonly weight: number;
  readonly probability: number;
  readonly band: 'clerical' | 'link';
  readonly part: Part;
  /** It was told apart, and what has come to be known since speaks for it. */
  readonly again: boolean;
  /** What was said before; not shown to whoever is to say it anew. */
  readonly answers: readonly Answered[];
}

/** What waits for this reviewer; by weight. */
export function waitingFor(facts: IdentityFacts, reviewer: string, rules: ReviewRules): readonly Waiting[] {
  const settled = new Settled(facts);
  return [...facts.pairs.values()]
    .flatMap((one) => waitingOf(one, settled, rules))
    .filter(({answers, part}) => part === 'first' || mayAnswer(answers, reviewer))
    .sort((a, b) => b.weight - a.weight);
}

function waitingOf(facts: PairFacts, settled: Settled, rules: ReviewRules): readonly Waiting[] {
  const {pair, question, decision, judgements} = facts;
  if (question === undefined) return [];
  const again =
    decision !== undefined &&
    decision.fact.verdict === 'different' &&
    question.id > decision.id &&
    // Drawn once more: what is known of the two has not changed.
    question.fact.sample === undefined;
  const said = judgements.filter(({id}) => !again || id > question.id).map(({fact}) => fact);
  if (decision === undefined && (settled.isOne(pair) || settled.isApart(pair))) return [];
  if (again && settled.isOne(pair)) return [];
  const decided =
    decision === undefined || again ? undefined : decision.fact.basis === 'review' ? 'review' : 'otherwise';
  const part = partOf(pair, said, decided, rules);
  const {weight, probability, band} = question.fact;
  return part === undefined ? [] : [{pair, weight, probability, band, part, again, answers: said}];
}

/** How far the verdict that moves most moves the figures: those of the latest year, and those of all. */
export interface Moves {
  readonly latest: number;
  readonly all: number;
}

/** What is asked for the first time comes before what is only asked again. */
export const byEffect = (movesOf: (waiting: Waiting) => Moves) => (waiting: readonly Waiting[]) => {
  const moves = new Map(waiting.map((one) => [one, movesOf(one)]));
  const rank = (one: Waiting) => {
    const {latest, all} = moves.get(one) ?? {latest: 0, all: 0};
    return [one.part === 're-review' ? 0 : 1, latest, all, one.probability] as const;
  };
  return waiting.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const at = one.findIndex((value, i) => value !== other[i]);
    return at < 0 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
  });
};
