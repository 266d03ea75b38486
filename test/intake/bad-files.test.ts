/** Files that are refused as a whole: what is said of each. */
import {describe, expect, test} from 'vitest';
import type {Delivered} from '#intake/delivery';
import {LIMITS} from '#intake/limits';
import {asSheetJs, bomb, odsOf, odsRow, overlapping, xlsxOf} from './evil-files.ts';
import {asOds, asXlsx, cells, csv, HEADINGS, latin, open, readAll, refusalOf, toy, utf8} from './toy-source.ts';

const row = cells();
const asUtf8 = toy({file: {type: 'csv', delimiter: ';', encoding: 'utf-8', decimal: ','}});

describe('encoding', () => {
  test('UTF-8 where Windows-1252 is agreed, told by the heading', async () => {
    expect(await refusalOf(utf8(csv(row)))).toEqual({
      reason: 'wrong-encoding',
      file: 'file',
      expected: 'windows-1252',
      line: 1,
    });
  });
  test('with a byte order mark', async () => {
    expect(await refusalOf(utf8(`\ufeff${csv(row)}`))).toMatchObject({reason: 'wrong-encoding', line: 1});
  });
  test('Windows-1252 where UTF-8 is agreed', async () => {
    expect(await refusalOf(latin(csv(row)), asUtf8)).toMatchObject({
      reason: 'wrong-encoding',
      expected: 'utf-8',
      line: 1,
    });
  });
  test('told at the line where it shows, in the end, when the rows before it were sound', async () => {
    const sound = latin(csv(...Array.from({length: 20_000}, () => row)));
    const {rows, end} = await readAll(new Uint8Array(Buffer.concat([sound, utf8(row.join(';'))])));
    expect(rows.length).toBeLessThanOrEqual(20_000);
    expect(end.refusal).toEqual({reason: 'wrong-encoding', file: 'file', expected: 'windows-1252', line: 20_002});
  });
  test.each([
    ['with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(row), 'utf16le')])],
    ['without', Buffer.from(csv(row), 'utf16le')],
  ])('UTF-16 %s', async (_, bytes) => {
    expect(await refusalOf(new Uint8Array(bytes))).toMatchObject({reason: 'wrong-encoding', line: 1});
    expect(await refusalOf(new Uint8Array(bytes), asUtf8)).toMatchObject({reason: 'wrong-encoding', line: 1});
  });
  test('a byte to which Windows-1252 gives no letter', async () => {
    const bytes = latin(csv(row));
    bytes[bytes.length - 10] = 0x81;
    expect((await readAll(bytes).catch(() => undefined))?.end.refusal ?? (await refusalOf(bytes))).toMatchObject({
      reason: 'wrong-encoding',
      line: 2,
    });
  });
  test('both encodings are read when they are as agreed', async () => {
    const [a] = (await readAll(latin(csv(row)))).rows;
    const [b] = (await readAll(utf8(`\ufeff${csv(row)}`), asUtf8)).rows;
    expect(a).toEqual(b);
    expect(a?.content[1]).toBe('Prøve Person');
  });
  test('the upper signs of Windows-1252: €, –, Š', async () => {
    const bytes = latin(csv(cells({Navn: 'XYZ'})));
    const at = Buffer.from(bytes).indexOf('XYZ');
    bytes.set([0x80, 0x96, 0x8a], at);
    expect((await readAll(bytes)).rows[0]?.content[1]).toBe('€–Š');
  });
});

describe('tables', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['blank lines', utf8('\r\n\r\n')],
  ])('an empty file: %s', async (_, bytes) => {
    expect(await refusalOf(bytes)).toEqual({reason: 'empty-file', file: 'file'});
  });
  test('another delimiter', async () => {
    const comma = latin([HEADINGS, row].map((cellsOf) => `${cellsOf.join(',')}\n`).join(''));
    expect(await refusalOf(comma)).toMatchObject({reason: 'wrong-format', expected: 'CSV (;)', found: 'CSV (,)'});
  });
  test('a column missing, another renamed', async () => {
    const text = csv(row)
      .replace('Statsborgerskab;', '')
      .replace('Afgørelsesdato', 'Afgørelses dato')
      .replace('Køn', 'Farve');
    expect(await refusalOf(latin(text))).toEqual({
      reason: 'columns-missing',
      file: 'file',
      missing: ['Køn', 'Statsborgerskab', 'Afgørelsesdato'],
      unknown: ['Farve', 'Afgørelses dato'],
      renamed: [{expected: 'Afgørelsesdato', found: 'Afgørelses dato'}],
    });
  });
  test('a file without headings: no word of its rows is repeated', async () => {
    const refusal = await refusalOf(latin(`${row.join(';')}\r\n${row.join(';')}\r\n`));
    expect(refusal.reason).toBe('columns-missing');
    expect(JSON.stringify(refusal)).not.toContain('Prøve');
  });
  test('another source’s file, also when that is a spreadsheet', async () => {
    const other = {
      ...toy(),
      id: 'other',
      key: ['A1'],
      columns: ['A1', 'B2', 'C3'].map((heading) => ({...column, heading, field: heading})),
    };
    const its = 'A1;B2;C3\r\n1;2;3\r\n';
    expect(await refusalOf(latin(its), toy(), [other])).toMatchObject({
      reason: 'columns-missing',
      otherSource: 'other',
    });
    const sheet = {...other, file: asXlsx.file};
    const bytes = await xlsxOf([
      ['A1', 'B2', 'C3'],
      ['1', '2', '3'],
    ]);
    expect(await refusalOf(bytes, toy(), [sheet])).toMatchObject({
      reason: 'wrong-format',
      found: 'ZIP',
      otherSource: 'other',
    });
    expect(await refusalOf(latin(its), asXlsx, [other])).toMatchObject({
      reason: 'wrong-format',
      found: 'CSV',
      otherSource: 'other',
    });
  });
  test('columns the layout does not know are left, and said', async () => {
    const {rows, end} = await readAll(
      latin(csv(row).replace('Dage\r\n', 'Dage;Noter\r\n').replace('30\r\n', '30;hemmelig\r\n')),
    );
    expect(rows.map(({kind}) => kind)).toEqual(['classified']);
    expect(end.findings).toMatchObject([{rule: 'column-not-in-layout', facts: {columns: ['Noter']}}]);
  });
  test('a quotation mark never closed, told with its row', async () => {
    const {rows, end} = await readAll(latin(csv(row, cells({'Sagsnr.': '13/2', Navn: '"uden ende'}), row)));
    expect(rows).toHaveLength(1);
    expect(end.refusal).toEqual({reason: 'not-a-table', file: 'file', row: 3, fault: 'quote-not-closed'});
  });
  test('text after a quotation mark', async () => {
    const {end} = await readAll(latin(csv(row, cells({Navn: '"a"b'}))));
    expect(end.refusal).toMatchObject({reason: 'not-a-table', row: 3, fault: 'quote-inside-cell'});
  });
  test('quoted delimiters, quotes and line ends are part of the cell', async () => {
    const {rows} = await readAll(latin(csv(cells({Navn: '"a;""b""\r\nc"'}), row)));
    expect(rows.map(({row: at, content}) => [at, content[1]])).toEqual([
      [2, 'a;"b" c'],
      [3, 'Prøve Person'],
    ]);
  });
});

const column = {aliases: [], required: false, type: {kind: 'text'}} as const;

describe('kinds of file', () => {
  test.each([
    ['a PDF', '%PDF-1.7', 'PDF'],
    ['a web page', '<!DOCTYPE html><table>', 'HTML'],
    ['rich text', '{\\rtf1', 'RTF'],
    ['an old workbook', '\xd0\xcf\x11\xe0\xa1\xb1', 'XLS'],
  ])('%s', async (_, text, found) => {
    expect(await refusalOf(latin(text))).toMatchObject({reason: 'wrong-format', expected: 'CSV (;)', found});
    expect(await refusalOf(latin(text), asXlsx)).toMatchObject({reason: 'wrong-format', expected: 'XLSX', found});
  });
  test('an ODS where an XLSX is agreed, and the reverse', async () => {
    const ods = odsOf(odsRow(HEADINGS) + odsRow(row));
    expect(await refusalOf(ods, asXlsx)).toMatchObject({reason: 'wrong-format', expected: 'XLSX', found: 'ODS'});
    expect(await refusalOf(await xlsxOf([HEADINGS, row]), asOds)).toMatchObject({expected: 'ODS', found: 'XLSX'});
  });
  test('a zip cut short', async () => {
    const whole = await xlsxOf([HEADINGS, row]);
    expect(await refusalOf(whole.subarray(0, whole.length / 2), asXlsx)).toMatchObject({
      reason: 'wrong-format',
      found: 'damaged',
    });
  });
  test('a sheet that is not there', async () => {
    for (const [bytes, format] of [
      [await xlsxOf([HEADINGS, row], {}, 'Ark1'), asXlsx],
      [odsOf(odsRow(HEADINGS), 'Ark1'), asOds],
    ] as const)
      expect(await refusalOf(bytes, format)).toEqual({
        reason: 'no-such-sheet',
        file: 'file',
        sheet: 'Sager',
        found: ['Ark1'],
      });
  });
});

describe('files made to do harm', () => {
  const small = {...LIMITS, inflatedBytes: 20_000_000};

  test.each([
    ['as it says', bomb(400)],
    ['whatever its header claims', bomb(400, 1000)],
    ['with parts that overlap', overlapping(19, 20)],
  ])('a zip bomb, %s', async (_, bytes) => {
    expect(bytes.length).toBeLessThan(1_000_000);
    const started = performance.now();
    expect(await refusalOf(bytes, asXlsx, [], small)).toEqual({
      reason: 'file-too-large-inside',
      file: 'file',
      limit: 20_000_000,
    });
    expect(await refusalOf(bytes, asOds, [], small)).toMatchObject({reason: 'file-too-large-inside'});
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test.each([
    [
      'a cell repeated to the right',
      odsRow(HEADINGS) +
        '<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="2147483647"><text:p>x</text:p></table:table-cell></table:table-row>',
    ],
    ['a row repeated downwards', odsRow(HEADINGS) + odsRow(row, 'table:number-rows-repeated="2147483647"')],
    [
      'both',
      odsRow(HEADINGS) +
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row>",
    ],
  ])('an ODS with %s', async (_, table) => {
    const started = performance.now();
    expect(await refusalOf(odsOf(table), asOds)).toMatchObject({reason: 'file-too-large-inside'});
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('a reader that takes too long is ended', async () => {
    const long = await xlsxOf([HEADINGS, ...Array.from({length: 30_000}, () => row)]);
    const refusal = await refusalOf(long, asXlsx, [], {...LIMITS, seconds: 0.02});
    expect(refusal).toEqual({reason: 'reader-gave-up', file: 'file', seconds: 0.02});
  });

  test('a reader that takes too much memory is ended, and this process is not', async () => {
    const tight = {...LIMITS, megabytes: 48};
    const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
    const wide = `<table:table-row>${cell.repeat(600_000)}</table:table-row>`;
    expect(await refusalOf(odsOf(odsRow(HEADINGS) + wide), asOds, [], tight)).toMatchObject({reason: 'reader-gave-up'});
    expect((await readAll(odsOf(odsRow(HEADINGS) + odsRow(row)), asOds, [], tight)).rows).toHaveLength(1);
  });

  test.each([
    ['one line', 'endless-line', 0x61],
    ['one quotation mark over many lines', 'quote-not-closed', 0x0a],
  ])('a CSV of 200 MB in %s is not swallowed', async (_, fault, byte) => {
    let given = 0;
    async function* endless() {
      yield latin(`${csv()}13/1;"`);
      for (; given < 200; given++) yield new Uint8Array(1_000_000).fill(byte);
    }
    const delivery = await open(endless());
    if (!delivery.ok) throw new Error('refused too early');
    const all: Delivered[] = [];
    for await (const one of delivery.value.rows) all.push(one);
    expect(all).toMatchObject([{kind: 'end', refusal: {reason: 'not-a-table', row: 2, fault}}]);
    expect(given).toBeLessThan(10);
  });
});

test('the old binary workbook is told from the new one', async () => {
  expect(await refusalOf(asSheetJs([HEADINGS, row], 'biff8'), asXlsx)).toMatchObject({
    reason: 'wrong-format',
    found: 'XLS',
  });
});
