/**
 * Public editions whose figures are changed, from policy to folder: rounded, compiled again, told again as a year of a later series,
 * and followed by an edition under another method.
 */
import {readdirSync, readFileSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Answer, decision, type Row, type SmallOffice, smallOffice} from './small-office.ts';

const YEAR = 2012;
const RELEASE = ['release', String(YEAR), '--edition', 'public', '--by', 'Anne Holm', '--approved-by', 'Bo Lind'];
const OPEN = ['--with-open-questions', '--reason', 'The answers are asked for'];

const GROUPS = [
  ['Nigeria', 'Prostitution', 28, 1],
  ['Rumænien', 'Prostitution', 5, 0],
  ['Ghana', 'Prostitution', 2, 0],
  ['Thailand', 'Prostitution', 1, 0],
  ['Rumænien', 'Tvangsarbejde', 1, 5],
  ['Filippinerne', 'Tvangsarbejde', 1, 3],
  ['Vietnam', 'Narkosalg', 0, 4],
] as const;

/** The same persons of every year, and so many Thai women in the last. */
function rowsOf(years: readonly number[], more: number): ReadonlyMap<string, Row> {
  const groups = [...GROUPS, ['Thailand', 'Prostitution', more, 0] as const];
  const rows = years.flatMap((year, y) =>
    (y === years.length - 1 ? groups : GROUPS).flatMap(([nationality, form, women, men]) =>
      Array.from({length: women + men}, (_, i) => ({year, form, nationality, sex: i < women ? 'Kvinde' : 'Mand'})),
    ),
  );
  return new Map(
    rows.map(({year, form, nationality, sex}, i) => [
      `S-${i + 1}`,
      {
        ...decision(`${900_000 + i}`, `${String(1 + (i % 28)).padStart(2, '0')}-05-${year}`, form, sex),
        Statsborgerskab: nationality,
      },
    ]),
  );
}

let office: SmallOffice;

const follow = (method: string) =>
  office.edit('policies.yaml', (text) =>
    text.replace(/ {6}edition: public\n[\s\S]*? {6}rolled-up:\n/, `      edition: public\n${method}      rolled-up:\n`),
  );
const ROUND = '      method: round\n      base: 5\n';
const CELL_KEY = '      method: cell-key\n      most: 2\n      variance: 1.05\n      no-result-up-to: 1\n';

/** What a recipient has: table and codes, and the number or the kind of nothing. */
function cellsIn(folder: string): ReadonlyMap<string, number | string> {
  const cells = new Map<string, number | string>();
  const {link} = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
  for (const {id, dimension, value, status, extension} of link.item as readonly Answer[]) {
    const codes = (id as readonly string[]).reduce<readonly string[]>(
      (all, one) => all.flatMap((before) => dimension[one].category.index.map((code: string) => `${before}.${code}`)),
      [extension.table],
    );
    codes.forEach((code, i) => {
      cells.set(code, value[i] ?? status?.[i] ?? '');
    });
  }
  return cells;
}

async function compiled(year: number, name: string) {
  const out = join(office.folder, name);
  const answer = await office.done('statement', String(year), '--edition', 'public', '--out', out, '--media', 'html');
  return {answer, out, cells: cellsIn(out), page: readFileSync(join(out, 'statement.en.html'), 'utf8')};
}

beforeAll(async () => {
  office = await smallOffice('changed-editions');
  office.at(`${YEAR + 1}-01-10T09:00:00Z`);
  await office.receive(rowsOf([YEAR], 0));
  follow(ROUND);
}, 60_000);

afterAll(() => office.remove());

let released: string;

describe('rounded to 5', () => {
  test('the office is told what it costs', async () => {
    const {changed, policy} = await office.done('protect', String(YEAR));
    expect(policy).toMatchObject({method: 'round', base: 5});
    expect(changed).toMatchObject({method: 'round'});
    expect(changed.changed).toBeGreaterThan(0);
    expect(changed.utility).toBeGreaterThan(0.8);
    const {out} = await office.opgor(['protect', String(YEAR)]);
    expect(out).toContain('Small counts are rounded to 0 or 5');
  });

  test('released, every page says so, and no figure is from 1 to 4', async () => {
    ({folder: released} = await office.done(...RELEASE, ...OPEN));
    const numbers = [...cellsIn(released).values()].filter((told) => typeof told === 'number');
    expect(numbers.length).toBeGreaterThan(20);
    for (const told of numbers) expect(told === 0 || told >= 5).toBe(true);
    expect(readFileSync(join(released, 'statement.en.html'), 'utf8')).toContain('none from 1 to 4 is shown');
    expect(readFileSync(join(released, 'statement.da.html'), 'utf8')).toContain('ingen fra 1 til 4 vises');
    for (const file of ['figures.json', 'tables/persons-by-sex.csv'])
      expect(readFileSync(join(released, file), 'utf8')).toMatch(/Rounded figures|Afrundede tal/);
  });

  test('compiled again, it is the same bytes', async () => {
    const again = await office.done('recompile', `${YEAR}-public-1`, '--out', join(office.folder, 'again'));
    expect(again.identical).toBe(true);
  });

  test('in the next year’s series the year keeps its figures, and nobody is warned', async () => {
    office.at(`${YEAR + 2}-01-10T09:00:00Z`);
    await office.receive(rowsOf([YEAR, YEAR + 1], 3));
    const {cells, answer} = await compiled(YEAR + 1, 'next');
    const was = cellsIn(released);
    expect(was.get(`persons-by-year.${YEAR}`)).not.toBe(GROUPS.reduce((sum, [, , women, men]) => sum + women + men, 0));
    for (const code of [`persons-by-year.${YEAR}`, `exploitation-by-year.${YEAR}.prostitution`])
      expect([code, cells.get(code)]).toEqual([code, was.get(code)]);
    expect(answer.findings.map(({rule}: Answer) => rule)).not.toContain('disclosure-methods-differ');
  });
});

test('corrected by one person it shows nobody by what is subtracted, and is told as a correction; its log stands', async () => {
  office.at(`${YEAR + 2}-02-10T09:00:00Z`);
  const late: Row = {...decision('999001', `02-06-${YEAR}`, 'Prostitution'), Statsborgerskab: 'Ungarn'};
  await office.receive(new Map([...rowsOf([YEAR, YEAR + 1], 3), ['S-999', late]]));
  const corrected = await office.done(
    ...[...RELEASE, ...OPEN, '--corrects', `${YEAR}-public-1`],
    ...['--erratum', 'da=Nye afgørelser.', '--erratum', 'en=New decisions.'],
  );
  expect(readFileSync(join(corrected.folder, 'statement.en.html'), 'utf8')).toContain('New decisions.');
  const [was, is] = [cellsIn(released), cellsIn(corrected.folder)];
  // One woman more: exact, the two editions side by side would show her in every row she is in.
  const apart = [...is].map(([code, told]) => Math.abs(Number(told) - Number(was.get(code) ?? 0)));
  expect(apart.filter((by) => by > 0 && by < 5)).toEqual([]);
  expect(was.size).toBeGreaterThan(20);
  const again = await office.done('recompile', `${YEAR}-public-2`, '--out', join(office.folder, 'again-2'));
  expect(again.identical).toBe(true);
  await office.done('verify');
});

test('without the workspace’s key no figure is changed, and none goes out; all figures are shown inside', async () => {
  const {keyFolder} = office.effects;
  const [key = ''] = readdirSync(keyFolder).filter((name) => name.endsWith('.key'));
  const [kept, away] = [join(keyFolder, key), join(office.folder, 'away')];
  renameSync(kept, away);
  const out = join(office.folder, 'keyless');
  expect(await office.refused('statement', String(YEAR), '--edition', 'public', '--out', out)).toBe('no-key');
  expect(await office.refused('recompile', `${YEAR}-public-1`, '--out', out)).toBe('no-key');
  await office.done('statement', String(YEAR), '--out', out, '--media', 'html');
  renameSync(away, kept);
});

test('by cell keys: the pages say that parts need not add up, and that the year is out by another method', async () => {
  office.edit('policies.yaml', (text) => text.replace(ROUND, CELL_KEY));
  const {page, answer, cells} = await compiled(YEAR, 'by-keys');
  expect(page).toContain('parts need not add up to their total');
  expect([...cells.values()]).not.toContain(1);
  expect([...(await compiled(YEAR, 'by-keys-again')).cells]).toEqual([...cells]);
  expect(page).toContain('moves.csv');
  const moves = readFileSync(join(office.folder, 'by-keys', 'moves.csv'), 'utf8').split('\r\n');
  // None stays none; one is told as none, two or three: D 2, V 1.05 and js 1 leave no choice.
  expect(moves.slice(1, 5).map((line) => line.split(';').slice(0, 5).join(';'))).toEqual([
    '0;0;0;0;100000000',
    '1;1;-1;0;50833333',
    '1;1;1;2;47500000',
    '1;1;2;3;1666667',
  ]);
  expect(moves.slice(1, -1).every((line) => line.includes('Tal med tilfældig støj'))).toBe(true);
  expect(readdirSync(released)).not.toContain('moves.csv');
  expect(answer.findings.map(({rule}: Answer) => rule)).toContain('disclosure-methods-differ');
});

test('withheld after that: a rounded figure is nothing that a small one is known by', async () => {
  office.edit('policies.yaml', (text) => text.replace(CELL_KEY, '      smallest: 3\n'));
  const {cells, answer} = await compiled(YEAR, 'withheld');
  expect([...cells.values()].filter((told) => told === 1 || told === 2)).toEqual([]);
  expect(answer.findings.map(({rule}: Answer) => rule)).toContain('disclosure-methods-differ');
}, 60_000);

test('noise that no small count can have is a fault of the profile, with its line', async () => {
  office.edit('policies.yaml', (text) => text.replace('      smallest: 3\n', CELL_KEY.replace('1.05', '0.5')));
  const {err} = await office.opgor(['profile', 'check', join(office.workspace, 'profile')]);
  expect(err).toMatch(/policies\.yaml, line \d+.*so little variance/);
});
