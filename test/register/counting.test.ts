/** The counting rules of mission §4, as cases. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {plainDate} from '#kit/plain-date';
import {findAttributed} from '#register/assessments';
import {attributesOf} from '#register/attributes';
import {deidentify} from '#register/deidentify';
import type {Fact} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import {questionsOf} from '#register/questions';
import {repetitionOf} from '#register/repetition';
import {assessed, competence, fileOf, rules} from './files.ts';

const on = plainDate('2014-02-01');
const year = yearPeriod(2013);
const counting = {rules, competence};
const withdrawn = (of: number): Fact => ({kind: 'withdrawal', on, of, why: 'recorded-in-error'});
const reversed = (of: number, ground: 'on-the-merits' | 'registration-error'): Fact => ({
  kind: 'reversal',
  on,
  of,
  ground,
});
const attested = (more: object = {}): Fact => ({
  kind: 'attestation',
  on: plainDate('2013-05-02'),
  earlier: 'yes',
  ...more,
});

test.each<{person: string; file: PersonFile; counted: string | undefined}>([
  {person: 'assessed once', file: fileOf(assessed('2013-05-02')), counted: '2013-05-02'},
  {
    person: 'assessed twice in the year: the first',
    file: fileOf(assessed('2013-09-01'), assessed('2013-05-02')),
    counted: '2013-05-02',
  },
  {person: 'on the first and the last day', file: fileOf(assessed('2013-12-31')), counted: '2013-12-31'},
  {person: 'decided the year before', file: fileOf(assessed('2012-12-31')), counted: undefined},
  {person: 'turned down', file: fileOf(assessed('2013-05-02', {outcome: 'not-victim'})), counted: undefined},
  {person: 'presumed only', file: fileOf(assessed('2013-05-02', {outcome: 'presumed'})), counted: undefined},
  {
    person: 'turned down, then assessed',
    file: fileOf(assessed('2013-02-01', {outcome: 'not-victim'}), assessed('2013-05-02')),
    counted: '2013-05-02',
  },
  {person: 'recorded in error', file: fileOf(assessed('2013-05-02'), withdrawn(1)), counted: undefined},
  {
    person: 'withdrawn, and the withdrawal withdrawn',
    file: fileOf(assessed('2013-05-02'), withdrawn(1), withdrawn(2)),
    counted: '2013-05-02',
  },
  {
    person: 'reversed on the merits',
    file: fileOf(assessed('2013-05-02'), reversed(1, 'on-the-merits')),
    counted: '2013-05-02',
  },
  {
    person: 'reversed as a registration error',
    file: fileOf(assessed('2013-05-02'), reversed(1, 'registration-error')),
    counted: undefined,
  },
  {
    person: 'a reversal that was withdrawn',
    file: fileOf(assessed('2013-05-02'), reversed(1, 'registration-error'), withdrawn(2)),
    counted: '2013-05-02',
  },
])('$person: counted $counted', ({file, counted}) => {
  expect(findAttributed(file, counting, year)?.fact.on).toBe(counted);
});

test.each<{person: string; file: PersonFile; repetition: string}>([
  {person: 'assessed for the first time', file: fileOf(assessed('2013-05-02')), repetition: 'first-time'},
  {
    person: 'assessed twice in the year',
    file: fileOf(assessed('2013-05-02'), assessed('2013-06-02')),
    repetition: 'first-time',
  },
  {
    person: 'assessed in 2009 and again',
    file: fileOf(assessed('2009-05-02'), assessed('2013-05-02')),
    repetition: 'linked',
  },
  {
    person: 'turned down in 2009',
    file: fileOf(assessed('2009-05-02', {outcome: 'not-victim'}), assessed('2013-05-02')),
    repetition: 'first-time',
  },
  {
    person: 'recorded in error in 2009',
    file: fileOf(assessed('2009-05-02'), withdrawn(1), assessed('2013-05-02')),
    repetition: 'first-time',
  },
  {person: 'attested, no year', file: fileOf(assessed('2013-05-02'), attested()), repetition: 'attested'},
  {person: 'attested for 2010', file: fileOf(assessed('2013-05-02'), attested({year: 2010})), repetition: 'attested'},
  {
    person: 'attested for the same year',
    file: fileOf(assessed('2013-05-02'), attested({year: 2013})),
    repetition: 'first-time',
  },
  {
    person: 'both linked and attested',
    file: fileOf(assessed('2009-05-02'), assessed('2013-05-02'), attested()),
    repetition: 'linked',
  },
  {
    person: 'a source cannot tell',
    file: fileOf(assessed('2013-05-02'), attested({earlier: 'unknown'})),
    repetition: 'unknown',
  },
])('$person: $repetition', ({file, repetition}) => {
  expect(repetitionOf(file, counting, year)).toBe(repetition);
});

test('an attestation says nothing of the years before it', () => {
  const file = fileOf(assessed('2009-05-02'), assessed('2013-05-02'), attested());
  expect(repetitionOf(file, counting, yearPeriod(2009))).toBe('first-time');
});

const status = (residence: string): Fact => ({
  kind: 'residence-status',
  on: plainDate('2013-01-01'),
  status: residence,
});
const charged = (ended?: string): Fact => ({
  kind: 'charge',
  on: plainDate('2013-03-01'),
  ...(ended === undefined ? {} : {ended: plainDate(ended)}),
});

test.each<{case: string; file: PersonFile; questions: readonly string[]}>([
  {
    case: 'US decides for an asylum seeker',
    file: fileOf(assessed('2013-05-02'), status('asylum-seeker')),
    questions: [],
  },
  {
    case: 'US decides for a lawful resident',
    file: fileOf(assessed('2013-05-02'), status('lawful')),
    questions: ['assessed-outside-competence'],
  },
  {case: 'nobody recorded a status', file: fileOf(assessed('2013-05-02')), questions: []},
  {
    case: 'US decides while a charge is pending',
    file: fileOf(assessed('2013-05-02'), status('unlawful'), charged()),
    questions: ['assessed-outside-competence'],
  },
  {
    case: 'the charge ended before',
    file: fileOf(assessed('2013-05-02'), status('unlawful'), charged('2013-04-01')),
    questions: [],
  },
  {
    case: 'the status came later',
    file: fileOf(assessed('2012-12-01'), assessed('2013-05-02'), {...status('lawful'), on: plainDate('2013-06-01')}),
    questions: [],
  },
  {
    case: 'two authorities differ',
    file: fileOf(assessed('2013-05-02'), assessed('2013-06-02', {by: 'cmm', outcome: 'not-victim'})),
    questions: ['assessments-differ'],
  },
  {
    case: 'answered with a reason',
    file: fileOf(assessed('2013-05-02'), status('lawful'), {
      kind: 'answer',
      on,
      of: 1,
      question: 'assessed-outside-competence',
      reason: 'Status changed the day before',
    }),
    questions: [],
  },
])('$case: asks $questions', ({file, questions}) => {
  expect(questionsOf(file, counting, year).map(({rule}) => rule)).toEqual(questions);
});

const deadline = (days: number, day: string): Fact => ({kind: 'departure-deadline', on: plainDate(day), days});
const deadlines = [
  {
    id: 'd',
    from: plainDate('2007-01-01'),
    source: {title: 'Test'},
    parameters: {fact: 'departure-deadline', usual: 30, maximum: 100},
  },
] as const;

test.each([
  {days: 100, asked: []},
  {days: 101, asked: ['deadline-over-maximum']},
])('a deadline of $days days: asks $asked', ({days, asked}) => {
  const file = fileOf(assessed('2013-05-02'), deadline(days, '2013-05-02'), deadline(400, '2011-05-02'));
  const open = questionsOf(file, {rules: {...rules, deadlines}, competence}, year);
  expect(open.map(({rule}) => rule)).toEqual(asked);
});

test('where the latest recorded is believed, it is taken before the source of the assessment', () => {
  const latest = {
    ...rules,
    disagreement: [
      {
        id: 'l',
        from: plainDate('2007-01-01'),
        source: {title: 'Test'},
        parameters: {take: ['latest-recorded'] as const},
      },
    ],
  };
  const file = fileOf(
    {fact: assessed('2013-05-02'), source: 'us'},
    {fact: is({sex: ['female']}), source: 'us'},
    {fact: is({sex: ['male']}), source: 'cmm', recorded: '2014-02-02'},
  );
  const attributed = findAttributed(file, {rules: latest, competence}, year);
  expect(attributed && attributesOf(file, attributed, latest).codes).toEqual({sex: ['male']});
});

const is = (codes: Record<string, string[]>, day = '2013-05-02'): Fact => ({
  kind: 'characteristics',
  on: plainDate(day),
  codes,
});

test('the source of the attributed assessment is believed before a later one', () => {
  const file = fileOf(
    {fact: is({sex: ['male'], nationality: ['NG']}), source: 'cmm', recorded: '2014-02-02'},
    {fact: is({sex: ['female']}), source: 'us'},
    {fact: assessed('2013-05-02', {codes: {exploitation: ['prostitution']}}), source: 'us'},
  );
  const attributed = findAttributed(file, counting, year);
  expect(attributed && attributesOf(file, attributed, rules)).toEqual({
    codes: {exploitation: ['prostitution'], sex: ['female'], nationality: ['NG']},
    disputed: [],
  });
});

test('an unknown is not a disagreement, and what is known is taken', () => {
  const file = fileOf(
    {fact: is({sex: ['unknown']}), source: 'us'},
    {fact: is({sex: ['female']}), source: 'cmm'},
    {fact: assessed('2013-05-02'), source: 'us'},
  );
  const attributed = findAttributed(file, counting, year);
  expect(attributed && attributesOf(file, attributed, rules)).toEqual({codes: {sex: ['female']}, disputed: []});
});

test('the form of another decision does not carry over; the sex does', () => {
  const file = fileOf(
    is({sex: ['male']}, '2009-05-02'),
    assessed('2009-05-02', {codes: {exploitation: ['cannabis-production']}}),
    assessed('2013-05-02'),
  );
  const attributed = findAttributed(file, counting, year);
  expect(attributed && attributesOf(file, attributed, rules).codes).toEqual({sex: ['male']});
});

async function* all(...files: readonly PersonFile[]) {
  yield* files;
}

test('a return has its people; children are never victims of it', async () => {
  const back: Fact = {
    kind: 'prepared-return',
    on: plainDate('2013-02-01'),
    completed: plainDate('2013-08-01'),
    operator: 'iom',
    children: 2,
  };
  const [units] = await deidentify(
    all(fileOf(assessed('2012-05-02'), back)),
    {rules, competence, codeLists: new Map()},
    [year],
  );
  expect(
    units?.units.map(({unit, codes}) => [unit, codes.person?.[0], codes.assessed?.[0], codes['with-child']?.[0]]),
  ).toEqual([
    ['return', undefined, 'earlier', 'with-child'],
    ['returnee', 'victim', 'earlier', undefined],
    ['returnee', 'child', 'not-applicable', undefined],
    ['returnee', 'child', 'not-applicable', undefined],
  ]);
});

test.each([
  {when: 'begun and not completed', completed: undefined, status: 'in-process'},
  {when: 'completed the year after', completed: '2014-01-05', status: 'in-process'},
  {when: 'completed on the last day', completed: '2013-12-31', status: 'completed'},
])('a return $when is $status at the end of the year', async ({completed, status: expected}) => {
  const back: Fact = {
    kind: 'prepared-return',
    on: plainDate('2013-02-01'),
    operator: 'iom',
    children: 0,
    ...(completed === undefined ? {} : {completed: plainDate(completed)}),
  };
  const [units] = await deidentify(all(fileOf(back)), {rules, competence, codeLists: new Map()}, [year]);
  expect(units?.units.map(({codes}) => codes['return-status']?.[0])).toEqual([expected, expected]);
});

const bands = new Map([
  [
    'age',
    {
      id: 'age',
      labels: {da: '', en: ''},
      rows: [
        {code: 'child', from: plainDate('2007-01-01'), labels: {da: '', en: ''}, correspondences: {}, min: 0, max: 17},
        {code: 'adult', from: plainDate('2007-01-01'), labels: {da: '', en: ''}, correspondences: {}, min: 18},
      ],
    },
  ],
]);

test.each([
  {age: {youngest: 17, oldest: 17, basis: 'full'} as const, band: 'child'},
  {age: {youngest: 18, oldest: 90, basis: 'partial'} as const, band: 'adult'},
  {age: {youngest: 17, oldest: 18, basis: 'partial'} as const, band: 'unknown'},
])('ages $age.youngest–$age.oldest are $band', async ({age, band}) => {
  const [units] = await deidentify(all(fileOf(assessed('2013-05-02', {age}))), {rules, competence, codeLists: bands}, [
    year,
  ]);
  expect(units?.units[0]?.codes.age).toEqual([band]);
});

test.each([
  {contacts: ['2013-04-01'], form: ['police']},
  {contacts: ['2008-01-01'], form: undefined},
  {contacts: ['2008-01-01', '2009-06-01'], form: ['police']},
  {contacts: ['2013-06-01'], form: undefined},
])('after a decision in 2009, contacts on $contacts led to $form in 2013', ({contacts, form}) => {
  const met = contacts.map((day): Fact => ({kind: 'contact', on: plainDate(day), codes: {'contact-form': ['police']}}));
  const file = fileOf(assessed('2009-05-02'), ...met, assessed('2013-05-02'));
  const attributed = findAttributed(file, counting, year);
  expect(attributed && attributesOf(file, attributed, rules).codes['contact-form']).toEqual(form);
});

test('what nothing ranks is asked: two other sources of one moment', () => {
  const file = fileOf(
    {fact: is({sex: ['male']}), source: 'cmm'},
    {fact: is({sex: ['female']}), source: 'returns'},
    {fact: assessed('2013-05-02'), source: 'us'},
  );
  expect(questionsOf(file, counting, year).map(({rule, facts}) => [rule, facts])).toEqual([
    ['attributes-disagree', {concepts: ['sex']}],
  ]);
});

const holding = {rules, competence: competence.map((one) => ({...one, whenOthersDecide: 'hold' as const}))};
const outside = assessed('2013-03-02');
const lawful: Fact = {kind: 'residence-status', on: plainDate('2013-01-01'), status: 'lawful'};

test.each([
  {case: 'held back', file: fileOf(lawful, outside), counted: undefined, asked: [2]},
  {
    case: 'held back, then decided by the competent',
    file: fileOf(lawful, outside, assessed('2013-04-02', {by: 'cmm'})),
    counted: 3,
    asked: [2],
  },
  {
    case: 'answered for',
    file: fileOf(lawful, outside, {kind: 'answer', on, of: 2, question: 'assessed-outside-competence', reason: 'Seen'}),
    counted: 2,
    asked: [],
  },
])('where the profile holds back, $case: counted by $counted, asked about $asked', ({file, counted, asked}) => {
  expect(findAttributed(file, holding, year)?.id).toBe(counted);
  expect(questionsOf(file, holding, year).map(({of}) => of)).toEqual(asked);
});

test('an earlier decision that is held back makes no repeat', () => {
  const file = fileOf(lawful, assessed('2012-03-02'), assessed('2013-04-02', {by: 'cmm'}));
  expect(repetitionOf(file, {...holding, competence: [...holding.competence]}, year)).toBe('linked');
  const early: Fact = {...lawful, on: plainDate('2011-01-01')};
  expect(repetitionOf(fileOf(early, assessed('2012-03-02'), assessed('2013-04-02', {by: 'cmm'})), holding, year)).toBe(
    'first-time',
  );
});
