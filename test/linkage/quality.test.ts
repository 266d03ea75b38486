/** Intervals against reference values and against what they promise; recall over populations of which the truth is known. */
import {describe, expect, test} from 'vitest';
import {amongDrawn, clopperPearson} from '#linkage/exact-intervals';
import {figuresOf, type PutPair} from '#linkage/pair-figures';
import {CONFIDENCE, type LookedAt, precisionOf, recallOf, type Stratum, shareOut} from '#linkage/quality';
import {seeded} from '#linkage/seeded';

describe('a share, by Clopper and Pearson', () => {
  test.each([
    // R’s own example of binom.test: Mendel’s peas.
    [682, 925, 0.95, 0.7076683, 0.7654066],
    [7, 20, 0.95, 0.1539092, 0.5921885],
    [0, 10, 0.95, 0, 0.3084971],
    [38, 38, 0.95, 0.9074872, 1],
    [1, 5, 0.99, 0.001002006, 0.8149027],
    [50, 60, 0.95, 0.7147807, 0.9170712],
  ])('%i of %i at %f', (found, of, confidence, from, to) => {
    const interval = clopperPearson(found, of, confidence);
    expect(interval.from).toBeCloseTo(from, 6);
    expect(interval.to).toBeCloseTo(to, 6);
  });

  test('holds every share at least as often as it says', () => {
    for (const of of [5, 38, 76]) {
      const intervals = Array.from({length: of + 1}, (_, found) => clopperPearson(found, of, 0.95));
      for (let share = 0.005; share < 1; share += 0.005) {
        const held = binomialChances(of, share).filter((_, found) => {
          const {from = 1, to = 0} = intervals[found] ?? {};
          return share >= from && share <= to;
        });
        expect(held.reduce((sum, chance) => sum + chance, 0)).toBeGreaterThanOrEqual(0.95);
      }
    }
  });
});

/** By multiplication from each to the next. */
function binomialChances(of: number, share: number): readonly number[] {
  const chances = [(1 - share) ** of];
  for (let i = 1; i <= of; i++) chances.push(((chances[i - 1] ?? 0) * ((of - i + 1) * share)) / (i * (1 - share)));
  return chances;
}

describe('a number among those that were drawn from', () => {
  test.each([
    // R’s samplingbook tells 4 to 32: the nearest that are excluded.
    [3, 10, 50, 0.95, 5, 31],
    // Worked out in whole numbers and fractions by another program.
    [0, 45, 80, 0.95, 0, 4],
    [0, 50, 1000, 0.95, 0, 69],
    [3, 20, 100, 0.95, 5, 35],
    [1, 45, 80, 0.975, 1, 7],
    [5, 100, 250, 0.95, 6, 24],
    [30, 60, 400, 0.99, 138, 262],
  ])('%i of %i drawn from %i at %f', (found, drawn, size, confidence, from, to) => {
    expect(amongDrawn(found, drawn, size, confidence)).toEqual({from, to});
  });

  test('is known where all were drawn, and not where none was', () => {
    expect(amongDrawn(3, 10, 10, 0.95)).toEqual({from: 3, to: 3});
    expect(amongDrawn(0, 0, 10, 0.95)).toEqual({from: 0, to: 10});
  });

  test('in a large stratum it is what it is of a share', () => {
    const {to} = amongDrawn(2, 200, 3_000_000, 0.95);
    expect(to / 3_000_000).toBeCloseTo(clopperPearson(2, 200, 0.95).to, 4);
  });
});

const all = (pairs: number, same: number): LookedAt => ({pairs, decided: pairs, same});
const stratum = (of: number, drawn: number, same: number, decided = drawn): Stratum => ({
  of,
  pairs: drawn,
  decided,
  same,
});

describe('recall', () => {
  test('is what was found of what there is', () => {
    // 40 found; 5 that were put and did not count; in a stratum of 80 by half of it 2, and so 4.
    expect(recallOf([all(42, 40)], [all(9, 5)], [stratum(80, 40, 2)])?.share).toBeCloseTo(40 / 49, 10);
  });

  test('has the interval of the strata, each with its part of the error', () => {
    // At 1 − 0.05 / 2 each: at most 7 of the first and 4.17 % tails of the second.
    const second = amongDrawn(0, 50, 1000, 0.975).to;
    expect(second).toBeGreaterThan(69);
    const found = recallOf([all(60, 60)], [], [stratum(80, 45, 1), stratum(1000, 50, 0)]);
    expect(found?.from).toBeCloseTo(60 / (60 + 7 + second), 10);
    expect(found?.to).toBeCloseTo(60 / 61, 10);
  });

  test('a stratum that was looked at whole takes nothing from the others', () => {
    const alone = recallOf([all(60, 60)], [], [stratum(1000, 50, 0)]);
    expect(recallOf([all(60, 60)], [], [stratum(5, 5, 0), stratum(1000, 50, 0)])).toEqual(alone);
    expect(alone?.from).toBeCloseTo(60 / 129, 10);
  });

  test('has room for any answer to what waits', () => {
    const waits = {pairs: 10, decided: 5, same: 5};
    expect(recallOf([waits], [{pairs: 4, decided: 2, same: 0}], [stratum(6, 6, 0, 5)])).toEqual({
      share: 1,
      from: 5 / (5 + 2 + 1),
      to: 1,
    });
  });

  test('is not told where nothing is known', () => {
    expect(recallOf([all(0, 0)], [], [stratum(50, 20, 0)])).toBeUndefined();
    expect(recallOf([all(5, 5)], [], [stratum(50, 20, 0, 0)])).toBeUndefined();
    expect(recallOf([{pairs: 5, decided: 0, same: 0}], [], [stratum(50, 20, 0)])).toBeUndefined();
    expect(precisionOf({pairs: 5, decided: 0, same: 0})).toBeUndefined();
  });

  /** Sizes of strata, how many of each are one person, and how many are found. */
  test.each([
    {sizes: [40, 250], same: [1, 1], found: 60, draws: 60},
    {sizes: [40, 250], same: [4, 10], found: 20, draws: 100},
    {sizes: [15, 80, 1200], same: [2, 3, 3], found: 55, draws: 60},
    {sizes: [30, 2000], same: [0, 40], found: 100, draws: 300},
  ])('over 2,000 samples of %j its interval holds the truth at least as often as it says', (population) => {
    const {sizes, same, found, draws} = population;
    const random = seeded(17);
    const truth = found / (found + same.reduce((sum, one) => sum + one, 0));
    const counts = shareOut(sizes, draws);
    let held = 0;
    for (let round = 0; round < 2000; round++) {
      const strata = sizes.map((of, at) =>
        stratum(of, counts[at] ?? 0, drawnOf(of, same[at] ?? 0, counts[at] ?? 0, random)),
      );
      const interval = recallOf([all(found, found)], [], strata);
      if (interval && interval.from <= truth + 1e-12 && interval.to >= truth - 1e-12) held++;
    }
    expect(held / 2000).toBeGreaterThanOrEqual(CONFIDENCE);
  });
});

function drawnOf(of: number, same: number, drawn: number, random: (below: number) => number): number {
  let [left, leftSame, found] = [of, same, 0];
  for (let i = 0; i < drawn; i++) {
    if (random(left) < leftSame) {
      found++;
      leftSame--;
    }
    left--;
  }
  return found;
}

describe('shared out', () => {
  test('by the root of the size, one of each at least, and none more than it has', () => {
    expect(shareOut([100, 400], 30)).toEqual([10, 20]);
    expect(shareOut([1, 100_000], 10)).toEqual([1, 9]);
    expect(shareOut([5, 10_000], 100)).toEqual([2, 98]);
    expect(shareOut([5, 3], 100)).toEqual([5, 3]);
    expect(shareOut([0, 50], 10)).toEqual([0, 10]);
  });
});

describe('pairs added up', () => {
  const put = (part: PutPair['part'], same: boolean | undefined, count: number, origin = 'a') =>
    Array.from({length: count}, () => ({part, same, origin}));
  const pairs = [
    ...put('link', true, 30),
    ...put('link', false, 1, 'b'),
    ...put('clerical', true, 5, 'b'),
    ...put('clerical', undefined, 2),
    ...put('identifier', true, 7),
    ...put({stratum: 's'}, false, 19),
    ...put({stratum: 's'}, true, 1, 'b'),
  ];
  const sizes = [{stratum: 's', of: 40}];

  test('what an identifier proves is found, and no part of what was reviewed', () => {
    const figures = figuresOf(pairs, sizes);
    expect(figures.link).toMatchObject({pairs: 31, decided: 31, same: 30});
    expect(figures.link.precision?.share).toBeCloseTo(30 / 31, 10);
    expect(figures.identifier).toBe(7);
    // 37 linked; 7 of the clerical band by what is decided of it; 2 missed.
    expect(figures.recall.linked?.share).toBeCloseTo(37 / (37 + 7 + 2), 10);
    expect(figures.recall.put?.share).toBeCloseTo(44 / 46, 10);
  });

  test('of a part, what was drawn stands for all of the stratum still', () => {
    const figures = figuresOf(pairs, sizes, ({origin}) => origin === 'b');
    expect(figures.strata).toEqual([{stratum: 's', of: 40, pairs: 20, decided: 20, same: 1}]);
    expect(figures.recall.put?.share).toBeCloseTo(5 / 7, 10);
    const others = figuresOf(pairs, sizes, ({origin}) => origin === 'a');
    expect(others.strata).toMatchObject([{pairs: 20, decided: 20, same: 0}]);
  });

  test('what others join was not missed, though it was drawn', () => {
    const drawn = {part: {stratum: 's'}, same: true, origin: 'a'} as const;
    const more = [
      {...drawn, through: 'put'} as const,
      {part: 'through', same: true, through: 'put', origin: 'a'} as const,
      {part: 'through', same: true, through: 'linked', origin: 'a'} as const,
    ];
    const {strata, recall, through} = figuresOf([...pairs, ...more], sizes);
    expect([through, strata]).toEqual([2, [{stratum: 's', of: 40, pairs: 21, decided: 21, same: 1}]]);
    const missed = 40 / 21;
    expect(recall.linked?.share).toBeCloseTo(38 / (38 + 7 + 1 + missed), 10);
    expect(recall.put?.share).toBeCloseTo(46 / (46 + missed), 10);
  });

  test('what was put and linked pairs join was linked', () => {
    const joined = {part: 'clerical', same: true, through: 'linked', origin: 'a'} as const;
    expect(figuresOf([...pairs, joined], sizes).recall.linked?.share).toBeCloseTo(38 / (38 + 7 + 2), 10);
  });

  test('what was decided by its weight was not looked at', () => {
    const figures = figuresOf([...pairs, ...put('weight', undefined, 10)], sizes);
    expect(figures.link.precision?.share).toBeCloseTo(30 / 31, 10);
    const before = figuresOf(pairs, sizes).recall.linked;
    expect(figures.recall.linked?.from).toBeCloseTo(before?.from ?? 0, 10);
    expect(figures.recall.linked?.to).toBeGreaterThan(before?.to ?? 1);
  });

  test('without a sample there is no recall', () => {
    expect(figuresOf(pairs, undefined).recall).toEqual({linked: undefined, put: undefined});
  });
});
