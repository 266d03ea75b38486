/** The public pages: what they show is what was signed, they turn it without reckoning, and nothing behind them is reached. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DuckDBInstance} from '@duckdb/node-api';
import JSONstat from 'jsonstat-toolkit';
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest';
import {ROUTES} from '#http/casework/index';
import {languages} from '#language/language';
import {openPublished} from '#production/published';
import {value} from '../production/edition-office.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {CORRECTION, ERRATUM, FIRST, OUT, openPages, type Pages, type Publisher, publish} from './publisher.ts';

let publisher: Publisher;
let pages: Pages;
const scratch = temporaryFolder('explore');

beforeAll(async () => {
  publisher = await publish();
  pages = await openPages([publisher.editions]);
});
beforeEach(() => pages.at('2014-03-04T09:00:00Z'));
afterAll(async () => {
  await pages.close();
  publisher.remove();
  scratch.remove();
});

const text = async (path: string, headers?: Readonly<Record<string, string>>): Promise<string> =>
  (await pages.get(path, headers)).text();

/** By a reader that is not ours, which finds out by itself how the file is written. */
async function readBack(body: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const path = join(scratch.path, 'table.csv');
  writeFileSync(path, body);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const read = await connection.runAndReadAll(`select * from read_csv('${path}', all_varchar=true)`);
  connection.closeSync();
  return read.getRowObjects();
}

const published = (id: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  readBack(readFileSync(join(publisher.editions, FIRST, 'tables', `${id}.csv`), 'utf8'));

const said = (rows: readonly Readonly<Record<string, unknown>>[], dimensions: readonly string[]): readonly string[] =>
  rows.map((row) => [...dimensions, 'value', 'status'].map((name) => row[name] ?? '').join(' ')).toSorted();

test('every table is shown as published, cell by cell, and taken along as either CSV', async () => {
  const [edition] = pages.shelf.shown();
  expect(edition?.tables.length).toBe(readdirSync(join(publisher.editions, FIRST, 'tables')).length);
  for (const {id, dimensions} of edition?.tables ?? []) {
    expect((await pages.get(`/2013/tables/${id}`)).status).toBe(200);
    const names = dimensions.map(({concept}) => concept);
    const own = said(await published(id), names);
    for (const ending of ['.csv', '.semicolon.csv']) {
      const taken = said(await readBack(await text(`/2013/tables/${id}${ending}`)), names);
      expect(taken.length).toBeGreaterThan(1);
      // All but the margins that add up nothing.
      expect(own).toEqual(expect.arrayContaining([...taken]));
      const rest = own.filter((one) => !taken.includes(one));
      expect(rest.every((one) => one.endsWith('not-applicable'))).toBe(true);
    }
  }
});

test('the Danish CSV opens by a double click: a byte order mark, and semicolons', async () => {
  const danish = new Uint8Array(await (await pages.get('/2013/tables/returns.semicolon.csv')).arrayBuffer());
  expect([...danish.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(danish).split('\r\n')[0]).toContain(';value;status;');
  expect(await text('/2013/tables/returns.csv')).toMatch(/^person,person\.en,/);
});

test('JSON-stat of what is seen, read by JSON-stat’s own toolkit', async () => {
  const path = '/2013/tables/exploitation-by-year.json?rows=exploitation&columns=year&only.year=2012,2013';
  const dataset = JSONstat(JSON.parse(await text(path)));
  expect(dataset.id).toEqual(['exploitation', 'year']);
  expect(dataset.Dimension('year').id).toEqual(['2012', '2013']);
  expect(dataset.Data({exploitation: 'prostitution', year: '2012'}).value).toBe(56);
  expect(dataset.Data({exploitation: 'all', year: '2013'}).value).toBe(76);
  const returns = JSONstat(JSON.parse(await text('/2013/tables/returns.json')));
  expect(returns.Data({person: 'victim', assessed: 'in-period'})).toMatchObject({value: null, status: 'withheld'});
});

test('turned, filtered and held, a cell is the same cell', async () => {
  const own = await published('returns');
  const of = (person: string, assessed: string) =>
    own.find((row) => row.person === person && row.assessed === assessed)?.value ?? null;
  for (const query of ['', '?rows=assessed&columns=person', '?rows=assessed&only.person=victim']) {
    const rows = await readBack(await text(`/2013/tables/returns.csv${query}`));
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.value ?? null).toBe(of(String(row.person), String(row.assessed)));
  }
  const held = await readBack(await text('/2013/tables/returns.csv?rows=assessed&only.person=victim'));
  expect(new Set(held.map(({person}) => person))).toEqual(new Set(['victim']));
  // A dimension that is along neither is held at its total as published.
  expect(await text('/2013/tables/returns?rows=assessed')).toContain('Person: Total');
});

test('what is withheld is a sign with its meaning, in every way of looking', async () => {
  const hidden = (await published('returns')).filter(({status}) => status === 'withheld');
  expect(hidden.length).toBeGreaterThan(2);
  for (const {person, assessed} of hidden) {
    const query = new URLSearchParams({'in.person': 'rows', 'in.assessed': 'columns'});
    query.set('only.person', String(person));
    query.set('only.assessed', String(assessed));
    const asked = await pages.get(`/2013/tables/returns?${query}`);
    const page = await text(new URL(asked.headers.get('location') ?? '', pages.url).href.slice(pages.url.length));
    expect(page).toContain(`[c]<span class="sr-only"> (${languages.en.document.symbols.withheld})</span>`);
    expect(page).toMatch(/<dt>\[c\]<\/dt>/);
    expect(page).not.toMatch(/<td class="number">\d/);
  }
});

test('a choice has one address, which a form leads to', async () => {
  const form = '?in.year=columns&in.exploitation=rows&only.year=2012&only.year=2013';
  const asked = await pages.get(`/2013/tables/exploitation-by-year${form}`);
  const address = '/2013/tables/exploitation-by-year?rows=exploitation&columns=year&only.year=2012,2013';
  expect([asked.status, asked.headers.get('location')]).toEqual([303, address]);
  expect((await pages.get(address)).status).toBe(200);
  // What nobody has is no choice.
  const odd = await pages.get('/2013/tables/persons-by-sex?rows=shoe-size&only.sex=%3Cb%3E&x=1');
  expect(odd.headers.get('location')).toBe('/2013/tables/persons-by-sex');
});

test('a chart says in words what it draws; alone, it says all that has to be said', async () => {
  const page = await text('/2013/tables/persons-by-sex');
  expect(page).toMatch(/<desc id="chart-persons-by-sex-720-text">Persons, 2013\. Women: 64; Men: 12; Unknown: 0\./);
  const alone = await text('/2013/tables/persons-by-sex.svg');
  expect(alone).toMatch(/^<svg [^>]*>/);
  expect(alone).toContain(languages.en.document.synthetic.slice(0, 14));
});

test('tables are found by the words of either language; what is typed is shown as text', async () => {
  const found = await text('/?search=nationalitet');
  expect(found).toContain('/2013/tables/persons-by-nationality');
  expect(found).not.toContain('/2013/tables/persons-by-sex"');
  const odd = await text(`/?search=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(odd).not.toContain('<script>alert');
  expect(odd).not.toContain('/tables/');
});

test('under embargo an edition is nowhere; after it, the corrected one says so and leads to it', async () => {
  expect((await pages.get(`/${CORRECTION}`)).status).toBe(404);
  expect((await pages.get(`/${CORRECTION}/files/figures.json`)).status).toBe(404);
  expect(await text('/')).not.toContain(CORRECTION);
  expect(await text('/2013')).not.toContain(ERRATUM.en);
  const before = (await pages.get(`/${FIRST}/tables/persons-by-sex`)).headers.get('etag');

  pages.at(OUT);
  expect(await text('/2013')).toContain(ERRATUM.en);
  expect(await text('/2013', {'accept-language': 'da'})).toContain(ERRATUM.da);
  for (const path of [`/${FIRST}`, `/${FIRST}/tables/persons-by-sex`]) {
    const page = await text(path);
    expect(page).toContain(languages.en.explore.corrected(CORRECTION));
    expect(page).toContain(`href="/${CORRECTION}"`);
  }
  expect(await text(`/2013/tables/persons-by-sex`)).not.toContain(languages.en.explore.corrected(CORRECTION));
  const after = (await pages.get(`/${FIRST}/tables/persons-by-sex`)).headers.get('etag');
  expect(after).not.toBe(before);
});

test('a reader who has seen a page is told in a line that it is the same, in the same language', async () => {
  const path = '/2013/tables/persons-by-sex';
  const first = await pages.get(path);
  const etag = first.headers.get('etag') ?? '';
  expect([first.headers.get('cache-control'), first.headers.get('vary')]).toEqual([
    'public, no-cache',
    'accept-language, cookie',
  ]);
  const again = await pages.get(path, {'if-none-match': `W/${etag}`});
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await pages.get(path, {'if-none-match': etag, 'accept-language': 'da'})).status).toBe(200);
  expect((await pages.get('/nothing')).headers.get('cache-control')).toBe('no-store');
});

test('the only thing kept in a browser is the language', async () => {
  for (const path of ['/', '/2013', '/2013/tables/returns', '/2013/tables/returns.json', '/nothing'])
    expect((await pages.get(path)).headers.getSetCookie()).toEqual([]);
  const chosen = await pages.get('/language/da?back=%2F2013');
  expect(chosen.headers.getSetCookie().map((one) => one.split('=')[0])).toEqual(['opgor-language']);
  expect(await text('/2013', {cookie: 'opgor-language=da'})).toContain('<html lang="da">');
  expect((await pages.get('/language/da?back=//elsewhere.example')).headers.get('location')).toBe('/');
});

test('the edition’s own files as they were signed, and no other file', async () => {
  const bytes = new Uint8Array(await (await pages.get(`/${FIRST}/files/figures.json`)).arrayBuffer());
  expect(Buffer.from(bytes)).toEqual(readFileSync(join(publisher.editions, FIRST, 'figures.json')));
  const html = await pages.get(`/${FIRST}/files/statement.en.html`);
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'");
  for (const climb of [
    '../../../../etc/passwd',
    '..%2f..%2fout%2fworkspace%2fregister.sqlite',
    '%2e%2e/2013-internal-1/figures.json',
    'tables/../../2013-internal-1/figures.json',
    'manifest.json%00.csv',
  ])
    expect([climb, (await pages.get(`/${FIRST}/files/${climb}`)).status]).toEqual([climb, 404]);
});

test('no path, method or header of the workbench leads anywhere', async () => {
  const sample = (path: string) => path.replace(/:\w+(\{[^}]*\})?/g, 'P-000012-4');
  const paths = [
    ...ROUTES.map(({path}) => sample(path)).filter((path) => path !== '/'),
    ...[
      '/sign-in',
      '/enter/abc',
      '/begin/abc',
      '/begin/abc/open',
      '/2013-internal-1',
      '/2013-internal-1/files/figures.json',
    ],
    ...['/workspace/register.sqlite', '/editions', '/profile/profile.yaml', '/assets/../opgor.yaml', '/.env'],
  ];
  expect(paths.length).toBeGreaterThan(20);
  const cookie = 'opgor-session=0000; opgor-language=en';
  for (const path of paths) {
    const headers = {cookie, authorization: 'Bearer x', 'x-original-url': '/cases', 'x-rewrite-url': '/cases'};
    const got = await pages.get(path, headers);
    expect([path, got.status]).toEqual([path, 404]);
    expect(await got.text()).not.toMatch(/P-\d{6}-/);
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
    for (const path of ['/', '/cases', '/2013/tables/returns', '/sign-out', '/language/da']) {
      const got = await fetch(`${pages.url}${path}`, {method, headers: {cookie, 'x-http-method-override': 'GET'}});
      expect([method, path, got.status]).toEqual([method, path, 405]);
    }
});

test('a name that is not ours is not answered', async () => {
  const {request} = await import('node:http');
  const status = await new Promise((resolve) => {
    request(`${pages.url}/`, {headers: {host: 'elsewhere.example'}}, (answer) => resolve(answer.statusCode)).end();
  });
  expect(status).toBe(421);
});

test('nothing is written where the editions lie', async () => {
  const looked = () =>
    readdirSync(publisher.editions, {recursive: true, encoding: 'utf8'})
      .toSorted()
      .map((name) => [name, statSync(join(publisher.editions, name)).mtimeMs]);
  const before = looked();
  const others = await openPages([publisher.editions]);
  for (const path of ['/', '/2013', '/2013/tables/returns', '/2013/tables/returns.svg']) await others.get(path);
  await others.close();
  expect(looked()).toEqual(before);
});

test('of a workspace only what its log says is released is shown, without its key', async () => {
  const opened = await openPages([publisher.workspace]);
  expect(opened.shelf.shown().map(({id}) => id)).toEqual([FIRST]);
  opened.at(OUT);
  expect(opened.shelf.shown().map(({id, correctedBy}) => [id, correctedBy])).toEqual([
    [CORRECTION, undefined],
    [FIRST, CORRECTION],
  ]);
  await opened.close();
  // A folder that was put in its place before the log said so.
  const broken = join(scratch.path, 'broken');
  mkdirSync(broken);
  cpSync(join(publisher.workspace, 'editions'), join(broken, 'editions'), {recursive: true});
  const log = join(broken, 'editions', 'log.jsonl');
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  writeFileSync(log, `${lines.slice(0, -1).join('\n')}\n`);
  const shelf = value(await openPublished([broken], undefined, effectsIn(broken, OUT)));
  expect(shelf.shown().map(({id}) => id)).toEqual([FIRST]);
});

test('what is not as it was signed is not shown, and whoever serves is told why', async () => {
  const effects = effectsIn(scratch.path, OUT);
  const copy = (name: string): string => {
    const folder = join(scratch.path, name);
    cpSync(join(publisher.editions, FIRST), join(folder, FIRST), {recursive: true});
    return folder;
  };
  const faults: readonly (readonly [string, (folder: string) => void])[] = [
    ['one byte more', (folder) => appendFileSync(join(folder, FIRST, 'tables', 'returns.csv'), ' ')],
    [
      'another figure',
      (folder) => {
        const path = join(folder, FIRST, 'figures.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"total": 76', '"total": 77'));
      },
    ],
    ['a file gone', (folder) => rmSync(join(folder, FIRST, 'tables', 'returns.csv'))],
    ['a file more', (folder) => writeFileSync(join(folder, FIRST, 'notes.txt'), 'x')],
    ['no signature', (folder) => rmSync(join(folder, FIRST, 'manifest.sig'))],
  ];
  for (const [name, harm] of faults) {
    const folder = copy(name);
    harm(folder);
    const opened = await openPublished([folder], undefined, effects);
    expect([name, opened.ok ? '' : opened.refusal.reason]).toEqual([name, 'not-verified']);
    const beside = value(await openPublished([folder, publisher.editions], undefined, effects));
    expect(beside.leftOut().map(({refusal}) => refusal.reason)).toEqual(['not-verified']);
    expect(beside.shown().length).toBe(2);
  }
  const [edition] = pages.shelf.shown();
  const known = value(await openPublished([publisher.editions], edition?.key, effects));
  expect(known.shown().length).toBe(2);
  const foreign = await openPublished([publisher.editions], '0'.repeat(32), effects);
  expect(foreign.ok ? '' : foreign.refusal.reason).toBe('not-verified');
  const empty = await openPublished([join(publisher.editions, '2013-internal-1')], undefined, effects);
  expect(empty.ok ? '' : empty.refusal.reason).toBe('nothing-published');
});

test('a file that is altered while it is served is served no more', async () => {
  const folder = join(scratch.path, 'altered');
  cpSync(join(publisher.editions, FIRST), join(folder, FIRST), {recursive: true});
  const altered = await openPages([folder]);
  appendFileSync(join(folder, FIRST, 'figures.json'), ' ');
  appendFileSync(join(folder, FIRST, 'tables', 'persons-by-sex.csv'), ' ');
  expect((await altered.get(`/${FIRST}/files/figures.json`)).status).toBe(404);
  // The figures shown are those that were verified.
  expect(await (await altered.get('/2013/tables/persons-by-sex')).text()).toContain('>64<');
  await altered.close();
});

test('an edition put there later is shown, one taken away is not, and half of one is told of', async () => {
  const folder = join(scratch.path, 'later');
  const put = (id: string) => cpSync(join(publisher.editions, id), join(folder, id), {recursive: true});
  put(FIRST);
  const shelf = value(await openPublished([folder], undefined, effectsIn(scratch.path, OUT)));
  const shown = () => shelf.shown().map(({id}) => id);
  put(CORRECTION);
  const missing = join(folder, CORRECTION, 'tables', 'returns.csv');
  rmSync(missing);
  expect([(await shelf.lookAgain()).map((one) => one.refusal.reason), shown()]).toEqual([['not-verified'], [FIRST]]);
  expect(await shelf.lookAgain()).toEqual([]);
  put(CORRECTION);
  expect([await shelf.lookAgain(), shown()]).toEqual([[], [CORRECTION, FIRST]]);
  rmSync(join(folder, FIRST), {recursive: true});
  expect([await shelf.lookAgain(), shown()]).toEqual([[], [CORRECTION]]);
});

test('the command: no key, no register, until it is ended', async () => {
  const folder = join(publisher.editions, FIRST);
  const given = ['--public', '--editions', folder, '--port', '0', '--json'];
  const running = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts', 'serve', ...given],
    {env: {PATH: process.env.PATH, HOME: scratch.path, LC_ALL: 'en_GB.UTF-8'}, stdio: ['ignore', 'pipe', 'pipe']},
  );
  let answer = '';
  running.stdout.on('data', (piece) => {
    answer += piece;
  });
  const url = await new Promise<string>((resolve) => {
    running.stderr.on('data', (piece) => {
      const [found] = /http:\/\/localhost:\d+/.exec(String(piece)) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  expect((await fetch(`${url}/2013/tables/persons-by-sex`)).status).toBe(200);
  running.kill('SIGTERM');
  const [status] = await once(running, 'exit');
  expect([status, JSON.parse(answer)]).toEqual([0, expect.objectContaining({url, editions: 1})]);
});
