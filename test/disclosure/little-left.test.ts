/** Thresholds that make everything vanish: what is said, and that what is proposed is the least that may be shown. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {littleLeft, toldTogether} from '#disclosure/little-left';
import type {Cube} from '#tabulation/cube';
import {tabulate} from '#tabulation/tabulate';
import {denmark, table, unit} from '../tabulation/denmark.ts';

const sizesOf = (counts: readonly number[]): ReadonlyMap<string, number> =>
  new Map(counts.flatMap((size, i) => (size === 0 ? [] : [[`c${i}`, size] as const])));

test('codes are told as one until that one, and every other, is as many as may be shown; no fewer would do', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: 0, max: 12}), {minLength: 1, maxLength: 7}),
      fc.integer({min: 2, max: 15}),
      (counts, smallest) => {
        const sizes = sizesOf(counts);
        const answer = toldTogether(sizes, smallest);
        const codes = [...sizes.keys()];
        const isShown = (together: readonly string[]) => {
          const rest = codes.filter((code) => !together.includes(code));
          const sum = together.reduce((all, code) => all + (sizes.get(code) ?? 0), 0);
          return sum >= smallest && rest.every((code) => (sizes.get(code) ?? 0) >= smallest);
        };
        if (answer === 'nothing') {
          expect(codes.every((code) => (sizes.get(code) ?? 0) >= smallest)).toBe(true);
          return;
        }
        const subsets = Array.from({length: 2 ** codes.length}, (_, bits) => codes.filter((__, i) => bits & (1 << i)));
        const ways = subsets.filter((some) => some.length < codes.length && isShown(some));
        const least = Math.min(...ways.map((some) => some.length));
        expect(answer.codes?.length ?? Number.POSITIVE_INFINITY).toBe(least);
        if (answer.codes !== undefined) expect(isShown(answer.codes)).toBe(true);
      },
    ),
    {seed: 2013, numRuns: 400},
  );
});

const records = [
  ...Array.from({length: 8}, (_, i) => unit(i + 1, {sex: 'female', nationality: 'nigeria'})),
  ...Array.from({length: 6}, (_, i) => unit(i + 9, {sex: 'male', nationality: i < 3 ? 'ghana' : 'romania'})),
];
const tables = [table('persons-by-nationality', ['nationality']), table('persons-by-sex', ['sex'])];
const counted = tabulate(records, tables, denmark, yearPeriod(2013));
const withheld = counted.map(
  (cube): Cube => ({...cube, cells: cube.cells.map((cell) => (cell.kind === 'count' ? {kind: 'withheld'} : cell))}),
);
const little = (smallest: number, figures: number, knownByDesign: readonly string[] = []) =>
  littleLeft(counted, withheld, {figures, of: 10}, {smallest, knownByDesign});

test('by what to tell together, or that nothing helps; what divides most first', () => {
  expect(little(6, 1)).toEqual({persons: 14, collapse: [{concept: 'nationality', together: ['ghana', 'romania']}]});
  expect(little(7, 1)?.collapse).toEqual([
    {concept: 'nationality', together: undefined},
    {concept: 'sex', together: undefined},
  ]);
});

test('what everybody knows is nothing to collapse, and where a fifth is shown nothing is said', () => {
  expect(little(7, 1, ['sex'])?.collapse.map(({concept}) => concept)).toEqual(['nationality']);
  expect(little(7, 2)).toBeUndefined();
});
