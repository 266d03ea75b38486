/** The recount in SQL: each counting rule as a case with its number, and two roads to the same cells over many registers. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {CodeRow} from '#concepts/code-list';
import {count} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {instant} from '#kit/instant';
import {type PlainDate, plainDate} from '#kit/plain-date';
import type {Counting} from '#register/assessments';
import {deidentifyEach} from '#register/deidentify';
import {type Assessment, type Codes, type Fact, QUESTIONS, VERDICTS, type Verdict} from '#register/fact';
import {type RecountDefinitions, type RecountRequest, recount} from '#storage/recount';
import type {SqliteStore} from '#storage/sqlite';
import {UnitsOfYears} from '#tabulation/alike';
import {compareRecount} from '#tabulation/compare-recount';
import {tabulateMeasures} from '#tabulation/measures';
import {type Published, tabulateSeries} from '#tabulation/series';
import {restatement, tabulateUnder} from '#tabulation/series-under';
import {tabulate} from '#tabulation/tabulate';
import {emptyRegister} from '../production/receive-rows.ts';
import {competence, rules} from '../register/files.ts';
import {concept, denmark, formsByYear, labels, list, series, table, tables} from '../tabulation/denmark.ts';

const band = (code: string, min: number, max?: number): CodeRow => ({
  code,
  min,
  max,
  from: plainDate('1900-01-01'),
  labels,
  correspondences: {},
});
const sinceStart = table('persons-since-start', ['measure']);
const formsSinceStart = table('forms-since-start', ['measure', 'exploitation']);
const restated = restatement(formsByYear, ['as-published', 2012, 2013]);
const deadline = {fact: 'departure-deadline', usual: 30, maximum: 100} as const;
const definitions: RecountDefinitions = {
  rules: {
    ...rules,
    deadlines: [{id: 'd', from: plainDate('2007-01-01'), source: {title: 'Test'}, parameters: deadline}],
  },
  competence,
  tables: [
    ...tables,
    series,
    formsByYear,
    sinceStart,
    formsSinceStart,
    {...restated.table, under: restated.under},
    table('by-residence', ['residence', 'forms']),
    table('by-standing', ['standing']),
    table('by-question', ['question']),
    table('accompanying', ['authority'], {unit: 'accompanying-child'}),
    table('late', ['authority'], {unit: 'late-person'}),
  ],
  concepts: [...denmark.concepts, concept('residence'), concept('standing'), concept('question')],
  codeLists: new Map([
    ...denmark.codeLists,
    ['age', {id: 'age', labels, rows: [band('under-18', 0, 17), band('adult', 18), ...list('', 'unknown').rows]}],
    ['residence', list('residence', 'lawful', 'unlawful', 'unknown')],
    ['standing', list('standing', 'stands', 'later-reversed', 'unknown')],
    ['question', list('question', 'none', 'in-question', 'unknown')],
  ]),
};

const day = (text: string): PlainDate => plainDate(text);
const positive = (on: string, more: Partial<Assessment> = {}): Fact => ({
  kind: 'assessment',
  by: 'us',
  on: day(on),
  outcome: 'victim',
  codes: {exploitation: ['prostitution']},
  ...more,
});
const says = (
  on: string,
  codes: Codes,
  kind: 'characteristics' | 'contact' | 'exploitation' = 'characteristics',
): Fact => ({kind, on: day(on), codes});

interface Delivery {
  readonly source: string;
  readonly facts: readonly (readonly [person: number, fact: Fact])[];
}

const written = (...facts: readonly Fact[]): readonly Delivery[] =>
  facts.map((fact) => ({source: 'us', facts: [[1, fact]]}));
const at = (i: number) => instant(`2014-01-${String(i + 1).padStart(2, '0')}`);

async function registerOf(deliveries: readonly Delivery[]): Promise<SqliteStore> {
  const store = emptyRegister();
  const persons = new Map<number, RecordNumber>();
  for (const [i, {source, facts}] of deliveries.entries()) {
    const submission = {
      source,
      file: '',
      sha256: '',
      recordedAt: at(i),
      recordedBy: 'test',
      rows: 0,
      held: 0,
      controlTotals: [],
    };
    await store.append(submission, (writer) => {
      const recordOf = (person: number) => {
        const record = persons.get(person) ?? writer.person();
        persons.set(person, record);
        return record;
      };
      for (const [person, fact] of facts) {
        const own = recordOf(person);
        if (fact.kind !== 'identity-decision') writer.fact(own, fact);
        else {
          const [record, other] = [own, recordOf(serialOf(fact.other))].sort();
          if (record !== other) writer.fact(record!, {...fact, other: other!});
        }
      }
    });
  }
  return store;
}

const years = [2012, 2013];
const asked: RecountRequest = {period: yearPeriod(2013), years, cutOff: instant('2014-12-31')};

async function recounted(deliveries: readonly Delivery[], over: Partial<RecountDefinitions> = {}, request = asked) {
  const store = await registerOf(deliveries);
  const cells = await recount(store, {...definitions, ...over}, request);
  await store.close();
  return (id: string, ...codes: readonly string[]) =>
    cells.find((cell) => cell.table === id && cell.codes.join() === codes.join())?.units ?? 0;
}

describe('who counts', () => {
  test.each<[string, readonly Fact[], number]>([
    ['a positive assessment', [positive('2013-03-01')], 1],
    ['two of them, once', [positive('2013-03-01'), positive('2013-09-01')], 1],
    ['a negative one', [positive('2013-03-01', {outcome: 'not-victim'})], 0],
    ['one of another year', [positive('2012-03-01')], 0],
    ['withdrawn', [positive('2013-03-01'), {kind: 'withdrawal', on: day('2013-04-01'), of: 1, why: 'corrected'}], 0],
    [
      'withdrawn, and the withdrawal withdrawn',
      [
        positive('2013-03-01'),
        {kind: 'withdrawal', on: day('2013-04-01'), of: 1, why: 'corrected'},
        {kind: 'withdrawal', on: day('2013-04-02'), of: 2, why: 'recorded-in-error'},
      ],
      1,
    ],
    [
      'set aside on the merits',
      [positive('2013-03-01'), {kind: 'reversal', on: day('2013-05-01'), of: 1, ground: 'on-the-merits'}],
      1,
    ],
    [
      'set aside as an error',
      [positive('2013-03-01'), {kind: 'reversal', on: day('2013-05-01'), of: 1, ground: 'registration-error'}],
      0,
    ],
  ])('%s', async (_, facts, persons) => {
    expect((await recounted(written(...facts)))('persons-by-sex', 'all')).toBe(persons);
  });

  test('as the register stood at the cut-off', async () => {
    const early = {...asked, cutOff: instant('2014-01-01')};
    const cell = await recounted(
      written(positive('2013-03-01'), {kind: 'withdrawal', on: day('2013-04-01'), of: 1, why: 'corrected'}),
      {},
      early,
    );
    expect(cell('persons-by-sex', 'all')).toBe(1);
  });

  test('contacts, where the register holds no assessments', async () => {
    const [rule] = rules.population;
    const population = [{...rule!, parameters: {fact: 'contact', positive: []} as const}];
    const cell = await recounted(written(says('2013-02-01', {sex: ['male']}, 'contact')), {
      rules: {...rules, population},
    });
    expect([cell('persons-by-sex', 'male'), cell('persons-by-sex', 'all')]).toEqual([1, 1]);
  });

  test('held back until answered, where the profile asks for it', async () => {
    const held = {competence: competence.map((one) => ({...one, whenOthersDecide: 'hold' as const}))};
    const facts: readonly Fact[] = [
      {kind: 'residence-status', on: day('2013-01-01'), status: 'lawful'},
      positive('2013-03-01'),
    ];
    const answer: Fact = {
      kind: 'answer',
      on: day('2013-06-01'),
      of: 2,
      question: 'assessed-outside-competence',
      reason: 'known',
    };
    expect((await recounted(written(...facts), held))('persons-by-sex', 'all')).toBe(0);
    expect((await recounted(written(...facts, answer), held))('persons-by-sex', 'all')).toBe(1);
  });
});

describe('as what', () => {
  test.each<[string, readonly Fact[], readonly string[]]>([
    [
      'the first positive decides the authority',
      [positive('2013-09-01', {by: 'cmm'}), positive('2013-03-01')],
      ['persons-by-authority', 'us'],
    ],
    [
      'of one day, the first recorded',
      [positive('2013-03-01', {by: 'court'}), positive('2013-03-01')],
      ['persons-by-authority', 'court'],
    ],
    ['assessed in an earlier year', [positive('2010-03-01'), positive('2013-03-01')], ['repeats', 'linked']],
    [
      'a source says so',
      [positive('2013-03-01'), {kind: 'attestation', on: day('2013-03-01'), earlier: 'yes', year: 2009}],
      ['repeats', 'attested'],
    ],
    [
      'a source cannot tell',
      [positive('2013-03-01'), {kind: 'attestation', on: day('2013-03-01'), earlier: 'unknown'}],
      ['repeats', 'unknown'],
    ],
    [
      'turned down before',
      [positive('2010-03-01', {outcome: 'not-victim'}), positive('2013-03-01')],
      ['repeats', 'first-time'],
    ],
    [
      'an age in one band',
      [positive('2013-03-01', {age: {youngest: 16, oldest: 17, basis: 'partial'}})],
      ['persons-by-age', 'under-18'],
    ],
    [
      'an age across two',
      [positive('2013-03-01', {age: {youngest: 17, oldest: 18, basis: 'partial'}})],
      ['persons-by-age', 'unknown'],
    ],
    [
      'sex from another day',
      [says('2011-01-01', {sex: ['female']}), positive('2013-03-01')],
      ['persons-by-sex', 'female'],
    ],
    [
      'of two, the latest recorded',
      [says('2013-01-01', {sex: ['female']}), says('2012-01-01', {sex: ['male']}), positive('2013-03-01')],
      ['persons-by-sex', 'male'],
    ],
    [
      'unknown says nothing',
      [says('2013-01-01', {sex: ['female']}), says('2013-01-02', {sex: ['unknown']}), positive('2013-03-01')],
      ['persons-by-sex', 'female'],
    ],
    [
      'rolled up by the list of its day',
      [positive('2013-03-01', {codes: {exploitation: ['cannabis-production']}})],
      ['persons-by-exploitation', 'criminal-acts'],
    ],
    [
      'set aside since',
      [positive('2013-03-01'), {kind: 'reversal', on: day('2013-05-01'), of: 1, ground: 'on-the-merits'}],
      ['by-standing', 'later-reversed'],
    ],
  ])('%s', async (_, facts, cell) => {
    const [id = '', ...codes] = cell;
    expect((await recounted(written(...facts)))(id, ...codes)).toBe(1);
  });

  test("the attributed assessment's own source before what another recorded later", async () => {
    const deliveries: readonly Delivery[] = [
      {
        source: 'us',
        facts: [
          [1, says('2013-01-01', {sex: ['female']})],
          [1, positive('2013-03-01')],
        ],
      },
      {source: 'cmm', facts: [[1, says('2013-02-01', {sex: ['male']})]]},
    ];
    expect((await recounted(deliveries))('persons-by-sex', 'female')).toBe(1);
  });
});

describe('known only after the first edition', () => {
  const closings = new Map([['2013', at(0)]]);
  const held = {
    rules: {
      ...definitions.rules,
      lateDecisions: rules.lateDecisions.map((rule) => ({...rule, parameters: {policy: 'next-edition'} as const})),
    },
  };
  const corrected: Fact = {kind: 'withdrawal', on: day('2013-04-01'), of: 1, why: 'corrected'};
  test.each<[string, readonly Fact[], readonly number[]]>([
    ['in time', [positive('2013-03-01'), says('2013-01-01', {})], [1, 0]],
    ['late', [says('2013-01-01', {}), positive('2013-03-01')], [0, 1]],
    ['in time and again late, once', [positive('2013-03-01'), positive('2013-09-01')], [1, 0]],
    ['told anew by a corrected file', [positive('2013-03-01'), corrected, positive('2013-03-01')], [1, 0]],
  ])('%s', async (_, facts, expected) => {
    const kept = await recounted(written(...facts), held, {...asked, closings});
    expect([kept('persons-by-sex', 'all'), kept('late', 'us')]).toEqual(expected);
    const revised = await recounted(written(...facts), {}, {...asked, closings});
    expect([revised('persons-by-sex', 'all'), revised('late', 'us')]).toEqual([1, 0]);
  });
});

test('returns and their people', async () => {
  const home: Fact = {
    kind: 'prepared-return',
    on: day('2012-11-01'),
    completed: day('2013-02-01'),
    operator: 'iom',
    children: 2,
  };
  const underWay: Fact = {kind: 'prepared-return', on: day('2013-11-01'), operator: 'iom', children: 0};
  const cell = await recounted(written(positive('2012-03-01'), home, underWay));
  expect([
    cell('returns', 'all', 'all'),
    cell('returns', 'victim', 'earlier'),
    cell('returns', 'child', 'not-applicable'),
  ]).toEqual([3, 1, 2]);
  expect(cell('returns-with-child', 'earlier', 'with-child')).toBe(1);
  expect(cell('returns-in-process', 'earlier')).toBe(1);
});

test.each<[string, Verdict | undefined, readonly number[], readonly number[]]>([
  ['nothing', undefined, [1, 1], [1, 0]],
  ['returning', 'returning', [1, 1], [1, 1]],
  ['same-incident', 'same-incident', [0, 1], [0, 0]],
  ['filed-twice', 'filed-twice', [0, 0], [0, 0]],
  ['different', 'different', [1, 1], [1, 0]],
])('a pair decided: %s', async (_, verdict, [persons, acts], [, repeats]) => {
  const decided: readonly Fact[] =
    verdict === undefined
      ? []
      : [
          {
            kind: 'identity-decision',
            on: day('2014-01-01'),
            other: recordNumber(2),
            verdict,
            reason: '',
            basis: 'review',
          },
        ];
  const cell = await recounted([
    {source: 'us', facts: [[1, positive('2012-03-01')]]},
    {source: 'us', facts: [[2, positive('2013-03-01')]]},
    {source: 'entry', facts: decided.map((fact) => [1, fact])},
  ]);
  expect([
    cell('persons-by-authority', 'us'),
    cell('assessments-by-authority', 'us'),
    cell('persons-by-repeat', 'repeat'),
  ]).toEqual([persons, acts, repeats]);
});

test('filed twice is the decision that both records tell, where both tell one; else the later record’s first', async () => {
  const decision: Fact = {
    kind: 'identity-decision',
    on: day('2014-01-01'),
    other: recordNumber(2),
    verdict: 'filed-twice',
    reason: '',
    basis: 'review',
  };
  const cell = await recounted([
    {
      source: 'us',
      facts: [
        [1, positive('2012-02-01')],
        [1, positive('2013-05-01')],
      ],
    },
    {
      source: 'us',
      facts: [
        [2, positive('2013-01-01')],
        [2, positive('2013-05-01')],
      ],
    },
    {source: 'entry', facts: [[1, decision]]},
  ]);
  expect([cell('persons-by-authority', 'us'), cell('assessments-by-authority', 'us')]).toEqual([1, 2]);
});

/** Registers of a few persons with anything said of them, in any order, by three sources. */
const anyDay = fc
  .tuple(fc.integer({min: 2010, max: 2014}), fc.constantFrom('01-01', '06-15', '12-31'))
  .map(([year, rest]) => day(`${year}-${rest}`));
const some = (...codes: readonly string[]) => fc.subarray([...codes, 'unknown', 'elf'], {minLength: 0, maxLength: 3});
const anyCodes = fc.record(
  {
    sex: some('female', 'male'),
    nationality: some('nigeria', 'romania', 'africa'),
    exploitation: some('prostitution', 'cannabis-production', 'criminal-acts', 'drug-sales'),
    forms: some('prostitution', 'drug-sales', 'cannabis-production'),
    residence: some('lawful'),
    authority: some('court'),
  },
  {requiredKeys: []},
);
const anyAge = fc
  .tuple(fc.integer({min: 15, max: 20}), fc.integer({min: 0, max: 2}))
  .map(([youngest, more]) => ({youngest, oldest: youngest + more, basis: 'partial' as const}));
const anyOf = fc.integer({min: 1, max: 14});
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('assessment' as const),
      by: fc.constantFrom('us', 'cmm', 'court'),
      on: anyDay,
      outcome: fc.constantFrom('victim', 'victim', 'not-victim'),
      codes: anyCodes,
      age: anyAge,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('contact' as const, 'characteristics' as const, 'exploitation' as const),
      on: anyDay,
      codes: anyCodes,
    }),
  },
  fc.record({
    kind: fc.constant('residence-status' as const),
    on: anyDay,
    status: fc.constantFrom('lawful', 'unlawful'),
  }),
  fc.record({kind: fc.constant('charge' as const), on: anyDay, ended: anyDay}),
  fc.record({kind: fc.constant('children' as const), on: anyDay, accompanying: fc.integer({min: 0, max: 3})}),
  fc.record({kind: fc.constant('departure-deadline' as const), on: anyDay, days: fc.constantFrom(30, 100, 101)}),
  fc.record(
    {
      kind: fc.constant('prepared-return' as const),
      on: anyDay,
      completed: anyDay,
      operator: fc.constant('iom'),
      children: fc.integer({min: 0, max: 2}),
    },
    {requiredKeys: ['kind', 'on', 'operator', 'children']},
  ),
  fc.record(
    {
      kind: fc.constant('attestation' as const),
      on: anyDay,
      earlier: fc.constantFrom('yes' as const, 'unknown' as const),
      year: fc.integer({min: 2009, max: 2013}),
    },
    {requiredKeys: ['kind', 'on', 'earlier']},
  ),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('withdrawal' as const),
      on: anyDay,
      of: anyOf,
      why: fc.constant('corrected' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('identity-decision' as const),
      on: anyDay,
      other: fc.integer({min: 1, max: 3}).map(recordNumber),
      verdict: fc.constantFrom(...VERDICTS),
      reason: fc.constant('seen'),
      basis: fc.constant('review' as const),
    }),
  },
  fc.record({
    kind: fc.constant('reversal' as const),
    on: anyDay,
    of: anyOf,
    ground: fc.constantFrom('on-the-merits' as const, 'registration-error' as const),
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    on: anyDay,
    of: anyOf,
    question: fc.constantFrom(...QUESTIONS),
    reason: fc.constant('seen'),
  }),
);
const anyDelivery: fc.Arbitrary<Delivery> = fc.record({
  source: fc.constantFrom('us', 'cmm', 'entry'),
  facts: fc.array(fc.tuple(fc.integer({min: 1, max: 3}), anyFact), {minLength: 1, maxLength: 8}),
});

const policies = {
  first: definitions,
  last: {
    ...definitions,
    rules: {
      ...definitions.rules,
      disagreement: rules.disagreement.map((rule) => ({...rule, parameters: {take: ['latest-recorded']} as const})),
      attribution: rules.attribution.map((rule) => ({...rule, parameters: {take: 'last'} as const})),
      reversal: rules.reversal.map((rule) => ({...rule, parameters: {onTheMerits: 'remove'} as const})),
      repetition: rules.repetition.map((rule) => ({...rule, parameters: {attested: 'ignored'} as const})),
    },
    competence: competence.map((one) => ({...one, whenOthersDecide: 'hold' as const})),
  },
  'known in time': {
    ...definitions,
    rules: {
      ...definitions.rules,
      lateDecisions: rules.lateDecisions.map((rule) => ({...rule, parameters: {policy: 'next-edition'} as const})),
    },
    closings: new Map([
      ['2012', at(0)],
      ['2013', at(1)],
    ]),
  },
};

async function bothWays(deliveries: readonly Delivery[], defined: RecountDefinitions & Pick<Counting, 'closings'>) {
  const store = await registerOf(deliveries);
  const ofYears = new UnitsOfYears(years, [series, formsByYear, sinceStart, formsSinceStart], defined);
  const units: UnitRecord[] = [];
  const asks = [...years.map((year) => ({period: yearPeriod(year), read: ofYears.read})), {period: asked.period}];
  await deidentifyEach(store.personFiles(asked.cutOff), defined, asks, (person) => {
    ofYears.take(person.map((one) => ({year: years[one.place], units: one.units})));
    units.push(...person.flatMap((one) => (one.place === years.length ? one.units : [])));
  });
  const {byYear} = ofYears;
  const published: readonly Published[] = [];
  const cubes = [
    ...tabulate(units, defined.tables.flatMap(wholeTable), defined, asked.period),
    ...tabulateSeries([series, formsByYear], byYear, published, defined, asked.period),
    ...tabulateMeasures([sinceStart, formsSinceStart], ofYears, published, defined, asked.period),
    tabulateUnder(restated, byYear, published, defined, asked.period),
  ];
  const again = await recount(store, defined, {...asked, closings: defined.closings});
  await store.close();
  return {cubes, again};
}

const wholeTable = ({id, ...rest}: RecountDefinitions['tables'][number]) => [table(id, rest.dimensions, rest)];

test.each(Object.entries(policies))('two roads to the same cells: the %s assessment counts', async (_, defined) => {
  const agree = fc.asyncProperty(fc.array(anyDelivery, {minLength: 1, maxLength: 6}), async (deliveries) => {
    const {cubes, again} = await bothWays(deliveries, defined);
    expect(compareRecount(cubes, again).findings).toEqual([]);
  });
  await fc.assert(agree, {seed: 2013, numRuns: 150});
});

test('a cell that was changed, and a code that the table does not show, are found', async () => {
  const {cubes, again} = await bothWays(
    written(says('2013-01-01', {sex: ['male']}), positive('2013-03-01')),
    definitions,
  );
  const sexes = cubes.find((cube) => cube.table.id === 'persons-by-sex')!;
  const found = (cube: typeof sexes) => compareRecount([cube], again).findings.map(({facts}) => facts);
  expect(found(sexes)).toEqual([]);
  expect(found({...sexes, cells: sexes.cells.with(0, count(1))})).toEqual([
    {tables: ['persons-by-sex'], cell: 'persons-by-sex.female', counted: 1, recounted: 0},
  ]);
  const [dimension] = sexes.dimensions;
  const without = {
    ...sexes,
    dimensions: [{...dimension!, codes: ['female', 'unknown']}],
    cells: sexes.cells.toSpliced(1, 1),
  };
  expect(found(without)).toEqual([{tables: ['persons-by-sex'], cell: 'persons-by-sex.male', counted: 0, recounted: 1}]);
});
