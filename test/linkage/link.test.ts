/** The engine on tables whose truth is known: made up here, and the published sets where the checkout has them beside it. */
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type Linkage, link} from '#linkage/link';
import {linkedPairs, reviewPairs} from '#linkage/linked-pairs';
import {weightOf} from '#linkage/match-weight';
import type {LinkPolicy} from '#linkage/policy';

const GIVEN = ['Anna', 'Bo', 'Carla', 'Dmitri', 'Elena', 'Farid', 'Grace', 'Hung', 'Ines', 'Jonas', 'Kofi', 'Lan'];
const FAMILY = ['Nguyen', 'Holm', 'Popescu', 'Okafor', 'Ionescu', 'Lind', 'Tran', 'Adeyemi', 'Stan', 'Berg', 'Sato'];
const COLUMNS = ['given', 'family', 'born', 'number'];
const POLICY: LinkPolicy = {
  fields: {name: {kind: 'name', columns: ['given', 'family']}, born: {kind: 'date', columns: ['born']}},
};

/** Different persons, each once. */
const persons = (size: number): string[][] =>
  Array.from({length: size}, (_, i) => [
    `${GIVEN[i % GIVEN.length]} ${GIVEN[(i * 7 + 3) % GIVEN.length]}`,
    FAMILY[(i * 5) % FAMILY.length] ?? '',
    `${1950 + ((i * 17) % 50)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}`,
    String(100_000 + i * 37),
  ]);

function linked(rows: readonly (readonly string[])[], policy: LinkPolicy = POLICY): Linkage {
  const found = link({columns: COLUMNS, rows}, policy);
  if (!found.ok) throw new Error(found.refusal.reason);
  return found.value;
}
const pairs = (linkage: Linkage) => linkedPairs(linkage.clusters).map(({left, right}) => [left, right]);

test('a person who comes back is found, and the waterfall sums to the weight', () => {
  const rows = persons(300);
  const back = rows
    .slice(0, 30)
    .map(([given = '', family = '', born = '', number = '']) => [family, given, born, number]);
  const linkage = linked([...rows, ...back]);
  const found = pairs(linkage);
  const right = found.filter(([left = 0, other = 0]) => other === left + 300);
  expect(right.length).toBe(30);
  expect(found.length - right.length).toBeLessThanOrEqual(1);
  const {start, steps, weight} = linkage.explain(0, 300);
  expect(steps.reduce((sum, step) => sum + step.weight + step.frequency, start)).toBeCloseTo(weight, 6);
});

test('a name shared weighs by how frequent it is itself, whatever else the two are called', () => {
  const rows = persons(300).map((row, i) => [...row.slice(0, 3), i < 30 ? 'Faith' : i < 32 ? 'Zenobia' : '']);
  const aliased = {kind: 'name', columns: ['given', 'family'], aliases: 'number'} as const;
  const {explain} = linked(rows, {fields: {...POLICY.fields, name: aliased}});
  const name = (left: number, right: number) => explain(left, right).steps.find(({field}) => field === 'name');
  const [common, rare] = [name(0, 1), name(30, 31)];
  expect([common?.level, rare?.level]).toEqual(['exact', 'exact']);
  expect((rare?.frequency ?? 0) - (common?.frequency ?? 0)).toBeCloseTo(Math.log2(15), 6);
});

test('a full name is as rare as its words together, and no rarer than names are', () => {
  const common = Array.from({length: 40}, (_, i) => ['Ole', 'Holm', `${1950 + i}-05-${10 + (i % 19)}`, '']);
  const unique = [
    ['Xenia', 'Quist', '1950-01-02', ''],
    ['Xenia', 'Quist', '1990-11-30', ''],
  ];
  const moved = (rows: readonly (readonly string[])[]) =>
    linked([...rows, ...persons(130)])
      .explain(0, 1)
      .steps.find(({field}) => field === 'name')?.frequency;
  expect(moved(unique)).toBe(0);
  expect(moved(common)).toBeLessThan(0);
});

test('what is missing says nothing', () => {
  const rows = [...persons(200), ['', '', '', ''], ['', '', '-', '']];
  const linkage = linked(rows);
  expect(linkage.silent).toBe(2);
  expect(linkage.explain(200, 0).weight).toBe(linkage.explain(200, 0).start);
  expect(
    pairs(linkage)
      .flat()
      .filter((record) => record >= 200),
  ).toEqual([]);
});

test('a number on two people who are nothing alike links nobody, and is told', () => {
  const rows = persons(200).map((row, i) => (i === 1 ? [...row.slice(0, 3), '100000'] : row));
  const linkage = linked(rows, {
    fields: {...POLICY.fields, number: {kind: 'identifier', columns: ['number'], proves: true}},
  });
  expect(linkage.contradictions).toEqual([[0, 1]]);
  expect(pairs(linkage)).not.toContainEqual([0, 1]);
  expect(reviewPairs(linkage.pairs, linkage.clusters, weightOf(0.5))).toContainEqual(
    expect.objectContaining({left: 0, right: 1}),
  );
});

test('records of one source are kept apart where they are distinct persons', () => {
  const rows = persons(200).map((row, i) => [...row.slice(0, 3), i < 100 ? 'us' : 'cmm']);
  const twice = [...rows, ...rows.slice(0, 20)];
  expect(pairs(linked(twice)).length).toBeGreaterThanOrEqual(19);
  expect(pairs(linked(twice, {...POLICY, 'one-to-one': 'number'}))).toEqual([]);
});

test('a hundred thousand identical records neither hang nor fill the memory', () => {
  const rows = [...persons(500), ...Array.from({length: 100_000}, () => ['Ana Maria', 'Ionescu', '1990-01-01', ''])];
  const {identical, clusters, candidates} = linked(rows);
  expect([...identical.large, ...identical.unsaid].map(({length}) => length)).toEqual([100_000]);
  expect(candidates.proposed).toBeLessThan(200_000);
  expect(clusters.links.size).toBeLessThan(110_000);
});

test('the same table and seed give the same answer; an unknown blocking key is refused', () => {
  const rows = persons(250);
  expect(linkedPairs(linked(rows).clusters)).toEqual(linkedPairs(linked(rows).clusters));
  const refused = link({columns: COLUMNS, rows}, {...POLICY, blocking: [['name.shoe']]});
  expect(refused).toMatchObject({ok: false, refusal: {reason: 'no-such-blocking-key', key: 'name.shoe'}});
});

test.each([
  [
    {link: 0.5, review: 0.9},
    {key: 'review', fault: 'review-above-link'},
  ],
  [{link: 1.5}, {key: 'link', fault: 'no-probability'}],
  [{link: 0}, {key: 'link', fault: 'no-probability'}],
  [{review: -1}, {key: 'review', fault: 'no-probability'}],
  [{link: Number.NaN}, {key: 'link', fault: 'no-probability'}],
])('thresholds that cannot be are refused: %j', (thresholds, fault) => {
  const refused = link({columns: COLUMNS, rows: persons(20)}, {...POLICY, thresholds});
  expect(refused).toMatchObject({ok: false, refusal: {reason: 'bad-threshold', ...fault}});
});

test('where no match is likely, rules that are usual are taken', () => {
  const word = (i: number) =>
    [...String((i * 7919 + 104_729) % 999_983)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('a');
  const rows = Array.from({length: 11_000}, (_, i) => [
    word(i),
    word(i * 31 + 7),
    `${1930 + (i % 70)}-0${1 + (i % 9)}-1${i % 10}`,
    '',
  ]);
  const {blocking, candidates, clusters} = linked([...rows, ...rows.slice(0, 40)]);
  expect(clusters.clusters.length).toBeGreaterThanOrEqual(40);
  expect(blocking?.matches).toBe(0);
  expect(blocking?.rules.length).toBeGreaterThan(0);
  expect(candidates.proposed).toBeGreaterThan(0);
});

test('blocks find what all pairs find, nearly', () => {
  const rows = persons(400);
  const both = [
    ...rows,
    ...rows.slice(0, 60).map(([given = '', family = '', born = '']) => [given, `${family}n`, born, '']),
  ];
  const all = pairs(linked(both));
  const blocked = linked(both, {...POLICY, blocking: [['born'], ['name.word', 'born.year']]});
  expect(blocked.blocking?.rules.map(({name}) => name)).toEqual(['born', 'name.word + born.year']);
  expect(pairs(blocked)).toEqual(expect.arrayContaining(all.slice(0, 50)));
});

const RL500 = '../shared/data/linkage/RLdata500.csv';
const unlabelled = existsSync(RL500);
if (!unlabelled) console.log(`skipped: ${RL500} is not there`);

describe.skipIf(!unlabelled)('RLdata500, without labels', () => {
  const cells = (file: string) =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','));
  const rows = () =>
    cells(RL500).map((row) => [
      ...row.map((cell) => (cell === 'NA' ? '' : cell)),
      `${row[4]}-${row[5]?.padStart(2, '0')}-${row[6]?.padStart(2, '0')}`,
    ]);
  const columns = ['fname_c1', 'fname_c2', 'lname_c1', 'lname_c2', 'by', 'bm', 'bd', 'born'];
  function found(policy: LinkPolicy) {
    const truth = cells('../shared/data/linkage/identity.RLdata500.csv').map(([who]) => who);
    const linked = link({columns, rows: rows()}, policy);
    const all = linked.ok ? linkedPairs(linked.value.clusters) : [];
    const right = all.filter(({left, right: other}) => truth[left] === truth[other]).length;
    return {right, wrong: all.length - right};
  }

  test('by name and birth date: nearly every pair and none false', () => {
    const fields: LinkPolicy['fields'] = {
      given: {kind: 'name', columns: ['fname_c1']},
      family: {kind: 'name', columns: ['lname_c1']},
      born: {kind: 'date', columns: ['born']},
    };
    const {right, wrong} = found({fields});
    expect(right).toBeGreaterThanOrEqual(49);
    expect(wrong).toBeLessThanOrEqual(3);
  });

  test('by the columns as they are, from one in twenty: all fifty, and at most three false', () => {
    const code = (column: string) => ({kind: 'code', columns: [column]}) as const;
    const fields: LinkPolicy['fields'] = {
      given: {kind: 'name', columns: ['fname_c1', 'fname_c2']},
      family: {kind: 'name', columns: ['lname_c1', 'lname_c2']},
      ...{by: code('by'), bm: code('bm'), bd: code('bd')},
    };
    const {right, wrong} = found({fields, thresholds: {link: 0.05, review: 0.001}});
    expect(right).toBe(50);
    expect(wrong).toBeLessThanOrEqual(3);
  });
});
