/** A layout as YAML: what it becomes, and the faults that are told before any file is read. */

import {load} from 'js-yaml';
import {describe, expect, test} from 'vitest';
import {sourceFormatSchema} from '#intake/source-format-schema';
import {lists, TOY, toy} from './toy-source.ts';

const faultsOf = (yaml: string) => {
  const read = sourceFormatSchema(lists, 'da').safeParse(load(yaml));
  return read.success ? [] : read.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
};

test('a sound layout', () => {
  expect(faultsOf(TOY)).toEqual([]);
  expect(toy()).toMatchObject({
    id: 'toy',
    file: {type: 'csv', delimiter: ';', decimal: ','},
    day: ['decided', 'contacted'],
    facts: [{kind: 'assessment', when: [{field: 'outcome'}], set: {by: ['us'], outcome: ['$outcome']}}, {}, {}],
  });
});

test('words given for a list serve every column of it; the column’s own come first', () => {
  const yaml = TOY.replace('columns:', 'words: {sex: {K: male, M: male}}\ncolumns:');
  const column = sourceFormatSchema(lists, 'da')
    .parse(load(yaml))
    .columns.find(({field}) => field === 'sex');
  expect(column?.type).toMatchObject({words: {K: 'female', M: 'male'}});
});

describe('faults', () => {
  test.each([
    ['a key that is no heading', TOY.replace('key: [Sagsnr.]', 'key: [Sag]'), 'key.0: no-such-heading'],
    ['a day that is no field', TOY.replace('day: [decided,', 'day: [decision,'), 'day.0: no-such-field'],
    ['a fact from no field', TOY.replace('age: $born', 'age: $birth'), 'facts.0.set.age: no-such-field'],
    ['codes from no field', TOY.replace('sex: $sex', 'sex: $gender'), 'facts.1.codes.sex: no-such-field'],
    [
      'a condition on no field',
      TOY.replace('when: {field: days}', 'when: {field: day}'),
      'facts.2.when: no-such-field',
    ],
    ['an order of no field', TOY.replace('{earlier: born', '{earlier: birth'), 'order.0.earlier: no-such-field'],
    ['a sum of no field', TOY.replace('{sum: days}', '{sum: day}'), 'control-totals.2.counts: no-such-field'],
    ['a list that is not there', TOY.replace('list: sex', 'list: gender'), 'columns.4.list: no-such-list'],
    ['a word for no code', TOY.replace('{K: female}', '{K: woman}'), 'columns.4.words.K: code-not-in-list'],
    ['a constant of no list', TOY.replace('by: us', 'by: police'), 'facts.0.set.by: code-not-in-list'],
    ['a member the fact has not', TOY.replace('age: $born', 'born: $born'), 'facts.0.set.born: no-such-member'],
    ['a member it cannot be without', TOY.replace('by: us, ', ''), 'facts.0.set: member-missing'],
    [
      'codes on a fact without',
      TOY.replace('set: {days: $days}', 'set: {days: $days}, codes: {sex: $sex}'),
      'facts.2.codes: fact-without-codes',
    ],
    ['a field twice', TOY.replace('field: name', 'field: case'), 'columns.1.field: named-twice'],
    ['a heading twice', TOY.replace('heading: Navn', 'heading: Sagsnr.'), 'columns.1.heading: named-twice'],
    ['a pattern that is none', TOY.replace("'\\d{10}'", "'(\\d'"), 'columns.2.pattern: not-a-pattern'],
  ])('%s', (_, yaml, fault) => {
    expect(yaml).not.toBe(TOY);
    expect(faultsOf(yaml)).toContain(fault);
  });

  test('a member nobody knows is named', () => {
    expect(faultsOf(TOY.replace('delivery: snapshot', 'delivery: snapshot\ncolour: red'))).toEqual([
      expect.stringContaining('colour'),
    ]);
  });

  test('all at once', () => {
    const yaml = TOY.replace('list: sex', 'list: gender')
      .replace('by: us', 'by: police')
      .replace('age: $born', 'age: $birth');
    expect(faultsOf(yaml)).toHaveLength(3);
  });
});
