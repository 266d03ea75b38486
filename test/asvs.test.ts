/** The checklist keeps its word: every number of the level stands in it once, and every test it names is there. */
import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';

/** The items of level 2 of ASVS 4.0.3, by section. */
const LEVEL_2 = `1.1:1-7 1.2:1-4 1.4:1,4,5 1.5:1-4 1.6:1-4 1.7:1-2 1.8:1-2 1.9:1-2 1.10:1 1.11:1-2 1.12:2 1.14:1-6
2.1:1-12 2.2:1-3 2.3:1-3 2.4:1-5 2.5:1-7 2.6:1-3 2.7:1-6 2.8:1-7 2.9:1-3 2.10:1-4
3.1:1 3.2:1-4 3.3:1-4 3.4:1-5 3.5:1-3 3.7:1
4.1:1-3,5 4.2:1-2 4.3:1-3
5.1:1-5 5.2:1-8 5.3:1-10 5.4:1-3 5.5:1-4
6.1:1-3 6.2:1-6 6.3:1-2 6.4:1-2
7.1:1-4 7.2:1-2 7.3:1,3,4 7.4:1-3
8.1:1-4 8.2:1-3 8.3:1-8
9.1:1-3 9.2:1-4
10.2:1-2 10.3:1-3
11.1:1-8
12.1:1-3 12.2:1 12.3:1-6 12.4:1-2 12.5:1-2 12.6:1
13.1:1,3-5 13.2:1-3,5-6 13.3:1-2 13.4:1-2
14.1:1-4 14.2:1-6 14.3:2-3 14.4:1-7 14.5:1-4`;

const upTo = (from: number, to: number): readonly number[] => Array.from({length: to - from + 1}, (_, i) => from + i);
const items = LEVEL_2.split(/\s+/).flatMap((one) => {
  const [section, numbers = ''] = one.split(':');
  return numbers.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return upTo(from, to).map((number) => `${section}.${number}`);
  });
});

const text = readFileSync('docs/method/asvs.md', 'utf8');
const rows = [...text.matchAll(/^\| (\d[^|]*) \| (met|part|no|–) \| (.+) \|$/gm)].map(
  ([, told = '', is = '', by = '']) => ({
    told: told.split(', ').flatMap((part) => {
      const [first = '', last = first] = part.split('–');
      const section = first.slice(0, first.lastIndexOf('.'));
      const numberOf = (item: string) => Number(item.slice(item.lastIndexOf('.') + 1));
      return upTo(numberOf(first), numberOf(last)).map((number) => `${section}.${number}`);
    }),
    is,
    by,
  }),
);

test('every item of the level stands in it, once, and nothing else does', () => {
  expect(rows.flatMap(({told}) => told).toSorted()).toEqual([...items].toSorted());
  expect(text.match(/^\| \d/gm)?.length).toBe(rows.length);
});

test('every test it names is there', () => {
  const named = [...text.matchAll(/`(test\/[\w./-]+\.test\.ts)`(?:: “([^”]+)”)?(?:, and “([^”]+)”)?/g)];
  expect(named.length).toBeGreaterThan(40);
  for (const [, file = '', ...names] of named) {
    expect([file, existsSync(file)]).toEqual([file, true]);
    const source = readFileSync(file, 'utf8');
    for (const name of names)
      if (name !== undefined) expect([file, name, source.includes(name)]).toEqual([file, name, true]);
  }
});

test('no row is without why', () => {
  for (const {told, by} of rows) expect([told[0], by.length > 8]).toEqual([told[0], true]);
});
