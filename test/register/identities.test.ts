/** Decisions of who is the same person: what is read as one, what counts, what would contradict, what it moves. */
import {describe, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {unitsOf} from '#register/deidentify';
import type {Fact, FactId, Recorded, Verdict} from '#register/fact';
import {circlesOf, filesAmong, filesKnown} from '#register/identities';
import {asDecided, contradiction} from '#register/identity-chain';
import type {PersonFile} from '#register/person-file';
import {explain} from '#register/why';
import {denmark} from '../tabulation/denmark.ts';
import {assessed, competence, rules} from './files.ts';

const definitions = {rules, competence, codeLists: denmark.codeLists};
const DAY = plainDate('2014-02-01');
const [A, B, C, D] = [recordNumber(1), recordNumber(2), recordNumber(3), recordNumber(4)];

class Story {
  readonly facts: Recorded[] = [];

  say(record: RecordNumber, fact: Fact): FactId {
    const id = this.facts.length + 1;
    const recordedAt = instant(new Date(Date.UTC(2014, 0, id)).toISOString());
    this.facts.push({id, record, recordedAt, recordedBy: 'test', submission: id, source: 'us', fact});
    return id;
  }

  decide(on: RecordNumber, other: RecordNumber, verdict: Verdict): FactId {
    return this.say(on, {kind: 'identity-decision', on: DAY, other, verdict, reason: 'seen', basis: 'review'});
  }

  takeBack(record: RecordNumber, of: FactId): FactId {
    return this.say(record, {kind: 'withdrawal', on: DAY, of, why: 'identity-reconsidered'});
  }

  get files(): readonly PersonFile[] {
    return filesAmong(this.facts, A);
  }

  units(unit: string, year: number) {
    return this.files
      .flatMap((file) => unitsOf(file, definitions, yearPeriod(year)).units)
      .filter((one) => one.unit === unit);
  }

  /** Persons, how many of them repeats, and acts of assessment. */
  counted(year: number): readonly [number, number, number] {
    const persons = this.units('person', year);
    const repeats = persons.filter(({codes}) => codes.repetition?.[0] === 'linked');
    return [persons.length, repeats.length, this.units('assessment', year).length];
  }
}

describe('what is read as one', () => {
  const chained = () => {
    const story = new Story();
    for (const record of [A, B, C, D]) story.say(record, assessed('2013-03-01'));
    story.decide(B, C, 'returning');
    const second = story.decide(A, B, 'same-incident');
    return {story, second};
  };
  const recordsOf = (files: readonly PersonFile[]) =>
    files.map(({record, facts}) => [record, [...new Set(facts.map((one) => one.record))].sort()]);

  test('records that decisions join, through others too, under the lowest; and nobody else', () => {
    const {story} = chained();
    expect(recordsOf(story.files)).toEqual([
      [A, [A, B, C]],
      [D, [D]],
    ]);
    expect(story.files[0]?.facts.map(({id}) => id)).toEqual([1, 2, 3, 5, 6]);
  });

  test('taken back, they are as they were, and a taking back taken back joins again', () => {
    const {story, second} = chained();
    const back = story.takeBack(A, second);
    expect(recordsOf(story.files)).toEqual([
      [A, [A]],
      [B, [B, C]],
      [D, [D]],
    ]);
    story.takeBack(A, back);
    expect(recordsOf(story.files).length).toBe(2);
  });

  test('different persons are not joined', () => {
    const story = new Story();
    for (const record of [A, B]) story.say(record, assessed('2013-03-01'));
    story.decide(A, B, 'different');
    expect(story.files.length).toBe(2);
  });

  test('no record withdraws what another says, however joined', () => {
    const story = new Story();
    const first = story.say(A, assessed('2013-03-01'));
    story.say(B, {kind: 'withdrawal', on: DAY, of: first, why: 'corrected'});
    story.decide(A, B, 'returning');
    expect(story.counted(2013)).toEqual([1, 0, 1]);
  });

  test('a circle is as it was known when fewer of its facts were', async () => {
    const {story} = chained();
    const files = async function* () {
      yield* story.files.slice(0, 1);
    };
    for await (const circle of circlesOf(files())) {
      const known = (count: number) => recordsOf(filesKnown(circle, circle.facts.slice(0, count)));
      expect(known(3)).toEqual([
        [A, [A]],
        [B, [B]],
        [C, [C]],
      ]);
      expect(known(4)).toEqual([
        [A, [A]],
        [B, [B, C]],
      ]);
      expect(known(5)).toEqual([[A, [A, B, C]]]);
    }
  });
});

describe('what counts', () => {
  const pair = (first: Fact, second: Fact, verdict: Verdict | undefined) => {
    const story = new Story();
    story.say(A, first);
    story.say(B, second);
    if (verdict !== undefined) story.decide(A, B, verdict);
    return story;
  };
  const [spring, autumn, later] = [assessed('2012-03-01'), assessed('2012-10-01', {by: 'cmm'}), assessed('2013-05-01')];

  test.each<[string, Verdict | undefined, readonly number[], readonly number[]]>([
    ['nothing decided: two persons', undefined, [1, 0, 1], [1, 0, 1]],
    ['returning: a repeat', 'returning', [1, 0, 1], [1, 1, 1]],
    ['the same incident: an act, no person and no repeat', 'same-incident', [1, 0, 1], [0, 0, 1]],
    ['filed twice: nothing', 'filed-twice', [1, 0, 1], [0, 0, 0]],
    ['different: two persons', 'different', [1, 0, 1], [1, 0, 1]],
  ])('%s', (_, verdict, first, second) => {
    const story = pair(spring, later, verdict);
    expect([story.counted(2012), story.counted(2013)]).toEqual([first, second]);
    // Which of the two the earlier came from makes no difference.
    const turned = pair(later, spring, verdict);
    expect([turned.counted(2012), turned.counted(2013)]).toEqual([first, second]);
  });

  test.each<[Verdict | undefined, readonly number[]]>([
    [undefined, [2, 0, 2]],
    ['returning', [1, 0, 2]],
    ['same-incident', [1, 0, 2]],
    ['filed-twice', [1, 0, 1]],
  ])('within a year, %s', (verdict, year) => {
    expect(pair(spring, autumn, verdict).counted(2012)).toEqual(year);
  });

  test('an earlier look that was negative leaves the later one to count', () => {
    const story = pair(assessed('2012-03-01', {outcome: 'not-victim'}), later, 'same-incident');
    expect(story.counted(2013)).toEqual([1, 0, 1]);
  });

  test('filed twice is the decision both tell, where both tell one; what else a record tells counts', () => {
    const story = new Story();
    for (const on of ['2011-02-01', '2013-05-01']) story.say(A, assessed(on));
    for (const on of ['2012-06-01', '2013-05-01']) story.say(B, assessed(on));
    story.decide(A, B, 'filed-twice');
    expect([2011, 2012, 2013].map((year) => story.counted(year))).toEqual([
      [1, 0, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  test('after another look at the same incident, a return in a later year is a repeat', () => {
    const story = pair(spring, later, 'same-incident');
    story.say(B, assessed('2014-01-05'));
    expect(story.counted(2014)).toEqual([1, 1, 1]);
  });

  test('a return of the same day filed twice is one; another is another', () => {
    const returned = (on: string): Fact => ({kind: 'prepared-return', on: plainDate(on), operator: 'iom', children: 0});
    const story = pair(returned('2013-06-01'), returned('2013-06-01'), 'filed-twice');
    expect(story.units('return', 2013).length).toBe(1);
    story.say(B, returned('2013-09-01'));
    expect(story.units('return', 2013).length).toBe(2);
    expect(pair(returned('2013-06-01'), returned('2013-06-01'), 'returning').units('return', 2013).length).toBe(2);
  });

  test('what the other record says of the person is heard', () => {
    const story = pair(spring, later, 'filed-twice');
    story.say(B, {kind: 'characteristics', on: plainDate('2013-05-01'), codes: {sex: ['female']}});
    expect(story.units('person', 2012)[0]?.codes.sex).toEqual(['female']);
  });

  test('why: another look, and a decision filed twice', () => {
    const reasonOf = (verdict: Verdict) => {
      const [file] = pair(spring, later, verdict).files;
      return file && explain(file, definitions, yearPeriod(2013)).reason;
    };
    expect([reasonOf('same-incident'), reasonOf('filed-twice'), reasonOf('returning')]).toEqual([
      'same-incident',
      'filed-twice',
      'counted',
    ]);
  });
});

describe('what contradicts', () => {
  const story = new Story();
  for (const record of [A, B, C, D]) story.say(record, assessed('2013-03-01'));
  story.decide(A, B, 'returning');
  story.decide(B, C, 'filed-twice');
  story.decide(C, D, 'different');
  const chain = (on: RecordNumber, other: RecordNumber, verdict: Verdict) =>
    contradiction(story.files, [on, other], verdict)?.map((link) => [link.on, link.verdict, link.other]);

  test('A = B, B = C, A ≠ C: the chain that joins them', () => {
    expect(chain(A, C, 'different')).toEqual([
      [A, 'returning', B],
      [B, 'filed-twice', C],
    ]);
  });

  test('A = D, where C ≠ D: the chain through what holds them apart', () => {
    expect(chain(A, D, 'same-incident')).toEqual([
      [A, 'returning', B],
      [B, 'filed-twice', C],
      [C, 'different', D],
    ]);
  });

  test('what is decided of the pair itself stands in nobody’s way, nor does what agrees', () => {
    expect([chain(A, B, 'different'), chain(C, D, 'returning'), chain(A, C, 'returning')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('as decided: the files a verdict would make, one in the place of another, and none', () => {
  const story = new Story();
  for (const record of [A, B, C]) story.say(record, assessed('2013-03-01'));
  story.decide(A, B, 'returning');
  const of = (verdict: Verdict | undefined) => asDecided(story.files, [A, B], verdict).map(({record}) => record);
  expect([of(undefined), of('different'), of('filed-twice')]).toEqual([
    [A, B, C],
    [A, B, C],
    [A, C],
  ]);
  const filed = asDecided(story.files, [A, B], 'filed-twice').flatMap(
    (file) => unitsOf(file, definitions, yearPeriod(2013)).units,
  );
  expect(filed.filter(({unit}) => unit === 'assessment').length).toBe(2);
});
