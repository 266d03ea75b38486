/** The sum of several years and the persons in them: two figures with two names, and neither guessed. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {plainDate} from '#kit/plain-date';
import {findCell} from '#tabulation/cube';
import {prove} from '#tabulation/identities';
import {tabulateMeasures} from '#tabulation/measures';
import {type Published, tabulateSeries, type YearOfUnits} from '#tabulation/series';
import {denmark, series, table, unit, unitsOfYears} from './denmark.ts';

const sinceStart = table('persons-since-start', ['measure']);
const byForm = table('forms-since-start', ['exploitation', 'measure']);
const person = (serial: number, year: number, exploitation = 'prostitution') =>
  unit(serial, {exploitation}, {on: plainDate(`${year}-03-01`)});
const years: readonly YearOfUnits<UnitRecord>[] = [
  {year: 2011, records: [person(1, 2011), person(2, 2011)]},
  {year: 2012, records: [person(1, 2012, 'forced-labour'), person(3, 2012)]},
  {year: 2013, records: [person(1, 2013), person(2, 2013), person(4, 2013)]},
];
const source = {title: 'Opgørelse 2008'};
const measures = (of: readonly YearOfUnits<UnitRecord>[], published: readonly Published[] = []) =>
  tabulateMeasures([series, sinceStart, byForm], unitsOf(of), published, denmark, yearPeriod(2013));
const unitsOf = (of: readonly YearOfUnits<UnitRecord>[]) => unitsOfYears(of, [series, sinceStart, byForm], denmark);

test('a person of three years is in the sum three times, and once among the persons', () => {
  const [all, forms] = measures(years);
  expect(all!.cells).toEqual([{kind: 'count', value: 7}, {kind: 'count', value: 4}, {kind: 'not-applicable'}]);
  expect(findCell(forms!, ['forced-labour', 'sum-of-years'])).toEqual({kind: 'count', value: 1});
  expect(findCell(forms!, ['forced-labour', 'distinct-persons'])).toEqual({kind: 'count', value: 0});
  expect(findCell(forms!, ['prostitution', 'distinct-persons'])).toEqual({kind: 'count', value: 4});
});

test('of a year held as a published total the sum is known, and the persons are not', () => {
  const published = [{table: 'persons-by-year', year: 2011, value: 17, source}];
  const [all] = measures(years.with(0, {year: 2011, records: []}), published);
  expect(all!.cells.slice(0, 2)).toEqual([
    {kind: 'count', value: 22, published: source},
    {kind: 'not-collected', why: 'published-only'},
  ]);
});

test('of a year of which nothing is known, neither is', () => {
  const [all] = measures(years.with(0, {year: 2011, records: []}));
  expect(all!.cells.slice(0, 2)).toEqual([{kind: 'not-collected'}, {kind: 'not-collected'}]);
});

test('both are held against the years', () => {
  const [all] = measures(years);
  const [each] = tabulateSeries([series], years, [], denmark, yearPeriod(2013));
  const proofs = (cells = all!.cells) =>
    prove([{...all!, cells}, each!], denmark).filter(({kind}) => kind === 'measure');
  expect(proofs().map(({left, right, holds}) => [left.value, right.value, right.atMost, holds])).toEqual([
    [7, 7, 7, true],
    [4, 3, 7, true],
  ]);
  const wrong = (at: number, value: number) =>
    proofs(all!.cells.with(at, {kind: 'count', value})).filter(({holds}) => !holds).length;
  expect([wrong(0, 8), wrong(1, 2), wrong(1, 8)]).toEqual([1, 1, 1]);
});
