/** Rounding of small counts: the published example, and what must hold of every table it is given. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {countsOf, type Kind, roundedKinds} from '#disclosure/small-count-rounding';
import {lossOf} from '#disclosure/utility';

/** Chance for tests: a linear congruence (Knuth, MMIX), its upper half. */
function seeded(seed: number): (n: number) => number {
  let state = BigInt(seed);
  return (n) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 32n) % BigInt(n));
  };
}

const sorted = (counts: ReadonlyMap<number, number>) => [...counts].toSorted(([a], [b]) => a - b).map(([, n]) => n);
const pairs = (kinds: readonly Kind[], rounded: readonly number[]) => {
  const truly = sorted(
    countsOf(
      kinds,
      kinds.map(({units}) => units),
    ),
  );
  return sorted(countsOf(kinds, rounded)).map((told, at) => [truly[at] ?? 0, told] as const);
};

describe('the example of SmallCountRounding (Statistics Norway): exPSD, base 5, ~rows+cols', () => {
  /** Three rows in five columns; the total is cell 0, rows are 1–3, columns 4–8. */
  const counts = [6, 1, 0, 0, 2, 1, 1, 3, 1, 3, 1, 0, 4, 2, 2];
  const kinds = counts.map((units, i): Kind => ({units, cells: [0, 1 + (i % 3), 4 + Math.floor(i / 3)]}));

  test('the package publishes 28, 15, 8, 5, 7, 5, 5, 5, 6, and so does every one of 200 orders of chance', () => {
    for (let seed = 1; seed <= 200; seed++)
      expect(sorted(countsOf(kinds, roundedKinds(kinds, 5, seeded(seed))))).toEqual([28, 15, 8, 5, 7, 5, 5, 5, 6]);
  });

  test('its largest difference is 2, its mean 1.0, and its utility 0.941', () => {
    const loss = lossOf(pairs(kinds, roundedKinds(kinds, 5, seeded(123))));
    expect(loss).toMatchObject({figures: 9, largest: 2, mean: 1});
    expect(loss.utility).toBeCloseTo(0.941, 3);
  });
});

const anyKinds = fc.array(
  fc.record({units: fc.integer({min: 0, max: 9}), cells: fc.uniqueArray(fc.integer({min: 0, max: 12}))}),
  {maxLength: 60},
);
const anyBase = fc.integer({min: 2, max: 7});
const properties = {seed: 2013, numRuns: 300};

describe('of whatever tables', () => {
  test('no published cell has fewer than the base and more than none, and what was none stays so', () => {
    fc.assert(
      fc.property(anyKinds, anyBase, fc.nat(), (kinds, base, seed) => {
        for (const [truly, told] of pairs(kinds, roundedKinds(kinds, base, seeded(seed)))) {
          expect(told === 0 || told >= base).toBe(true);
          if (truly === 0) expect(told).toBe(0);
        }
      }),
      properties,
    );
  });

  test('a kind is as it was, or none, or the base', () => {
    fc.assert(
      fc.property(anyKinds, anyBase, fc.nat(), (kinds, base, seed) => {
        roundedKinds(kinds, base, seeded(seed)).forEach((rounded, at) => {
          expect([kinds[at]?.units, 0, base]).toContain(rounded);
        });
      }),
      properties,
    );
  });

  test('the same chance rounds alike', () => {
    fc.assert(
      fc.property(anyKinds, anyBase, fc.nat(), (kinds, base, seed) => {
        expect(roundedKinds(kinds, base, seeded(seed))).toEqual(roundedKinds(kinds, base, seeded(seed)));
      }),
      properties,
    );
  });

  test('a table whose cells are all large enough is left alone', () => {
    const kinds = [3, 4, 9].map((units): Kind => ({units, cells: [0]}));
    expect(roundedKinds(kinds, 5, seeded(1))).toEqual([3, 4, 9]);
  });

  test('no exchange of one kind for another brings the cells nearer', () => {
    const squares = (kinds: readonly Kind[], units: readonly number[]) =>
      pairs(kinds, units).reduce((sum, [truly, told]) => sum + (told - truly) ** 2, 0);
    for (let seed = 1; seed <= 40; seed++) {
      const below = seeded(seed);
      // Every cell has four at most, so all kinds are rounded at once.
      const columns = Array.from({length: 40}, (_, i) => ({i, by: below(1e6)})).toSorted((a, b) => a.by - b.by);
      const kinds = columns.map(
        ({i}, at): Kind => ({
          units: 1,
          cells: [at % 10, 10 + (i % 10), 20 + below(20), ...(at % 3 === 0 ? [100 + at] : [])],
        }),
      );
      const small = kinds.filter(({cells: [, , last]}) => kinds.filter((one) => one.cells[2] === last).length < 5);
      const rounded = roundedKinds(small, 5, seeded(seed));
      const best = squares(small, rounded);
      rounded.forEach((up, i) => {
        rounded.forEach((down, j) => {
          if (up > 0 && down === 0) expect(squares(small, rounded.with(i, 0).with(j, 5))).toBeGreaterThanOrEqual(best);
        });
      });
    }
  });

  test('3,000 kinds, in parts: the total moves by less than the base for each part', () => {
    const below = seeded(7);
    const kinds = Array.from(
      {length: 3000},
      (): Kind => ({units: 1 + below(3), cells: [0, 1 + below(40), 50 + below(1500)]}),
    );
    const [[truly, told] = [0, 0]] = pairs(kinds, roundedKinds(kinds, 5, seeded(3)));
    expect(Math.abs(told - truly)).toBeLessThan(0.02 * truly);
  });
});
