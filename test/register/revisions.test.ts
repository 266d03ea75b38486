import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import type {Fact, FactId, Recorded, Withdrawal} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import {revisionsOf, type Step} from '#register/revisions';
import {denmark} from '../tabulation/denmark.ts';
import {assessed, competence, rules} from './files.ts';

const definitions = {rules, competence, codeLists: denmark.codeLists};
const CUT_OFF = instant('2014-02-01T00:00:00Z');
const [ONE, OTHER] = [recordNumber(1), recordNumber(2)];

/** Submission 1 is known at the cut-off; the others come after it. */
class Story {
  readonly #facts: Recorded[] = [];

  say(submission: number, fact: Fact, {record = ONE, row}: {record?: RecordNumber; row?: number} = {}): FactId {
    const id = this.#facts.length + 1;
    const recordedAt = instant(new Date(Date.UTC(2014, 0, submission === 1 ? 1 : 60 + submission)).toISOString());
    const kept = {id, record, recordedAt, recordedBy: 'test', submission, source: 'us', fact};
    this.#facts.push(row === undefined ? kept : {...kept, row});
    return id;
  }

  withdraw(submission: number, of: FactId, why: Withdrawal['why'], record: RecordNumber = ONE): FactId {
    return this.say(submission, {kind: 'withdrawal', on: plainDate('2014-03-01'), of, why}, {record});
  }

  async *files(): AsyncIterable<PersonFile> {
    for (const [record, facts] of Map.groupBy(this.#facts, (one) => one.record)) yield {record, facts};
  }

  /** Reasons with how many persons more or fewer count in 2013. */
  async told(year = 2013): Promise<readonly (readonly [string, number])[]> {
    const steps: Step[] = [];
    for await (const step of revisionsOf(this.files(), definitions, CUT_OFF, [yearPeriod(year)])) steps.push(step);
    const persons = (units: Step['after']) => units.filter(({unit}) => unit === 'person').length;
    return steps.map(({reason, before, after}) => [reason, persons(after) - persons(before)] as const);
  }
}

test('what was known at the cut-off is no revision', async () => {
  const story = new Story();
  story.say(1, assessed('2013-05-02'));
  expect(await story.told()).toEqual([]);
});

test('a decision of the year that comes later is late; one of another year is none of it', async () => {
  const story = new Story();
  story.say(2, assessed('2013-05-02'), {row: 1});
  expect(await story.told()).toEqual([['late-decision', 1]]);
  expect(await story.told(2012)).toEqual([]);
});

test('a corrected day is one correction, not a decision lost and another found', async () => {
  const story = new Story();
  const wrong = story.say(1, assessed('2013-05-02'), {row: 1});
  story.withdraw(2, wrong, 'corrected');
  story.say(2, assessed('2013-05-20'), {row: 7});
  expect(await story.told()).toEqual([['correction', 0]]);
});

test('in one delivery, a row corrected and a row that is new are told apart', async () => {
  const story = new Story();
  const wrong = story.say(1, {kind: 'characteristics', on: plainDate('2009-01-01'), codes: {sex: ['male']}}, {row: 1});
  story.withdraw(2, wrong, 'corrected');
  story.say(2, {kind: 'characteristics', on: plainDate('2009-01-01'), codes: {sex: ['female']}}, {row: 1});
  story.say(2, assessed('2013-05-02'), {row: 2});
  expect(await story.told()).toEqual([['late-decision', 1]]);
});

test('a row without a key that changed is gone and new on the same day: a correction', async () => {
  const story = new Story();
  const gone = story.say(1, assessed('2013-05-02'), {row: 1});
  story.say(2, assessed('2013-05-02', {by: 'cmm'}), {row: 1});
  story.withdraw(2, gone, 'gone-from-source');
  expect(await story.told()).toEqual([['correction', 0]]);
});

test('gone, and nothing in its place: a correction; recorded in error likewise, and so is what brings it back', async () => {
  const story = new Story();
  const first = story.say(1, assessed('2013-05-02'), {row: 1});
  const withdrawal = story.withdraw(2, first, 'gone-from-source');
  story.withdraw(3, withdrawal, 'recorded-in-error');
  expect(await story.told()).toEqual([
    ['correction', -1],
    ['correction', 1],
  ]);
});

test('overturned, and the overturning taken back', async () => {
  const story = new Story();
  const of = story.say(1, assessed('2013-05-02'), {row: 1});
  const on = plainDate('2014-03-02');
  const reversal = story.say(2, {kind: 'reversal', on, of, ground: 'registration-error'});
  story.withdraw(3, reversal, 'recorded-in-error');
  expect(await story.told()).toEqual([
    ['overturned', -1],
    ['overturned', 1],
  ]);
});

test('what moves to another person is an identity decision at both', async () => {
  const story = new Story();
  const of = story.say(1, assessed('2013-05-02'), {row: 1});
  story.say(1, assessed('2010-05-02'), {record: OTHER, row: 2});
  story.withdraw(2, of, 'wrong-person');
  story.say(2, assessed('2013-05-02'), {record: OTHER});
  expect(await story.told()).toEqual([
    ['identity-decision', -1],
    ['identity-decision', 1],
  ]);
});

test('a decision like the one that moved, of somebody else, is a late one', async () => {
  const story = new Story();
  const of = story.say(1, assessed('2013-05-02'), {row: 1});
  story.say(2, assessed('2013-05-02'), {record: recordNumber(3), row: 1});
  story.withdraw(2, of, 'wrong-person');
  story.say(2, assessed('2013-05-02'), {record: OTHER, row: 2});
  story.say(2, assessed('2013-05-02'), {record: recordNumber(4), row: 3});
  expect((await story.told()).toSorted()).toEqual([
    ['identity-decision', -1],
    ['identity-decision', 1],
    ['late-decision', 1],
    ['late-decision', 1],
  ]);
});

test('what moves and is corrected at the same time is an identity decision at both', async () => {
  const story = new Story();
  const of = story.say(1, assessed('2013-05-02'), {row: 1});
  story.withdraw(2, of, 'wrong-person');
  story.say(2, assessed('2013-05-03'), {record: OTHER, row: 1});
  expect(await story.told()).toEqual([
    ['identity-decision', -1],
    ['identity-decision', 1],
  ]);
});

test('what another delivery brings is not what was moved', async () => {
  const story = new Story();
  const of = story.say(1, assessed('2013-05-02'), {row: 1});
  story.withdraw(2, of, 'wrong-person');
  story.say(3, assessed('2013-05-02'), {record: OTHER, row: 1});
  expect(await story.told()).toEqual([
    ['identity-decision', -1],
    ['late-decision', 1],
  ]);
});
