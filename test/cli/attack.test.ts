/** `opgor attack` on tables made with known holes: all of them come back and nothing else; and on what is no table. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {afterAll, expect, test} from 'vitest';
import {languages} from '#language/language';
import {temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('attack');
const {opgor, json} = commandIn(folder.path, folder.path);
afterAll(folder.remove);
const at = (name: string, text: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};
const csv = (name: string, ...lines: readonly string[]) => at(`${name}.csv`, `${lines.join('\n')}\n`);

interface Cell {
  readonly table: string;
  readonly cell: Readonly<Record<string, string>>;
  readonly low: number;
  readonly high: number | null;
  readonly by: readonly string[];
}
const inShort = ({cells}: {readonly cells: readonly Cell[]}) =>
  Object.fromEntries(
    cells.map(({cell, low, high}) => [Object.values(cell).join(' '), low === high ? low : [low, high]]),
  );

const BY_SEX = csv(
  'by-sex',
  'region,sex,victims',
  'North,female,9',
  'North,male,<5',
  'North,Total,12',
  'South,female,..',
  'South,male,',
  'South,Total,8',
  'Total,female,13',
  'Total,male,7',
  'Total,Total,20',
);

test('plain subtraction, with the sum to follow', async () => {
  const {code, answer} = await json('attack', BY_SEX);
  expect(code).toBe(0);
  expect(inShort(answer)).toEqual({'North male': 3, 'South female': 4, 'South male': 4});
  expect(answer).toMatchObject({withheld: 3, recovered: 3, unproven: 0, finished: true, contradictions: []});
  expect(answer.cells[0]).toEqual({
    table: 'by-sex',
    cell: {region: 'North', sex: 'male'},
    printed: '<5',
    low: 3,
    high: 3,
    by: ['North: Total − female = male: 12 − 9 = 3'],
  });
});

test('ARGUS’ manual: X11 is in [3, 6]', async () => {
  const file = csv(
    'argus',
    'r,c,n',
    '1,1,..',
    '1,2,..',
    '1,Total,6',
    '2,1,..',
    '2,2,..',
    '2,Total,5',
    'Total,1,8',
    'Total,2,3',
    'Total,Total,11',
  );
  expect(inShort((await json('attack', file)).answer)).toEqual({
    '1 1': [3, 6],
    '1 2': [0, 3],
    '2 1': [2, 5],
    '2 2': [0, 3],
  });
});

test.each([
  {zeros: 'not said', given: [], male: [0, 4], other: [4, 8]},
  {zeros: 'printed', given: ['--smallest-shown', '0'], male: [1, 4], other: [4, 7]},
  {zeros: 'not printed', given: ['--smallest-shown', '5'], male: [0, 4], other: [4, 8]},
])('<5 where zeros are $zeros', async ({given, male, other}) => {
  const file = csv('zeros', 'sex,n', 'female,2', 'male,<5', 'other,..', 'Total,10');
  expect(inShort((await json('attack', file, ...given)).answer)).toEqual({male, other});
});

test('a table of another file closes the hole; without it nothing comes back', async () => {
  const one = csv(
    'one',
    'age,sex,n',
    'child,female,..',
    'child,male,..',
    'adult,female,10',
    'adult,male,20',
    'Total,female,..',
    'Total,male,..',
    'child,Total,5',
    'adult,Total,30',
    'Total,Total,35',
  );
  const other = csv('other', 'sex,n', 'female,12', 'male,23', 'Total,35');
  expect((await json('attack', one)).answer.recovered).toBe(0);
  const {answer} = await json('attack', one, other);
  expect(answer.recovered).toBe(4);
  expect(answer.cells.find(({cell}: Cell) => cell.age === 'Total' && cell.sex === 'female').by).toEqual(['other: 12']);
});

test('what the sums alone tell of three equations at once', async () => {
  // Each line has two unknowns; the rows less the columns leave one.
  const file = csv(
    'span',
    'r,c,n',
    'a,x,..',
    'a,y,..',
    'a,z,1',
    'a,Total,5',
    'b,x,..',
    'b,y,..',
    'b,z,..',
    'b,Total,9',
    'Total,x,4',
    'Total,y,5',
    'Total,z,5',
    'Total,Total,14',
  );
  const {answer} = await json('attack', file);
  expect(inShort(answer)).toMatchObject({'b z': 4});
  expect(answer.recovered).toBe(1);
});

test('tables that contradict each other: a minimal set, why, and the rest worked out without it', async () => {
  const file = csv(
    'wrong',
    'form,sex,n',
    'labour,female,3',
    'labour,male,44',
    'labour,Total,17',
    'other,female,<5',
    'other,male,2',
    'other,Total,5',
  );
  const {code, answer} = await json('attack', file);
  expect(code).toBe(0);
  expect(answer.contradictions).toEqual([
    {
      cells: [
        {table: 'wrong', cell: {form: 'labour', sex: 'male'}, printed: '44'},
        {table: 'wrong', cell: {form: 'labour', sex: 'Total'}, printed: '17'},
      ],
      why: 'labour: Total = female + male: 17 = ? + 44',
    },
  ]);
  expect(inShort(answer)).toEqual({'other female': 3});
  const said = await opgor(['attack', file], {language: 'da'});
  expect(said.out).toContain('1 modsigelse');
});

test('one cell printed differently by two tables', async () => {
  const a = csv('a', 'sex,n', 'female,3', 'male,4', 'Total,7');
  const b = csv('b', 'sex,n', 'female,3', 'male,5', 'Total,8');
  const {answer} = await json('attack', a, b);
  expect(answer.contradictions.map(({why}: {why: string}) => why)).toEqual(['a: 4 ≠ b: 5', 'a: 7 ≠ b: 8']);
});

const UNODC = `value: txtVALUE
dimensions: {country: Iso3_code, sex: Sex, age: Age, year: Year}
pivot: {dimension: Dimension, code: Category}
where: {Indicator: Detected trafficking victims}
apart: [country, year]
absent: zero
`;

test('UNODC’s layout through a mapping: Denmark 2013, all of three, as published and by subtraction', async () => {
  const row = (dimension: string, category: string, sex: string, age: string, value: string) =>
    `DNK,Denmark,Detected trafficking victims,${dimension},${category},${sex},${age},2013,Counts,${value}`;
  const file = csv(
    'data_glotip',
    'Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE',
    row('Total', 'Total', 'Total', 'Total', '76'),
    row('Total', 'Total', 'Female', 'Total', '64'),
    row('Total', 'Total', 'Male', 'Total', '12'),
    row('Total', 'Total', 'Total', '18 years or over', '74'),
    row('Total', 'Total', 'Total', '0 to 17 years', '<5'),
    row('Total', 'Total', 'Female', '18 years or over', '62'),
    row('Total', 'Total', 'Female', '0 to 17 years', '<5'),
    row('Total', 'Total', 'Male', '18 years or over', '12'),
    row('Total', 'Total', 'Male', '0 to 17 years', '<5'),
    row('by form of exploitation', 'Sexual exploitation', 'Total', 'Total', '58'),
    row('by form of exploitation', 'Forced labour', 'Total', 'Total', '11'),
    row('by form of exploitation', 'Other forms of exploitation', 'Total', 'Total', '7'),
    'DNK,Denmark,Persons convicted,Total,Total,Total,Total,2013,Counts,<5',
  );
  const {answer} = await json('attack', file, '--mapping', at('unodc.yaml', UNODC));
  const found = answer.cells.map(({cell, low, high}: Cell) => `${cell.sex}, ${cell.age}: ${low}–${high}`);
  expect(found).toEqual(['Total, 0 to 17 years: 2–2', 'Female, 0 to 17 years: 2–2', 'Male, 0 to 17 years: 0–0']);
  expect(answer.contradictions).toEqual([]);
});

test('a hierarchy, where a mapping says so; and one that overlaps', async () => {
  const file = csv('places', 'place,n', 'Nigeria,<5', 'Ghana,3', 'Africa,6', 'Romania,..', 'Total,10');
  const mapping = at('places.yaml', 'hierarchy: {place: {Africa: [Nigeria, Ghana]}}\n');
  expect(inShort((await json('attack', file, '--mapping', mapping)).answer)).toEqual({Nigeria: 3, Romania: 4});
  const overlapping = at('overlap.yaml', 'hierarchy: {place: {Africa: [Ghana], West: [Ghana]}}\n');
  const {answer} = await json('attack', file, '--mapping', overlapping);
  expect(answer.refusal).toMatchObject({
    reason: 'hierarchy-overlaps',
    dimension: 'place',
    code: 'Ghana',
    sums: ['Africa', 'West'],
  });
});

test('JSON-stat with statuses, and PX', async () => {
  const dataset = {
    version: '2.0',
    class: 'dataset',
    id: ['sex'],
    size: [3],
    dimension: {sex: {category: {index: ['F', 'M', 'T'], label: {F: 'Women', M: 'Men', T: 'Total'}}}},
    value: [9, null, 12],
    status: {1: '<5'},
  };
  const {answer} = await json('attack', at('sex.json', JSON.stringify(dataset)));
  expect(answer.cells).toMatchObject([{cell: {sex: 'M'}, printed: '<5', low: 3, high: 3}]);
  const px =
    'CHARSET="ANSI";\nSTUB="sex";\nHEADING="year";\nVALUES("sex")="Women","Men","Total";\nVALUES("year")="2012","2013";\nDATA=\n9 "-" ".." 4 12 ".."\n;\n';
  expect(inShort((await json('attack', at('sex.px', px))).answer)).toEqual({'Men 2012': 3, 'Total 2013': 4});
});

test('every line of a derivation adds up', async () => {
  const {answer} = await json('attack', BY_SEX);
  for (const line of answer.cells.flatMap(({by}: Cell) => by)) {
    const [, left = '', right = ''] = /: ([\d\s−+]+) = (\d+)$/.exec(line) ?? [];
    const sum = left
      .replaceAll('−', '+ -')
      .split('+')
      .reduce((all, one) => all + Number(one.replaceAll(' ', '')), 0);
    expect(sum).toBe(Number(right));
  }
});

test.each([
  ['a negative count', 'sex,n\nfemale,-3\nTotal,4\n', {reason: 'not-a-count', row: 2, rule: 'negative'}],
  ['a fraction', 'sex,n\nfemale,2.5\nTotal,4\n', {reason: 'not-a-count', row: 2, rule: 'fraction'}],
  ['thousands', 'sex;n\nfemale;1.234\nTotal;4\n', {reason: 'not-a-count', row: 2, rule: 'separated'}],
  ['a list of persons', 'name,city\nAnna,Odense\n', {reason: 'not-a-count', row: 2, rule: 'no-number'}],
  ['one column', 'n\n3\n', {reason: 'not-published-tables', row: 1, rule: 'one-column'}],
  ['no rows', 'sex,n\n', {reason: 'not-published-tables', rule: 'no-rows'}],
  ['a row too long', 'sex,n\nfemale,3,4\n', {reason: 'not-published-tables', row: 2, rule: 'cells-too-many'}],
  ['a row too short', 'sex,age,n\nfemale\n', {reason: 'not-published-tables', row: 2, rule: 'cells-too-few'}],
  ['a heading twice', 'sex,sex,n\nfemale,child,3\n', {reason: 'not-published-tables', rule: 'heading-twice'}],
  ['a margin left blank', 'sex,n\n,3\n', {reason: 'not-published-tables', row: 2, rule: 'code-empty'}],
  ['an empty file', '', {reason: 'empty-file'}],
  ['JSON of something else', '{"name": "x"}', {reason: 'not-published-tables', rule: 'not-json-stat'}],
  ['no JSON', '{"name":', {reason: 'not-published-tables', rule: 'not-json'}],
  [
    'a PX cut short',
    'STUB="a";\nVALUES("a")="x","y";\nDATA=\n1;\n',
    {reason: 'not-published-tables', rule: 'sizes-differ'},
  ],
  ['a PDF', '%PDF-1.7\n', {reason: 'wrong-format', found: 'PDF'}],
  ['a page', '<!doctype html><p>76', {reason: 'wrong-format', found: 'HTML'}],
  ['a zip', zipSync({'a.txt': new Uint8Array(3)}), {reason: 'wrong-format'}],
])('%s is refused with a remedy in both languages', async (what, text, refusal) => {
  const file = at(`${what.replaceAll(' ', '-')}.csv`, text);
  const {code, answer} = await json('attack', file);
  expect(code).toBe(1);
  expect(answer.refusal).toMatchObject(refusal);
  expect(JSON.stringify(answer)).not.toContain('Odense');
  for (const language of ['da', 'en'] as const)
    expect((await opgor(['attack', file], {language})).err).toContain(languages[language].cli.remedy);
});

test.each([
  [['attack']],
  [['attack', 'x.csv', '--smallest-shown', 'five']],
  [['attack', 'x.csv', '--time-limit', '-1']],
])('%s is used wrongly', async (args) => expect((await opgor(args)).code).toBe(2));

test('a mapping with a fault is refused with its line', async () => {
  const {answer} = await json('attack', BY_SEX, '--mapping', at('faulty.yaml', 'valeu: n\n'));
  expect(answer.refusal.reason).toBe('mapping-faulty');
  expect(answer.refusal.findings[0]).toMatchObject({rule: 'unknown-key', facts: {nearest: 'value'}});
});

const REAL = '../shared/data/disclosure/z1.csv';

test.skipIf(!existsSync(REAL))(`z1 at maxN 3: three cells by themselves come back, six do not (${REAL})`, async () => {
  const rows = readFileSync(REAL, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));
  const [places, kinds] = [new Set(rows.map(([a]) => a ?? '')), new Set(rows.map(([, b]) => b ?? ''))];
  const sum = (place: string, kind: string) =>
    rows.reduce(
      (all, [a, b, n]) =>
        all + ((place === 'Total' || a === place) && (kind === 'Total' || b === kind) ? Number(n) : 0),
      0,
    );
  const table = (name: string, hidden: (n: number, place: string, kind: string) => boolean) =>
    csv(
      name,
      'region,hovedint,ant',
      ...[...places, 'Total'].flatMap((place) =>
        [...kinds, 'Total'].map(
          (kind) => `${place},${kind},${hidden(sum(place, kind), place, kind) ? '..' : sum(place, kind)}`,
        ),
      ),
    );
  const primary = (n: number) => n >= 1 && n <= 3;
  const alone = (await json('attack', table('z1-primary', primary))).answer;
  expect([alone.withheld, alone.recovered]).toEqual([3, 3]);
});

test('a number that two tables print is told once in a contradiction', async () => {
  const one = csv('one-total', 'sex,n', 'female,9', 'male,4', 'Total,12');
  const two = csv('two-total', 'age,n', 'child,2', 'adult,10', 'Total,12');
  const {answer} = await json('attack', one, two);
  expect(answer.contradictions).toHaveLength(1);
  expect(answer.contradictions[0].cells.map(({table}: Cell) => table)).toEqual(['one-total', 'one-total', 'one-total']);
});

test('measures are not added up, nor what the statement’s own figures say has no total', async () => {
  const file = csv(
    'measures',
    'measure,sex,n',
    'persons,Total,7',
    'cases,Total,9',
    'persons,male,<5',
    'persons,female,4',
  );
  const total = csv('persons', 'sex,n', 'Total,12');
  const {answer} = await json('attack', file, total);
  expect(answer.contradictions).toEqual([]);
  expect(inShort(answer)).toEqual({'persons male': 3});
});
