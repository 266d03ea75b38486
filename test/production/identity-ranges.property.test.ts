/** Whatever is answered, the number of persons and of repeats is within the range told; and its ends are reached by some answers. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {recordNumber, serialOf} from '#concepts/record-number';
import {plainDate} from '#kit/plain-date';
import type {CountedBy} from '#production/count';
import {decisionFacts} from '#production/decide';
import type {ReadIdentities} from '#production/identity-groups';
import {identityRange} from '#production/identity-ranges';
import {countsOf} from '#production/review-moves';
import {type Fact, type Recorded, VERDICTS, type Verdict} from '#register/fact';
import {standing} from '#register/person-file';
import {definitions, filesOf, type History, histories, Register} from './histories.ts';

const DAY = plainDate('2014-06-01');
const period = yearPeriod(2013);

const question = (other: number): Fact => ({
  kind: 'identity-question',
  on: DAY,
  other: recordNumber(other),
  ...{weight: 3, probability: 0.5, band: 'clerical', model: 'test'},
});

const OF_PAIR = new Set(['identity-question', 'identity-judgement', 'identity-decision', 'withdrawal']);

/** As a store reads them. */
const identitiesOf = (facts: readonly Recorded[]): ReadIdentities => ({
  pairFacts: async () => facts.filter(({fact}) => OF_PAIR.has(fact.kind)),
  findPersonFile: async (record) =>
    filesOf(facts).find((file) => file.record === record || file.facts.some((one) => one.record === record)),
});

const assessed = (on: string): Fact => ({
  kind: 'assessment',
  on: plainDate(on),
  ...{by: 'us', outcome: 'victim', codes: {}},
});

type Numbers = readonly [number, number];

const recorded = (facts: readonly Recorded[], [one, other]: Numbers, verdict: Verdict) => {
  const pair = [recordNumber(one), recordNumber(other)] as const;
  return decisionFacts([{record: pair[0], facts}], pair, DAY, {verdict, reason: 'seen', basis: 'review'});
};

/** Neither joined by a decision of their own nor bound by what was decided of others. */
const isUnsettled = (facts: readonly Recorded[], pair: Numbers): boolean =>
  recorded(facts, pair, 'different').ok &&
  recorded(facts, pair, 'returning').ok &&
  !standing({record: recordNumber(0), facts}, 'identity-decision').some(
    ({record, fact}) =>
      serialOf(record) === pair[0] && serialOf(fact.other) === pair[1] && fact.verdict !== 'different',
  );

/** Everything that can be recorded of these pairs, one after another: a verdict that is not refused, or nothing. */
function* answered(facts: readonly Recorded[], [pair, ...others]: readonly Numbers[]): Generator<readonly Recorded[]> {
  if (pair === undefined) {
    yield facts;
    return;
  }
  yield* answered(facts, others);
  const [first] = facts;
  if (first === undefined) return;
  for (const verdict of VERDICTS) {
    const made = recorded(facts, pair, verdict);
    if (!made.ok) continue;
    const said = made.value.map(([record, fact], i) => ({...first, id: facts.length + 1 + i, record, fact}));
    yield* answered([...facts, ...said], others);
  }
}

async function checked(
  {persons, deliveries}: History,
  days: readonly string[],
  asked: readonly Numbers[],
  by: CountedBy,
) {
  const register = new Register(persons);
  register.deliver(days.map((on, person) => ({kind: 'row', person, facts: [assessed(on)]})));
  for (const events of deliveries) register.deliver(events);
  const there = new Set(register.deliveries.flat().map(({record}) => serialOf(record)));
  const pairs = new Map<string, Numbers>();
  for (const [a, b] of asked) if (a < b && there.has(a) && there.has(b)) pairs.set(`${a} ${b}`, [a, b]);
  register.deliver([...pairs.values()].map(([on, other]) => ({kind: 'row', person: on - 1, facts: [question(other)]})));
  const facts = register.deliveries.flat();
  const now = countsOf(filesOf(facts), by, period);
  const told = await identityRange(identitiesOf(facts), by, period, register.now);
  let [low, high] = [{...now}, {...now}];
  for (const after of answered(
    facts,
    [...pairs.values()].filter((pair) => isUnsettled(facts, pair)),
  )) {
    const then = countsOf(filesOf(after), by, period);
    low = {persons: Math.min(low.persons, then.persons), repeats: Math.min(low.repeats, then.repeats)};
    high = {persons: Math.max(high.persons, then.persons), repeats: Math.max(high.repeats, then.repeats)};
  }
  return {
    told: [told.persons.low, told.persons.high, told.repeats.low, told.repeats.high],
    found: [
      ...[low.persons - now.persons, high.persons - now.persons],
      ...[low.repeats - now.repeats, high.repeats - now.repeats],
    ],
    questions: told.questions,
  };
}

const pairs = fc.array(fc.tuple(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 6})), {
  minLength: 1,
  maxLength: 3,
});
const days = fc.array(fc.constantFrom('2012-03-01', '2013-03-01', '2013-09-01'), {minLength: 6, maxLength: 6});

test('what is told is what answers can do, no less and no more', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(histories, days, pairs, fc.constantFrom(...definitions), async (history, on, asked, by) => {
      const {told, found} = await checked(history, on, asked, by);
      expect(told).toEqual(found);
      if (told.some((by) => by !== 0)) moved += 1;
    }),
    {numRuns: 1000, seed: 20_131},
  );
  expect(moved).toBeGreaterThan(120);
}, 120_000);
