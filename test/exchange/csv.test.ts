/** One table a file, as a spreadsheet reads it. */
import papaparse from 'papaparse';
import {expect, test} from 'vitest';
import {csv} from '#exchange/csv';
import {BY_AUTHORITY, CUBES, EDITION, RETURNS, released} from './toy.ts';

const rows = (body: string) =>
  papaparse.parse<Record<string, string>>(body.replace(/^\ufeff/, ''), {header: true, skipEmptyLines: true}).data;
const bodyOf = (cube: typeof RETURNS) => csv.write(released([cube]), EDITION)[0]?.body ?? '';

test('a file a table, under tables/', () => {
  expect(csv.write(released(CUBES), EDITION).map(({name}) => name)).toContain('tables/returns.csv');
});

test('codes, labels of both languages, values and margins', () => {
  expect(rows(bodyOf(BY_AUTHORITY)).map((row) => [row.authority, row['authority.en'], row.value])).toEqual([
    ['us', 'en:authority:us', '60'],
    ['cmm', 'en:authority:cmm', '10'],
    ['court', 'en:authority:court', '6'],
    ['all', 'en:authority:all', '76'],
  ]);
});

test('two dimensions row by row, the last fastest; nothing is an empty value with its status', () => {
  const [first, , third] = rows(bodyOf(RETURNS));
  expect(first).toMatchObject({person: 'victim', assessed: 'in-period', value: '3', status: '', unit: 'returnee'});
  expect(third).toMatchObject({person: 'victim', assessed: 'not-applicable', value: '', status: 'not-applicable'});
});

test('it opens in a spreadsheet: byte order mark, semicolons, CRLF, no formulas', () => {
  const words = EDITION.words[0];
  const armed = {...EDITION, words: [{...words, code: () => '=1+1'}] as const};
  const body = csv.write(released([BY_AUTHORITY]), armed)[0]?.body ?? '';
  expect(body.startsWith('\ufeffauthority;authority.da;unit;value;status;notes.da;table-notes.da;marks\r\n')).toBe(
    true,
  );
  expect(body).not.toMatch(/(^|;)"?=/m);
});
