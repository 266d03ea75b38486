/** Rows as agencies write them, and what becomes of each. */
import {describe, expect, test} from 'vitest';
import {makeFact} from '#intake/make-facts';
import {parsePartialDate} from '#kit/partial-date';
import {plainDate} from '#kit/plain-date';
import {cells, csv, type Heading, latin, readAll, readRow, rulesOf, toy} from './toy-source.ts';

const taken = async (over: Partial<Record<Heading, string>>) => {
  const row = await readRow(over);
  if (row.kind !== 'classified') throw new Error(JSON.stringify(row.findings));
  return row;
};

test('a sound row becomes facts, and an identity apart from them', async () => {
  const row = await taken({'CPR-nr.': '010490-1234'});
  expect(row.key).toEqual(['13/1']);
  expect(row.facts).toEqual([
    {
      kind: 'assessment',
      on: '2013-05-02',
      by: 'us',
      outcome: 'victim',
      codes: {},
      age: {youngest: 23, oldest: 23, basis: 'full'},
    },
    {kind: 'characteristics', on: '2013-05-02', codes: {sex: ['female'], nationality: ['NG']}},
    {kind: 'departure-deadline', on: '2013-05-02', days: 30},
  ]);
  expect(row.identity).toEqual({
    names: [{text: 'Prøve Person', kind: 'name'}],
    identifiers: [{scheme: 'cpr', value: '0104901234'}],
    birth: {date: '1990-04-01', assessed: false},
  });
  expect(row.totals).toEqual({rows: 1, persons: 1, 'persons-2013': 1, days: 30});
  expect(row.findings).toEqual([]);
});

test.each([
  {given: 'Anna', family: 'Prøve Figur', name: 'Anna Prøve Figur'},
  {given: 'Anna', family: 'ukendt', name: 'Anna'},
  {given: '', family: 'Figur', name: 'Figur'},
])('a name in two columns is one: $name', async ({given, family, name}) => {
  const {columns} = toy();
  const halves = columns.map((column) => {
    if (column.field === 'name') return {...column, type: {kind: 'name', role: 'family', separators: []} as const};
    return column.field === 'cpr' ? {...column, type: {kind: 'name', role: 'given', separators: []} as const} : column;
  });
  const file = latin(csv(cells({Navn: family, 'CPR-nr.': given})));
  const {rows} = await readAll(file, toy({columns: halves}));
  expect(rows[0]).toMatchObject({identity: {names: [{text: name, kind: 'name'}]}});
});

describe('ages at decision', () => {
  test.each<[string, {youngest: number; oldest: number; basis: string} | undefined]>([
    ['02-05-1990', {youngest: 23, oldest: 23, basis: 'full'}],
    ['03-05-1990', {youngest: 22, oldest: 22, basis: 'full'}],
    ['1990', {youngest: 22, oldest: 23, basis: 'partial'}],
    ['05-1990', {youngest: 22, oldest: 23, basis: 'partial'}],
    ['00-05-1990', {youngest: 22, oldest: 23, basis: 'partial'}],
    ['00-00-1990', {youngest: 22, oldest: 23, basis: 'partial'}],
    ['ca. 1990', {youngest: 22, oldest: 23, basis: 'assessed'}],
    ['2013', {youngest: 0, oldest: 0, basis: 'partial'}],
    ['ukendt', undefined],
    ['-', undefined],
    ['', undefined],
  ])('born %s', async (born, age) => {
    const {facts} = await taken({Fødselsdato: born});
    const [assessment] = facts;
    expect(assessment).toMatchObject({kind: 'assessment'});
    expect(assessment?.kind === 'assessment' ? assessment.age : 'none').toEqual(age);
  });
});

describe('habits', () => {
  test.each<[Partial<Record<Heading, string>>, Readonly<Record<string, readonly string[]>>]>([
    [{Køn: 'Kvinde  '}, {sex: ['female'], nationality: ['NG']}],
    [{Køn: '\u00a0KVINDE\u00a0'}, {sex: ['female'], nationality: ['NG']}],
    [{Køn: 'k'}, {sex: ['female'], nationality: ['NG']}],
    [{Køn: 'Ukendt'}, {nationality: ['NG']}],
    [{Køn: 'uoplyst'}, {nationality: ['NG']}],
    [{Statsborgerskab: 'Nigeria / Rumænien'}, {sex: ['female'], nationality: ['NG', 'RO']}],
    [{Statsborgerskab: 'Rumænien og Nigeria'}, {sex: ['female'], nationality: ['RO', 'NG']}],
    [{Statsborgerskab: 'Trinidad og Tobago'}, {sex: ['female'], nationality: ['TT']}],
    [{Statsborgerskab: 'Nigeria/ukendt'}, {sex: ['female'], nationality: ['NG']}],
    [{Statsborgerskab: 'Nigeria/Nigeria'}, {sex: ['female'], nationality: ['NG']}],
  ])('%o', async (over, codes) => {
    const {facts} = await taken(over);
    expect(facts.find(({kind}) => kind === 'characteristics')).toMatchObject({codes});
  });

  test.each([
    ['1.234', 1234],
    ['1.234,0', 1234],
    ['30,0', 30],
    [' 7 ', 7],
  ])('the number %s', async (Dage, days) => {
    const {facts} = await taken({Dage});
    expect(facts.at(-1)).toMatchObject({kind: 'departure-deadline', days});
  });

  test.each(['2-5-2013', '02.05.2013', '02/05/2013', '2013-05-02', '02-05-2013 00:00:00'])(
    'the day %s',
    async (day) => {
      const {facts} = await taken({Afgørelsesdato: day});
      expect(facts[0]).toMatchObject({on: '2013-05-02'});
    },
  );

  test('a person may be a record number only', async () => {
    const row = await taken({Navn: 'ukendt', Fødselsdato: ''});
    expect(row.identity).toBeUndefined();
    expect(row.facts).not.toEqual([]);
  });

  test('a case never decided is dated by its contact', async () => {
    const row = await taken({Afgørelse: 'Formodet', Afgørelsesdato: ''});
    expect(row.facts[0]).toMatchObject({outcome: 'presumed', on: '2013-02-01'});
    expect(row.totals).toEqual({rows: 1, days: 30});
  });
});

describe('rows held', () => {
  test.each<[string, Partial<Record<Heading, string>>, readonly string[]]>([
    ['no key', {'Sagsnr.': ''}, ['required-cell-empty Sagsnr.']],
    ['no outcome', {Afgørelse: '-'}, ['required-cell-empty Afgørelse']],
    ['a positive decision without a day', {Afgørelsesdato: ''}, ['required-cell-empty Afgørelsesdato']],
    ['no day at all', {Afgørelse: 'Negativ', Afgørelsesdato: '', Kontaktdato: ''}, ['row-without-day']],
    ['31 February', {Afgørelsesdato: '31-02-2013'}, ['impossible-date Afgørelsesdato']],
    ['29 February of no leap year', {Fødselsdato: '29-02-1990'}, ['impossible-date Fødselsdato']],
    ['month and day swapped', {Afgørelsesdato: '05-13-2013'}, ['impossible-date Afgørelsesdato']],
    ['a year of two digits', {Afgørelsesdato: '02-05-13'}, ['impossible-date Afgørelsesdato']],
    ['a day of the year 0', {Kontaktdato: '01-01-0001'}, ['impossible-date Kontaktdato']],
    ['decided after it was received', {Afgørelsesdato: '28-01-2014'}, ['date-in-future Afgørelsesdato']],
    ['born after it was received', {Fødselsdato: '2015'}, ['date-in-future Fødselsdato']],
    ['contact before the Centre was', {Kontaktdato: '01-02-1913'}, ['date-too-early Kontaktdato']],
    ['decided before birth', {Fødselsdato: '03-05-2013'}, ['dates-out-of-order']],
    ['decided before contact', {Kontaktdato: '03-05-2013'}, ['dates-out-of-order']],
    ['a word nobody has heard of', {Køn: 'Kvindde'}, ['unknown-word Køn']],
    ['one strange nationality of two', {Statsborgerskab: 'Nigeria/Atlantis'}, ['unknown-word Statsborgerskab']],
    ['a code of a later time', {Køn: 'Andet køn'}, ['code-not-in-force Køn']],
    ['an English number', {Dage: '12.5'}, ['number-not-readable Dage']],
    ['a number in words', {Dage: 'tredive'}, ['number-not-readable Dage']],
    ['a number out of range', {Dage: '-1'}, ['number-out-of-range Dage']],
    ['a number the layout lets in and no deadline can be', {Dage: '4000'}, ['number-out-of-range Dage']],
    ['half a day', {Dage: '1,5'}, ['number-not-whole Dage']],
    ['thousands and half a day', {Dage: '1.234,5'}, ['number-not-whole Dage']],
    ['a CPR number with its zero lost', {'CPR-nr.': '10490-1234'}, ['identifier-malformed CPR-nr.']],
    ['a whole story in a cell', {Navn: 'x'.repeat(2001)}, ['cell-too-long Navn']],
    [
      'all its faults at once',
      {Køn: '?', Afgørelsesdato: '31-02-2013', Dage: 'x', Statsborgerskab: 'Atlantis'},
      [
        'unknown-word Køn',
        'unknown-word Statsborgerskab',
        'impossible-date Afgørelsesdato',
        'number-not-readable Dage',
      ],
    ],
  ])('%s', async (_, over, rules) => {
    const row = await readRow(over);
    expect(row.kind).toBe('held');
    expect(rulesOf(row)).toEqual(rules);
    expect(row.findings.every(({facts}) => facts.row === 2)).toBe(true);
  });

  test('a cell too many', async () => {
    const {rows} = await readAll(latin(csv([...cells(), 'en til'])));
    expect(rows.map(rulesOf)).toEqual([['row-too-long']]);
  });

  test('says what the word may have been, and never the word', async () => {
    const row = await readRow({Køn: 'Kvindde'});
    expect(row.findings[0]?.facts).toMatchObject({
      nearest: 'Kvinde',
      known: ['Kvinde', 'Mand', 'Andet køn', 'Uoplyst'],
    });
    expect(JSON.stringify(row.findings)).not.toContain('Kvindde');
  });

  test('the other rows are taken', async () => {
    const {rows, end} = await readAll(
      latin(csv(cells(), cells({'Sagsnr.': '13/2', Køn: 'x'}), cells({'Sagsnr.': '13/3'}))),
    );
    expect(rows.map(({kind, row}) => [kind, row])).toEqual([
      ['classified', 2],
      ['held', 3],
      ['classified', 4],
    ]);
    expect(end).toEqual({kind: 'end', rows: 3, findings: []});
  });
});

describe('CPR numbers', () => {
  test('are not held for modulus 11, which they need not pass since 2007', async () => {
    expect((await taken({'CPR-nr.': '010190-1111'})).findings).toEqual([]);
  });
  test('with an impossible day are taken and noted', async () => {
    const row = await taken({'CPR-nr.': '610190-1111'});
    expect(rulesOf(row)).toEqual(['birth-date-in-identifier-impossible CPR-nr.']);
    expect(row.findings[0]?.severity).toBe('warning');
  });
});

test('before birth nobody has an age, and least of all a child’s', () => {
  const rule = {
    kind: 'assessment',
    when: [],
    set: {by: ['us'], outcome: ['victim'], age: ['$born']},
    codes: {},
  } as const;
  const age = (born: string) => {
    const date = parsePartialDate(born);
    if (date === undefined) throw new Error('no such date');
    return makeFact(
      rule,
      new Map([['born', {kind: 'birth', date, assessed: false} as const]]),
      plainDate('2013-05-02'),
    );
  };
  expect(age('2031')).not.toHaveProperty('age');
  expect(age('2013')).toMatchObject({age: {youngest: 0, oldest: 0}});
});
