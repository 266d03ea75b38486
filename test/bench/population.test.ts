/** The synthetic persons of the linkage bench: the same from the same seed, and the truth beside them is true. */
import {expect, test} from 'vitest';
import {asCsv, type Population, populate} from '../../bench/linkage/population.ts';
import {bestClustered, bestScore, score, truePairs} from '../../bench/linkage/score.ts';

const text = (population: Population) => [...asCsv(population, true)].join('');

/** Pairs of records, of one person and of two, and in how many a cell is the same. */
function agreement({records, clusters}: Population, cell: 'born' | 'surname') {
  const byCluster = Map.groupBy(records.keys(), (i) => clusters[i]);
  const same = byCluster
    .values()
    .flatMap((rows) => rows.flatMap((a, i) => rows.slice(i + 1).map((b) => [a, b] as const)));
  const share = (pairs: readonly (readonly [number, number])[]) =>
    pairs.filter(([a, b]) => records[a]?.[cell] === records[b]?.[cell]).length / pairs.length;
  const others = Array.from({length: records.length - 1}, (_, i) => [i, i + 1] as const);
  return {
    samePerson: share([...same]),
    others: share(others.filter(([a, b]) => clusters[a] !== clusters[b])),
  };
}

test('the same seed gives the same file, another seed another', () => {
  expect(text(populate(7, 500))).toBe(text(populate(7, 500)));
  expect(text(populate(7, 500))).not.toBe(text(populate(8, 500)));
});

test('records of one cluster are of one person, however badly written', () => {
  const population = populate(7, 5000);
  expect(population.records).toHaveLength(5000);
  expect(new Set(population.clusters).size).toBeLessThan(4200);
  for (const cell of ['born', 'surname'] as const) {
    const {samePerson, others} = agreement(population, cell);
    expect(samePerson).toBeGreaterThan(0.5);
    expect(samePerson).toBeLessThan(0.9);
    expect(others).toBeLessThan(0.1);
  }
});

test('names and dates are as skewed as they are', () => {
  const {records} = populate(7, 20_000);
  const vietnamese = records.filter(({citizenship, surname}) => citizenship === 'Vietnam' && surname !== '');
  const nguyen = vietnamese.filter(({given, surname}) => /^nguy[eễ]n$/i.test(surname) || /^nguy[eễ]n$/i.test(given));
  expect(nguyen.length / vietnamese.length).toBeCloseTo(0.38, 1);
  const syrian = records.filter(({citizenship, born}) => citizenship === 'Syrien' && born !== '');
  expect(syrian.filter(({born}) => born.endsWith('-01-01')).length / syrian.length).toBeGreaterThan(1 / 10);
});

test('a score counts pairs of one person among all there are', () => {
  const clusters = ['a', 'a', 'a', 'b', 'b', 'c'];
  expect(truePairs(clusters)).toBe(4);
  const pairs = [
    {left: 0, right: 1, weight: 9},
    {left: 3, right: 4, weight: 5},
    {left: 2, right: 5, weight: 5},
    {left: 0, right: 3, weight: -1},
  ];
  expect(score(pairs, clusters)).toMatchObject({right: 2, wrong: 2, precision: 0.5, recall: 0.5});
  // The two of weight 5 are taken together or not at all.
  expect(bestScore(pairs, clusters)).toMatchObject({right: 2, wrong: 1, from: 5});
});

test('pairs taken to their conclusion make the pairs between them too', () => {
  const clusters = ['a', 'a', 'a', 'a', 'b', 'b'];
  const chain = [
    {left: 0, right: 1, weight: 9},
    {left: 2, right: 3, weight: 8},
    {left: 1, right: 2, weight: 7},
    {left: 3, right: 4, weight: 1},
  ];
  expect(bestScore(chain, clusters)).toMatchObject({right: 3, wrong: 0});
  expect(bestClustered(chain, clusters)).toMatchObject({right: 6, wrong: 0, from: 7, recall: 6 / 7});
});
