/** String comparators: the published values, and what holds for any two texts. */
import {existsSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
  damerauLevenshtein,
  levenshtein,
  levenshteinSimilarity,
  withinOne,
} from '../../src/linkage/strings/edit-distance.ts';
import {jaro, jaroWinkler} from '../../src/linkage/strings/jaro-winkler.ts';
import {soundex} from '../../src/linkage/strings/soundex.ts';

const REFERENCE = '../shared/data/linkage/string_comparators_recordlinkage_r.csv';

/** The reference counts UTF-8 bytes, so that Ø is two; a letter for each byte asks the same of ours. */
const bytes = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

const reference = existsSync(REFERENCE)
  ? readFileSync(REFERENCE, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','))
  : [];

describe.skipIf(reference.length === 0)('values of R RecordLinkage', () => {
  test.each(reference)('%s and %s', (a = '', b = '', winkler = '', similarity = '', soundexA = '', soundexB = '') => {
    expect(jaroWinkler(bytes(a), bytes(b))).toBeCloseTo(Number(winkler), 14);
    // Its distance counts bytes, its longest text letters.
    expect(1 - levenshtein(bytes(a), bytes(b)) / Math.max(a.length, b.length)).toBeCloseTo(Number(similarity), 14);
    expect([soundex(a), soundex(b)]).toEqual([soundexA, soundexB]);
  });
});

test('a letter is one letter, also outside ASCII', () => {
  expect(jaroWinkler('SØRENSEN', 'SORENSEN')).toBeCloseTo(0.925, 14);
  expect(levenshtein('SØRENSEN', 'SORENSEN')).toBe(1);
});

test.each([
  ['ca', 'abc', 3, 3],
  ['huong', 'houng', 2, 1],
  ['', 'abc', 3, 3],
  ['kitten', 'sitting', 3, 3],
  ['abcdef', 'abdcef', 2, 1],
])('%s to %s: %i edits, %i with swaps', (a, b, edits, withSwaps) => {
  expect([levenshtein(a, b), damerauLevenshtein(a, b)]).toEqual([edits, withSwaps]);
});

test.each([
  ['Robert', 'R163'],
  ['Tymczak', 'T522'],
  ['Pfister', 'P236'],
  ['Ashcraft', 'A261'],
  ['', ''],
  ['12', ''],
])('soundex of %s is %s', (name, code) => expect(soundex(name)).toBe(code));

/** Few letters, so that texts often have some in common; and texts of any unit, lone surrogates with them. */
const few = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 40});
const any = fc.array(fc.integer({min: 0, max: 0xffff}), {maxLength: 80}).map((units) => String.fromCharCode(...units));
const pairs = fc.tuple(fc.oneof(few, any), fc.oneof(few, any));
const seed = 2013;

test.each([
  ['jaro', jaro],
  ['jaroWinkler', jaroWinkler],
  ['levenshteinSimilarity', levenshteinSimilarity],
])('%s is symmetric, from 0 to 1, and 1 for the same text alone', (_, similarity) => {
  const holds = fc.property(pairs, ([a, b]) => {
    const value = similarity(a, b);
    expect(value).toBe(similarity(b, a));
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
    expect(value === 1).toBe(a === b);
  });
  fc.assert(holds, {seed, numRuns: 2000});
});

test('short and long texts are matched by one rule', () => {
  // The same letters, once as they are and once with a common tail that takes them past a machine word.
  const slow = (a: string, b: string) => {
    const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
    const taken = new Set<number>();
    const inA = [...a.split('').keys()].filter((i) => {
      const found = b.split('').findIndex((letter, j) => letter === a[i] && !taken.has(j) && Math.abs(i - j) <= reach);
      if (found >= 0) taken.add(found);
      return found >= 0;
    });
    const inB = [...taken].sort((x, y) => x - y);
    const swapped = Math.floor(inA.filter((i, k) => a[i] !== b[inB[k] ?? -1]).length / 2);
    const m = inA.length;
    return m === 0 ? 0 : (m / a.length + m / b.length + (m - swapped) / m) / 3;
  };
  const texts = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 1, maxLength: 70});
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(jaro(a, b)).toBeCloseTo(a === b ? 1 : slow(a, b), 12);
    }),
    {seed, numRuns: 2000},
  );
});

test('withinOne is the distance with swaps, asked in one pass', () => {
  const short = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6});
  fc.assert(
    fc.property(short, short, (a, b) => {
      expect(withinOne(a, b)).toBe(damerauLevenshtein(a, b) <= 1);
    }),
    {seed, numRuns: 3000},
  );
});

test('ten thousand letters are compared in time', () => {
  const long = 'ab'.repeat(5000);
  const other = 'ba'.repeat(5000);
  const start = performance.now();
  // Every letter is found, every second one out of place.
  expect(jaroWinkler(long, other)).toBeCloseTo((1 + 1 + 0.5) / 3, 12);
  expect(damerauLevenshtein(long, other)).toBe(2);
  expect(performance.now() - start).toBeLessThan(5000);
});
