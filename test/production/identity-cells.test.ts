/** How far an open question can move each cell: a published total of a year stands for nobody of the two that are asked about. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import {plainDate} from '#kit/plain-date';
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
