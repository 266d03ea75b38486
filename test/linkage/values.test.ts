/** Dates, codes, numbers and texts: the level of two values, and what holds for any two. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Comparison, PART} from '../../src/linkage/comparison.ts';
import {codeComparison} from '../../src/linkage/comparisons/code.ts';
import {dateComparison} from '../../src/linkage/comparisons/date.ts';
import {identifierComparison} from '../../src/linkage/comparisons/identifier.ts';
import {nameComparison} from '../../src/linkage/comparisons/name.ts';
import {phoneComparison} from '../../src/linkage/comparisons/phone.ts';
import {textComparison} from '../../src/linkage/comparisons/text.ts';

function levelOf<P>(comparison: Comparison<P>, a: string, b: string): string | undefined {
  const [one, other] = [comparison.prepare(a), comparison.prepare(b)];
  return one === undefined || other === undefined ? 'missing' : comparison.levels[comparison.level(one, other)];
}

const dates = dateComparison();

describe('birth dates', () => {
  test.each([
    ['1990-05-31', '31-05-1990', 'exact'],
    ['19900531', '31.5.1990', 'exact'],
    ['31051990', '1990/05/31', 'exact'],
    ['1990-05-31T00:00:00', '31/05/90', 'exact'],
    [`1990${PART}5${PART}31`, '1990-05-31', 'exact'],
    ['1990-01-01', '01-01-1990', 'first-of-january'],
    ['1990-03-05', '1990-05-03', 'swapped'],
    ['1990-05-31', '1990-05-21', 'one-digit'],
    ['1990-05-31', '1909-05-31', 'one-digit'],
    ['1990-05-12', '1990-05-27', 'near'],
    ['1990-05-27', '1990-11-27', 'near'],
    ['1989-12-28', '1990-01-14', 'near'],
    ['05-1990', '12-05-1990', 'month-only'],
    ['00-05-1990', '1990-05', 'month-only'],
    ['1990', '12-05-1990', 'year-only'],
    ['1990', '1990', 'year-only'],
    ['1990-01-01', '12-05-1990', 'year-only'],
    ['ca. 1990', '1991-07-14', 'assessed'],
    ['1992-01-01?', '1990-01-01', 'assessed'],
    ['ca. 1992', '1990-11-23', 'assessed'],
    ['1977-07-05', '1976-01-01', 'assessed'],
    ['1977-07-05', '1974-01-01', 'within-ten-years'],
    ['1990-05-12', '1991-03-27', 'within-a-year'],
    ['1990-01-01', '1975-01-01', 'else'],
    ['1990-05-12', '1990-06-22', 'two-digits'],
    ['1990-05-12', '1982-11-27', 'within-ten-years'],
    ['1990-05-12', '1975-03-27', 'else'],
    ['1945-02-31', '1945-02-31', 'exact'],
    ['1945-13-41', '1945-13-42', 'one-digit'],
    ['ukendt', '1990', 'missing'],
    ['', '1990', 'missing'],
    ['00-00-0000', '1990', 'missing'],
    ['12', '1990', 'missing'],
  ])('%s, %s: %s', (a, b, level) => {
    expect(levelOf(dates, a, b)).toBe(level);
    expect(levelOf(dates, b, a)).toBe(level);
  });

  test('which of day and month comes first is the office’s', () => {
    expect(levelOf(dateComparison('month-first'), '05/31/1990', '1990-05-31')).toBe('exact');
    expect(levelOf(dateComparison('month-first'), '03/05/1990', '1990-03-05')).toBe('exact');
  });
});

describe('numbers given to a person', () => {
  test.each([
    // Fails modulus 11, and is valid.
    ['010190-1235', '0101901235', 'exact'],
    ['101901235', '010190-1235', 'exact'],
    ['010190-1235', '010190-1325', 'near'],
    ['010190-1235', '010190-2235', 'near'],
    ['010190-1235', '020290-4321', 'else'],
    ['010190-0000', '010190-0000', 'missing'],
    ['0000000000', '0000000000', 'missing'],
    ['010190-XXXX', '010190-1235', 'missing'],
    ['12/34', '1234', 'exact'],
    ['1234', '1235', 'else'],
  ])('%s, %s: %s', (a, b, level) => expect(levelOf(identifierComparison(), a, b)).toBe(level));
});

describe('telephone numbers', () => {
  test.each([
    ['+45 12 34 56 78', '12345678', 'exact'],
    ['0045 12345678', '12 34 56 79', 'near'],
    ['12345678 / 87654321', '87654321', 'exact'],
    ['00000000', '12345678', 'missing'],
  ])('%s, %s: %s', (a, b, level) => expect(levelOf(phoneComparison(), a, b)).toBe(level));
});

describe('codes', () => {
  test.each([
    ['RO', 'ro', 'exact'],
    ['RO/MD', 'MD', 'exact'],
    ['RO', 'MD', 'else'],
    ['tq13 8df', 'TQ138DF', 'exact'],
    ['tq13 8df', 'tq13 8dg', 'one-character'],
    ['tq13 8df', 'tq13 9hu', 'same-start'],
    ['', 'RO', 'missing'],
  ])('%s, %s: %s', (a, b, level) => expect(levelOf(codeComparison(), a, b)).toBe(level));
});

describe('texts', () => {
  test.each([
    ['12 Tullaroop Street', 'tullaroop street 12', 'exact'],
    ['tullaroop street', 'tularoop street', 'nearly'],
    ['12 tullaroop street willaroo', 'willaroo tullaroop street', 'most-words'],
    ['st james', 'giblin street', 'else'],
    ['robert255@smith.net', 'Robert255@Smith.net', 'exact'],
    ['robert255@smith.net', 'robret255@smth.net', 'nearly'],
    ['robert255@smith.net', 'robert255@jones.com', 'most-words'],
    ['robert255@smith.net', 'robert2551@jones.com', 'similar'],
    ['robert255@smith.net', 'amy@smith.net', 'one-word'],
    ['robert255@smith.net', 'amy@jones.com', 'else'],
  ])('%s, %s: %s', (a, b, level) => expect(levelOf(textComparison(), a, b)).toBe(level));
});

const comparisons: readonly (readonly [string, Comparison<unknown>])[] = [
  ['name', erased(nameComparison())],
  ['date', erased(dates)],
  ['code', erased(codeComparison())],
  ['identifier', erased(identifierComparison())],
  ['phone', erased(phoneComparison())],
  ['text', erased(textComparison())],
];

/** A value that another comparison prepared never reaches it: each prepares its own from the text. */
function erased<P>(comparison: Comparison<P>): Comparison<unknown> {
  const prepared = new Map<unknown, P>();
  const kept = (key: unknown) => prepared.get(key) ?? expect.fail('not prepared');
  return {
    ...{levels: comparison.levels, priorM: comparison.priorM},
    prepare: (raw) => {
      const value = comparison.prepare(raw);
      if (value !== undefined) prepared.set(raw, value);
      return value === undefined ? undefined : raw;
    },
    level: (a, b) => comparison.level(kept(a), kept(b)),
    terms: (value) => comparison.terms?.(kept(value)) ?? [],
    keys: (value) => comparison.keys?.(kept(value)) ?? {},
  };
}

const digits = fc.string({
  unit: fc.constantFrom('0', '1', '2', '9', '-', '/', ';', ' ', 'a', 'É', PART),
  maxLength: 14,
});
const any = fc.array(fc.integer({min: 0, max: 0xffff}), {maxLength: 40}).map((units) => String.fromCharCode(...units));
const raw = fc.oneof(digits, any);

describe.each(comparisons)('every comparison: %s', (_, comparison) => {
  test('m sums to one over its levels', () => {
    expect(comparison.priorM).toHaveLength(comparison.levels.length);
    expect(comparison.priorM.reduce((sum, m) => sum + m, 0)).toBeCloseTo(1, 12);
  });

  test('levels are symmetric and in range, and a value agrees with itself', () => {
    const holds = fc.property(raw, raw, (a, b) => {
      const [one, other] = [comparison.prepare(a), comparison.prepare(b)];
      if (one === undefined || other === undefined) return;
      const level = comparison.level(one, other);
      expect(level).toBe(comparison.level(other, one));
      expect(comparison.levels[level]).toBeDefined();
      expect(comparison.level(one, one)).toBeLessThan(comparison.levels.length - 1);
    });
    fc.assert(holds, {seed: 2013, numRuns: 3000});
  });

  test('has terms, and only strings for keys', () => {
    const holds = fc.property(raw, (text) => {
      const value = comparison.prepare(text);
      if (value === undefined) return;
      expect(comparison.terms?.(value).length).toBeGreaterThan(0);
      for (const key of Object.values(comparison.keys?.(value) ?? {}).flat()) expect(typeof key).toBe('string');
    });
    fc.assert(holds, {seed: 2013, numRuns: 500});
  });

  test.each([
    ['ten thousand characters', 'a1'.repeat(5000)],
    ['ten thousand parts', '1;'.repeat(10_000)],
    ['marks', `a${'\u0301'.repeat(10_000)}`],
    ['nothing', ''],
    ['spaces', ' '.repeat(10_000)],
    ['half of a pair', '\udc00'],
    ['right to left', '\u202eמשה ١٢٣٤٥٦٧٨'],
  ])('%s: in time', (_what, text) => {
    const start = performance.now();
    const value = comparison.prepare(text);
    if (value !== undefined) expect(comparison.level(value, value)).toBeLessThan(comparison.levels.length - 1);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
