/** Sheets of figures as offices keep them: what is read as published, and what is told rather than guessed. */
import {type CellValue, type WriteSheet, writeXlsx} from 'hucre/xlsx';
import {afterAll, describe, expect, test} from 'vitest';
import {proposingOffice} from './proposed.ts';

const {folder, adopt} = proposingOffice('figures');
afterAll(folder.remove);

const SEXES: CellValue[][] = [
  ['Køn', 'Antal'],
  ['Kvinder', 20],
  ['Mænd', 8],
  ['I alt', 28],
];
const csv = (rows: readonly (readonly CellValue[])[]) => rows.map((row) => row.join(';')).join('\r\n');
const figuresIn = async (rows: readonly (readonly CellValue[])[]) => {
  const {sheets, all} = await adopt({'tal 2006.csv': csv(rows)});
  const [sheet] = sheets;
  const figures = sheet?.kind === 'figures' ? sheet.figures : [];
  return {
    said: figures.map(({table, year, code, value}) => [table, year, code ?? '', value].join(' ').replace('  ', ' ')),
    rules: all.map(({rule}) => rule),
    all,
  };
};

test.each([
  {
    what: 'words beside numbers',
    rows: SEXES,
    said: ['persons-by-sex 2006 female 20', 'persons-by-sex 2006 male 8', 'persons-by-year 2006 28'],
  },
  {
    what: 'shares beside them',
    rows: [
      ['Køn', 'Antal', 'Pct.'],
      ['Kvinder', 20, 71],
      ['Mænd', 8, 29],
    ],
    said: ['persons-by-sex 2006 female 20', 'persons-by-sex 2006 male 8'],
  },
  {
    what: 'years across',
    rows: [
      ['Køn', '2005', '2006'],
      ['Kvinder', 10, 12],
      ['Mænd', 3, 4],
    ],
    said: [
      'persons-by-sex 2005 female 10',
      'persons-by-sex 2006 female 12',
      'persons-by-sex 2005 male 3',
      'persons-by-sex 2006 male 4',
    ],
  },
  {
    what: 'parts before the count of all',
    rows: [
      ['', 'Kvinder', 'Mænd', 'I alt'],
      ['Nigeria', 10, 2, 12],
      ['Rumænien', 6, 5, 11],
      ['I alt', 16, 7, 23],
    ],
    said: ['persons-by-nationality 2006 NG 12', 'persons-by-nationality 2006 RO 11', 'persons-by-year 2006 23'],
  },
])('$what', async ({rows, said}) => {
  const read = await figuresIn(rows);
  expect(read.said).toEqual(said);
  expect(read.rules).toEqual([]);
});

test('of several numbers, none of which is headed as the count of all, none is taken', async () => {
  const {said, rules, all} = await figuresIn([
    ['', 'Kvinder', 'Mænd'],
    ['Nigeria', 10, 2],
    ['Rumænien', 6, 5],
  ]);
  expect(said).toEqual([]);
  expect(rules).toEqual(['figures-side-by-side']);
  expect(all[0]?.facts.rows).toEqual(['2', '3']);
});

test('a total that is not what it stands with is told, and both are taken', async () => {
  const {said, all} = await figuresIn([...SEXES.slice(0, 3), ['I alt', 27]]);
  expect(said).toHaveLength(3);
  expect(all).toMatchObject([{rule: 'figures-do-not-add', facts: {row: 4, says: 27, sum: 28}}]);
});

describe('what a sheet of figures says by other means', () => {
  test.each([
    {
      what: 'a stale formula',
      sheet: {
        cells: new Map([['3,1', {type: 'formula', formula: 'SUM(B2:B3)', formulaResult: 27, value: 27} as const]]),
      },
      rules: ['figures-by-formula', 'figures-do-not-add'],
    },
    {what: 'a hidden row', sheet: {rowDefs: new Map([[2, {hidden: true}]])}, rules: ['rows-hidden']},
    {
      what: 'struck through',
      sheet: {cells: new Map([['2,1', {value: 8, style: {font: {strikethrough: true}}} as const]])},
      rules: ['rows-struck'],
    },
    {
      what: 'merged over rows',
      sheet: {merges: [{startRow: 1, startCol: 0, endRow: 2, endCol: 0}]},
      rules: ['cells-merged'],
    },
  ])('$what', async ({sheet, rules}) => {
    const bytes = await writeXlsx({sheets: [{name: 'Tal 2006', rows: SEXES, ...(sheet as Partial<WriteSheet>)}]});
    const {all, sheets} = await adopt({'tal.xlsx': bytes});
    expect(all.map(({rule}) => rule)).toEqual(rules);
    // Of figures nothing keeps the sheet out.
    expect(all.every(({severity}) => severity === 'warning')).toBe(true);
    expect(sheets.map(({kind}) => kind)).toEqual(['figures']);
  });
});

test('what the profile has otherwise is told before anybody answers', async () => {
  const {find} = await adopt(
    {
      'år.csv': csv([
        ['År', 'Antal'],
        ['2007', 30],
        ['2008', 28],
      ]),
    },
    {accept: 0.5},
  );
  expect(find('figure-published-otherwise')?.facts).toMatchObject({
    file: 'år.csv',
    row: 2,
    cell: 'persons-by-year.2007',
    says: 30,
    published: 17,
  });
});
