/**
 * Statements of a few persons, protected and then attacked by trying every data set there is: whoever is told to be guarded is, and no
 * limit leaves out what could be.
 */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {recordNumber} from '#concepts/record-number';
import type {UnitRecord} from '#concepts/unit-record';
import {guard} from '#disclosure/guard';
import {guardLeast} from '#disclosure/guard-least';
import {loadSolver} from '#disclosure/linear-program';
import type {PublicPolicy} from '#disclosure/policy';
import {withholding} from '#disclosure/withhold';
import {plainDate} from '#kit/plain-date';
import {ALL, type Cube, codedCells} from '#tabulation/cube';
import {tabulate} from '#tabulation/tabulate';
import {concept, list, table} from '../tabulation/denmark.ts';

const CODES = {a: ['a1', 'a2'], b: ['b1', 'b2', 'b3'], c: ['c1', 'c2']} as const;
type Variable = keyof typeof CODES;
const VARIABLES: readonly Variable[] = ['a', 'b', 'c'];
const definitions = {
  concepts: VARIABLES.map((id) => concept(id)),
  codeLists: new Map(VARIABLES.map((id) => [id, list(id, ...CODES[id], 'unknown')])),
};
const period = yearPeriod(2013);
const highs = await loadSolver();
const effort = {secondsLeft: () => 60, progress: () => {}};

type Kind = Readonly<Record<Variable, string>>;
const KINDS: readonly Kind[] = CODES.a.flatMap((a) => CODES.b.flatMap((b) => CODES.c.map((c) => ({a, b, c}))));

/** A reader does not know that nobody is unknown, where that is withheld. */
const POSSIBLE: readonly Kind[] = [...CODES.a, 'unknown'].flatMap((a) =>
  [...CODES.b, 'unknown'].flatMap((b) => [...CODES.c, 'unknown'].map((c) => ({a, b, c}))),
);

const cubesOf = (persons: readonly Kind[], shapes: readonly (readonly Variable[])[]): readonly Cube[] =>
  tabulate(
    persons.map(
      (kind, i): UnitRecord => ({
        ...{unit: 'person', record: recordNumber(i + 1), on: plainDate('2013-05-01')},
        codes: Object.fromEntries(VARIABLES.map((id) => [id, [kind[id]]])),
      }),
    ),
    shapes.map((shape) => table(shape.join('-') || 'all', shape)),
    definitions,
    period,
  );

/** By cell of any table: how many of these it counts. */
const countIn = (persons: readonly Kind[], shape: readonly Variable[], codes: readonly string[]): number =>
  persons.filter((kind) => shape.every((id, i) => codes[i] === ALL || codes[i] === kind[id])).length;

/** Every data set of so many persons of these kinds. */
function* dataSets(kinds: readonly Kind[], size: number, from = 0): Generator<readonly Kind[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at < kinds.length; at++) {
      const kind = kinds[at];
      if (kind !== undefined) for (const rest of dataSets(kinds, size - 1, at)) yield [kind, ...rest];
    }
}

/** How many they are. */
const howMany = (kinds: number, size: number): number =>
  Array.from({length: size}, (_, i) => (kinds + i) / (i + 1)).reduce((product, one) => product * one, 1);
const MOST = 150_000;

const SHAPES: readonly (readonly Variable[])[] = [['a'], ['b'], ['c'], ['a', 'b'], ['b', 'c'], ['a', 'c']];

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
      const counted = cubesOf(persons, shapes);
      const against = {definitions, earlier: [], spanOf: () => period, highs, effort, explain: true};
      const {cubes, protection} = withholding(counted, policy, against, least ? guardLeast : guard);

      // What a reader has: every cell that shows a number.
      const told = cubes.flatMap((cube) => {
        const shape = shapes.find((one) => one.join('-') === cube.table.id) ?? [];
        return codedCells(cube).map(({codes, cell}) => ({
          ...{shape, codes, table: cube.table.id},
          shown: cell.kind === 'count' ? cell.value : undefined,
        }));
      });
      const shown = told.filter((one) => one.shown !== undefined);
      const size = shown.find(({codes}) => codes.every((code) => code === ALL))?.shown;
      // Of nobody in a cell that shows none; of how many, a reader without the total does not know.
      const kinds = POSSIBLE.filter((kind) =>
        shown.every((one) => one.shown !== 0 || countIn([kind], one.shape, one.codes) === 0),
      );
      fc.pre(size !== undefined && howMany(kinds.length, size) < MOST);
      const withheld = told.filter((one) => one.shown === undefined);
      const low = withheld.map(() => Number.POSITIVE_INFINITY);
      const high = withheld.map(() => Number.NEGATIVE_INFINITY);
      for (const set of dataSets(kinds, size ?? 0)) {
        if (!shown.every((one) => countIn(set, one.shape, one.codes) === one.shown)) continue;
        withheld.forEach((one, i) => {
          const value = countIn(set, one.shape, one.codes);
          low[i] = Math.min(low[i] ?? value, value);
          high[i] = Math.max(high[i] ?? value, value);
        });
      }

      const limits = new Map(
        protection.withheld.flatMap(({places, ...one}) =>
          places.map(({table: id, codes}): readonly [string, typeof one] => [`${id} ${codes.join()}`, one]),
        ),
      );
      const exposed = new Set<string>(
        [...protection.exposed, ...protection.unproven].map(({of}) => `${of?.table} ${of?.codes.join()}`),
      );
      withheld.forEach((one, i) => {
        const key = `${one.table} ${one.codes.join()}`;
        const limit = limits.get(key);
        expect(limit, key).toBeDefined();
        withheldOnes++;
        // Nothing that fits is outside of what the office is told.
        expect(limit?.low ?? 0, key).toBeLessThanOrEqual(low[i] ?? 0);
        expect(limit?.high ?? Number.POSITIVE_INFINITY, key).toBeGreaterThanOrEqual(high[i] ?? 0);
        if (limit?.why !== 'few') return;
        if (exposed.has(key)) exposedOnes++;
        else {
          guardedOnes++;
          expect((high[i] ?? 0) - (low[i] ?? 0), key).toBeGreaterThanOrEqual(width);
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
      const against = {definitions, earlier: [], spanOf: () => period, highs, effort, explain: false};
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
