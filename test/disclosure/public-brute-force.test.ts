/**
 * Statements of a few persons, protected and then attacked by trying every data set there is: whoever is told to be guarded is, and no
 * limit leaves out what could be.
 */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {guard} from '#disclosure/guard';
import {guardLeast} from '#disclosure/guard-least';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import {codedCells} from '#tabulation/cube';
import {against, cubesOf, KINDS, rangesOf, type Shape, toldBy} from './few-persons.ts';

const SHAPES: readonly Shape[] = [['a'], ['b'], ['c'], ['t'], ['a', 'b'], ['b', 'c'], ['a', 'c']];

const statements = fc.record({
  persons: fc.array(fc.constantFrom(...KINDS), {minLength: 3, maxLength: 6}),
  shapes: fc.subarray([...SHAPES], {minLength: 1}),
  smallest: fc.integer({min: 2, max: 4}),
  width: fc.integer({min: 1, max: 3}),
  zeros: fc.constantFrom('shown', 'withheld'),
  alike: fc.boolean(),
  least: fc.boolean(),
});

test('what is told to be guarded is, and limits hold what could be', () => {
  let [guardedOnes, exposedOnes, withheldOnes] = [0, 0, 0];
  fc.assert(
    fc.property(statements, ({persons, shapes, smallest, width, zeros, alike, least}) => {
      const policy: PublicPolicy = {
        ...{edition: 'public', smallest, width, zeros, knownByDesign: [], rolledUp: []},
        allAlike: alike ? {below: 5, of: ['a', 'b']} : undefined,
        ...{subPopulations: [], shownAnyway: []},
      };
      const explained = {...against, explain: true};
      const {cubes, protection} = withholding(cubesOf(persons, shapes), policy, explained, least ? guardLeast : guard);
      const told = toldBy(cubes, shapes);
      const withheld = told.filter((one) => one.shown === undefined);
      const ranges = rangesOf(withheld, told);
      fc.pre(ranges !== undefined);

      const limits = new Map(
        protection.withheld.flatMap(({places, ...one}) =>
          places.map(({table: id, codes}): readonly [string, typeof one] => [`${id} ${codes.join()}`, one]),
        ),
      );
      const exposed = new Set<string>(
        [...protection.exposed, ...protection.unproven].map(({of}) => `${of?.table} ${of?.codes.join()}`),
      );
      withheld.forEach((one, i) => {
        const {low, high} = ranges?.[i] ?? {low: 0, high: 0};
        const key = `${one.table} ${one.codes.join()}`;
        const limit = limits.get(key);
        expect(limit, key).toBeDefined();
        withheldOnes++;
        // Nothing that fits is outside of what the office is told.
        expect(limit?.low ?? 0, key).toBeLessThanOrEqual(low);
        expect(limit?.high ?? Number.POSITIVE_INFINITY, key).toBeGreaterThanOrEqual(high);
        if (limit?.why !== 'few') return;
        if (exposed.has(key)) exposedOnes++;
        else {
          guardedOnes++;
          expect(high - low, key).toBeGreaterThanOrEqual(width);
        }
      });
    }),
    {numRuns: 60, seed: 2013},
  );
  expect([guardedOnes > 50, withheldOnes > 100, exposedOnes >= 0]).toEqual([true, true, true]);
});

test('what is withheld shows in no cell, and the same figures are withheld again', () => {
  fc.assert(
    fc.property(statements, ({persons, shapes, smallest, width}) => {
      const policy: PublicPolicy = {
        ...{edition: 'public', smallest, width, zeros: 'shown', knownByDesign: [], allAlike: undefined, rolledUp: []},
        ...{subPopulations: [], shownAnyway: []},
      };
      const [once, again] = [1, 2].map(() => withholding(cubesOf(persons, shapes), policy, against, guardLeast));
      expect(again?.cubes).toEqual(once?.cubes);
      for (const cube of once?.cubes ?? [])
        for (const {cell} of codedCells(cube))
          if (cell.kind === 'count') expect(cell.value === 0 || cell.value >= smallest).toBe(true);
          else expect(cell).toEqual({kind: 'withheld'});
    }),
    {numRuns: 40, seed: 13},
  );
});
