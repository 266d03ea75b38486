/** A block of rows that say the same, however large, changes nothing for everybody else, and is told by its size alone. */
import {expect, test} from 'vitest';
import {type Linkage, link} from '#linkage/link';
import {inOrder} from '#linkage/linked-pairs';
import type {LinkPolicy} from '#linkage/policy';
import {populate} from '../../bench/linkage/population.ts';
import {score} from '../../bench/linkage/score.ts';

const COLUMNS = ['given', 'surname', 'born', 'citizenship', 'phone'];
const POLICY: LinkPolicy = {
  fields: {
    name: {kind: 'name', columns: ['given', 'surname']},
    born: {kind: 'date', columns: ['born']},
    citizenship: {kind: 'code', columns: ['citizenship']},
    phone: {kind: 'phone', columns: ['phone']},
  },
};

type Row = readonly string[];
const file = (size: number) => {
  const {records, clusters} = populate(11, size);
  const rows = records.map(
    ({given, surname, born, citizenship, phone}): Row => [given, surname, born, citizenship, phone],
  );
  return {rows, truth: Array.from(clusters, String)};
};
const block = (row: Row, size: number): readonly Row[] => Array.from({length: size}, () => row);
const SAME = ['Ukendt', 'Person', '1990-01-01', 'Danmark', '12345678'];

function linked(rows: readonly Row[], policy: LinkPolicy = POLICY, columns = COLUMNS): Linkage {
  const found = link({columns, rows}, policy);
  if (!found.ok) throw new Error(found.refusal.reason);
  return found.value;
}

/** How right the pairs among the first records are. */
function among(linkage: Linkage, truth: readonly string[]): number {
  const pairs = [...inOrder(linkage.clusters)].filter(({right}) => right < truth.length);
  return score(pairs, truth).f1;
}

/** Small: all pairs are looked at. Large: blocks are. */
const small = file(1200);
const large = file(10_500);
const alone = {small: among(linked(small.rows), small.truth), large: among(linked(large.rows), large.truth)};

test.each([
  ['300 rows', block(SAME, 300)],
  ['3,000 rows', block(SAME, 3000)],
  ['30,000 rows', block(SAME, 30_000)],
  [
    'ten blocks of 3,000',
    small.rows
      .slice(0, 10)
      .flatMap(([given = '', , born = '', , phone = '']) => block([given, 'Block', born, '', phone], 3000)),
  ],
  ['3,000 rows with a name alone', block(['Ukendt', 'Person', '', '', ''], 3000)],
  ['3,000 rows with a common name alone', block([small.rows[0]?.[0] ?? '', '', '', '', ''], 3000)],
  ['3,000 empty rows', block(['', '', '-', 'ukendt', ''], 3000)],
])('a small file with %s', (_, more) => {
  expect(alone.small).toBeGreaterThan(0.85);
  expect(Math.abs(among(linked([...small.rows, ...more]), small.truth) - alone.small)).toBeLessThan(0.01);
});

test.each([[3000], [30_000]])('a large file with %d rows', {timeout: 60_000}, (size) => {
  expect(alone.large).toBeGreaterThan(0.85);
  expect(among(linked([...large.rows, ...block(SAME, size)]), large.truth)).toBeGreaterThan(alone.large - 0.01);
});

test('the rows of a block are linked with one another, and its size is told without a word of it', () => {
  const {model, clusters, identical} = linked([...small.rows, ...block(SAME, 3000)]);
  expect(clusters.clusters.map(({length}) => length)).toContain(3000);
  expect(identical.large.map(({length}) => length)).toEqual([3000]);
  expect(model.warnings).toContainEqual({warning: 'identical-records', blocks: 1, records: 3000, largest: 3000});
  expect(JSON.stringify(model.warnings)).not.toMatch(/Ukendt|1990/);
});

test('a block is told of where it is many, be the file small or large', () => {
  const told = (others: number, size: number) =>
    linked([...large.rows.slice(0, others), ...block(SAME, size)]).model.warnings.some(
      ({warning}) => warning === 'identical-records',
    );
  expect([told(500, 20), told(500, 21), told(3000, 30), told(3000, 40)]).toEqual([false, true, false, true]);
});

test('of a block too, one of each source is a person where sources are kept apart', () => {
  const columns = [...COLUMNS, 'source'];
  const rows = small.rows.map((row, i) => [...row, `other${i}`]);
  const same = block(SAME, 600).map((row, i) => [...row, ['us', 'cmm', 'police'][i % 3] ?? '']);
  const {clusters} = linked([...rows, ...same], {...POLICY, 'one-to-one': 'source'}, columns);
  const found = clusters.clusters.filter((cluster) => cluster.some((record) => record >= rows.length));
  expect(found.map(({length}) => length)).toEqual([3]);
});

test('somebody who comes back word for word is still what matches are learnt from', () => {
  const twice = small.rows.slice(0, 200);
  const expected = (rows: readonly Row[]) => linked(rows).model.matches;
  expect(expected([...small.rows, ...twice])).toBeGreaterThan(expected(small.rows) + 100);
});
