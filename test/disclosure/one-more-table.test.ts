/** A further table beside a protected statement, attacked by trying every data set of persons there is. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {guardLeast} from '#disclosure/guard-least';
import {StatementAsItStands} from '#disclosure/one-more-table';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import {addressText} from '#tabulation/proof';
import {against, cubesOf, KINDS, rangesOf, type Shape, toldBy} from './few-persons.ts';

const policyOf = (smallest: number, width: number): PublicPolicy => ({
  ...{edition: 'public', smallest, width, zeros: 'shown', knownByDesign: [], allAlike: undefined, rolledUp: []},
  ...{subPopulations: [], shownAnyway: []},
});

const STATEMENT: readonly Shape[] = [['a'], ['t'], ['c'], ['a', 't'], ['a', 'c'], ['b']];
/** The first divides what the statement tells together; the last is a circle with others. */
const FURTHER: readonly Shape[] = [
  ['b', 'c'],
  ['a', 'b'],
  ['c', 't'],
  ['a', 't', 'c'],
];

const asked = fc.record({
  persons: fc.array(fc.constantFrom(...KINDS), {minLength: 3, maxLength: 7}),
  shapes: fc.subarray([...STATEMENT], {minLength: 1}),
  further: fc.shuffledSubarray([...FURTHER], {minLength: 1}),
  smallest: fc.integer({min: 2, max: 4}),
  width: fc.integer({min: 1, max: 3}),
});

test('whatever is told of one more table, nobody is found by both, each table asked of by itself', () => {
  let [guardedOnes, shownOnes, withheldOnes, unproven] = [0, 0, 0, 0];
  fc.assert(
    fc.property(asked, ({persons, shapes, further, smallest, width}) => {
      const policy = policyOf(smallest, width);
      const counted = cubesOf(persons, shapes);
      const {cubes, protection} = withholding(counted, policy, against, guardLeast);
      const hidden = protection.withheld.flatMap(({places}) => places);
      const standing = new StatementAsItStands(counted, policy, against, hidden);
      const open = new Set<string>(
        [...protection.exposed, ...protection.unproven].flatMap(({of}) => (of === undefined ? [] : [addressText(of)])),
      );
      for (const shape of further) {
        const [cube] = cubesOf(persons, [shape]);
        if (cube === undefined) continue;
        const answer = standing.with(cube);
        const gone = new Set(answer.withheld.map(addressText));
        const truly = toldBy([cube], [shape]);
        const table = truly.map((one) => (gone.has(addressText(one)) ? {...one, shown: undefined} : one));
        shownOnes += answer.kept.figures;
        withheldOnes += gone.size;
        unproven += answer.unproven;
        const told = [...toldBy(cubes, shapes), ...table];
        const few = told.filter((one) => one.shown === undefined && !open.has(addressText(one)));
        const isFew = few.filter((one) => {
          const all = [...toldBy(counted, shapes), ...truly];
          const value = all.find((other) => addressText(other) === addressText(one))?.shown ?? 0;
          return value > 0 && value < smallest;
        });
        const ranges = rangesOf(isFew, told);
        if (ranges === undefined || answer.unproven > 0) continue;
        for (const [i, {low, high}] of ranges.entries()) {
          guardedOnes++;
          expect(high - low, addressText(isFew[i] ?? {table: '', codes: []})).toBeGreaterThanOrEqual(width);
        }
      }
    }),
    {numRuns: 80, seed: 2013},
  );
  // Of three persons of whom the total is told, some are told whatever is withheld.
  expect(unproven).toBeLessThan(guardedOnes / 4);
  expect([guardedOnes > 200, shownOnes > 200, withheldOnes > 200]).toEqual([true, true, true]);
});

test('a table that tells nothing new is shown as far as the statement shows it', () => {
  const persons = KINDS.flatMap((kind) => [kind, kind, kind, kind]);
  const counted = cubesOf(persons, [['a'], ['b'], ['a', 'b']]);
  const standing = new StatementAsItStands(counted, policyOf(3, 3), against, []);
  const [cube] = cubesOf(persons, [['b', 'a']]);
  expect(cube && standing.with(cube)).toEqual({
    withheld: [],
    unproven: 0,
    kept: {figures: 12, of: 12, persons: 4 * persons.length, ofPersons: 4 * persons.length},
  });
});
