/** The queue of pairs: who is asked what, in which order, and what is not asked because it follows. Invented pairs, no register. */
import {describe, expect, test} from 'vitest';
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {link} from '#linkage/link';
import {PROOF} from '#linkage/match-weight';
import {type FoundPair, foundPairs, toRecord} from '#production/find-pairs';
import {type IdentityFacts, type Pair, type PairFacts, pairKey, pairOf} from '#production/identity-facts';
import {mostMoved} from '#production/review-moves';
import {byEffect, waitingFor} from '#production/review-queue';
import {answeredTwice, decidedBy, partOf} from '#production/review-stages';
import type {Fact, IdentityDecision, IdentityJudgement, IdentityQuestion, Recorded, Verdict} from '#register/fact';

const [A, B, C, D] = [1, 2, 3, 4].map(recordNumber) as [RecordNumber, RecordNumber, RecordNumber, RecordNumber];
const ON = plainDate('2014-01-02');
const ALONE = {second: 'none', again: 0} as const;

const recorded = <F extends Fact>(id: number, [record]: Pair, fact: F): Recorded<F> => ({
  id,
  record,
  recordedAt: instant('2014-01-02T09:00:00Z'),
  recordedBy: 'test',
  submission: 1,
  source: 'entry',
  fact,
});
const question = (id: number, pair: Pair, weight = 2, band: 'clerical' | 'link' = 'clerical') =>
  recorded<IdentityQuestion>(id, pair, {
    kind: 'identity-question',
    on: ON,
    other: pair[1],
    weight,
    probability: 0.8,
    band,
    model: 'm',
  });
const decision = (id: number, pair: Pair, verdict: Verdict, basis: IdentityDecision['basis'] = 'review') =>
  recorded<IdentityDecision>(id, pair, {
    kind: 'identity-decision',
    on: ON,
    other: pair[1],
    verdict,
    reason: 'r',
    basis,
  });
const judgement = (id: number, pair: Pair, part: IdentityJudgement['part'], verdict: Verdict, reviewer: string) =>
  recorded<IdentityJudgement>(id, pair, {
    kind: 'identity-judgement',
    on: ON,
    other: pair[1],
    verdict,
    reason: 'r',
    reviewer,
    part,
  });

const asked = (pair: Pair, rest: Partial<PairFacts> = {}): PairFacts => ({
  pair,
  question: question(10, pair),
  judgements: [],
  decision: undefined,
  ...rest,
});

/** `one`: records that are one person, the first of each is its file. */
const factsOf = (pairs: readonly PairFacts[], one: readonly (readonly RecordNumber[])[] = []): IdentityFacts => ({
  fileOf: new Map([A, B, C, D].map((record) => [record, one.find((all) => all.includes(record))?.[0] ?? record])),
  pairs: new Map(pairs.map((facts) => [pairKey(facts.pair), facts])),
});
const waits = (facts: IdentityFacts, reviewer = 'Anna', rules: Parameters<typeof waitingFor>[2] = ALONE) =>
  waitingFor(facts, reviewer, rules).map(({pair, part}) => `${pairKey(pair)} ${part}`);

describe('whose turn it is', () => {
  const pair = pairOf(B, A);

  test('the lower record number comes first', () => expect(pair).toEqual([A, B]));

  test('one reviewer decides', () => {
    expect(waits(factsOf([asked(pair)]))).toEqual([`${A} ${B} first`]);
    expect(decidedBy('first', 'returning', [], ALONE)).toBe('returning');
  });

  test('two, where the policy wants them: the second has not answered before', () => {
    const rules = {second: 'all', again: 0} as const;
    const first = judgement(11, pair, 'first', 'returning', 'Anna');
    expect(decidedBy('first', 'returning', [], rules)).toBeUndefined();
    expect(waits(factsOf([asked(pair, {judgements: [first]})]), 'Anna', rules)).toEqual([]);
    expect(waits(factsOf([asked(pair, {judgements: [first]})]), 'Bo', rules)).toEqual([`${A} ${B} second`]);
    expect(decidedBy('second', 'returning', [first.fact], rules)).toBe('returning');
    expect(decidedBy('second', 'different', [first.fact], rules)).toBeUndefined();
  });

  test('nobody is their own second reviewer under another spelling of their name', () => {
    const rules = {second: 'all', again: 0} as const;
    const facts = factsOf([asked(pair, {judgements: [judgement(11, pair, 'first', 'returning', 'Anne  Holm')]})]);
    for (const same of ['anne holm', ' ANNE\u00a0HOLM ', 'Ａnne Holm']) expect(waits(facts, same, rules)).toEqual([]);
    expect(waits(facts, 'Anne Holme', rules)).toEqual([`${A} ${B} second`]);
  });

  test('a second for what makes one person of two, none for what does not', () => {
    const rules = {second: 'same-person', again: 0} as const;
    expect(decidedBy('first', 'different', [], rules)).toBe('different');
    expect(decidedBy('first', 'filed-twice', [], rules)).toBeUndefined();
  });

  test('two who differ wait for a third', () => {
    const rules = {second: 'all', again: 0} as const;
    const judgements = [
      judgement(11, pair, 'first', 'returning', 'Anna'),
      judgement(12, pair, 'second', 'different', 'Bo'),
    ];
    expect(waits(factsOf([asked(pair, {judgements})]), 'Bo', rules)).toEqual([]);
    expect(waits(factsOf([asked(pair, {judgements})]), 'Carl', rules)).toEqual([`${A} ${B} adjudication`]);
    expect(decidedBy('adjudication', 'different', [], rules)).toBe('different');
  });

  test('a share of what was decided is asked again, once, of somebody else, and settles nothing', () => {
    const always = {second: 'none', again: 1} as const;
    const first = judgement(11, pair, 'first', 'returning', 'Anna');
    const settled = asked(pair, {judgements: [first], decision: decision(12, pair, 'returning')});
    expect(waits(factsOf([settled], [[A, B]]), 'Anna', always)).toEqual([]);
    expect(waits(factsOf([settled], [[A, B]]), 'Bo', always)).toEqual([`${A} ${B} re-review`]);
    expect(waits(factsOf([settled], [[A, B]]), 'Bo')).toEqual([]);
    expect(decidedBy('re-review', 'different', [first.fact], always)).toBeUndefined();
    const again = judgement(13, pair, 're-review', 'different', 'Bo');
    const answers = [first, again];
    expect(waits(factsOf([{...settled, judgements: answers}], [[A, B]]), 'Carl', always)).toEqual([]);
    expect(answeredTwice(answers.map(({fact}) => fact))).toEqual([['returning', 'different']]);
  });

  test('the sample is near its share', () => {
    const sampled = Array.from({length: 2000}, (_, i) =>
      partOf([recordNumber(i + 1), recordNumber(i + 5000)], [], 'review', {second: 'none', again: 0.1}),
    );
    const share = sampled.filter((part) => part === 're-review').length / sampled.length;
    expect(share).toBeGreaterThan(0.07);
    expect(share).toBeLessThan(0.13);
  });
});

describe('what follows is not asked', () => {
  test('of two records of one person', () => {
    expect(waits(factsOf([asked([A, B]), asked([A, C])], [[A, B]]))).toEqual([`${A} ${C} first`]);
  });

  test('of one of two that was told apart from both', () => {
    const apart = asked([B, C], {decision: decision(12, [B, C], 'different')});
    expect(waits(factsOf([asked([A, C]), apart], [[A, B]]))).toEqual([]);
  });

  test('a pair that was told apart is asked again when it was put anew', () => {
    const apart = decision(12, [A, B], 'different');
    expect(waits(factsOf([asked([A, B], {decision: apart})]))).toEqual([]);
    const [again] = waitingFor(factsOf([asked([A, B], {decision: apart, question: question(20, [A, B], 9)})]), 'Anna', {
      second: 'none',
      again: 1,
    });
    expect(again).toMatchObject({part: 'first', again: true});
  });
});

test('what moves the latest year comes first, then what moves any, then what is likelier; asked again comes last', () => {
  const pairs: readonly Pair[] = [
    [A, B],
    [A, C],
    [A, D],
    [B, C],
  ];
  const moves = new Map([
    [pairKey([A, B]), {latest: 0, all: 1}],
    [pairKey([A, C]), {latest: 2, all: 2}],
    [pairKey([A, D]), {latest: 0, all: 0}],
    [pairKey([B, C]), {latest: 5, all: 5}],
  ]);
  const waiting = waitingFor(factsOf(pairs.map((pair) => asked(pair))), 'Anna', ALONE).map((one) =>
    pairKey(one.pair) === pairKey([B, C]) ? {...one, part: 're-review' as const} : one,
  );
  const order = byEffect(({pair}) => moves.get(pairKey(pair)) ?? {latest: 0, all: 0})(waiting);
  expect(order.map(({pair}) => pairKey(pair))).toEqual(
    [
      [A, C],
      [A, B],
      [A, D],
      [B, C],
    ].map(([on, other]) => `${on} ${other}`),
  );
});

test('a pair moves the figures as far as the verdict that moves them most', () => {
  const year = (n: number, persons: number, repeats: number) =>
    ({year: n, persons: [9, 9 + persons], repeats: [3, 3 + repeats]}) as const;
  const moves = {
    returning: [year(2013, 0, 1)],
    'same-incident': [year(2012, -1, -1), year(2013, -1, -1)],
    'filed-twice': [year(2012, -3, 0)],
    different: [],
  };
  expect(mostMoved(moves, 2013)).toEqual({latest: 2, all: 4});
  expect(mostMoved({...moves, 'same-incident': []}, 2013)).toEqual({latest: 1, all: 3});
});

describe('what a search writes', () => {
  const found = (pair: Pair, weight: number, rest: Partial<FoundPair> = {}): FoundPair => ({
    pair,
    weight,
    probability: 0.5,
    band: 'clerical',
    proven: false,
    ...rest,
  });
  const written = (
    pairs: readonly FoundPair[],
    facts: IdentityFacts,
    automatic: 'none' | 'identifiers' | 'above-link' = 'none',
  ) => {
    const {ask, decide, drop} = toRecord(pairs, facts, automatic);
    return {ask: ask.map(({pair}) => pairKey(pair)), decide: decide.map(({pair}) => pairKey(pair)), drop};
  };

  test('asks what is new, and asks it once', () => {
    expect(written([found([A, B], 2)], factsOf([])).ask).toEqual([`${A} ${B}`]);
    expect(written([found([A, B], 2.4)], factsOf([asked([A, B])]))).toEqual({ask: [], decide: [], drop: []});
  });

  test('asks anew when the weight has moved by a bit, or the band', () => {
    expect(written([found([A, B], 3.1)], factsOf([asked([A, B])])).ask).toEqual([`${A} ${B}`]);
    expect(written([found([A, B], 2, {band: 'link'})], factsOf([asked([A, B])])).ask).toEqual([`${A} ${B}`]);
  });

  test('takes back a question that nothing speaks for any more, and no answered one', () => {
    expect(written([], factsOf([asked([A, B])])).drop).toEqual([{pair: [A, B], question: 10}]);
    const apart = asked([A, B], {decision: decision(12, [A, B], 'different')});
    expect(written([], factsOf([apart])).drop).toEqual([]);
  });

  test('never asks again of what was told apart, unless much more speaks for it', () => {
    const apart = asked([A, B], {decision: decision(12, [A, B], 'different')});
    expect(written([found([A, B], 4.9)], factsOf([apart])).ask).toEqual([]);
    expect(written([found([A, B], 5)], factsOf([apart])).ask).toEqual([`${A} ${B}`]);
  });

  test('decides what an identifier proves where the policy lets it, and nothing told apart', () => {
    const proven = found([A, B], 30, {band: 'link', proven: true});
    expect(written([proven], factsOf([]))).toMatchObject({ask: [`${A} ${B}`], decide: []});
    expect(written([proven], factsOf([]), 'identifiers')).toMatchObject({ask: [], decide: [`${A} ${B}`]});
    const apart = asked([A, B], {question: question(10, [A, B], 29), decision: decision(12, [A, B], 'different')});
    expect(written([proven], factsOf([apart]), 'identifiers').decide).toEqual([]);
  });

  test('decides nothing in the clerical band, whatever the policy', () => {
    expect(written([found([A, B], 6)], factsOf([]), 'above-link').decide).toEqual([]);
    expect(written([found([A, B], 8, {band: 'link'})], factsOf([]), 'above-link').decide).toEqual([`${A} ${B}`]);
  });
});

describe('what proves', () => {
  const COLUMNS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'cpr'];
  /** Two hundred persons, and sixty of them once more. */
  const found = (proves: boolean) => {
    const rows = Array.from({length: 260}, (_, i) =>
      COLUMNS.map((column, c) => `${column}${(((i % 200) + 1) ** 2 * (c + 3)) % (101 + c * 6)}`),
    );
    const fields = Object.fromEntries(
      COLUMNS.map((column) => [column, {kind: 'code', columns: [column], proves: proves && column === 'cpr'} as const]),
    );
    const linked = link({columns: COLUMNS, rows}, {fields});
    if (!linked.ok) throw new Error(linked.refusal.reason);
    return foundPairs(linked.value, {numbers: rows.map((_, i) => recordNumber(i + 1))})[0];
  };

  test('is an identifier, not that much agrees', () => {
    const [alike, proven] = [found(false), found(true)];
    expect(alike).toMatchObject({band: 'link', proven: false});
    expect(alike?.weight).toBeGreaterThan(PROOF);
    expect(proven).toMatchObject({band: 'link', proven: true});
  });
});
