/** The synthetic files give the figures they were made for, counted by SQL that knows only the files. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {BEFORE_2013, DENMARK_2013} from '../../examples/synthesis/denmark-2013.ts';
import {synthesise} from '../../examples/synthesis/synthesise.ts';
import {independentCount} from '../independent/count.ts';

const INPUT = 'examples/denmark-2013/input';
const sum = (cells: Record<string, number> | undefined) => Object.values(cells ?? {}).reduce((a, b) => a + b, 0);

describe('the 2013 example', () => {
  const files = new Map(readdirSync(INPUT).map((name) => [name, new Uint8Array(readFileSync(join(INPUT, name)))]));

  test('gives every figure of the statement that is known', async () => {
    const counts = await independentCount(files, 2013);
    expect(counts).toMatchObject({
      'persons-by-year': {2007: 17, 2008: 28, 2009: 47, 2010: 53, 2011: 60, 2012: 66, 2013: 76},
      repeats: {'first-time': 67, linked: 7, attested: 2},
      'persons-by-authority': {us: 60, cmm: 10, court: 6},
      'persons-by-exploitation': {prostitution: 58, 'forced-labour': 11, 'criminal-acts': 7},
      'persons-by-sex': {female: 64, male: 12},
      'prostitution-by-sex': {female: 58},
      'forced-labour-by-sex': {female: 6, male: 5},
      'criminal-acts-by-sex': {male: 7},
      'criminal-acts-by-crime': {'cannabis-production': 4, 'drug-sales': 3},
      'returns-with-child': {
        'in-period.with-child': 1,
        'in-period.without-child': 2,
        'earlier.with-child': 1,
        'earlier.without-child': 5,
      },
      returns: {'victim.in-period': 3, 'victim.earlier': 6, 'child.not-applicable': 2},
    });
    expect(sum(counts.returns)).toBe(11);
    expect(sum(counts['returns-in-process'])).toBe(9);
    const {'under-18': children, unknown = 0} = counts['persons-by-age'] ?? {};
    expect([children, unknown, sum(counts['persons-by-age'])]).toEqual([2, 0, 76]);
    const {NG, RO, ...others} = counts['persons-by-nationality'] ?? {};
    expect([NG, RO, Object.keys(others).length, Math.max(...Object.values(others)) < 5, sum(others)]).toEqual([
      45,
      6,
      11,
      true,
      25,
    ]);
  });

  test('tells persons from assessments', async () => {
    const counts = await independentCount(files, 2013);
    expect(counts['assessments-by-outcome']?.victim).toBe(77);
    expect(Object.keys(counts['assessments-by-outcome'] ?? {}).sort()).toEqual([
      'not-completed',
      'not-victim',
      'presumed',
      'victim',
      'withdrawn-by-person',
    ]);
  });

  test('has cannabis production before it moved, so that the move can be seen', async () => {
    const counts = await independentCount(files, 2012);
    const made = synthesise({seed: 2013, year: 2013, before: BEFORE_2013, figures: DENMARK_2013});
    const moved = made.cases.filter(
      (one) =>
        one.exploitation === 'cannabis-production' && one.outcome === 'victim' && one.decidedOn.startsWith('2012'),
    );
    expect(moved.length).toBeGreaterThan(0);
    expect(counts['forced-labour-by-industry']?.unknown ?? 0).toBeGreaterThanOrEqual(moved.length);
    expect(counts['criminal-acts-by-crime']).not.toHaveProperty('cannabis-production');
  });

  test('is what the command writes, byte for byte', () => {
    const made = synthesise({seed: 2013, year: 2013, before: BEFORE_2013, figures: DENMARK_2013}).files;
    expect([...made.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [name, bytes] of made) expect(Buffer.compare(bytes, files.get(name)!), name).toBe(0);
  });
});

describe('other seeds, years and sizes', () => {
  // biome-ignore format: a table reads by its rows
  test.each([
    {seed: 1, year: 2013, persons: 100},
    {seed: 7, year: 2016, persons: 500},
    {seed: 42, year: 2009, persons: 30},
    {seed: 3, year: 2020, persons: 1000},
  ])('$persons persons in $year from seed $seed count as promised', async (wanted) => {
    const made = synthesise(wanted);
    for (const year of [wanted.year, wanted.year - 1])
      expect(await independentCount(made.files, year), String(year)).toEqual(made.promised(year));
  });

  test('another seed gives other figures', () => {
    const [one, other] = [1, 2].map((seed) => synthesise({seed, year: 2013}).promised(2013));
    expect(one).not.toEqual(other);
  });
});
