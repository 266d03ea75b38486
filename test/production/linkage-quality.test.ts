/** Figures of the linkage from what the register holds of pairs, and what a draw writes. Invented pairs, no register. */
import {describe, expect, test} from 'vitest';
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {type FoundPair, toRecord} from '#production/find-pairs';
import {type IdentityFacts, isOpen, type Pair, type PairFacts, pairKey, Settled} from '#production/identity-facts';
import {qualityOf} from '#production/linkage-quality';
import {waitingFor} from '#production/review-queue';
import {drawnAnew, drawSample} from '#production/sample-pairs';
import type {Fact, IdentityDecision, IdentityQuestion, Recorded, Sampled, Verdict} from '#register/fact';

const ON = plainDate('2014-01-02');
const record = (serial: number): RecordNumber => recordNumber(serial);
const pairAt = (at: number): Pair => [record(at * 2 + 1), record(at * 2 + 2)];

const recorded = <F extends Fact>(id: number, [on]: Pair, fact: F, submission = 1): Recorded<F> => ({
  id,
  record: on,
  recordedAt: instant('2014-01-02T09:00:00Z'),
  recordedBy: 'test',
  submission,
  source: 'entry',
  fact,
});

interface Asked {
  readonly band?: IdentityQuestion['band'];
  readonly sample?: Sampled;
  readonly submission?: number;
  readonly model?: string;
  readonly verdict?: Verdict;
  readonly basis?: IdentityDecision['basis'];
  readonly id?: number;
}

function asked(
  pair: Pair,
  {band = 'link', sample, submission, model = 'm', verdict, basis = 'review', id = 10}: Asked,
) {
  const question: IdentityQuestion = {
    kind: 'identity-question',
    on: ON,
    other: pair[1],
    weight: band === 'link' ? 9 : 2,
    probability: 0.8,
    band,
    model,
    ...(sample === undefined ? {} : {sample}),
  };
  const facts: PairFacts = {
    pair,
    question: recorded(id, pair, question, submission),
    judgements: [],
    decision:
      verdict &&
      recorded(11, pair, {kind: 'identity-decision', on: ON, other: pair[1], verdict, reason: 'r', basis}, submission),
  };
  return facts;
}

function factsOf(pairs: readonly PairFacts[]): IdentityFacts {
  const joined = pairs.filter(({decision}) => decision && decision.fact.verdict !== 'different');
  return {
    fileOf: new Map(joined.map(({pair: [on, other]}) => [other, on])),
    pairs: new Map(pairs.map((facts) => [pairKey(facts.pair), facts])),
  };
}

const POLICY = {
  id: 'p',
  link: {fields: {}, thresholds: {link: 0.99, review: 0.05}},
  origins: {
    concept: 'nationality',
    atLeast: 2,
    groups: [
      {id: 'thai', labels: {da: 'Thailand', en: 'Thailand'}, codes: ['TH']},
      {id: 'other', labels: {da: 'Andre', en: 'Others'}, codes: undefined},
    ],
  },
};
const quality = (pairs: readonly PairFacts[], codes: Readonly<Record<number, string>> = {}) =>
  qualityOf(factsOf(pairs), POLICY, (on) => {
    const serial = Object.keys(codes).find((key) => record(Number(key)) === on);
    return serial === undefined ? [] : [codes[Number(serial)] ?? ''];
  });

const STRATUM: Sampled = {stratum: 'over-1-in-1000', of: 4, drawn: 2, beyond: 0.5};
const linked = [0, 1, 2].map((at) => asked(pairAt(at), {verdict: at === 2 ? 'different' : 'returning'}));
const drawn = [10, 11].map((at) =>
  asked(pairAt(at), {band: 'clerical', sample: STRATUM, submission: 5, verdict: 'different', id: 50}),
);

describe('figures', () => {
  test('of linked pairs that reviewers decided', () => {
    expect(quality(linked).link).toMatchObject({pairs: 3, decided: 3, same: 2});
    expect(quality(linked)).toMatchObject({recall: {linked: undefined}, missing: [{missing: 'no-sample'}]});
  });

  test('with a sample also of what was missed', () => {
    const told = quality([...linked, ...drawn]);
    expect(told.strata).toEqual([{stratum: 'over-1-in-1000', of: 4, pairs: 2, decided: 2, same: 0}]);
    expect(told).toMatchObject({missing: [], beyond: 0.5});
    expect(told.recall.put?.share).toBe(1);
  });

  test('of no pair that an identifier or its weight decided', () => {
    const others = [
      asked(pairAt(20), {verdict: 'returning', basis: 'identifier'}),
      asked(pairAt(21), {verdict: 'returning', basis: 'weight'}),
    ];
    const told = quality([...linked, ...drawn, ...others]);
    expect(told).toMatchObject({link: {pairs: 3}, identifier: 1, weight: 1});
    expect(told.missing).toEqual([{missing: 'decided-by-weight', pairs: 1}]);
  });

  test('of the latest draw alone', () => {
    const before = asked(pairAt(12), {
      band: 'clerical',
      sample: {...STRATUM, of: 9},
      submission: 4,
      verdict: 'returning',
    });
    expect(quality([...linked, ...drawn, before]).strata).toEqual(quality([...linked, ...drawn]).strata);
  });

  test('of no draw that is older than what was compared since', () => {
    const since = asked(pairAt(30), {band: 'clerical', submission: 6, model: 'n', verdict: 'different'});
    const told = quality([...linked, ...drawn, since]);
    expect(told.recall).toEqual({linked: undefined, put: undefined});
    expect(told.missing).toEqual([{missing: 'sample-older'}]);
    const same = asked(pairAt(30), {band: 'clerical', submission: 6, verdict: 'different'});
    expect(quality([...linked, ...drawn, same]).missing).toEqual([]);
    const before = asked(pairAt(30), {band: 'clerical', submission: 4, model: 'n', verdict: 'different'});
    expect(quality([...linked, ...drawn, before]).missing).toEqual([]);
  });

  test('in which what is joined through a third is found', () => {
    // 1 = 2 and 2 = 61 were put; 1 = 61 was drawn.
    const second: Pair = [record(2), record(61)];
    const across = asked([record(1), record(61)], {band: 'clerical', sample: STRATUM, submission: 5, id: 50});
    const told = quality([...linked, ...drawn.slice(1), asked(second, {verdict: 'returning'}), across]);
    expect(told.strata).toMatchObject([{pairs: 2, decided: 2, same: 0}]);
    expect(told.through).toBe(1);
  });

  test('by origin: of both, of the one that is known, of two, or of none', () => {
    const codes = {1: 'TH', 2: 'TH', 3: 'TH', 5: 'TH', 6: 'SE'};
    const groups = new Map(quality(linked, codes).origins.map((one) => [one.origin, one]));
    expect([...groups].map(([origin, {link}]) => [origin, link.pairs])).toEqual([
      ['thai', 2],
      ['other', 0],
      ['differing', 1],
    ]);
    expect([groups.get('thai')?.tooFew, groups.get('other')?.tooFew]).toEqual([false, true]);
    expect(quality(linked).origins.map(({origin, link}) => [origin, link.pairs])).toContainEqual(['unknown', 3]);
    expect(quality(linked, {1: 'SE', 2: 'DK'}).origins.find(({origin}) => origin === 'other')?.link.pairs).toBe(1);
  });
});

describe('a draw', () => {
  const NONE: IdentityFacts = factsOf([]);
  const unlikely = (count: number, probability = 0.002): readonly FoundPair[] =>
    Array.from({length: count}, (_, at) => ({
      pair: pairAt(at),
      weight: -9,
      probability,
      band: 'clerical',
      proven: false,
    }));
  const drawnFrom = (pairs: readonly FoundPair[], draws: number, known = NONE) =>
    drawSample({pairs, beyond: 0.123}, known, new Set(), draws);

  test('is the same whenever it is drawn, and of a larger one a part', () => {
    const [small, large] = [drawnFrom(unlikely(200), 20), drawnFrom(unlikely(200).toReversed(), 50)];
    const keys = ({drawn: all}: typeof small) => all.map(({found: {pair}}) => pairKey(pair));
    expect(keys(large).slice(0, 20)).toEqual(keys(small));
    expect(small.drawn[0]?.sample).toEqual({stratum: 'over-1-in-1000', of: 200, drawn: 20, beyond: 0.12});
  });

  test('takes every pair as often as any other', () => {
    // Of a thousand registers of twenty pairs, numbered anew: 5 of 20 is one in four.
    let first = 0;
    for (let round = 0; round < 1000; round++) {
      const pairs = unlikely(20).map((one, at) => ({...one, pair: pairAt(round * 20 + at)}));
      if (drawnFrom(pairs, 5).drawn.some(({found}) => pairKey(found.pair) === pairKey(pairAt(round * 20)))) first++;
    }
    expect(first).toBeGreaterThan(200);
    expect(first).toBeLessThan(300);
  });

  test('holds nothing that was put, or decided by the policy', () => {
    const known = factsOf([
      asked(pairAt(0), {verdict: 'different'}),
      {...asked(pairAt(1), {verdict: 'returning', basis: 'identifier'}), question: undefined},
      {...asked(pairAt(2), {verdict: 'returning'}), question: undefined},
      asked(pairAt(3), {band: 'clerical', sample: STRATUM}),
    ]);
    expect(
      drawnFrom(unlikely(5), 10, known)
        .drawn.map(({found}) => found.pair)
        .toSorted(),
    ).toEqual([2, 3, 4].map(pairAt).toSorted());
  });

  test('is written whole or not at all, and what it leaves undecided is dropped', () => {
    const draw = drawnFrom(unlikely(3), 10);
    const stands = factsOf(
      draw.drawn.map(({found, sample}) => asked(found.pair, {band: 'clerical', sample, submission: 3})),
    );
    expect(drawnAnew(draw, stands, 'm')).toEqual({put: [], dropped: []});
    expect(drawnAnew(draw, stands, 'n').put.length).toBe(3);
    const fewer = drawnFrom(unlikely(2), 10);
    expect(drawnAnew(fewer, stands, 'm')).toMatchObject({put: [{}, {}], dropped: [{pair: pairAt(2), question: 10}]});
  });

  test('neither goes when everyone is compared, nor keeps a pair from being put that has become likely', () => {
    const known = factsOf([asked(pairAt(0), {band: 'clerical', sample: STRATUM})]);
    expect(toRecord([], known, 'none').drop).toEqual([]);
    const likely: FoundPair = {pair: pairAt(0), weight: 2, probability: 0.8, band: 'clerical', proven: false};
    expect(toRecord([likely], known, 'none').ask).toEqual([likely]);
  });

  test('is no open question of who is the same person', () => {
    const facts = factsOf([]);
    expect(isOpen(asked(pairAt(0), {sample: STRATUM}), new Settled(facts))).toBe(false);
    expect(isOpen(asked(pairAt(0), {}), new Settled(facts))).toBe(true);
  });

  test('once more, asks nothing again that was answered', () => {
    const answered = asked(pairAt(0), {band: 'clerical', sample: STRATUM, verdict: 'different', id: 20});
    expect(waitingFor(factsOf([answered]), 'Anna', {second: 'none', again: 0})).toEqual([]);
  });
});
