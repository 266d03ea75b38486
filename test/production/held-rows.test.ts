import {expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {openHeldRows} from '#production/held-rows';
import type {Submission} from '#storage/store';
import {source} from './receive-rows.ts';

const sent = (from: string, file: string, held: number): Submission => ({
  source: from,
  file,
  sha256: '',
  recordedAt: instant('2014-01-01'),
  recordedBy: 'CMM',
  rows: 10,
  held,
  controlTotals: [],
});
const sources = [source({id: 'us'}), source({id: 'monthly', delivery: 'increment'})];
const open = (...submissions: readonly Submission[]) =>
  openHeldRows(submissions, sources).map(({facts: {file, held}}) => [file, held]);

test('of a snapshot, what the latest delivery held', () => {
  expect(open(sent('us', 'a.csv', 3))).toEqual([['a.csv', 3]]);
  expect(open(sent('us', 'a.csv', 3), sent('us', 'b.csv', 1))).toEqual([['b.csv', 1]]);
  expect(open(sent('us', 'a.csv', 3), sent('us', 'b.csv', 0))).toEqual([]);
});

test('of increments, what each file held when it last came', () => {
  expect(open(sent('monthly', 'jan.csv', 2), sent('monthly', 'feb.csv', 0))).toEqual([['jan.csv', 2]]);
  expect(open(sent('monthly', 'jan.csv', 2), sent('monthly', 'feb.csv', 1), sent('monthly', 'jan.csv', 0))).toEqual([
    ['feb.csv', 1],
  ]);
});
