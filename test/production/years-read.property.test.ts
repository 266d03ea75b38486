/** What is kept of the years while the register is read says of any series what every unit of every person would. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {type CountedBy, count} from '#production/count';
import {deidentify} from '#register/deidentify';
import type {Fact, Recorded} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import {isMeasured, tabulateMeasures} from '#tabulation/measures';
import {tabulateSeries, type YearOfUnits} from '#tabulation/series';
import {restatement, restatementsOf, tabulateOver, tabulateUnder} from '#tabulation/series-under';
import {concept, list, table} from '../tabulation/denmark.ts';
import {definitions, histories, Register} from './histories.ts';

const silent = () => undefined;
const [plain] = definitions;
if (plain === undefined) throw new Error('no definitions');
const ages = list('age', 'under-18', 'adult', 'unknown');
const bands = {
  ...ages,
  rows: ages.rows.map((row) => ({...row, min: {'under-18': 0, adult: 18}[row.code], max: {'under-18': 17}[row.code]})),
};
const concepts = [...plain.concepts, ...['standing', 'question', 'residence'].map((id) => concept(id))];
const beside = [
  ['standing', list('standing', 'stands', 'later-reversed', 'unknown')],
  ['question', list('question', 'none', 'in-question', 'unknown')],
  ['age', bands],
  ['residence', list('residence', 'lawful', 'unlawful', 'unknown')],
] as const;

/** A code that moves in the course of a year. */
const moving = list(
  'exploitation',
  ...['prostitution', 'forced-labour', 'criminal-acts', 'cannabis-production<criminal-acts', 'unknown'],
  'drug-sales<criminal-acts 1900-01-01 2012-05-31',
  'drug-sales<forced-labour 2012-06-01',
);
const midYear = {...plain, digest: 'mid-year', codeLists: new Map([...plain.codeLists, ['exploitation', moving]])};

const ofPersons = [
  'exploitation',
  'forms',
  'sex',
  'age',
  'repetition',
  'standing',
  'question',
  'residence',
  'authority',
];
const anyTables = fc.subarray(
  [
    table('persons', ['year']),
    ...ofPersons.map((id) => table(`persons-by-${id}`, ['year', id])),
    table('forced', ['year', 'sex'], {universe: {exploitation: ['forced-labour']}}),
    table('assessments', ['year', 'outcome'], {unit: 'assessment'}),
    table('children', ['year', 'authority'], {unit: 'accompanying-child'}),
    table('returns', ['year', 'return-status'], {unit: 'return'}),
    table('returnees', ['year', 'assessed'], {unit: 'returnee'}),
    table('late', ['year', 'authority'], {unit: 'late-person'}),
    table('since-start', ['measure']),
    table('forms-since-start', ['exploitation', 'measure']),
  ],
  {minLength: 1},
);
const given = fc.record({
  history: histories,
  tables: anyTables,
  by: fc.constantFrom(midYear, ...definitions),
  late: fc.boolean(),
});

const closing = (by: CountedBy, late: boolean): CountedBy => ({
  ...by,
  rules: {
    ...by.rules,
    lateDecisions: by.rules.lateDecisions.map((one) => ({
      ...one,
      parameters: {policy: late ? ('next-edition' as const) : ('revise' as const)},
    })),
  },
  closings: new Map([2011, 2012, 2013].map((year, i) => [String(year), Register.timeOf(i + 1)])),
});

/** The same persons with ages, children and case complexes, which the histories leave out. */
async function* told(files: AsyncIterable<PersonFile>): AsyncIterable<PersonFile> {
  for await (const {record, facts} of files)
    yield {
      record,
      facts: facts.flatMap((one): readonly Recorded[] => {
        const {id, fact} = one;
        if (fact.kind !== 'assessment') return [one];
        const {on} = fact;
        const years = 14 + (id % 8);
        const more: readonly Fact[] = [
          {...fact, age: {youngest: years, oldest: years + (id % 2), basis: 'full'}},
          {kind: 'children', on, accompanying: id % 3},
          {kind: 'case-complex', on, complex: `case ${id % 4}`},
        ];
        return more.map((other, i) => ({...one, id: i === 0 ? id : 1000 * i + id, fact: other}));
      }),
    };
}

/** The first of each person in the first year, found among all units. */
function firstOf(years: readonly YearOfUnits<UnitRecord>[]): readonly UnitRecord[] {
  const all = years.flatMap(({records}) => records);
  return all.filter((one, i) => all.findIndex(({unit, record}) => unit === one.unit && record === one.record) === i);
}

test('series, measures and restatements are those of all units', async () => {
  const holds = fc.asyncProperty(given, async ({history, tables, by, late}) => {
    const register = new Register(history.persons);
    for (const delivery of history.deliveries) register.deliver(delivery);
    const files = () => told(register.read(register.now));
    const defined = {...closing(by, late), concepts, codeLists: new Map([...by.codeLists, ...beside]), tables};
    const period = yearPeriod(2014);
    const counted = await count(files, defined, period, silent);

    const years = counted.byYear.map(({year}) => year);
    const all = await deidentify(files(), defined, years.map(yearPeriod));
    const byYear = years.map((year, i) => ({year, records: all[i]?.units ?? []}));
    const kept = [counted, {byYear, distinct: firstOf(byYear)}];
    const [measures, expectedMeasures] = kept.map((one) => tabulateMeasures(tables, one, [], defined, period));
    expect(measures).toEqual(expectedMeasures);
    const [series, expected] = kept.map((one) => tabulateSeries(tables, one.byYear, [], defined, period));
    expect(series).toEqual(expected);
    const plans = restatementsOf(tables, years, defined);
    const [restated, expectedAnew] = kept.map((one) =>
      plans.map((plan) => tabulateUnder(plan, one.byYear, [], defined, period)),
    );
    expect(restated).toEqual(expectedAnew);
    const [once, expectedOnce] = kept.map((one) =>
      tables
        .filter((table) => !isMeasured(table))
        .map((table) => tabulateOver(restatement(table, ['as-published']), one.distinct, defined, period)),
    );
    expect(once).toEqual(expectedOnce);
    expect(counted.units).toEqual(all.at(-1)?.units);
    expect(counted.findings.map(({records}) => records?.[0])).toEqual(all.at(-1)?.questions.map(({record}) => record));
    for (const year of years)
      expect(await counted.unitsIn(year)).toEqual(byYear.find((one) => one.year === year)?.records);
  });
  await fc.assert(holds, {numRuns: 500, seed: 20131015});
});
