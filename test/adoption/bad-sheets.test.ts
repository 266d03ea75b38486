/** Sheets that say something by other means than their cells, or in a way that cannot be read: told with sheet and rows, never guessed. */
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {utils, write} from '@e965/xlsx';
import {type CellValue, type WriteOptions, type WriteSheet, writeXlsx} from 'hucre/xlsx';
import {afterAll, describe, expect, test} from 'vitest';
import {layoutYaml} from '#adoption/layout';
import {isTaken} from '#adoption/questions';
import {proposingOffice} from './proposed.ts';

const {folder, adopt} = proposingOffice('bad-sheets');
afterAll(folder.remove);

const HEAD = ['Nr.', 'Navn', 'CPR', 'Født', 'Køn', 'Nationalitet', 'Afgørelsesdato', 'Udnyttelse'];
const person = (i: number, decided: CellValue = `0${(i % 8) + 1}-05-2009`): CellValue[] => [
  i,
  `Anna Prøve ${'ABCDEFGHIJ'[i % 10]}figur`,
  `01019${i % 10}-123${i % 10}`,
  `01-01-199${i % 10}`,
  i % 3 === 0 ? 'Mand' : 'Kvinde',
  'Nigeria',
  decided,
  'Prostitution',
];
const PEOPLE = [1, 2, 3, 4, 5, 6].map((i) => person(i));
const LIST: CellValue[][] = [HEAD, ...PEOPLE];

const withoutDays = (rows: readonly CellValue[][]): CellValue[][] => rows.map((row) => row.toSpliced(6, 1));

const book = (sheet: Partial<WriteSheet>, options: Partial<WriteOptions> = {}) =>
  writeXlsx({sheets: [{name: 'Ark1', rows: LIST, ...sheet}], ...options});
const csv = (rows: readonly (readonly CellValue[])[]) => rows.map((row) => row.join(';')).join('\r\n');

const DAY = (day: string) => new Date(`${day}T00:00:00Z`);
const serial = (day: string) => Math.round(DAY(day).getTime() / 86_400_000) + 25_569;

describe('told with its rows', () => {
  test.each([
    {
      what: 'cells merged over rows',
      sheet: {merges: [{startRow: 2, startCol: 5, endRow: 4, endCol: 5}]},
      rule: 'cells-merged',
      severity: 'error',
      rows: ['3', '4', '5'],
    },
    {
      what: 'hidden rows',
      sheet: {rowDefs: new Map([[3, {hidden: true}]])},
      rule: 'rows-hidden',
      severity: 'warning',
      rows: ['4'],
    },
    {
      what: 'a hidden column; one without anything in it is not told',
      sheet: {columns: [{}, {}, {hidden: true}, ...Array.from({length: 9}, () => ({})), {hidden: true}]},
      rule: 'columns-hidden',
      severity: 'warning',
      rows: undefined,
    },
    {
      what: 'colours',
      sheet: {
        cells: new Map([
          [
            '2,1',
            {value: 'Anna', style: {fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'FF0000'}}}} as const,
          ],
        ]),
      },
      rule: 'rows-coloured',
      severity: 'warning',
      rows: ['3'],
    },
    {
      what: 'coloured letters',
      sheet: {cells: new Map([['2,1', {value: 'Anna', style: {font: {color: {rgb: 'FF0000'}}}} as const]])},
      rule: 'rows-coloured',
      severity: 'warning',
      rows: ['3'],
    },
    {
      what: 'struck through',
      sheet: {cells: new Map([['2,1', {value: 'Anna', style: {font: {strikethrough: true}}} as const]])},
      rule: 'rows-struck',
      severity: 'warning',
      rows: ['3'],
    },
    {
      what: 'remarks on cells',
      sheet: {cells: new Map([['2,1', {value: 'Anna', comment: {author: 'x', text: 'Prøve: taget ud'}} as const]])},
      rule: 'rows-remarked',
      severity: 'warning',
      rows: ['3'],
    },
    {
      what: 'months between persons',
      sheet: {rows: [HEAD, ['Maj'], ...PEOPLE.slice(0, 3), ['Juni'], ...PEOPLE.slice(3), ['Antal:', 6]]},
      rule: 'rows-sparse',
      severity: 'warning',
      rows: ['2', '6', '10'],
    },
    {
      what: 'a count below a list without days',
      sheet: {name: '2009', rows: withoutDays([...LIST, ['Antal:', 6]])},
      rule: 'rows-sparse',
      severity: 'warning',
      rows: ['8'],
    },
    {
      what: 'a formula',
      sheet: {
        cells: new Map([['3,4', {type: 'formula', formula: 'A1', formulaResult: 'Kvinde', value: 'Kvinde'} as const]]),
      },
      rule: 'formulas',
      severity: 'warning',
      rows: ['4'],
    },
    {
      what: 'days as days, text and numbers',
      sheet: {
        rows: [
          HEAD,
          person(1, '03-05-2009'),
          person(2, DAY('2009-04-01')),
          person(4, DAY('2009-04-03')),
          person(5, serial('2009-06-01')),
        ],
      },
      rule: 'days-mixed',
      severity: 'warning',
      rows: ['5'],
    },
    {
      what: 'days four years and a day off',
      sheet: {name: '2009', rows: [HEAD, ...PEOPLE, person(7, DAY('2013-05-03'))]},
      rule: 'days-shifted',
      severity: 'warning',
      rows: ['8'],
    },
    {
      what: 'a day of another year',
      sheet: {name: '2009', rows: [HEAD, ...PEOPLE, person(7, DAY('2011-05-03'))]},
      rule: 'days-outside-year',
      severity: 'warning',
      rows: ['8'],
    },
    {
      what: 'a row of totals',
      sheet: {rows: [...LIST, ['I alt', 6]]},
      rule: 'totals-left-out',
      severity: 'note',
      rows: ['8'],
    },
    {
      what: 'a person twice',
      sheet: {rows: [...LIST, person(3)]},
      rule: 'same-person-twice',
      severity: 'warning',
      rows: ['4 + 8'],
    },
    {
      what: 'a person twice by name and birth date',
      sheet: {rows: [...LIST, person(3)].map((row) => row.toSpliced(2, 1))},
      rule: 'same-person-twice',
      severity: 'warning',
      rows: ['4 + 8'],
    },
    {
      what: 'notes below the table',
      sheet: {rows: [...LIST, [], ['Kilde: egne sager']]},
      rule: 'rows-below',
      severity: 'warning',
      rows: ['9'],
    },
    {what: 'a hidden sheet', sheet: {hidden: true}, rule: 'sheet-hidden', severity: 'warning', rows: undefined},
    {
      what: 'the same table again',
      sheet: {rows: [...LIST, [], ...LIST]},
      rule: 'table-again',
      severity: 'error',
      rows: undefined,
    },
    {
      what: 'another table below',
      sheet: {rows: [...LIST, [], ['Køn', 'Nationalitet', 'Antal'], ['Kvinde', 'Nigeria', 3]]},
      rule: 'second-table',
      severity: 'warning',
      rows: undefined,
    },
    {
      what: 'another table beside',
      sheet: {
        rows: LIST.map((row, i) => [
          ...row,
          '',
          ...([
            ['Land', 'Antal'],
            ['Nigeria', 4],
            ['Rumænien', 2],
          ][i] ?? []),
        ]),
      },
      rule: 'table-beside',
      severity: 'warning',
      rows: undefined,
    },
    {
      what: 'a heading that stands twice',
      sheet: {rows: LIST.map((row, i) => [...row, i === 0 ? 'Køn' : 'Mand'])},
      rule: 'heading-twice',
      severity: 'warning',
      rows: undefined,
    },
    {
      what: 'a column without heading',
      sheet: {rows: LIST.map((row, i) => [...row, i === 0 ? '' : 'x'])},
      rule: 'column-without-heading',
      severity: 'warning',
      rows: undefined,
    },
    {
      what: 'subtotals',
      sheet: {rows: [HEAD, ...PEOPLE.slice(0, 3), ['I alt maj', 3], ...PEOPLE.slice(3), ['I alt', 6]]},
      rule: 'several-totals',
      severity: 'warning',
      rows: undefined,
    },
    {what: 'nothing', sheet: {rows: []}, rule: 'sheet-empty', severity: 'note', rows: undefined},
    {
      what: 'prose',
      sheet: {rows: [['Kære alle,'], ['her er intet.']]},
      rule: 'sheet-not-understood',
      severity: 'warning',
      rows: undefined,
    },
  ] as const)('$what: $rule', async ({sheet, rule, severity, rows}) => {
    const name = 'name' in sheet ? sheet.name : 'Ark1';
    const {find, sheets} = await adopt({'liste.xlsx': await book(sheet as Partial<WriteSheet>)});
    const found = find(rule);
    expect(found).toMatchObject({
      severity,
      facts: {file: 'liste.xlsx', sheet: name, ...(rows === undefined ? {} : {rows})},
    });
    expect(sheets.filter(({kind}) => kind === 'list').length).toBe(
      rule.startsWith('sheet-') && rule !== 'sheet-hidden' ? 0 : 1,
    );
    // None of it says who.
    expect(JSON.stringify(found)).not.toMatch(/Prøve|\d{6}-\d{4}/);
  });
});

test('a sound list is told nothing of', async () => {
  const {all, refused, sheets} = await adopt({'liste 2009.xlsx': await book({})});
  expect([all, refused, sheets.map(({kind}) => kind)]).toEqual([[], [], ['list']]);
});

test('what is no person is held, or its sheet is not taken: where nothing is said in every row, nothing tells them apart', async () => {
  const gaps = withoutDays(LIST).map((row, i) => (i === 0 ? row : row.with(1 + (i % 6), '')));
  const {find, sheets} = await adopt({
    'liste 2009.csv': csv([...withoutDays(LIST), ['Antal:', 6]]),
    'huller 2009.csv': csv([...gaps.map((row) => row.slice(1)), ['Antal:']]),
  });
  const said = sheets.map((one) => one.kind === 'list' && [one.seen.file, one.sparse, isTaken(one)]);
  expect(said).toEqual([
    ['huller 2009.csv', [8], false],
    ['liste 2009.csv', [8], true],
  ]);
  expect(find('rows-sparse')?.facts.held).toBe('no');
  const taken = sheets.find(isTaken);
  if (taken?.kind !== 'list') throw new Error('no list');
  expect(layoutYaml(taken, 'x').columns).toMatchObject([
    {field: 'line', required: true},
    {field: 'name', required: true},
    {field: 'cpr', required: true},
    {field: 'born', required: true},
    {field: 'sex', required: true},
    {field: 'nationality', required: true},
    {field: 'exploitation', required: true},
  ]);
});

test('in formats where it cannot be seen what is struck through, that is said', async () => {
  const made = utils.book_new();
  const sheet = utils.aoa_to_sheet(LIST);
  sheet.B3.c = [{a: 'x', t: 'taget ud'}];
  utils.book_append_sheet(made, sheet, 'Ark1');
  const bytes = new Uint8Array(write(made, {type: 'buffer', bookType: 'ods'}));
  const {all} = await adopt({'liste 2009.ods': bytes});
  expect(all.map(({rule, severity}) => [rule, severity])).toEqual([
    ['rows-remarked', 'warning'],
    ['strikes-unseen', 'note'],
  ]);
});

test('a book that counts days from 1904 is read so', async () => {
  const rows = [HEAD, ...[1, 2, 4, 5].map((i) => person(i, DAY(`2009-05-0${i}`)))];
  const {find, sheets} = await adopt({'mac.xlsx': await book({rows}, {dateSystem: '1904'})});
  expect(find('days-since-1904')?.severity).toBe('note');
  expect(sheets[0]).toMatchObject({kind: 'list', year: 2009});
});

test.each(['biff8', 'ods'] as const)('%s is read', async (bookType) => {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(LIST), 'Ark1');
  const {sheets} = await adopt({'liste 2009.xls': new Uint8Array(write(made, {type: 'buffer', bookType}))});
  expect(sheets[0]).toMatchObject({
    kind: 'list',
    year: 2009,
    seen: {layout: {type: bookType === 'ods' ? 'ods' : 'xls'}},
  });
});

describe('files that cannot be read, beside one that can', () => {
  test.each([
    {
      what: 'a password',
      file: 'hemmelig.xlsx',
      bytes: () => book({}, {encryption: {password: 'x', spinCount: 10}}),
      reason: 'password-protected',
    },
    {what: 'half a file', file: 'halv.xlsx', bytes: async () => (await book({})).slice(0, 900), reason: 'wrong-format'},
    {what: 'no bytes', file: 'tom.csv', bytes: async () => '', reason: 'empty-file'},
    {what: 'an open quote', file: 'brudt.csv', bytes: async () => 'Navn;Køn\r\n"Anna;K\r\n', reason: 'not-a-table'},
  ])('$what: $reason', async ({file, bytes, reason}) => {
    const {refused, sheets} = await adopt({[file]: await bytes(), 'liste 2009.csv': csv(LIST)});
    expect(refused.map((one) => [one.file, one.refusal.reason])).toEqual([[file, reason]]);
    expect(sheets.map(({kind}) => kind)).toEqual(['list']);
  });

  test('the lock of an open workbook, and what is no table, are passed over and told', async () => {
    const {all} = await adopt({
      '~$liste.xlsx': 'x',
      'brev.docx': 'PK',
      'svar.yaml': 'a: 1',
      'liste 2009.csv': csv(LIST),
    });
    expect(all.map(({rule, facts}) => [rule, facts.file])).toEqual([
      ['file-not-a-table', 'brev.docx'],
      ['file-not-a-table', 'svar.yaml'],
      ['file-open', '~$liste.xlsx'],
    ]);
    expect(all[2]?.facts.of).toBe('liste.xlsx');
  });
});

test('a number that begins again in every list names nobody', async () => {
  const rows = LIST.map((row, i) => ['CMM-nr.', ...row.slice(1)].with(0, i === 0 ? 'CMM-nr.' : i));
  const {sheets} = await adopt({'liste 2009.csv': csv(rows)});
  const [list] = sheets;
  expect(list?.kind === 'list' && list.columns.find(({heading}) => heading === 'CMM-nr.')?.field).toBeUndefined();
});

describe('a name in two columns', () => {
  const halves = (i: number) => ['Anna', `Prøve${'ABCDEFGHIJ'[i % 10]}figur`];
  const rows = LIST.map((row, i) => [
    ...row.slice(0, 1),
    ...(i === 0 ? ['Fornavn', 'Efternavn'] : halves(i)),
    ...row.slice(3),
  ]);

  test('is one name, shown by its shape', async () => {
    const {sheets} = await adopt({'liste 2009.csv': csv(rows)});
    const [list] = sheets;
    if (list?.kind !== 'list') throw new Error('no list');
    expect(list.columns.slice(1, 3)).toMatchObject([
      {field: 'given-name', examples: [{shows: 'Aa', cells: 6}]},
      {field: 'family-name'},
    ]);
    expect(list.findings).toEqual([]);
    expect(layoutYaml(list, 'x').columns).toEqual(
      expect.arrayContaining([expect.objectContaining({role: 'given'}), expect.objectContaining({role: 'family'})]),
    );
  });

  test('half of it and a birth date are not yet one person', async () => {
    const twins = rows.map((row, i) => (i === 0 ? row : row.with(3, '01-01-1990')));
    const {find} = await adopt({'liste 2009.csv': csv(twins)});
    expect(find('same-person-twice')).toBeUndefined();
    const once = await adopt({'liste 2009.csv': csv([...twins, (twins[2] ?? []).with(0, 9)])});
    expect(once.find('same-person-twice')?.facts.rows).toEqual(['3 + 8']);
  });
});

test('a column beyond a blank one that is filled in throughout is one of the list', async () => {
  const {find, sheets} = await adopt({
    'liste 2009.csv': csv(LIST.map((row, i) => [...row, '', i === 0 ? 'Branche' : 'Restaurant'])),
    'tal 2009.csv': csv(
      LIST.map((row, i) => [
        ...row,
        '',
        ...([
          ['Land', 'Antal'],
          ['Nigeria', 6],
        ][i] ?? []),
      ]),
    ),
  });
  expect(find('table-beside')?.facts).toMatchObject({file: 'tal 2009.csv', row: 1, column: 'J'});
  const columns = sheets.map((one) => (one.kind === 'list' ? one.columns.map(({field}) => field) : []));
  expect(columns.map((fields) => fields.length)).toEqual([9, 8]);
  expect(columns[0]).toContain('industry');
});

test('what else a column may be is never more certain than what is proposed', async () => {
  const rows = LIST.map((row, i) => row.with(6, i === 0 ? 'Afsagt' : (row[6] ?? '')));
  const {sheets} = await adopt({'liste 2009.csv': csv(rows)});
  const columns = sheets.flatMap((one) => (one.kind === 'list' ? one.columns : []));
  const afsagt = columns.find(({heading}) => heading === 'Afsagt');
  expect(afsagt).toMatchObject({field: 'decided', others: [{field: 'contacted'}, {}]});
  for (const {certainty, others, field} of columns)
    if (field !== undefined) for (const other of others) expect(other.certainty).toBeLessThanOrEqual(certainty);
});

test('a list without days is of the year its name says, or is not taken', async () => {
  const without = withoutDays(LIST);
  const {find, sheets} = await adopt({'liste 2009.csv': csv(without), 'liste.csv': csv(without)});
  expect(find('list-of-year')?.facts).toMatchObject({file: 'liste 2009.csv', year: 2009});
  expect(find('list-without-day')).toMatchObject({severity: 'error', facts: {file: 'liste.csv'}});
  expect(sheets.map((one) => (one.kind === 'list' ? [one.year, one.yearOnly] : one.kind))).toEqual([
    [2009, true],
    [undefined, true],
  ]);
});

const office97 = spawnSync('soffice', ['--version']).status === 0;
const savedAs = (type: string, path: string, options: readonly string[] = []): Uint8Array => {
  const [at, profile] = [join(folder.path, 'saved'), `-env:UserInstallation=file://${folder.path}/lo`];
  const args = [profile, '--headless', ...options, '--convert-to', type, '--outdir', at, path];
  execFileSync('soffice', args, {stdio: 'ignore', timeout: 120_000});
  return readFileSync(join(at, `${basename(path).split('.')[0]}.${type}`));
};

describe.runIf(office97)('saved by LibreOffice', () => {
  test('any of its formats is read alike', async () => {
    writeFileSync(join(folder.path, 'liste.csv'), csv(LIST));
    const saved = ['xls', 'xlsx', 'ods'].map((type): [string, Uint8Array] => [
      `liste 2009.${type}`,
      savedAs(type, join(folder.path, 'liste.csv'), ['--infilter=CSV:59,34,76,1']),
    ]);
    const {sheets} = await adopt(Object.fromEntries(saved));
    const fields = sheets.map((one) => (one.kind === 'list' ? one.columns.map(({field}) => field) : one.kind));
    expect(new Set(fields.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(fields[0]).toEqual(['line', 'name', 'cpr', 'born', 'sex', 'nationality', 'decided', 'exploitation']);
  }, 180_000);

  test('a colour is seen in any of its formats', async () => {
    const style = {fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'FF0000'}}} as const;
    writeFileSync(join(folder.path, 'rød.xlsx'), await book({cells: new Map([['2,1', {value: 'Anna', style}]])}));
    const saved = ['xls', 'ods'].map((type): [string, Uint8Array] => [
      `liste 2009.${type}`,
      savedAs(type, join(folder.path, 'rød.xlsx')),
    ]);
    const {all} = await adopt(Object.fromEntries(saved));
    const coloured = all.filter(({rule}) => rule === 'rows-coloured');
    expect(coloured.map(({facts}) => [facts.file, facts.rows])).toEqual([
      ['liste 2009.ods', ['3']],
      ['liste 2009.xls', ['3']],
    ]);
  }, 180_000);
});
