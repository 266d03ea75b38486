/** How many data sets of persons fit what is published, against trying every one there is. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {countDataSets} from '#disclosure/count-data-sets';
import {guard} from '#disclosure/guard';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import {against, cubesOf, dataSetsThatFit, KINDS, type Shape, toldBy} from './few-persons.ts';

const policy: PublicPolicy = {
  ...{edition: 'public', smallest: 3, width: 2, zeros: 'shown', knownByDesign: [], allAlike: undefined, rolledUp: []},
  ...{subPopulations: [], shownAnyway: []},
};
const SHAPES: readonly Shape[] = [['a'], ['b'], ['c'], ['a', 'b'], ['b', 'c'], ['a', 'c']];
const statements = fc.record({
  persons: fc.array(fc.constantFrom(...KINDS), {minLength: 3, maxLength: 12}),
  shapes: fc.subarray([...SHAPES], {minLength: 1}),
});

/** What the tables tell apart: a circle of them tells everything apart, others what each does. */
function apart(shapes: readonly Shape[]): readonly Shape[] {
  const pairs = shapes.filter((shape) => shape.length === 2);
  return pairs.length === 3 ? [['a', 'b', 'c']] : shapes;
}

test('as many as there are, or at least no more', () => {
  let [exactly, many] = [0, 0];
  fc.assert(
    fc.property(statements, ({persons, shapes}) => {
      const explained = {...against, explain: true};
      const {cubes, protection} = withholding(cubesOf(persons, shapes), policy, explained, guard);
      const cells = apart(shapes).flatMap((shape) => toldBy(cubesOf(persons, [shape]), [shape]));
      const number = dataSetsThatFit(cells, toldBy(cubes, shapes));
      fc.pre(number !== undefined);
      const {least, exact, unlimited} = protection.dataSets ?? {least: -1n, exact: false, unlimited: 0};
      expect(unlimited).toBe(0);
      if (exact) {
        exactly++;
        expect(least).toBe(BigInt(number ?? 0));
      } else expect(least).toBeLessThanOrEqual(BigInt(number ?? 0));
      if (least > 3n) many++;
    }),
    {numRuns: 120, seed: 2013},
  );
  expect([exactly > 60, many > 20]).toEqual([true, true]);
});

/** Margins of a square table and nothing within: so many ways there are to fill it. */
const square = (size: number, each: number) => {
  const cell = (i: number, j: number) => i * size + j;
  const lines = Array.from({length: size}, (_, i) => i);
  const sum = (cells: readonly number[]) => ({cells, coefficients: cells.map(() => 1), sum: each});
  return {
    lows: new Array<number>(size * size).fill(0),
    highs: new Array<number>(size * size).fill(Number.POSITIVE_INFINITY),
    equations: [
      ...lines.map((i) => sum(lines.map((j) => cell(i, j)))),
      ...lines.map((j) => sum(lines.map((i) => cell(i, j)))),
    ],
  };
};
const {highs, effort} = against;

test.each([
  // Magic squares: (r+1)(r+2)(r²+3r+4)/8 of three rows that each sum to r (MacMahon 1915, §407), 2008 of four that sum to 3 (OEIS A001496).
  {size: 3, each: 2, number: 21n},
  {size: 3, each: 10, number: (11n * 12n * 134n) / 8n},
  {size: 4, each: 3, number: 2008n},
])('a table of $size by $size whose lines sum to $each is filled in $number ways', ({size, each, number}) => {
  expect(countDataSets(square(size, each), new Map(), highs, effort)).toEqual({
    least: number,
    exact: true,
    unlimited: 0,
  });
});

test('more than can be counted is at least many, the same many every time, and nobody waits', () => {
  const found = countDataSets(square(14, 60), new Map(), highs, effort);
  expect(found.exact).toBe(false);
  expect(found.least).toBeGreaterThan(10_000n);
  expect(countDataSets(square(14, 60), new Map(), highs, effort)).toEqual(found);
  const late = countDataSets(square(14, 60), new Map(), highs, {secondsLeft: () => 0});
  expect([late.exact, late.least >= 0n]).toEqual([false, true]);
});

test.each([
  {size: 2, each: 3_000_000, most: 3_000_001n},
  {size: 8, each: 10_000, most: 10n ** 200n},
])('numbers too large to be counted one by one: at least some, and never none', ({size, each, most}) => {
  const {least, exact} = countDataSets(square(size, each), new Map(), highs, effort);
  expect(exact).toBe(false);
  expect(least).toBeGreaterThan(1_000n);
  expect(least).toBeLessThanOrEqual(most);
});

test('cut short at any moment it is at least what was found until then', () => {
  const whole = countDataSets(square(4, 9), new Map(), highs, effort);
  expect(whole).toEqual({least: 2_309_384n, exact: true, unlimited: 0});
  const found = Array.from({length: 30}, (_, moments) => {
    let left = moments;
    return countDataSets(square(4, 9), new Map(), highs, {secondsLeft: () => --left});
  });
  for (const {least, exact} of found) {
    expect(least).toBeGreaterThan(0n);
    expect(least).toBeLessThanOrEqual(whole.least);
    if (exact) expect(least).toBe(whole.least);
  }
  expect(new Set(found.map(({least}) => least)).size).toBeGreaterThan(3);
});

test('what nothing limits is left out, and said to be', () => {
  const system = {lows: [0, 0, 0, 0], highs: [5, 5, Infinity, Infinity], equations: []};
  expect(countDataSets(system, new Map([[0, 2]]), highs, effort)).toEqual({least: 6n, exact: true, unlimited: 2});
});
