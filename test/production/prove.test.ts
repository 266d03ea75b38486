/** Who is behind an identity that does not hold: of the period at hand, of an earlier year asked of the register again. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import {plainDate} from '#kit/plain-date';
import {count} from '#production/count';
import {prove} from '#production/prove';
import type {Cube} from '#tabulation/cube';
import {denmark} from '../document/denmark.ts';
import {series, table} from '../tabulation/denmark.ts';
import {definitions, Register} from './histories.ts';

const silent = () => undefined;
const [plain] = definitions;
if (plain === undefined) throw new Error('no definitions');
const sexByYear = table('sex-by-year', ['year', 'sex']);
const defined = {...plain, tables: [table('persons-by-sex', ['sex']), series, sexByYear], published: []};

const register = new Register(4);
for (const [person, year] of [2012, 2012, 2013, 2013].entries())
  register.deliver([
    {
      kind: 'row',
      person,
      facts: [
        {kind: 'assessment', on: plainDate(`${year}-05-02`), by: 'us', outcome: 'victim', codes: {sex: ['female']}},
      ],
    },
  ]);

/** The series by sex without one of its codes. */
const without = (cubes: readonly Cube[]): readonly Cube[] =>
  cubes.map((cube) => {
    const [years, sexes] = cube.dimensions;
    if (cube.table.id !== sexByYear.id || years === undefined || sexes === undefined) return cube;
    const cells = cube.cells.filter((_, i) => sexes.codes[i % (sexes.codes.length + 1)] !== 'female');
    return {...cube, dimensions: [years, {...sexes, codes: sexes.codes.filter((code) => code !== 'female')}], cells};
  });

test('the persons of each year that an identity does not hold in', async () => {
  const counted = await count(() => register.read(register.now), defined, yearPeriod(2013), silent);
  const read: number[] = [];
  const unitsIn = (year: number) => {
    read.push(year);
    return counted.unitsIn(year);
  };
  const profile = {...denmark, ...defined};
  const {findings} = await prove({...counted, cubes: without(counted.cubes), unitsIn}, profile, silent);
  const told = findings.map(({rule, facts, records}) => [rule, facts.period, records]);
  expect(told).toContainEqual(['tables-disagree', '2012', [1, 2].map(recordNumber)]);
  expect(told).toContainEqual(['tables-disagree', '2013', [3, 4].map(recordNumber)]);
  expect(read).toEqual([2012]);
});
