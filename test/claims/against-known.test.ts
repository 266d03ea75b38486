/** A figure fails only against the cell it was meant for: told, of its section, of its whole. */
import {expect, test} from 'vitest';
import type {KnownCell, KnownTable} from '#claims/known';
import type {Text} from '#claims/text';
import {checkedAlone} from './checked.ts';

const cell = (value: number | undefined, ...labels: readonly (readonly [string, string])[]): KnownCell => ({
  labels: labels.map(([dimension, text]) => ({dimension, text})),
  year: '2013',
  value,
});
const table = (cells: readonly KnownCell[]): KnownTable => ({name: 'known', incomplete: false, cells});
const BY_FORM = table([
  cell(76),
  cell(45, ['nationality', 'Nigeria']),
  cell(6, ['nationality', 'Romania']),
  cell(11, ['form', 'Forced labour']),
]);
const said = (heading: string, sentence: string): Text => ({
  name: 'x',
  blocks: [
    {kind: 'heading', text: heading},
    {kind: 'paragraph', text: sentence},
  ],
});
const verdicts = (text: Text, ...tables: readonly KnownTable[]) =>
  checkedAlone(text, tables).map(({verdict, printed, right}) => [verdict, printed, right]);

test('of the label that stands by it', () => {
  expect(verdicts(said('Nationality', '44 came from Nigeria.'), BY_FORM)).toEqual([['fails', '44', '45']]);
  expect(verdicts(said('Nationality', '45 came from Nigeria.'), BY_FORM)).toEqual([['holds', '45', '45']]);
});

test('in a section about some of them, a figure of all is not what is meant', () =>
  expect(verdicts(said('Forced labour', '4 came from Nigeria.'), BY_FORM)).toEqual([['unverified', '4', undefined]]));

test('one that is withheld is neither told nor held against', () => {
  const withheld = table([
    ...BY_FORM.cells,
    // The same words, of other units.
    cell(2, ['country', 'Romania'], ['universe', 'Forced labour']),
    cell(undefined, ['nationality', 'Romania'], ['universe', 'Forced labour']),
  ]);
  for (const guess of ['3', '4', '5'])
    expect(verdicts(said('Forced labour', `${guess} came from Romania.`), withheld)).toEqual([
      ['unverified', guess, undefined],
    ]);
});

test('parts of a whole that nothing known has are those of another text', () =>
  expect(
    verdicts(said('Elsewhere', 'Of 90 victims in all, 30 came from Nigeria.'), BY_FORM).map(([one]) => one),
  ).not.toContain('fails'));

test('a whole other than the known one of a known part fails', () =>
  expect(verdicts(said('Nationality', '45 of 79 persons came from Nigeria.'), BY_FORM)).toContainEqual([
    'fails',
    '79',
    '76',
  ]));

test('a table of the text itself contradicts its own section alone', () => {
  const rows = [
    ['Nationality', 'Persons'],
    ['Nigeria', '45'],
    ['Romania', '6'],
    ['Total', '51'],
  ];
  const text = (heading: string): Text => ({
    name: 'x',
    blocks: [
      {kind: 'heading', text: 'Nationality'},
      {kind: 'table', caption: '', rows},
      {kind: 'heading', text: heading},
      {kind: 'paragraph', text: '44 came from Nigeria.'},
    ],
  });
  expect(verdicts(text('Nationality'))).toContainEqual(['fails', '44', '45']);
  expect(verdicts(text('Asylum'))).toContainEqual(['unverified', '44', undefined]);
});
