/** Units that no table can tell apart, counted as one with its number: every table over years says what it says of the units. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {CASE_COMPLEX} from '#concepts/concept';
import {yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {plainDate} from '#kit/plain-date';
import {howMany} from '#tabulation/alike';
import {concentrations} from '#tabulation/concentration';
import {tabulateSeries} from '#tabulation/series';
import {restatement, tabulateOver, tabulateUnder} from '#tabulation/series-under';
import {concept, list, table, unit, unitsOfYears} from './denmark.ts';

const YEARS = [2011, 2012, 2013];
const period = yearPeriod(2013);
const definitions = {
  concepts: [concept('form', {level: 'top'}), concept('forms', {list: 'form', level: 'top', multiple: true})],
  codeLists: new Map([
    ['form', list('form', 'left', 'right', 'leaf<left 1900-01-01 2012-06-30', 'leaf<right 2012-07-01', 'unknown')],
  ]),
};
const tables = [
  table('persons', ['year']),
  table('by-form', ['year', 'form']),
  table('by-forms', ['year', 'forms']),
  table('left', ['year', 'forms'], {universe: {form: ['left']}}),
  table('cases', ['year', 'form'], {unit: 'case'}),
];

const code = fc.constantFrom('left', 'right', 'leaf', 'unknown');
const anyUnit = fc
  .record({
    serial: fc.integer({min: 1, max: 12}),
    of: fc.constantFrom('person', 'person', 'case', 'other'),
    on: fc.tuple(fc.constantFrom(...YEARS), fc.constantFrom('01-01', '06-30', '07-01')),
    forms: fc.uniqueArray(code, {maxLength: 3}),
    complex: fc.constantFrom('', 'complex-1', 'complex-2'),
  })
  .map(({serial, of, on, forms, complex}): UnitRecord => {
    const codes = {
      form: forms.slice(0, 1),
      forms,
      ...(complex === '' ? {} : {[CASE_COMPLEX]: [complex]}),
      beside: ['b'],
    };
    return {...unit(serial, {}), unit: of, on: plainDate(on.join('-')), codes};
  });
const byYearOf = (units: readonly UnitRecord[]) =>
  YEARS.map((year) => ({year, records: units.filter(({on}) => on.startsWith(String(year)))}));

test('of any units, and fewer of them', () => {
  const holds = fc.property(fc.array(anyUnit, {maxLength: 60}), (units) => {
    const all = byYearOf(units);
    const {byYear, distinct} = unitsOfYears(all, tables, definitions);
    expect(tabulateSeries(tables, byYear, [], definitions, period)).toEqual(
      tabulateSeries(tables, all, [], definitions, period),
    );
    const inOrder = all.flatMap(({records}) => records);
    const once = inOrder.filter(
      (one, i) => inOrder.findIndex(({unit: of, record}) => of === one.unit && record === one.record) === i,
    );
    for (const one of tables) {
      const plan = restatement(one, ['as-published', ...YEARS]);
      expect(tabulateUnder(plan, byYear, [], definitions, period)).toEqual(
        tabulateUnder(plan, all, [], definitions, period),
      );
      expect(tabulateOver(plan, distinct, definitions, period)).toEqual(tabulateOver(plan, once, definitions, period));
    }
    const read = inOrder.filter((one) => one.unit !== 'other');
    expect(byYear.flatMap(({records}) => records).reduce((sum, one) => sum + howMany(one), 0)).toBe(read.length);
    const policy = {share: 0.4, atLeast: 5};
    const cubes = tabulateSeries(tables, all, [], definitions, period);
    const said = (years: typeof all | typeof byYear) =>
      [...concentrations({cubes, units: [], byYear: years, period}, policy, definitions).values()].flat();
    expect(said(byYear)).toEqual(said(all));
  });
  fc.assert(holds, {numRuns: 300, seed: 2013});
});

test('a thousand persons alike are one unit a year, without what no table reads', () => {
  const thousand = Array.from({length: 1_000}, (_, i) => unit(i + 1, {form: 'left', beside: `b${i}`}));
  const {byYear, distinct} = unitsOfYears(byYearOf(thousand), tables, definitions);
  const {on} = unit(1, {});
  expect(byYear.map(({records}) => records)).toEqual([
    [],
    [],
    [{unit: 'person', on, codes: {form: ['left']}, units: 1_000}],
  ]);
  expect(distinct.map(howMany)).toEqual([1_000]);
});
