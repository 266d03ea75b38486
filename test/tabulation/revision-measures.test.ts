import {expect, test} from 'vitest';
import type {Observation} from '#concepts/observation';
import {yearPeriod} from '#concepts/period';
import type {Cube} from '#tabulation/cube';
import {measuresOf, revisionsIn} from '#tabulation/revision-measures';
import {triangleOf} from '#tabulation/revision-triangle';
import {series} from './denmark.ts';

const source = {title: 'Statement 2009'};

/** By hand: 2010 said 50, 53, 54; 2011 said 60, 58; 2012 said 10 and is unchanged; 2013 was given once, 2009 only published. */
const SAID: Readonly<Record<number, readonly (number | undefined)[]>> = {
  2009: [undefined, undefined, undefined, undefined],
  2010: [50, 53, 54, 54],
  2011: [undefined, 60, 58, 58],
  2012: [undefined, undefined, 10, 10],
  2013: [undefined, undefined, undefined, 76],
};
const triangle: Cube = triangleOf(
  {table: series, codes: []},
  [2009, 2010, 2011, 2012, 2013],
  [2010, 2011, 2012, 2013].map((lastYear, i) => ({
    edition: `${lastYear}-internal-1`,
    lastYear,
    published: [{table: 'persons-by-year', year: 2009, value: 12, source}],
    counted: (year: number) => SAID[year]?.[i],
  })),
  yearPeriod(2013),
);

test('first release against latest, of years that two editions gave', () => {
  expect(revisionsIn(triangle)).toEqual([
    {
      year: '2010',
      first: {edition: '2010-internal-1', value: 50},
      latest: {edition: '2013-internal-1', value: 54},
      revision: 4,
    },
    {
      year: '2011',
      first: {edition: '2011-internal-1', value: 60},
      latest: {edition: '2013-internal-1', value: 58},
      revision: -2,
    },
    {
      year: '2012',
      first: {edition: '2012-internal-1', value: 10},
      latest: {edition: '2013-internal-1', value: 10},
      revision: 0,
    },
  ]);
});

test('mean 2/3, mean absolute 6/3, relative 6/120', () => {
  expect(measuresOf(revisionsIn(triangle))).toEqual({years: 3, mean: 2 / 3, meanAbsolute: 2, relative: 0.05});
});

test('nothing is measured where no year was given twice, or nothing was said to be relative to', () => {
  expect(measuresOf([])).toBeUndefined();
  const zero = {edition: 'a', value: 0};
  expect(measuresOf([{year: '2010', first: zero, latest: {edition: 'b', value: 3}, revision: 3}])).toEqual({
    years: 1,
    mean: 3,
    meanAbsolute: 3,
    relative: undefined,
  });
});

test('a year after the edition is not applicable, one before the register published or not collected', () => {
  const row = (year: number): readonly Observation[] => triangle.cells.slice((year - 2009) * 5, (year - 2009) * 5 + 4);
  expect(row(2009)).toEqual([0, 1, 2, 3].map(() => ({kind: 'count', value: 12, published: source})));
  expect(row(2012).map(({kind}) => kind)).toEqual(['not-applicable', 'not-applicable', 'count', 'count']);
  expect(triangle.cells.at(-1)).toEqual({kind: 'not-applicable'});
});
