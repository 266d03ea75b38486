/** What goes back to the agency. */
import Papa from 'papaparse';
import {expect, test} from 'vitest';
import type {HeldRow} from '#intake/delivery';
import {errorsFile, withoutFormula} from '#intake/errors-file';
import type {SourceFormat} from '#intake/source-format';
import {languages} from '#language/language';
import {asOds, cells, csv, HEADINGS, latin, readAll, toy} from './toy-source.ts';

const held = async (...over: readonly Parameters<typeof cells>[0][]): Promise<readonly HeldRow[]> => {
  const {rows} = await readAll(latin(csv(...over.map(cells))));
  return rows.filter((row) => row.kind === 'held');
};
const parsed = (bytes: Uint8Array, encoding: string) =>
  Papa.parse<string[]>(new TextDecoder(encoding).decode(bytes), {delimiter: ';', newline: '\r\n', skipEmptyLines: true})
    .data;

test('its own headings, the row, every fault and what mends it, in its own encoding', async () => {
  const rows = await held({Køn: 'Kvindde', Dage: 'x;y'.slice(0, 1)}, {});
  const [head, row, ...rest] = parsed(errorsFile(toy(), rows, languages), 'windows-1252');
  expect(head).toEqual([...HEADINGS, 'Række', 'Fejl', 'Hvad der skal gøres']);
  expect(row?.slice(0, 3)).toEqual(['13/1', 'Prøve Person', '']);
  expect(row?.[10]).toBe('2');
  expect(row?.[11]).toBe(
    '»Køn« rummer et ord, der ikke står på listen. »Dage« er ikke et tal med »,« som decimaltegn.',
  );
  expect(row?.[12]).toContain('Måske »Kvinde«.');
  expect(rest).toEqual([]);
});

test('in the language of the agency: the layout’s, else the profile’s first', async () => {
  const rows = await held({Køn: 'Kvindde'});
  const headings = (format: SourceFormat) => parsed(errorsFile(format, rows, languages), 'windows-1252')[0]?.slice(-3);
  expect(toy().language).toBe('da');
  expect(headings(toy())).toEqual(['Række', 'Fejl', 'Hvad der skal gøres']);
  expect(headings({...toy(), language: 'en'})).toEqual(['Row', 'Fault', 'What to do']);
});

test('mended and sent again, it is taken', async () => {
  const rows = await held({Køn: 'Kvindde'});
  const [, row = []] = parsed(errorsFile(toy(), rows, languages), 'windows-1252');
  const again = await readAll(latin(csv(row.slice(0, 10).map((cell) => cell.replace('Kvindde', 'Kvinde')))));
  expect(again.rows.map(({kind}) => kind)).toEqual(['classified']);
});

test('a spreadsheet’s rows go back as a CSV in UTF-8 with its mark', async () => {
  const rows = await held({Køn: 'x'});
  const bytes = errorsFile(asOds, rows, languages);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parsed(bytes, 'utf-8')[1]?.[1]).toBe('Prøve Person');
});

test.each([
  ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
  ['+SUM(A1)', "'+SUM(A1)"],
  ['-2+3+cmd|x', "'-2+3+cmd|x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['=1', "'=1"],
  ['-5', '-5'],
  ['-1.234,5', '-1.234,5'],
  ['+45 00 00 12 34', '+45 00 00 12 34'],
  ['-', '-'],
  ['01-02-2013', '01-02-2013'],
  ['13/1', '13/1'],
])('the cell %s goes back as %s', (cell, safe) => expect(withoutFormula(cell)).toBe(safe));

test('cells of the delimiter, quotes and upper signs come back whole', async () => {
  const [one] = await held({Køn: 'x'});
  if (one === undefined) throw new Error('taken');
  const content = one.content.with(1, 'A; "B" – €');
  expect(parsed(errorsFile(toy(), [{...one, content}], languages), 'windows-1252')[1]?.[1]).toBe('A; "B" – €');
});
