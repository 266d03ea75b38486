/** `figures.json`, read by JSON-stat's own toolkit and held against the shape the issue names. */
import JSONstat from 'jsonstat-toolkit';
import {expect, test} from 'vitest';
import {jsonStat} from '#exchange/json-stat';
import {CUBES, EDITION, released} from './toy.ts';

const [file] = jsonStat.write(released(CUBES), EDITION);
const figures = JSON.parse(file?.body ?? '');
const dataset = (table: string) =>
  figures.link.item.find((item: {extension: {table: string}}) => item.extension.table === table);
const read = JSONstat(figures);

test('one collection, each table an embedded dataset', () => {
  expect(file?.name).toBe('figures.json');
  expect(figures).toMatchObject({version: '2.0', class: 'collection', source: EDITION.source, updated: EDITION.cutOff});
  expect(figures.link.item.map((item: {class: string}) => item.class)).toEqual(CUBES.map(() => 'dataset'));
  expect(read.length).toBe(CUBES.length);
});

test('the toolkit reads values by code', () => {
  const authority = read.Dataset(0);
  expect(authority.id).toEqual(['authority']);
  expect(['us', 'cmm', 'court'].map((code) => authority.Data({authority: code}).value)).toEqual([60, 10, 6]);
  expect(read.Dataset(2).Data({person: 'victim', assessed: 'earlier'}).value).toBe(6);
  expect(read.Dataset(2).Data({person: 'child', assessed: 'not-applicable'}).value).toBe(2);
  expect(authority.Dimension('authority').Category('court').label).toBe('da:authority:court');
});

test('inner cells in value, the total beside them, labels of both languages', () => {
  expect(dataset('returns')).toMatchObject({
    id: ['person', 'assessed'],
    size: [2, 3],
    value: [3, 6, null, null, null, 2],
    status: {2: 'not-applicable', 3: 'not-applicable', 4: 'not-applicable'},
    extension: {total: 11, label: {da: 'da:returns', en: 'en:returns'}, unit: {code: 'returnee'}},
  });
});

test('a series has a role in time, its published figures a source, and no sum', () => {
  expect(dataset('persons-by-year')).toMatchObject({
    role: {time: ['year']},
    value: [66, 76],
    status: {0: 'published'},
    extension: {published: {0: {title: 'UNODC'}}, total: null, 'total-status': 'not-applicable'},
  });
});

test('a withheld figure is nowhere in it', () => {
  expect(dataset('by-industry')).toMatchObject({value: [null, null], status: {0: 'withheld', 1: 'not-collected'}});
});

test('every status used is defined', () => {
  const used = figures.link.item.flatMap((item: {status?: Record<string, string>}) => Object.values(item.status ?? {}));
  for (const status of used) expect(figures.extension.status).toHaveProperty(status);
});

test('sizes multiply to the number of values', () => {
  for (const {size, value} of figures.link.item)
    expect(value).toHaveLength(size.reduce((a: number, b: number) => a * b, 1));
});
