/** The reader of CSV beside a well-known one, whatever the pieces it arrives in. */
import fc from 'fast-check';
import Papa from 'papaparse';
import {expect, test} from 'vitest';
import {CsvRecords} from '#intake/csv-records';

const cell = fc.string({unit: fc.constantFrom('a', 'æ', '"', ';', ',', '\n', '\r', ' ', '1'), maxLength: 6});
const table = fc.array(fc.array(cell, {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 8});
const newline = fc.constantFrom('\n', '\r\n', '\r');

const read = (text: string, cuts: readonly number[]) => {
  const records = new CsvRecords(';');
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
  return [...pieces.map((piece) => records.add(piece, false)), records.add('', true)].flatMap((one) => one.records);
};

test('what was written is read again, in any pieces', () => {
  fc.assert(
    fc.property(table, newline, fc.boolean(), fc.array(fc.nat(), {maxLength: 6}), (rows, end, ended, cuts) => {
      const text = rows
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';'))
        .join(end)
        .concat(ended ? end : '');
      expect(read(text, cuts)).toEqual(rows);
    }),
    {seed: 2013, numRuns: 2000},
  );
});

test('reads what Papa Parse reads', () => {
  const plain = fc.string({unit: fc.constantFrom('a', 'ø', ',', ' ', '1', '.'), maxLength: 6});
  const lines = fc.array(fc.array(plain, {minLength: 2, maxLength: 5}), {minLength: 1, maxLength: 8});
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const text = rows.map((row) => row.join(';')).join(end) + end;
      const theirs = Papa.parse<string[]>(text, {delimiter: ';', newline: end}).data;
      expect(read(text, [])).toEqual(theirs.slice(0, -1));
    }),
    {seed: 2013},
  );
});
