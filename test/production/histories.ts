/**
 * Histories of a small register: decisions that come late, are corrected, overturned, restored, taken from a person and given to
 * another, in any order. Every delivery does what it can with what has come so far, as agencies' files do.
 */
import fc from 'fast-check';
import type {CodeList} from '#concepts/code-list';
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import {type Instant, instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import type {CountedBy} from '#production/count';
import {decisionFacts} from '#production/decide';
import type {ReadRegister} from '#production/revise';
import {type Fact, type FactId, type Recorded, VERDICTS, type Verdict, type Withdrawal} from '#register/fact';
import {everEdges, filesAmong, lowestOf} from '#register/identities';
import type {PersonFile} from '#register/person-file';
import {standing} from '#register/person-file';
import {competence, rules} from '../register/files.ts';
import {denmark, formsByYear, list, series, table, tables} from '../tabulation/denmark.ts';

/** One thing a delivery tells. Numbers choose among persons and among what is there, so any event fits any history. */
export type Event =
  | {readonly kind: 'row'; readonly person: number; readonly facts: readonly Fact[]}
  | {readonly kind: 'correct'; readonly which: number; readonly facts: readonly Fact[]}
  | {readonly kind: 'gone'; readonly which: number}
  | {readonly kind: 'error'; readonly which: number}
  | {readonly kind: 'restore'; readonly which: number}
  | {readonly kind: 'overturn'; readonly which: number; readonly ground: 'on-the-merits' | 'registration-error'}
  | {readonly kind: 'move'; readonly which: number; readonly to: number}
  | {readonly kind: 'merge'; readonly from: number; readonly to: number}
  | {readonly kind: 'answer'; readonly which: number}
  | {readonly kind: 'decide'; readonly person: number; readonly other: number; readonly verdict: Verdict}
  | {readonly kind: 'take-back'; readonly which: number};

export interface History {
  readonly persons: number;
  /** One list of events for each delivery, in the order they arrived. */
  readonly deliveries: readonly (readonly Event[])[];
}

const DAY = plainDate('2014-06-01');
const YEARS = [2010, 2011, 2012, 2013, 2014];
const day = fc
  .tuple(fc.constantFrom(...YEARS), fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}))
  .map(([year, month, on]) => plainDate(`${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`));
const forms = fc.uniqueArray(
  fc.constantFrom('prostitution', 'forced-labour', 'cannabis-production', 'drug-sales', 'unknown'),
  {minLength: 1, maxLength: 2},
);

const assessment: fc.Arbitrary<Fact> = fc
  .record({
    on: day,
    by: fc.constantFrom('us', 'cmm', 'court'),
    outcome: fc.constantFrom('victim', 'victim', 'victim', 'not-victim', 'presumed'),
    forms,
  })
  .map(({on, by, outcome, forms: said}) => ({
    kind: 'assessment',
    on,
    by,
    outcome,
    codes: {exploitation: said, forms: said},
  }));
const others: fc.Arbitrary<Fact> = fc.oneof(
  fc
    .record({on: day, sex: fc.constantFrom('female', 'male')})
    .map(({on, sex}): Fact => ({kind: 'characteristics', on, codes: {sex: [sex]}})),
  day.map((on): Fact => ({kind: 'contact', on, codes: {'contact-form': ['police']}})),
  fc
    .record({on: day, status: fc.constantFrom('unlawful', 'lawful')})
    .map(({on, status}): Fact => ({kind: 'residence-status', on, status})),
  day.map((on): Fact => ({kind: 'charge', on})),
  day.map((on): Fact => ({kind: 'attestation', on, earlier: 'yes'})),
  fc.tuple(day, day, fc.nat(2), fc.boolean()).map(([a, b, children, completed]): Fact => {
    const [on, end] = a < b ? [a, b] : [b, a];
    return {kind: 'prepared-return', on, operator: 'iom', children, ...(completed ? {completed: end} : {})};
  }),
);
const facts = fc.tuple(assessment, fc.array(others, {maxLength: 2})).map(([one, more]) => [one, ...more]);

const person = fc.nat(5);
const which = fc.nat(40);
const event: fc.Arbitrary<Event> = fc.oneof(
  {arbitrary: fc.record({kind: fc.constant('row' as const), person, facts}), weight: 6},
  {arbitrary: fc.record({kind: fc.constant('row' as const), person, facts: others.map((one) => [one])}), weight: 2},
  {arbitrary: fc.record({kind: fc.constant('correct' as const), which, facts}), weight: 2},
  {
    arbitrary: fc.record({kind: fc.constantFrom('gone' as const, 'error' as const, 'answer' as const), which}),
    weight: 2,
  },
  {arbitrary: fc.record({kind: fc.constant('restore' as const), which}), weight: 1},
  {
    arbitrary: fc.record({
      kind: fc.constant('overturn' as const),
      which,
      ground: fc.constantFrom('on-the-merits' as const, 'registration-error' as const),
    }),
    weight: 2,
  },
  {arbitrary: fc.record({kind: fc.constant('move' as const), which, to: person}), weight: 1},
  {arbitrary: fc.record({kind: fc.constant('merge' as const), from: person, to: person}), weight: 1},
  {
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      person,
      other: person,
      verdict: fc.constantFrom(...VERDICTS),
    }),
    weight: 2,
  },
  {arbitrary: fc.record({kind: fc.constant('take-back' as const), which}), weight: 1},
);

export const histories: fc.Arbitrary<History> = fc.record({
  persons: fc.integer({min: 2, max: 6}),
  deliveries: fc.array(fc.array(event, {minLength: 1, maxLength: 4}), {minLength: 2, maxLength: 8}),
});

/** Everybody's files, of all that is recorded. */
export function filesOf(known: readonly Recorded[]): readonly PersonFile[] {
  const circles = lowestOf(everEdges(known));
  const circleOf = ({record}: Recorded) => circles.get(serialOf(record)) ?? serialOf(record);
  const files = [...Map.groupBy(known, circleOf)].flatMap(([circle, facts]): readonly PersonFile[] => {
    const record = recordNumber(circle);
    return circles.has(circle) ? filesAmong(facts, record) : [{record, facts}];
  });
  return files.sort((a, b) => serialOf(a.record) - serialOf(b.record));
}

/** A register that only ever grows, read as at any moment. */
export class Register {
  readonly #facts: Recorded[] = [];
  readonly #persons: number;
  #submission = 0;
  #row = 0;

  constructor(persons: number) {
    this.#persons = persons;
  }

  /** Each delivery an hour after the one before, but every third at the very same moment. */
  static timeOf(submission: number): Instant {
    const hour = submission - Math.floor(submission / 3);
    return instant(new Date(Date.UTC(2014, 0, 1, hour)).toISOString());
  }

  get now(): Instant {
    return Register.timeOf(this.#submission);
  }

  deliver(events: readonly Event[]): void {
    this.#submission += 1;
    for (const one of events) this.#take(one);
  }

  readonly read: ReadRegister = (asAt) => this.#files(asAt);

  /** Everything recorded, delivery by delivery. */
  get deliveries(): readonly (readonly Recorded[])[] {
    return [...Map.groupBy(this.#facts, ({submission}) => submission).values()];
  }

  async *#files(asAt: Instant): AsyncIterable<PersonFile> {
    yield* filesOf(this.#facts.filter(({recordedAt}) => recordedAt <= asAt));
  }

  #take(one: Event): void {
    if (one.kind === 'row') this.#deliverRow(this.#person(one.person), one.facts);
    else if (one.kind === 'merge') this.#merge(this.#person(one.from), this.#person(one.to));
    else if (one.kind === 'decide') this.#decide(this.#person(one.person), this.#person(one.other), one.verdict);
    else {
      const target = this.#pick(one.which, one.kind);
      if (target !== undefined) this.#change(one, target);
    }
  }

  #person(number: number): RecordNumber {
    return recordNumber((number % this.#persons) + 1);
  }

  /** As `opgor decide` would: nothing where it would be refused. */
  #decide(one: RecordNumber, another: RecordNumber, verdict: Verdict): void {
    const [on, other] = serialOf(one) < serialOf(another) ? [one, another] : [another, one];
    const files = [on, other].map((record) => ({record, facts: this.#facts.filter((fact) => fact.record === record)}));
    if (on === other || files.some(({facts}) => facts.length === 0)) return;
    const everybody = [{record: on, facts: this.#facts}];
    const made = decisionFacts(everybody, [on, other], DAY, {verdict, reason: 'seen', basis: 'review'});
    for (const [record, fact] of made.ok ? made.value : []) this.#say(record, fact, undefined);
  }

  #change(one: Exclude<Event, {kind: 'row' | 'merge' | 'decide'}>, target: Recorded): void {
    const {record, id} = target;
    const about = {on: plainDate('2014-06-01'), of: id};
    switch (one.kind) {
      case 'overturn':
        this.#say(record, {kind: 'reversal', ...about, ground: one.ground}, undefined);
        break;
      case 'answer':
        this.#say(
          record,
          {kind: 'answer', ...about, question: 'assessed-outside-competence', reason: 'seen'},
          undefined,
        );
        break;
      case 'move':
        this.#move([target], this.#person(one.to));
        break;
      case 'correct':
        this.#withdraw(record, id, 'corrected');
        this.#deliverRow(record, one.facts);
        break;
      case 'take-back':
        this.#withdraw(record, id, 'identity-reconsidered');
        break;
      default:
        this.#withdraw(record, id, one.kind === 'gone' ? 'gone-from-source' : 'recorded-in-error');
    }
  }

  /** What is there to change: a fact that stands; to restore, a withdrawal or a reversal. */
  #pick(number: number, kind: Event['kind']): Recorded | undefined {
    const there = this.#facts.filter((one) => {
      const {fact, record} = one;
      if (kind === 'restore') return fact.kind === 'withdrawal' || fact.kind === 'reversal';
      if (kind === 'overturn' || kind === 'answer') return fact.kind === 'assessment';
      const file = {record, facts: this.#facts.filter((other) => other.record === record)};
      if ((kind === 'take-back') !== (fact.kind === 'identity-decision')) return false;
      return fact.kind !== 'withdrawal' && standing(file, fact.kind).some(({id}) => id === one.id);
    });
    return there[number % Math.max(1, there.length)];
  }

  #merge(from: RecordNumber, to: RecordNumber): void {
    const theirs = {record: from, facts: this.#facts.filter(({record}) => record === from)};
    const kinds = [
      'assessment',
      'contact',
      'characteristics',
      'prepared-return',
      'residence-status',
      'charge',
    ] as const;
    this.#move(
      kinds.flatMap((kind) => [...standing(theirs, kind)]),
      to,
    );
  }

  #move(moved: readonly Recorded[], to: RecordNumber): void {
    for (const {record, id, fact} of moved) {
      if (record === to) continue;
      this.#withdraw(record, id, 'wrong-person');
      this.#say(to, fact, undefined);
    }
  }

  #deliverRow(record: RecordNumber, said: readonly Fact[]): void {
    this.#row += 1;
    for (const fact of said) this.#say(record, fact, this.#row);
  }

  #withdraw(record: RecordNumber, of: FactId, why: Withdrawal['why']) {
    this.#say(record, {kind: 'withdrawal', on: plainDate('2014-06-01'), of, why}, undefined);
  }

  #say(record: RecordNumber, fact: Fact, row: number | undefined): void {
    this.#facts.push({
      id: this.#facts.length + 1,
      record,
      recordedAt: this.now,
      recordedBy: 'test',
      submission: this.#submission,
      source: fact.kind === 'assessment' ? fact.by : 'us',
      ...(row === undefined ? {} : {row}),
      fact,
    });
  }
}

const source = {title: 'Test'};
const before: CountedBy = {
  digest: 'before',
  firstYear: 2009,
  rules,
  competence,
  codeLists: denmark.codeLists,
  concepts: denmark.concepts,
  tables: [...tables, series, formsByYear, table('persons-since-start', ['measure'])],
  published: [{table: 'persons-by-year', year: 2009, value: 12, source}],
};

const recoded = (id: string, ...rows: readonly string[]): ReadonlyMap<string, CodeList> =>
  new Map([...denmark.codeLists, [id, list(id, ...rows)]]);

const from = plainDate('2007-01-01');
const rule = <P>(parameters: P) => [{id: 'changed', from, source, parameters}];
const held = competence.map((one) => ({...one, whenOthersDecide: 'hold' as const}));

/** As the office changes its mind: a code that moves, another rule, a table that is narrower, a total that was misprinted. */
export const definitions: readonly CountedBy[] = [
  before,
  {
    ...before,
    digest: 'moved',
    codeLists: recoded(
      'exploitation',
      'prostitution',
      'forced-labour',
      'criminal-acts',
      'cannabis-production<criminal-acts',
      'drug-sales<criminal-acts 2000-01-01 2011-12-31',
      'drug-sales<forced-labour 2012-01-01',
      'unknown',
    ),
  },
  {...before, digest: 'last', rules: {...rules, attribution: rule({take: 'last'} as const)}},
  {
    ...before,
    digest: 'both',
    codeLists: recoded('exploitation', 'prostitution', 'criminal-acts', 'cannabis-production<criminal-acts', 'unknown'),
    tables: before.tables
      .filter(({id}) => id !== 'persons-by-age')
      .map((table) => (table.id === 'persons-by-sex' ? {...table, universe: {outcome: ['victim']}} : table)),
    rules: {
      ...rules,
      reversal: rule({onTheMerits: 'remove'} as const),
      repetition: rule({attested: 'ignored'} as const),
    },
    competence: held,
    published: [{table: 'persons-by-year', year: 2009, value: 13, source}],
  },
  {
    ...before,
    digest: 'closed',
    rules: {...rules, lateDecisions: rule({policy: 'next-edition'} as const)},
    closings: new Map([
      ['2012', Register.timeOf(1)],
      ['2013', Register.timeOf(3)],
    ]),
  },
];
