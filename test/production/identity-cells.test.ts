/** How far an open question can move each cell: a published total of a year stands for nobody of the two that are asked about. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import {plainDate} from '#kit/plain-date';
import type {CountedBy} from '#production/count';
import {identityCells} from '#production/identity-cells';
import {definitions, filesOf, Register} from './histories.ts';

const register = new Register(3);
for (const [person, on] of ['2012-03-01', '2013-03-01', '2013-09-01'].entries())
  register.deliver([
    {
      kind: 'row',
      person,
      facts: [{kind: 'assessment', on: plainDate(on), by: 'us', outcome: 'victim', codes: {sex: ['female']}}],
    },
  ]);
const files = filesOf(register.deliveries.flat());
const [plain] = definitions;
if (plain === undefined) throw new Error('no definitions');
const published = [2012, 2013].map((year) => ({table: 'persons-by-year', year, value: 70, source: {title: 'Test'}}));

test('the cells of the two, as the tables stand, and no others', async () => {
  const pairs = [[recordNumber(1), recordNumber(2)]] as const;
  const group = {pairs, files: files.slice(0, 2)};
  const read = () => register.read(register.now);
  const cells = await identityCells([group], read, {...plain, published}, yearPeriod(2013));
  const told = cells.map(({table, cell, low, counted, high}) =>
    [table, ...Object.values(cell), low, counted, high].join(' '),
  );
  expect(told).toEqual(expect.arrayContaining(['persons-by-year 2013 1 2 2', 'repeats linked 0 0 1', 'repeats 1 2 2']));
  expect(told.filter((one) => one.startsWith('persons-by-year 2012'))).toEqual([]);
  expect(told.filter((one) => one.includes('male 1 2 2'))).not.toEqual([]);
  expect(cells.every(({low, high}) => high - low === 1)).toBe(true);
});

test('measures of several years, of which the two know only some', async () => {
  const pairs = [[recordNumber(1), recordNumber(2)]] as const;
  const read = () => register.read(register.now);
  const ranges = async (definitions: CountedBy) => {
    const cells = await identityCells([{pairs, files: files.slice(0, 2)}], read, definitions, yearPeriod(2014));
    return cells.flatMap(({table, cell, low, counted, high}) =>
      table === 'persons-since-start' ? [[cell.measure, low, counted, high].join(' ')] : [],
    );
  };
  // The same incident is counted in one of the years; a person who returned in both, and is one.
  expect(await ranges({...plain, firstYear: 2012, published: []})).toEqual([
    'sum-of-years 2 3 3',
    'distinct-persons 2 3 3',
  ]);
  // Years before the register, of which nobody knows who they are: no number of persons, and none is moved.
  const before = [{table: 'persons-by-year', year: 2011, value: 70, source: {title: 'Test'}}];
  expect(await ranges({...plain, firstYear: 2011, published: before})).toEqual(['sum-of-years 72 73 73']);
  expect(await ranges({...plain, firstYear: 2011, published: []})).toEqual([]);
});
