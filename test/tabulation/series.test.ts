/** Series: counted where the register holds somebody, published where it does not, never added up. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {plainDate} from '#kit/plain-date';
import {asApplicable} from '#tabulation/applicable';
import {findCell} from '#tabulation/cube';
import {rolledUp} from '#tabulation/roll-up';
import {tabulateSeries} from '#tabulation/series';
import {denmark, formsByYear, series, table, unit} from './denmark.ts';

const source = {title: 'Opgørelse 2008'};
const published = [
  {table: 'persons-by-year', year: 2010, value: 53, source},
  {table: 'persons-by-year', year: 2012, value: 99, source},
  {table: 'exploitation-by-year', year: 2010, code: 'prostitution', value: 50, source},
];
const grower = (serial: number, year: number) =>
  unit(serial, {exploitation: 'cannabis-production'}, {on: plainDate(`${year}-03-01`)});
const years = [
  {year: 2009, records: []},
  {year: 2010, records: []},
  {year: 2011, records: []},
  {year: 2012, records: [grower(1, 2012), grower(2, 2012)]},
  {year: 2013, records: [grower(1, 2013)]},
  {year: 2014, records: []},
];
const prostitution = table('prostitution-by-year', ['year'], {universe: {exploitation: ['prostitution']}});
const crossed = table('forms-and-sexes', ['year', 'exploitation', 'sex']);
const [total, forms, apart] = tabulateSeries(
  [series, formsByYear, prostitution],
  years,
  published,
  denmark,
  yearPeriod(2013),
);

test('each year by its own units, else as published, else not collected', () => {
  expect(total!.dimensions[0]!.codes).toEqual(['2009', '2010', '2011', '2012', '2013', '2014']);
  expect(total!.cells).toEqual([
    {kind: 'not-collected'},
    {kind: 'count', value: 53, published: source},
    {kind: 'not-collected'},
    {kind: 'count', value: 2},
    {kind: 'count', value: 1},
    {kind: 'count', value: 0},
    {kind: 'not-applicable'},
  ]);
});

test('one category published says nothing of the others', () => {
  expect(findCell(forms!, ['2010', 'prostitution'])).toEqual({kind: 'count', value: 50, published: source});
  expect(findCell(forms!, ['2010', 'forced-labour'])).toEqual({kind: 'not-collected'});
  expect(findCell(apart!, ['2010'])).toEqual({kind: 'not-collected'});
});

test('the total of all persons is the total of all persons by form', () =>
  expect(findCell(forms!, ['2010'])).toEqual({kind: 'count', value: 53, published: source}));

test('the code that moved is counted as each year had it, and the series says where it breaks', () => {
  expect(findCell(forms!, ['2012', 'forced-labour'])).toEqual({kind: 'count', value: 2});
  expect(findCell(forms!, ['2013', 'criminal-acts'])).toEqual({kind: 'count', value: 1});
  expect(forms!.dimensions[0]!.breaks).toEqual([{code: '2013', concept: 'exploitation'}]);
});

test.each([
  {told: 'both told as one with others', keep: ['prostitution'], breaks: undefined},
  {told: 'one of the two told alone', keep: ['forced-labour'], breaks: ['2013']},
  {told: 'neither of them told with others', codes: ['prostitution', 'unknown'], breaks: ['2013']},
])('where what moves is told together there is no break: $told', ({told: _, breaks, ...which}) => {
  const rollUp = {concept: 'exploitation', into: 'others', labels: {da: 'Andre', en: 'Others'}, ...which};
  const years = rolledUp(forms!, [rollUp]).dimensions[0]!;
  expect(years.breaks?.map(({code}) => code)).toEqual(breaks);
  expect(years.changes?.filter((one) => one.breaks).map(({change}) => change.code)).toEqual(
    breaks && ['cannabis-production'],
  );
});

test('that codes of another concept are told together mends no break', () => {
  const [cube] = tabulateSeries([crossed], years, [], denmark, yearPeriod(2013));
  const men = {concept: 'sex', into: 'others', labels: {da: 'Andre', en: 'Others'}, keep: ['female']};
  const told = rolledUp(cube!, [men]);
  expect(told.dimensions[2]!.codes).toContain('others');
  expect(told.dimensions[0]).toEqual(cube!.dimensions[0]);
  expect(told.dimensions[0]!.breaks).toHaveLength(1);
});

test('what does not read the code does not break', () => {
  expect(total!.dimensions[0]!.breaks).toBeUndefined();
  expect(apart!.dimensions[0]!.breaks).toBeUndefined();
});

test('a series of what occurs shows the years of nobody too', () => {
  const occurring = table('women', ['year', 'sex'], {categories: 'occurring'});
  const [cube] = tabulateSeries([occurring], years, [], denmark, yearPeriod(2013));
  expect(cube!.dimensions[0]!.codes).toEqual(['2009', '2010', '2011', '2012', '2013', '2014']);
});

test('a code that holds nobody is left out of a series, and not where a year has somebody in it', () => {
  const women = table('women', ['year', 'sex'], {notApplicable: [{sex: ['male']}]});
  const of = (sex: string) => [{year: 2013, records: [unit(1, {sex})]}];
  const shown = ['male', 'female'].map((sex) => {
    const [cube] = tabulateSeries([women], of(sex), [], denmark, yearPeriod(2013));
    return asApplicable(cube!).dimensions[1]!.codes.includes('male');
  });
  expect(shown).toEqual([true, false]);
});

test('no years, no series', () =>
  expect(tabulateSeries([series], [], published, denmark, yearPeriod(2013))).toEqual([]));
