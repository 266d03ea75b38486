/** `opgor series` on the demo's files: both codings, the break, both measures; and on a register that begins in 2013. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import papaparse from 'papaparse';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('series');
const demo = commandIn(folder.path, join(folder.path, 'demo'));
const late = commandIn(folder.path, join(folder.path, 'late'));

beforeAll(async () => {
  for (const [name, {opgor, json}] of [
    ['denmark-2013', demo],
    ['published-only', late],
  ] as const) {
    const office = join(folder.path, name === 'denmark-2013' ? 'demo' : 'late');
    expect((await opgor(['init', office, '--profile', 'denmark', '--synthetic'])).code).toBe(0);
    for (const [file, source, at] of [
      ['us-afgoerelser-2013.csv', 'us', '2014-01-27'],
      ['cmm-sager-2013.xlsx', 'cmm', '2014-01-28'],
    ] as const) {
      const path = join('examples', name, 'input', file);
      expect((await json('receive', path, '--source', source, '--recorded-at', at)).code).toBe(0);
    }
  }
});
afterAll(folder.remove);

const TABLE = ['series', 'persons-by-exploitation', '--to-year', '2013'];
interface Under {
  readonly definitions: string;
  readonly years: Readonly<Record<string, {readonly kind: string; readonly value?: number; readonly why?: string}>>;
  readonly 'sum-of-years': {readonly kind: string; readonly value?: number};
  readonly 'distinct-persons': {readonly kind: string; readonly value?: number; readonly why?: string};
}
interface Row {
  readonly codes: {readonly exploitation: string};
  readonly under: readonly Under[];
}
const lineOf = (rows: readonly Row[], code: string, definitions: string): Under | undefined =>
  rows.find(({codes}) => codes.exploitation === code)?.under.find((one) => one.definitions === definitions);
const values = (line: Under | undefined) => Object.values(line?.years ?? {}).map(({value}) => value);

test('2007–2013 under both codings, the break marked, its changes split', async () => {
  const {code, answer} = await demo.json(...TABLE, '--definitions', 'all');
  expect(code).toBe(0);
  const [{rows, breaks, changes, notes}] = answer.tables;
  expect(breaks).toEqual([2013]);
  const forced = ['as-published', '2012', '2013'].map((one) => values(lineOf(rows, 'forced-labour', one)));
  const criminal = ['as-published', '2012', '2013'].map((one) => values(lineOf(rows, 'criminal-acts', one)));
  // Before 2013 as published is 2012's coding, in 2013 it is 2013's; what one loses under the other, the other gains.
  expect(forced[0]?.slice(0, -1)).toEqual(forced[1]?.slice(0, -1));
  expect(forced[0]?.at(-1)).toBe(11);
  expect(forced[2]?.at(-1)).toBe(11);
  expect(criminal[2]?.at(-1)).toBe(7);
  const sums = [1, 2].map((i) => forced[i]?.map((value, year) => (value ?? 0) + (criminal[i]?.[year] ?? 0)));
  expect(sums[0]).toEqual(sums[1]);
  expect(forced[1]).not.toEqual(forced[2]);
  expect(values(lineOf(rows, 'all', '2013'))).toEqual([17, 28, 47, 53, 60, 66, 76]);
  for (const {change, real, definitional} of changes) expect(real + definitional).toBe(change);
  expect(notes).toContain(
    'Cannabis production was counted under forced labour until 2012 and is counted under criminal acts from 2013.',
  );
  const all = lineOf(rows, 'all', '2013');
  expect(all?.['sum-of-years'].value).toBe(347);
  expect(all?.['distinct-persons'].value).toBeLessThan(347);
});

test('as a person reads it, in either language', async () => {
  const english = await demo.opgor(TABLE);
  expect(english.out).toMatch(/2012 +‖ 2013/);
  expect(english.out).toContain('Change from 2012 to 2013');
  const danish = await demo.opgor([...TABLE, '--definitions', '2012'], {language: 'da'});
  expect(danish.out).not.toContain('‖');
  expect(danish.out).toContain('Forskellige personer');
});

test('years held as totals cannot be recomputed, and say so', async () => {
  const {answer} = await late.json(...TABLE, '--definitions', '2013');
  const [{rows}] = answer.tables;
  const forced = lineOf(rows, 'forced-labour', '2013');
  expect(forced?.years['2012']).toEqual({kind: 'not-collected', why: 'published-only'});
  const all = lineOf(rows, 'all', '2013');
  expect(all?.years['2012']).toMatchObject({kind: 'count', value: 66});
  expect(all?.['sum-of-years']).toMatchObject({kind: 'count', value: 347});
  expect(all?.['distinct-persons']).toEqual({kind: 'not-collected', why: 'published-only'});
  const said = await late.opgor([...TABLE, '--definitions', '2013']);
  expect(said.out).toContain('cannot be recomputed');
  expect(said.out).toContain('The figures for 2007–2012 are published totals from before the register');
});

const rowsOf = (path: string) =>
  papaparse.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;

describe('to a folder', () => {
  const out = join(folder.path, 'series');
  const ID = 'persons-by-exploitation-by-definitions';
  let files: readonly string[];
  beforeAll(async () => {
    const {answer} = await demo.json('series', '--to-year', '2013', '--definitions', 'all', '--out', out);
    expect(answer.folder).toBe(out);
    files = answer.files;
  });

  test('a file a table, its two measures, and pictures of what a break concerns', () => {
    expect(files.filter((name) => name.includes('/persons-by-exploitation'))).toEqual([
      `tables/${ID}.csv`,
      `tables/${ID}-measures.csv`,
      ...['da', 'en'].flatMap((tag) =>
        ['forced-labour', 'criminal-acts'].flatMap((code) =>
          ['as-published', '2012', '2013'].map((one) => `charts/persons-by-exploitation.${code}.${one}.${tag}.svg`),
        ),
      ),
    ]);
    for (const name of files) expect(existsSync(join(out, name))).toBe(true);
  });

  test('the break is flagged and noted where it is, and the policy in force is told', () => {
    const rows = rowsOf(join(out, `tables/${ID}.csv`));
    const at = (row: Record<string, string>) => `${row.definitions} ${row.year}`;
    expect(new Set(rows.filter((row) => row.break === 'break').map(at))).toEqual(new Set(['as-published 2013']));
    const moved = 'Cannabis production was counted under forced labour until 2012';
    expect(new Set(rows.filter((row) => row['notes.en']?.includes(moved)).map(at))).toEqual(
      new Set(['as-published 2013']),
    );
    expect(rows[0]?.['table-notes.da']).toMatch(/afgørelse/);
    expect(rows[0]?.['table-notes.en']).toMatch(/decision/);
    expect(rows.find(({definitions}) => definitions === '2012')?.['definitions.en']).toBe('Definitions of 2012');
    expect(rowsOf(join(out, `tables/${ID}-measures.csv`))[0]?.['table-notes.en']).toMatch(/decision/);
  });

  test('a picture marks the break as published, and none under one coding', () => {
    const picture = (one: string) =>
      readFileSync(join(out, `charts/persons-by-exploitation.forced-labour.${one}.en.svg`), 'utf8');
    expect(picture('as-published')).toContain('stroke-dasharray');
    expect(picture('2013')).not.toContain('stroke-dasharray');
  });

  test('and nothing there is overwritten', async () => {
    expect((await demo.json(...TABLE, '--out', out)).answer.refusal.reason).toBe('folder-not-empty');
  });

  test('published totals are marked with their source, and years that have nothing else', async () => {
    const other = join(folder.path, 'late-series');
    expect((await late.json(...TABLE, '--definitions', '2013', '--out', other)).code).toBe(0);
    const rows = rowsOf(join(other, `tables/${ID}.csv`)).filter(
      (row) => row.definitions === '2013' && row.year === '2012',
    );
    const status = new Map(rows.map((row) => [row.exploitation, row.status]));
    expect([status.get('all'), status.get('forced-labour')]).toEqual(['published', 'published-only']);
  });
});

test('refused where nothing can be shown', async () => {
  expect((await demo.json('series', 'persons-by-shoe-size')).answer.refusal.reason).toBe('no-such-table');
  expect((await demo.json('series', '--from-year', '2030', '--to-year', '2029')).answer.refusal.reason).toBe(
    'nothing-to-count',
  );
  expect((await demo.opgor([...TABLE, '--definitions', 'newest'])).code).toBe(2);
  expect((await demo.opgor(['series', '--from-year', '13'])).code).toBe(2);
});
