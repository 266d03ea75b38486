/** Systems of any small sums against brute force: what whole numbers add to fractions, and what no numbers fit. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type CellSystem, satisfies} from '#disclosure/cell-system';
import {loadSolver} from '#disclosure/linear-program';
import {type Reckoning, reckon} from '#disclosure/reckon';
import {fixedCells} from '#disclosure/span';

const highs = await loadSolver();
const deadline = (seconds: number) => {
  const until = performance.now() + seconds * 1000;
  return () => (until - performance.now()) / 1000;
};
const reckoned = (system: CellSystem): Reckoning =>
  reckon(system, highs, {secondsLeft: deadline(5), progress: () => {}});

function* solutions(system: CellSystem, most = 30): Generator<readonly number[]> {
  const {lows, highs: tops} = system;
  const values: number[] = [];
  function* from(cell: number): Generator<readonly number[]> {
    if (cell === lows.length) {
      if (satisfies(system, values)) yield [...values];
      return;
    }
    for (let value = lows[cell] ?? 0; value <= Math.min(tops[cell] ?? 0, most); value++) {
      values[cell] = value;
      yield* from(cell + 1);
    }
  }
  yield* from(0);
}

const system = (width: number, least: number, most: number) =>
  fc
    .record({
      truth: fc.array(fc.integer({min: 0, max: 4}), {minLength: 5, maxLength: 5}),
      below: fc.array(fc.integer({min: 0, max: width}), {minLength: 5, maxLength: 5}),
      above: fc.array(fc.integer({min: 0, max: width}), {minLength: 5, maxLength: 5}),
      rows: fc.array(fc.array(fc.integer({min: least, max: most}), {minLength: 5, maxLength: 5}), {
        minLength: 1,
        maxLength: 3,
      }),
      error: fc.integer({min: -3, max: 3}),
    })
    .map(({truth, below, above, rows, error}) => {
      // What is printed of a sum is a cell of its own: with nothing printed, nobody at all fits.
      const sums = rows.map((row, at) => {
        const sum = row.reduce((all, times, cell) => all + times * (truth[cell] ?? 0), at === 0 ? error : 0);
        return sum < 0 ? {row: row.map((times) => -times), sum: -sum} : {row, sum};
      });
      const printed = sums.map(({sum}) => sum);
      return {
        lows: [...truth.map((value, cell) => Math.max(0, value - (below[cell] ?? 0))), ...printed],
        highs: [...truth.map((value, cell) => value + (above[cell] ?? 0)), ...printed],
        equations: sums.map(({row}, at) => {
          const cells = row.flatMap((times, cell) => (times === 0 ? [] : [cell]));
          return {cells: [...cells, 5 + at], coefficients: [...cells.map((cell) => row[cell] ?? 0), -1], sum: 0};
        }),
      };
    });

test('what is true is inside, what is given is reached', () => {
  fc.assert(
    fc.property(system(2, -2, 2), (given) => {
      const all = [...solutions(given)];
      const {contradictions, cells, unfinished} = reckoned(given);
      expect(unfinished).toBe(false);
      expect(contradictions.length > 0).toBe(all.length === 0);
      if (all.length === 0) return;
      given.lows.forEach((low, cell) => {
        if (low === given.highs[cell]) return;
        const values = all.map((one) => one[cell] ?? 0);
        const is = cells[cell];
        expect([is?.low, is?.high, is?.reached]).toEqual([Math.min(...values), Math.max(...values), true]);
      });
    }),
    {seed: 76, numRuns: 500},
  );
});

test('a contradiction stands by its cells alone, and falls with any one of them', () => {
  let met = 0;
  fc.assert(
    fc.property(system(0, 0, 1), (given) => {
      const [first] = reckoned(given).contradictions;
      if (first === undefined) return;
      met++;
      expect(first.irreducible).toBe(true);
      const only = (kept: readonly number[]) =>
        reckoned({
          equations: given.equations,
          lows: given.lows.map((low, cell) => (kept.includes(cell) ? low : 0)),
          highs: given.highs.map((high, cell) => (kept.includes(cell) ? high : Number.POSITIVE_INFINITY)),
        });
      expect(only(first.cells).contradictions.map(({cells}) => cells)).toEqual([first.cells]);
      for (const cell of first.cells) {
        const {contradictions, cells} = only(first.cells.filter((other) => other !== cell));
        expect(contradictions).toEqual([]);
        // Reached: by numbers that were put in and fit.
        expect(cells.every((is) => is === undefined || is.reached)).toBe(true);
      }
    }),
    {seed: 77, numRuns: 300},
  );
  expect(met).toBeGreaterThan(100);
});

test('a cell is fixed by sums alone where every solution, of any sign, has it the same', () => {
  const equation = (cells: readonly number[], coefficients: readonly number[]) => ({cells, coefficients, sum: 0});
  const equations = [equation([0, 1, 2], [1, 1, 1]), equation([1, 2], [1, 1]), equation([2, 3], [1, -1])];
  const lows = [0, 0, 0, 0, 0];
  expect([...(fixedCells({lows, highs: lows, equations}) ?? [])]).toEqual([0]);
});
