/** Cell keys: the handbook's example, the table of noise its authors' package makes by default, and what must hold of each. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {asRecordKey, moved, recordKeyOf, sumOfKeys} from '#disclosure/cell-key';
import {mostEntropic, type Noise, noiseTable, rowFor} from '#disclosure/noise-table';
import {keyedDigest} from '#kit/keyed-digest';

const noise: Noise = {most: 2, variance: 1.05, noResultUpTo: 1};
const table = noiseTable(noise) ?? [];
const shares = (count: number) => {
  const row = rowFor(table, count);
  return row.map(({by, upTo}, i) => [by, upTo - (row[i - 1]?.upTo ?? 0)] as const);
};

describe('the handbook (SDC, 2nd edition): keys .9, .3 and .6', () => {
  const keys = sumOfKeys([0.9, 0.3, 0.6].map(asRecordKey));
  test('make the cell key .8', () => expect(keys / 2 ** 32).toBeCloseTo(0.8, 8));
  test('and a count of 3 is told as 4', () => expect(moved(3, keys, table)).toBe(4));
});

describe('D 2, V 1.05, js 1', () => {
  test('1 becomes 0, 2 or 3: three unknowns and three conditions, so by hand', () => {
    const [down = [0, 0], up = [0, 0], far = [0, 0]] = shares(1);
    expect([down[0], up[0], far[0]]).toEqual([-1, 1, 2]);
    expect(down[1]).toBeCloseTo(0.508333, 6);
    expect(up[1]).toBeCloseTo(0.475, 6);
    expect(far[1]).toBeCloseTo(0.016667, 6);
  });
  test('a large count is moved alike in both directions', () => {
    const [a, b, c, d, e] = shares(100).map(([, share]) => share);
    expect([a, b]).toEqual([expect.closeTo(e ?? 0, 9), expect.closeTo(d ?? 0, 9)]);
    expect(c).toBeGreaterThan(b ?? 1);
  });
  test('variance below what a count of 1 needs cannot be had', () =>
    expect(noiseTable({...noise, variance: 0.5})).toBeUndefined());
});

const anyNoise = fc.record({
  most: fc.integer({min: 1, max: 6}),
  variance: fc.double({min: 0.3, max: 8, noNaN: true}),
  noResultUpTo: fc.integer({min: 0, max: 3}),
});

test('every row: moves nothing on average, no further, no wider, and never to a small result; none stays none', () => {
  fc.assert(
    fc.property(anyNoise, (asked) => {
      const made = noiseTable(asked);
      if (made === undefined) return;
      expect(rowFor(made, 0)).toEqual([{by: 0, upTo: 1}]);
      made.forEach((row, count) => {
        const parts = row.map(({by, upTo}, i) => ({by, share: upTo - (row[i - 1]?.upTo ?? 0)}));
        const sum = (of: (by: number) => number) => parts.reduce((total, {by, share}) => total + of(by) * share, 0);
        expect(sum((by) => by)).toBeCloseTo(0, 6);
        expect(sum((by) => by * by)).toBeLessThan(asked.variance + 1e-6);
        for (const {by, share} of parts) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(Math.abs(by)).toBeLessThanOrEqual(asked.most);
          expect(count + by === 0 || count + by > asked.noResultUpTo).toBe(true);
        }
      });
    }),
    {seed: 2013, numRuns: 40},
  );
});

test('no nearby distribution that keeps the conditions tells less', () => {
  const moves = [-2, 0, 1, 2];
  const best = mostEntropic(moves, 1.05) ?? [];
  const entropy = (all: readonly number[]) => -all.reduce((sum, p) => sum + p * Math.log(p), 0);
  // What keeps the sum, the mean and the variance: (1, -6, 8, -3) is crosswise to 1, v and v².
  for (const step of [-1e-3, -1e-4, 1e-4, 1e-3])
    expect(entropy(best.map((p, i) => p + step * ([1, -6, 8, -3][i] ?? 0)))).toBeLessThan(entropy(best));
});

describe('keys', () => {
  const digest = keyedDigest(new Uint8Array(32).fill(7));
  const keyOf = (record: string) => recordKeyOf(digest, record);
  const records = Array.from({length: 400}, (_, i) => `record ${i}`);

  test('are the record’s own: others beside it change none', () => {
    const before = records.slice(0, 10).map(keyOf);
    expect(records.map(keyOf).slice(0, 10)).toEqual(before);
  });
  test('are others under another secret', () =>
    expect(keyOf('record 1')).not.toBe(recordKeyOf(keyedDigest(new Uint8Array(32).fill(8)), 'record 1')));
  test('the same units in whatever order are moved alike; with one more, anew', () => {
    const cells = records.map((_, i) => records.slice(i, i + 6).map(keyOf));
    const noiseOf = (keys: readonly number[]) => moved(keys.length, sumOfKeys(keys), table) - keys.length;
    const anew = cells.filter((keys) => {
      expect(noiseOf(keys.toReversed())).toBe(noiseOf(keys));
      return noiseOf([...keys, keyOf('one more')]) !== noiseOf(keys);
    });
    expect(anew.length).toBeGreaterThan(cells.length / 2);
  });
  test('spread evenly', () => {
    const mean = records.reduce((sum, record) => sum + keyOf(record) / 2 ** 32, 0) / records.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
  });
});
