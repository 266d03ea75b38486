/** Lists as offices keep them in spreadsheets: titles above, a total below, days and numbers as the program stores them. */
import {describe, expect, test} from 'vitest';
import {asSheetJs, odsCell, odsOf, odsRow, xlsxOf} from './evil-files.ts';
import {asOds, asXlsx, cells, HEADINGS, readAll, rulesOf} from './toy-source.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
/** As a spreadsheet holds it: days and numbers of its own. */
const native = (key: string) => [
  key,
  'Prøve Person',
  101901234,
  day('1990-04-01'),
  'Kvinde ',
  'Nigeria',
  day('2013-02-01'),
  day('2013-05-02'),
  'Positiv',
  30,
];
const titles = [
  ['Sager 2013', '', '', '', '', ''],
  ['CMM', '', '', '', '', ''],
];

const table = (...rows: readonly (readonly (string | number | Date)[])[]) => [...titles, [...HEADINGS], ...rows];

describe.each([
  ['XLSX by hucre', asXlsx, (rows: ReturnType<typeof table>) => xlsxOf(rows)],
  ['XLSX by SheetJS', asXlsx, async (rows: ReturnType<typeof table>) => asSheetJs(rows, 'xlsx')],
  ['ODS by SheetJS', asOds, async (rows: ReturnType<typeof table>) => asSheetJs(rows, 'ods')],
])('%s', (_, format, write) => {
  test('the header is found below the titles; days are days', async () => {
    const {rows, end} = await readAll(await write(table(native('1'), cells({'Sagsnr.': '2'}))), format);
    expect(rows.map(({row, key}) => [row, key])).toEqual([
      [4, ['1']],
      [5, ['2']],
    ]);
    expect(rows[1]?.kind).toBe('classified');
    expect(rows[0]).toMatchObject({
      kind: 'held',
      content: [
        '1',
        'Prøve Person',
        '101901234',
        '1990-04-01',
        'Kvinde',
        'Nigeria',
        '2013-02-01',
        '2013-05-02',
        'Positiv',
        '30',
      ],
    });
    // The spreadsheet took the number's leading zero.
    expect(rulesOf(rows[0]!)).toEqual(['identifier-malformed CPR-nr.']);
    expect(end.refusal).toBeUndefined();
  });

  test('the row of totals is no person, and is compared', async () => {
    const right = await readAll(
      await write(table(cells(), cells({'Sagsnr.': '2'}), ['I alt', 2, '', '', '', '', '', '', '', 60])),
      format,
    );
    expect(right.rows).toHaveLength(2);
    expect(right.end.findings).toEqual([]);
    const wrong = await readAll(await write(table(cells(), ['I alt', 3, '', '', '', '', '', '', '', 60])), format);
    expect(wrong.rows).toHaveLength(1);
    expect(wrong.end.findings).toMatchObject([
      {rule: 'totals-row-disagrees', facts: {row: 5, column: 'Navn', says: 3, counted: 1}},
      {rule: 'totals-row-disagrees', facts: {row: 5, column: 'Dage', says: 60, counted: 30}},
    ]);
  });

  test('blank rows are no rows', async () => {
    const blank = HEADINGS.map(() => '');
    const {rows} = await readAll(await write(table(cells(), blank, cells({'Sagsnr.': '2'}), blank)), format);
    expect(rows.map(({row}) => row)).toEqual([4, 6]);
  });
});

describe('formulas are never taken', () => {
  test('XLSX', async () => {
    const {rows} = await readAll(await xlsxOf(table(cells(), cells({'Sagsnr.': '2'})), {'3,9': 30}), asXlsx);
    expect(rows.map(rulesOf)).toEqual([['formula-cell Dage'], []]);
    expect(rows[0]?.findings[0]?.facts).toMatchObject({row: 4, column: 'Dage'});
  });
  test('ODS', async () => {
    const formula =
      '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="30"><text:p>30</text:p></table:table-cell>';
    const row = `<table:table-row>${cells()
      .slice(0, 9)
      .map((cell) => odsCell(cell))
      .join('')}${formula}</table:table-row>`;
    const {rows} = await readAll(odsOf(odsRow(HEADINGS) + row), asOds);
    expect(rows.map(rulesOf)).toEqual([['formula-cell Dage']]);
  });
  test('in the row of totals they are only compared', async () => {
    const {rows, end} = await readAll(await xlsxOf(table(cells(), ['I alt', 1]), {'4,9': 31}), asXlsx);
    expect(rows).toHaveLength(1);
    expect(end.findings).toMatchObject([{rule: 'totals-row-disagrees', facts: {says: 31, counted: 30}}]);
  });
});

describe('ODS as LibreOffice writes it', () => {
  test('header rows in a group of their own, padding repeated to the edge of the sheet', async () => {
    const padding =
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const header = `<table:table-header-rows>${odsRow(HEADINGS)}</table:table-header-rows>`;
    const {rows} = await readAll(odsOf(header + odsRow(cells()) + padding), asOds);
    expect(rows.map(({kind, row}) => [kind, row])).toEqual([['classified', 2]]);
  });
  test('equal neighbours written once', async () => {
    const twice =
      '<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>';
    const {rows} = await readAll(odsOf(odsRow(HEADINGS) + twice), asOds);
    expect(rows.map(({row}) => row)).toEqual([2, 3, 4]);
  });
});
