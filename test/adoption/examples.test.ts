/** A column is shown by what tells it from others, and by nothing that tells whose it is. */
import {expect, test} from 'vitest';
import {examplesOf, shapeOf} from '#adoption/examples';
import {likeness} from '#adoption/likeness';
import {nearestCode} from '#adoption/propose-words';

test.each([
  {text: 'Anna Prøve Figur', shape: 'Aa Aa Aa'},
  {text: 'ØRSTED-Å.', shape: 'A-A.'},
  {text: '010190-1234', shape: '000000-0000'},
  {text: '3. maj 2009', shape: '0. a 0000'},
  {text: '٣', shape: '0'},
  {text: 'Нина', shape: 'Aa'},
  {text: '王', shape: 'a'},
])('$text has the shape $shape', ({text, shape}) => expect(shapeOf(text)).toBe(shape));

test('words that many rows share stand as they are', () => {
  const cells = ['Nigeria', 'Nigeria', 'Nigeria', 'Nigeria', 'Rumænien', 'Rumænien', 'Rumænien', '', 'Nigeria'];
  expect(examplesOf(cells, true)).toEqual([
    {shows: 'Nigeria', cells: 5},
    {shows: 'Rumænien', cells: 3},
  ]);
});

test('first names are shapes, however many share them', () => {
  expect(
    examplesOf(
      Array.from({length: 24}, (_, i) => ['Anna', 'Bo', 'Eva'][i % 3] ?? ''),
      false,
    ),
  ).toEqual([{shows: 'Aa', cells: 24}]);
});

test.each([
  {what: 'names', cells: Array.from({length: 60}, (_, i) => `Anna Prøve ${'ABCDEFGHIJKLMNOPQRST'[i % 20]}figur`)},
  {what: 'one name among words', cells: [...Array.from({length: 20}, () => 'Kvinde'), 'Anna']},
  {what: 'numbers that many share', cells: Array.from({length: 20}, () => '010190-1234')},
  {what: 'a few rows', cells: ['Anna', 'Anna', 'Bo']},
])('$what: shapes alone', ({cells}) => {
  for (const {shows} of examplesOf(cells, true)) expect(shows).toMatch(/^[Aa0 .-]+$/);
  expect(examplesOf(cells, true).reduce((sum, one) => sum + one.cells, 0)).toBe(cells.length);
});

test.each([
  ['Udlændingenr.', 'Udlændingenummer'],
  ['Foreigner no.', 'Foreigner number'],
  ['CPR nummer', 'CPR-nr.'],
])('%s is %s', (one, other) => expect(likeness(one, other)).toBe(1));

test('where two codes are as likely, neither is proposed', () => {
  const known = [
    ['niger', 'NE'],
    ['nigeria', 'NG'],
    ['thailand', 'TH'],
  ] as const;
  expect(nearestCode('Nig.', known).code).toBeUndefined();
  expect(nearestCode('Thai', known).code).toBe('TH');
  expect(nearestCode('Øvrige', [['sverige', 'SE']]).code).toBeUndefined();
});
