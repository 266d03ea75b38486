/**
 * Public editions of one year one after the other: what the first withheld stays withheld when the year is compiled again, told under
 * another plan, and corrected; the office is told what nothing can guard any more; each edition compiles again to its bytes.
 */
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {attackFiles} from '#production/attack';
import {silent} from '#production/progress';
import {value} from '../production/edition-office.ts';
import {type Answer, decision, type Row, type SmallOffice, smallOffice} from './small-office.ts';

const YEAR = 2012;
const RELEASE = ['release', String(YEAR), '--edition', 'public', '--by', 'Anne Holm', '--approved-by', 'Bo Lind'];
const OPEN = ['--with-open-questions', '--reason', 'The answers are asked for'];

let office: SmallOffice;

/** So many women and men of a nationality in a form. */
const PERSONS = [
  ['Nigeria', 'Prostitution', 28, 1],
  ['Rumænien', 'Prostitution', 5, 0],
  ['Ghana', 'Prostitution', 2, 0],
  ['Thailand', 'Prostitution', 1, 0],
  ['Rumænien', 'Tvangsarbejde', 1, 5],
  ['Filippinerne', 'Tvangsarbejde', 1, 3],
  ['Nigeria', 'Narkosalg', 1, 0],
  ['Vietnam', 'Narkosalg', 0, 4],
] as const;

const rowsOf = (groups: readonly (readonly [string, string, number, number])[]): ReadonlyMap<string, Row> => {
  const rows = groups.flatMap(([nationality, form, women, men]) =>
    Array.from({length: women + men}, (_, i) => ({form, nationality, sex: i < women ? 'Kvinde' : 'Mand'})),
  );
  return new Map(
    rows.map(({form, nationality, sex}, i) => [
      `S-${i + 1}`,
      {
        ...decision(`${900_000 + i}`, `${String(1 + (i % 28)).padStart(2, '0')}-05-${YEAR}`, form, sex),
        Statsborgerskab: nationality,
      },
    ]),
  );
};

/** Of a statement of tables alone: what is said in words is another test's. */
const tablesAlone = (ids: readonly string[]) => (text: string) => {
  const end = text.indexOf('\n---', 3) + 5;
  return `${text.slice(0, end)}\n## Tables [#tables]\n\n${ids.map((id) => `::table{#${id}}`).join('\n\n')}\n`;
};

beforeAll(async () => {
  office = await smallOffice('public-editions');
  const tables = readFileSync(join(office.workspace, 'profile', 'tables.yaml'), 'utf8');
  const ids = [...tables.matchAll(/^- id: (\S+)$/gm)].flatMap(([, id = '']) =>
    id === 'identity-uncertainty' ? [] : [id],
  );
  for (const language of ['da', 'en']) office.edit(`statement/${language}.md`, tablesAlone(ids));
  office.at(`${YEAR + 1}-01-10T09:00:00Z`);
  await office.receive(rowsOf(PERSONS));
}, 60_000);

afterAll(() => office.remove());

type Cells = ReadonlyMap<string, string>;

/** Every cell as a recipient has it, by table and codes: a number, or the kind of nothing. */
function cellsIn(folder: string): Cells {
  const cells = new Map<string, string>();
  const {link} = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));
  for (const {id, dimension, value, status, extension} of link.item as readonly Answer[]) {
    const codes = (id as readonly string[]).reduce<readonly string[]>(
      (all, one) => all.flatMap((before) => dimension[one].category.index.map((code: string) => `${before}.${code}`)),
      [extension.table],
    );
    codes.forEach((code, i) => {
      cells.set(code, String(value[i] ?? status?.[i] ?? ''));
    });
  }
  return cells;
}

const withheldIn = (cells: Cells): readonly string[] =>
  [...cells].flatMap(([code, told]) => (told === 'withheld' ? [code] : []));
const protection = (...more: readonly string[]): Promise<Answer> => office.done('protect', String(YEAR), ...more);

const attackOn = async (files: readonly string[]) =>
  value(await attackFiles({files, mappingFile: undefined, smallestShown: undefined, seconds: 60}, silent));

/** What an attack on the figures in these folders gets back exactly. */
async function recovered(...folders: readonly string[]): Promise<readonly string[]> {
  const files = folders.map((folder) => join(folder, 'figures.json'));
  const {withheld, tables} = await attackOn(files);
  return withheld.flatMap(({is, table, place}) =>
    is.low === is.high ? [`${tables[table]?.name} ${tables[table]?.cells[place]?.codes.join()} = ${is.low}`] : [],
  );
}

let first: string;
let second: string;

test('the first withholds what is of few, and all of it is proven', async () => {
  const before = await protection('--explain');
  expect([before.unproven, before.exposed]).toEqual([[], []]);
  expect(before.guarded).toBeGreaterThan(3);
  for (const {low, high} of before.withheld) expect(high === null || high - low >= 1).toBe(true);
  const released = await office.done(...RELEASE, ...OPEN);
  first = released.folder;
  expect(withheldIn(cellsIn(first)).length).toBeGreaterThan(3);
  expect(await recovered(first)).toEqual([]);
});

test('its manifest counts nothing of what it was made from', () => {
  const manifest = JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8'));
  expect(Object.keys(manifest)).not.toContain('findings');
  expect(manifest.inputs.map((one: Answer) => Object.keys(one).sort())).toEqual([
    ['file', 'recordedAt', 'sha256', 'source'],
  ]);
});

test('compiled again, it is the same bytes', async () => {
  const again = await office.done('recompile', `${YEAR}-public-1`, '--out', join(office.folder, 'again'));
  expect(again.identical).toBe(true);
});

test('a table shown by decision of two is told to the office, with both of them', async () => {
  const decided =
    '{table: prostitution-by-sex, by: Anne Holm, approved-by: Bo Lind, on: 2014-03-03, why: asked for by parliament}';
  const before = await protection();
  office.edit('policies.yaml', (text) => text.replace(/( +)smallest: 3\n/, `$&$1shown-anyway: [${decided}]\n`));
  const after = await protection();
  expect(after.policy.shownAnyway).toEqual([
    {
      table: 'prostitution-by-sex',
      by: 'Anne Holm',
      approvedBy: 'Bo Lind',
      on: '2014-03-03',
      why: 'asked for by parliament',
    },
  ]);
  const tables = ({withheld}: Answer) => withheld.flatMap(({places}: Answer) => places.map(({table}: Answer) => table));
  expect(tables(before)).toContain('prostitution-by-sex');
  expect(tables(after)).not.toContain('prostitution-by-sex');
  for (const language of ['da', 'en'] as const) {
    const {out} = await office.opgor(['protect', String(YEAR)], {language});
    expect(out).toMatch(/Anne Holm (og|and) Bo Lind .*2014-03-03: asked for by parliament/);
  }
  office.edit('policies.yaml', (text) => text.replace(/ +shown-anyway: .*\n/, ''));
  expect((await protection()).policy.shownAnyway).toEqual([]);
});

test('why each figure is withheld: for which figure, or for what is left of one without another, and within which limits', async () => {
  const {withheld} = await protection('--explain');
  const guards = withheld.filter(({why}: Answer) => why === 'guard');
  const rest = guards.find((one: Answer) => one.guards.restOf !== undefined);
  expect(rest).toBeDefined();
  expect(guards.find((one: Answer) => one.guards.restOf === undefined)).toBeDefined();
  for (const {why, guards: of, low, high} of withheld) {
    expect(of === undefined).toBe(why !== 'guard');
    expect(high).toBeGreaterThan(low);
  }
  const named = ({table, codes}: Answer, all: string) => `${table}: ${codes.join(' · ').replaceAll(/\ball\b/g, all)}`;
  const said = {da: ['alle', /^.*beskytter et andet/, 'uden'], en: ['all', /^.*guards another/, 'without']} as const;
  for (const language of ['da', 'en'] as const) {
    const [all, why, without] = said[language];
    const {out} = await office.opgor(['protect', String(YEAR), '--explain'], {language});
    const line = out.split('\n').find((one) => one.startsWith(`  ${named(rest.places[0], all)} `)) ?? '';
    expect(line).toMatch(why);
    const [left, right] = line.split(` ${without} `);
    expect(left).toContain(named(rest.guards.restOf, all));
    expect(right).toContain(named(rest.guards, all));
  }
});

test('of a part of the year it is told that the year is out', async () => {
  const out = join(office.folder, 'half');
  const days = ['--from', `${YEAR}-01-01`, '--to', `${YEAR}-06-30`];
  const half = await office.done('statement', ...days, '--edition', 'public', '--out', out, '--media', 'html');
  const overlap = {rule: 'disclosure-periods-overlap', facts: {editions: [`${YEAR}-public-1`]}};
  expect(half.findings).toContainEqual(expect.objectContaining(overlap));
  const year = await office.done(
    'statement',
    String(YEAR),
    '--edition',
    'public',
    '--out',
    `${out}-year`,
    '--media',
    'html',
  );
  expect(year.findings.map(({rule}: Answer) => rule)).not.toContain(overlap.rule);
});

test('nothing happened: the next would be the same', async () => {
  const out = join(office.folder, 'the-same');
  await office.done('statement', String(YEAR), '--edition', 'public', '--out', out, '--media', 'html');
  expect(withheldIn(cellsIn(out))).toEqual(withheldIn(cellsIn(first)));
});

test('further tables beside it: all are asked of, and one that is then published gives nobody away', async () => {
  const {further, withheld} = await protection('--also', 'all');
  expect(further.length).toBeGreaterThan(10);
  expect(further.map(({unproven}: Answer) => unproven)).toEqual(further.map(() => 0));
  const shares = further.map(({kept}: Answer) => (kept.of === 0 ? 0 : kept.figures / kept.of));
  expect(shares).toEqual(shares.toSorted((a: number, b: number) => b - a));
  const partly: Answer = further.find(({kept}: Answer) => kept.figures > 0 && kept.figures < kept.of);
  const asked = `${partly.unit}:${partly.dimensions.join(',')}`;
  const alone = await protection('--also', asked);
  expect([alone.further, alone.withheld]).toEqual([[partly], withheld]);
  for (const language of ['da', 'en'] as const) {
    const {out} = await office.opgor(['protect', String(YEAR), '--also', asked], {language});
    expect(out).toMatch(
      new RegExp(`${asked} +\\d+\\s(pct\\.|per cent) +${partly.kept.figures} (of|af) ${partly.kept.of} `),
    );
  }

  office.edit(
    'tables.yaml',
    (text) => `${text}
- id: further
  title: {da: Flere, en: Further}
  unit: ${partly.unit}
  dimensions: [${partly.dimensions}]
  chart: none
`,
  );
  const out = join(office.folder, 'further');
  await office.done('statement', String(YEAR), '--edition', 'public', '--out', out, '--media', 'html');
  expect(readFileSync(join(out, 'figures.json'), 'utf8')).toContain('further');
  expect(await recovered(out)).toEqual([]);
  expect((await protection()).unproven).toEqual([]);
  expect(await office.refused('protect', String(YEAR), '--also', asked)).toBe('no-further-table');
  office.edit('tables.yaml', (text) => text.replace(/\n- id: further\n(?: {2}.*\n)+/, ''));
});

test.each(['dog:sex', 'person:mood', 'person:sex,sex', 'person:year,sex'])(
  'no table %s can be asked of, and it is said what there is',
  async (asked) => {
    expect(await office.refused('protect', String(YEAR), '--also', asked)).toBe('no-further-table');
    for (const language of ['da', 'en'] as const) {
      const {err} = await office.opgor(['protect', String(YEAR), '--also', asked], {language});
      expect(err).toContain(asked);
    }
  },
);

test('under another plan, what the first withheld does not come back from both', async () => {
  office.edit('policies.yaml', (text) => text.replace(/ {6}rolled-up:\n(?: {8,}.*\n)+/, ''));
  const {unproven} = await protection();
  expect(unproven).toEqual([]);
  const out = join(office.folder, 'other-plan');
  await office.done('statement', String(YEAR), '--edition', 'public', '--out', out, '--media', 'html');
  const [was, is] = [cellsIn(first), cellsIn(out)];
  expect(is.size).toBeGreaterThan(was.size);
  // What was shown is public; what was withheld for its few is withheld still.
  for (const code of withheldIn(was)) if (is.has(code)) expect([code, is.get(code)]).toEqual([code, 'withheld']);
  expect(await recovered(first, out)).toEqual([]);
});

test('corrected, both are guarded, or the office is told what cannot be', async () => {
  office.at(`${YEAR + 2}-01-10T09:00:00Z`);
  await office.receive(rowsOf([...PERSONS, ['Ghana', 'Prostitution', 1, 0], ['Bulgarien', 'Tvangsarbejde', 0, 2]]));
  const report = await protection();
  expect(report.unproven).toEqual([]);
  const released = await office.done(
    ...RELEASE,
    ...OPEN,
    '--corrects',
    `${YEAR}-public-1`,
    '--erratum',
    'da=Nye afgørelser.',
    '--erratum',
    'en=New decisions.',
  );
  const [was, is] = [cellsIn(first), cellsIn(released.folder)];
  expect(await recovered(released.folder)).toEqual([]);
  expect([...is].some(([code, told]) => was.get(code) !== told)).toBe(true);
  const again = await office.done('recompile', `${YEAR}-public-2`, '--out', join(office.folder, 'again-2'));
  expect(again.identical).toBe(true);
  second = released.folder;
});

test('its exports can all be attacked; what tells of revisions is left out, and said to be', async () => {
  const about = ['revisions-by-reason', 'revision-measures', 'identity-uncertainty'];
  const inOne = await attackOn([join(second, 'figures.json')]);
  const csv = readdirSync(join(second, 'tables')).map((file) => join(second, 'tables', file));
  const each = await attackOn(csv);
  for (const {leftOut, joined, reckoning, withheld} of [inOne, each]) {
    expect(leftOut.filter(({why}) => why === 'figures-about-figures').map(({table}) => table)).toEqual(
      expect.arrayContaining(about),
    );
    expect([joined.disagreeing, reckoning.contradictions]).toEqual([[], []]);
    expect(withheld.length).toBeGreaterThan(3);
    expect(withheld.filter(({is}) => is.low === is.high)).toEqual([]);
  }
  // The same cells are withheld in both; a file of its own prints margins of two ways besides.
  expect(each.withheld.length).toBeGreaterThanOrEqual(inOne.withheld.length);
});

test('a table of it that is gone is asked for', async () => {
  rmSync(join(first, 'tables', 'persons-by-sex.csv'));
  const {err, code} = await office.opgor(['protect', String(YEAR)]);
  expect([code === 0, err]).toEqual([false, expect.stringContaining('persons-by-sex')]);
});
