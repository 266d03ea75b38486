import {expect, test} from 'vitest';
import type {Observation} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import {Defect} from '#kit/defect';
import type {Cube} from '#tabulation/cube';
import {type Changes, differencesOf} from '#tabulation/differences';
import type {TableDefinition} from '#tabulation/table';
import {series, table} from './denmark.ts';

const n = (value: number): Observation => ({kind: 'count', value});
const published = (value: number): Observation => ({kind: 'count', value, published: {title: 'Statement'}});
const absent: Observation = {kind: 'not-collected'};
const oneWay = (definition: TableDefinition, codes: readonly string[], cells: readonly Observation[]): Cube => ({
  table: definition,
  period: yearPeriod(2013),
  dimensions: [{concept: definition.dimensions[0] ?? '', codes, multiple: false}],
  cells,
});
const bySex = table('persons-by-sex', ['sex']);
const sexes = (female: number, male: number) =>
  oneWay(bySex, ['female', 'male'], [n(female), n(male), n(female + male)]);
const years = (...cells: readonly Observation[]) =>
  oneWay(series, ['2007', '2008', '2009'].slice(0, cells.length), [...cells, {kind: 'not-applicable'}]);
const none: Changes = new Map();

test('each cell says why, and a cell that has not moved says nothing', () => {
  const changes: Changes = new Map([
    [
      'late-decision',
      new Map([
        ['persons-by-sex.female', 2],
        ['persons-by-sex.total', 2],
        ['persons-by-sex.male', 0],
      ]),
    ],
    [
      'overturned',
      new Map([
        ['persons-by-sex.female', -1],
        ['persons-by-sex.total', -1],
      ]),
    ],
  ]);
  const {cells, compared} = differencesOf([sexes(3, 1)], [sexes(4, 1)], changes);
  const reasons = [
    {reason: 'late-decision', difference: 2},
    {reason: 'overturned', difference: -1},
  ];
  expect(compared).toBe(3);
  expect(cells).toEqual([
    {table: 'persons-by-sex', codes: ['female'], before: n(3), after: n(4), difference: 1, reasons},
    {table: 'persons-by-sex', codes: ['all'], before: n(4), after: n(5), difference: 1, reasons},
  ]);
});

test('a code that only one of them shows was nobody’s in the other', () => {
  const changes: Changes = new Map([
    [
      'correction',
      new Map([
        ['persons-by-sex.male', 1],
        ['persons-by-sex.total', 1],
      ]),
    ],
  ]);
  const before = oneWay(bySex, ['female'], [n(3), n(3)]);
  const [male] = differencesOf([before], [sexes(3, 1)], changes).cells;
  expect(male).toMatchObject({codes: ['male'], before: n(0), after: n(1), difference: 1});
});

test('reasons that cancel are told, of a cell that has not moved', () => {
  const at = (difference: number) => new Map([['persons-by-sex.female', difference]]);
  const changes: Changes = new Map([
    ['late-decision', at(1)],
    ['overturned', at(-1)],
  ]);
  const {cells, balanced} = differencesOf([sexes(3, 1)], [sexes(3, 1)], changes);
  const reasons = [
    {reason: 'late-decision', difference: 1},
    {reason: 'overturned', difference: -1},
  ];
  expect(cells).toEqual([]);
  expect(balanced).toEqual([
    {table: 'persons-by-sex', codes: ['female'], before: n(3), after: n(3), difference: 0, reasons},
  ]);
});

test('of a sum of years, what those counted do not account for was corrected in those published', () => {
  const measured = table('persons-since-start', ['measure']);
  const of = (sum: Observation) => oneWay(measured, ['sum-of-years'], [sum, {kind: 'not-applicable'}]);
  const changes: Changes = new Map([['late-decision', new Map([['persons-since-start.sum-of-years', 2]])]]);
  const reasonsOf = (after: Observation) => differencesOf([of(published(20))], [of(after)], changes).cells[0]?.reasons;
  expect(reasonsOf(published(22))).toEqual([{reason: 'late-decision', difference: 2}]);
  expect(reasonsOf(published(23))).toEqual([
    {reason: 'late-decision', difference: 2},
    {reason: 'correction', difference: 1},
  ]);
});

test('a series under the definitions of other years is not compared', () => {
  const restated = (year: string): Cube => ({
    table: table('exploitation-by-year-by-definitions', ['definitions', 'year']),
    period: yearPeriod(2013),
    dimensions: [
      {concept: 'definitions', codes: ['as-published', year], multiple: false},
      {concept: 'year', codes: ['2013'], multiple: false},
    ],
    cells: [n(1), n(1), n(2), n(2), n(0), n(0)],
  });
  expect(differencesOf([restated('2012')], [restated('2013')], none)).toMatchObject({
    compared: 0,
    redefined: ['exploitation-by-year-by-definitions'],
  });
});

test('reasons that do not sum are a defect of ours', () => {
  expect(() => differencesOf([sexes(3, 1)], [sexes(4, 1)], none)).toThrow(Defect);
});

test('a change of kind has reasons and no number', () => {
  const changes: Changes = new Map([['late-decision', new Map([['persons-by-year.2007', 5]])]]);
  const [cell] = differencesOf([years(absent)], [years(n(5))], changes).cells;
  expect(cell).toEqual({
    table: 'persons-by-year',
    codes: ['2007'],
    before: absent,
    after: n(5),
    reasons: [{reason: 'late-decision'}],
  });
});

test('a published total that reads otherwise is corrected, and one that is counted now is no count of it', () => {
  const correction = (difference: number) => ({difference, reasons: [{reason: 'correction', difference}]});
  const changes: Changes = new Map([['late-decision', new Map([['persons-by-year.2008', 9]])]]);
  const {cells} = differencesOf([years(published(12), published(7))], [years(published(13), n(9))], changes);
  expect(cells).toMatchObject([correction(1), correction(2)]);
  expect(differencesOf([years(published(12))], [years(published(12))], none).cells).toEqual([]);
});

test('tables that came, went or are by other concepts are named, not compared', () => {
  const byAge = table('persons-by-age', ['age']);
  const before = [oneWay(bySex, ['female'], [n(1), n(1)]), oneWay(byAge, ['adult'], [n(1), n(1)])];
  const after = [oneWay({...bySex, dimensions: ['age']}, ['adult'], [n(9), n(9)]), years(n(1))];
  expect(differencesOf(before, after, none)).toEqual({
    cells: [],
    balanced: [],
    compared: 0,
    added: ['persons-by-year'],
    removed: ['persons-by-age'],
    redefined: ['persons-by-sex'],
  });
});
