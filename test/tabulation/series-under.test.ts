/** A series under other definitions: what moves, what is real, what cannot be known; over any register and any dated list. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {changesOf} from '#concepts/code-change';
import type {CodeRow} from '#concepts/code-list';
import {yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {lastOf, plainDate} from '#kit/plain-date';
import {breaksIn, changesIn} from '#tabulation/breaks';
import {ALL, findCell} from '#tabulation/cube';
import {splitAt} from '#tabulation/decompose';
import {type Published, tabulateSeries} from '#tabulation/series';
import {restatement, restatementsOf, tabulateUnder} from '#tabulation/series-under';
import {concept, denmark, formsByYear, labels, list, series, table, unit} from './denmark.ts';

const source = {title: 'Opgørelse 2008'};
const having = (serial: number, exploitation: string, on: string): UnitRecord =>
  unit(serial, {exploitation}, {on: plainDate(on)});
const years = [
  {year: 2011, records: []},
  {
    year: 2012,
    records: [
      having(1, 'cannabis-production', '2012-03-01'),
      having(2, 'cannabis-production', '2012-09-01'),
      having(3, 'forced-labour', '2012-03-01'),
      having(4, 'drug-sales', '2012-03-01'),
    ],
  },
  {
    year: 2013,
    records: [
      having(1, 'cannabis-production', '2013-03-01'),
      having(5, 'forced-labour', '2013-03-01'),
      having(6, 'forced-labour', '2013-04-01'),
    ],
  },
];
const totals: readonly Published[] = [
  {table: formsByYear.id, year: 2011, value: 9, source},
  {table: formsByYear.id, year: 2011, code: 'forced-labour', value: 5, source},
  {table: formsByYear.id, year: 2011, code: 'prostitution', value: 4, source},
];
const plan = restatement(formsByYear, ['as-published', 2012, 2013]);
const cube = tabulateUnder(plan, years, totals, denmark, yearPeriod(2013));
const cell = (...codes: readonly string[]) => findCell(cube, codes);
const counted = (value: number) => ({kind: 'count', value});

describe('cannabis production', () => {
  test('counts where the definitions of the year asked for put it', () => {
    expect(cell('as-published', '2012', 'forced-labour')).toEqual(counted(3));
    expect(cell('2012', '2012', 'forced-labour')).toEqual(counted(3));
    expect(cell('2013', '2012', 'forced-labour')).toEqual(counted(1));
    expect(cell('2013', '2012', 'criminal-acts')).toEqual(counted(3));
    expect(cell('2012', '2013', 'criminal-acts')).toEqual(counted(0));
  });

  test('each change is real and by definition, and they sum', () => {
    const split = (exploitation: string) => splitAt(cube, 2013, {exploitation});
    expect(split('forced-labour')).toEqual({
      year: 2013,
      before: 3,
      restated: 1,
      after: 2,
      change: -1,
      real: 1,
      definitional: -2,
    });
    expect(split('criminal-acts')).toMatchObject({change: 0, real: -2, definitional: 2});
    expect(split('prostitution')).toMatchObject({change: 0, real: 0, definitional: 0});
  });
});

describe('a year held as published totals alone', () => {
  test('stands as published, and cannot be recomputed where a code moved', () => {
    expect(cell('as-published', '2011', 'forced-labour')).toEqual({kind: 'count', value: 5, published: source});
    expect(cell('2013', '2011', 'forced-labour')).toEqual({kind: 'not-collected', why: 'published-only'});
    expect(cell('2013', '2011', 'criminal-acts')).toEqual({kind: 'not-collected', why: 'published-only'});
  });
  test('stands where the definition did not move', () => {
    expect(cell('2013', '2011', 'prostitution')).toEqual({kind: 'count', value: 4, published: source});
    expect(cell('2012', '2011', 'forced-labour')).toEqual({kind: 'count', value: 5, published: source});
    expect(cell('2013', '2011')).toEqual({kind: 'count', value: 9, published: source});
    expect(cell('2013', '2011', 'unknown')).toEqual({kind: 'not-collected'});
  });
  test('is split into nothing', () => {
    const broken = tabulateUnder(plan, years.with(1, {year: 2012, records: []}), [], denmark, yearPeriod(2013));
    expect(splitAt(broken, 2013, {exploitation: 'forced-labour'})).toBeUndefined();
  });
});

test('definitions have no margin', () => expect(cell(ALL, '2012', ALL)).toEqual({kind: 'not-applicable'}));

test('what does not break is not restated', () => {
  expect(restatementsOf([series], [2011, 2012, 2013], denmark)).toEqual([]);
  expect(restatementsOf([formsByYear], [2011, 2012, 2013], denmark)).toMatchObject([
    {of: formsByYear.id, under: ['as-published', 2013]},
  ]);
});

describe('what changes in a list', () => {
  const form = list(
    'form',
    'work 2007-01-01',
    'crime 2007-01-01',
    'theft<work 2007-01-01 2012-06-30',
    'theft<crime 2012-07-01',
    'begging 2010-01-01',
    'marriage 2007-01-01 2011-12-31',
    'unknown 2007-01-01',
  );
  const definitions = {concepts: [concept('form', {level: 'top'})], codeLists: new Map([['form', form]])};
  const forms = table('form-by-year', ['year', 'form']);
  const told = (years: readonly string[], on = forms) =>
    changesIn(on, years, definitions).map(
      ({code, change, breaks}) => `${code} ${change.code} ${change.kind} ${breaks}`,
    );

  test('a code begins, ends, or moves; one that moves within a year is felt in the next as well', () => {
    expect(told(['2009', '2010', '2011', '2012', '2013', '2014'])).toEqual([
      '2010 begging begun false',
      '2012 marriage ended true',
      '2012 theft moved true',
      '2013 theft moved true',
    ]);
    expect(told(['2012', '2013', '2014'])).toEqual(['2013 theft moved true']);
  });

  test('another name is news and no break', () => {
    const named = {da: 'Tyveri', en: 'Theft'};
    const rows = form.rows.flatMap((row): readonly CodeRow[] =>
      row.code === 'work'
        ? [
            {...row, to: plainDate('2014-12-31')},
            {...row, from: plainDate('2015-01-01'), labels: named},
          ]
        : [row],
    );
    expect(changesOf({...form, rows}).filter(({code}) => code === 'work')).toEqual([
      {kind: 'renamed', code: 'work', on: '2015-01-01', before: '2014-12-31', from: labels, to: named},
    ]);
  });

  test('a table that leaves the code out feels nothing', () =>
    expect(told(['2011', '2012', '2013'], {...forms, universe: {form: ['begging']}})).toEqual([]));
});

/** Every code of three leaves under two tops, with any parent in any year: a list that moves all the time. */
const LEAVES = ['a', 'b', 'c'];
const YEARS = [2010, 2011, 2012, 2013];
const anyList = fc
  .array(fc.array(fc.constantFrom('left', 'right', undefined), {minLength: 4, maxLength: 4}), {
    minLength: 3,
    maxLength: 3,
  })
  .map((parents) =>
    list(
      'form',
      ...['left', 'right', 'unknown'].map((code) => `${code} 2000-01-01`),
      ...LEAVES.flatMap((leaf, i) =>
        YEARS.map((year, y) => {
          const parent = parents[i]?.[y];
          return `${leaf}${parent === undefined ? '' : `<${parent}`} ${year}-01-01 ${year}-12-31`;
        }),
      ),
    ),
  );
const anyRegister = fc.array(
  fc.record({
    year: fc.constantFrom(...YEARS),
    day: fc.constantFrom('01-01', '06-15', '12-31'),
    code: fc.constantFrom(...LEAVES, 'left', 'right', 'unknown', 'nowhere'),
  }),
  {maxLength: 25},
);

test('over any register and any list: as published is the series, every restatement adds up, each break is flagged', () => {
  const holds = fc.property(anyList, anyRegister, (form, persons) => {
    const definitions = {concepts: [concept('form', {level: 'top'})], codeLists: new Map([['form', form]])};
    const forms = table('form-by-year', ['year', 'form']);
    const byYear = YEARS.map((year) => ({
      year,
      records: persons.flatMap((one, i) =>
        one.year === year ? [unit(i + 1, {form: one.code}, {on: plainDate(`${year}-${one.day}`)})] : [],
      ),
    }));
    const all = restatement(forms, ['as-published', ...YEARS]);
    const restated = tabulateUnder(all, byYear, [], definitions, yearPeriod(2013));
    const [published] = tabulateSeries([forms], byYear, [], definitions, yearPeriod(2013));
    const codes = restated.dimensions[2]?.codes ?? [];
    const value = (...at: readonly string[]) => {
      const found = findCell(restated, at);
      return found?.kind === 'count' ? found.value : 0;
    };
    // What a person reads off the list, row by row, as the year asked for has it.
    const readBy = (code: string, year: number) => {
      const row = form.rows.find(
        (one) => one.code === code && one.from <= lastOf(year) && (one.to ?? '9') >= lastOf(year),
      );
      return row === undefined ? 'unknown' : (row.parent ?? row.code);
    };
    const flagged = new Set(breaksIn(forms, YEARS.map(String), definitions).map(({code}) => code));
    for (const [i, year] of YEARS.entries()) {
      for (const code of codes) {
        const own = findCell(published!, [String(year), code]);
        expect(value('as-published', String(year), code)).toBe(own?.kind === 'count' ? own.value : 0);
        for (const under of YEARS) {
          const naive = persons.filter((one) => one.year === year && readBy(one.code, under) === code).length;
          expect(value(String(under), String(year), code)).toBe(naive);
        }
      }
      const splits = i === 0 ? [] : codes.flatMap((code) => splitAt(restated, year, {form: code}) ?? []);
      expect(splits.reduce((sum, {definitional}) => sum + definitional, 0)).toBe(0);
      for (const {change, real, definitional, before, restated: again} of splits) {
        expect(real + definitional).toBe(change);
        expect(definitional).toBe(again - before);
      }
      if (splits.some(({definitional}) => definitional !== 0)) expect(flagged).toContain(String(year));
    }
  });
  fc.assert(holds, {seed: 2013, numRuns: 300});
});
