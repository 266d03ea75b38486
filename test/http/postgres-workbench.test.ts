/** A workbench whose register is on a server: several who write at once, a server that goes and comes back, and nothing lost. */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {ROUTES} from '#http/casework/index';
import {languages} from '#language/language';
import {saidOf} from '#language/said';
import {caseFile} from '#production/case-file';
import {moveRegister} from '#production/move';
import {asOwner, databaseFor, hasPostgres, type PostgresServer, startPostgres} from '../storage/postgres-server.ts';
import {forgetExample, type Office, openOffice, type Person} from './office.ts';

const RECORD = 'P-000012-4';
const PAGES = ROUTES.filter(({method, path}) => method === 'GET' && !path.includes(':')).map(({path}) => path);
const ESCAPED: Readonly<Record<string, string>> = {'&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>'};
const textOf = async (answer: Response) =>
  (await answer.text()).replaceAll(/&(?:amp|quot|#39|lt|gt);/g, (one) => ESCAPED[one] ?? one);

describe.runIf(hasPostgres)('a workbench on a database', () => {
  let server: PostgresServer;
  let url: string;
  let office: Office;
  let anne: Person;
  beforeAll(async () => {
    server = await startPostgres();
    url = await databaseFor('workbench');
    process.env.DATABASE_URL = url;
    const before = async (folder: string) => {
      const moved = await moveRegister(folder, {to: 'postgres', dryRun: false});
      if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
      rmSync(join(folder, 'register.sqlite'));
    };
    office = await openOffice('2014-03-03T09:00:00Z', {before});
    anne = await office.enter(['caseworker', 'statistician', 'administrator']);
  });
  afterAll(async () => {
    await office.close();
    forgetExample();
    delete process.env.DATABASE_URL;
    await server.remove();
  });

  const facts = async () => {
    const read = await caseFile(office.folder, RECORD, undefined, undefined, office.effects);
    if (!read.ok) throw new Error(read.refusal.reason);
    return read.value.explained.file.facts;
  };
  const daysOf = async () => (await facts()).flatMap(({fact}) => (fact.kind === 'attestation' ? [fact.on] : []));
  const attest = (day: number, language = 'en') =>
    anne.post(
      `/cases/${RECORD}/add/attestation`,
      {on: on(day), earlier: 'yes', year: '2010'},
      {'accept-language': language},
    );
  const on = (day: number) => `2013-05-${String(day).padStart(2, '0')}`;

  /** `opgor add` in a process of its own. */
  function colleague(day: number, language = 'en') {
    const given = ['--set', `on=${on(day)}`, '--set', 'earlier=yes', '--set', 'year=2010', '--by', 'Bo Lund'];
    const at = ['--recorded-at', office.effects.clock];
    const args = ['src/cli/main.ts', 'add', 'attestation', RECORD, ...given, ...at, '--dir', office.folder];
    const key = office.effects.environment('OPGOR_KEY');
    const env = {...process.env, DATABASE_URL: url, OPGOR_KEY: key, OPGOR_LANGUAGE: language};
    const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {env});
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => {
        said += data;
      });
    return once(child, 'close').then(([code]) => ({code: Number(code), said}));
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await isSo()); tries += 1) {
      if (tries > 300) throw new Error('it did not come to that');
      await setTimeout(50);
    }
  }
  const waiting = async () =>
    asOwner(url, async (client) => {
      const sql = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
      return (await client.query(sql)).rows.length;
    });

  /** Both have read, and want to write: in this order. */
  async function inOrder<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<readonly [A, B]> {
    return asOwner(url, async (client) => {
      await client.query('BEGIN; SELECT pg_advisory_xact_lock(1330661199, 1)');
      const one = first();
      await until(async () => (await waiting()) === 1);
      const other = second();
      await until(async () => (await waiting()) === 2);
      await client.query('COMMIT');
      return [await one, await other];
    });
  }

  test('its pages are answered', async () => {
    for (const path of PAGES) {
      const answer = await anne.get(path);
      expect([path, answer.status < 500]).toEqual([path, true]);
    }
    expect((await anne.get(`/cases/${RECORD}`)).status).toBe(200);
  });

  test('two who write at once: nothing is lost', async () => {
    const before = await daysOf();
    const [[here, there], others] = await Promise.all([
      Promise.all([attest(1), colleague(2)]),
      (async () => {
        const answers = [];
        for (const day of [3, 4, 5]) answers.push(await attest(day));
        return answers;
      })(),
    ]);
    const acknowledged = [
      ...[here, ...others].flatMap((answer, i) => (answer.status === 303 ? [on([1, 3, 4, 5][i] ?? 0)] : [])),
      ...(there.code === 0 ? [on(2)] : []),
    ];
    expect((await daysOf()).filter((day) => !before.includes(day)).sort()).toEqual(acknowledged.sort());
    for (const answer of [here, ...others].filter(({status}) => status !== 303))
      expect(await textOf(answer)).toContain('Bo Lund');
  });

  test.each(['da', 'en'] as const)('who has to give way at the workbench is told so, in %s', async (tag) => {
    const day = tag === 'da' ? 6 : 7;
    const [there, here] = await inOrder(
      () => colleague(day),
      () => attest(day + 10, tag),
    );
    expect([there.code, here.status]).toEqual([0, 422]);
    const last = {by: 'Bo Lund', at: office.effects.clock, source: 'entry'};
    const {what, remedy} = saidOf({reason: 'changed-meanwhile', last}, languages[tag]);
    const page = await textOf(here);
    for (const said of [what, remedy, on(day + 10)]) expect(page).toContain(said);
    expect(await daysOf()).toEqual(expect.arrayContaining([on(day)]));
    expect(await daysOf()).not.toContain(on(day + 10));
    // Done again, it is there.
    expect((await attest(day + 10)).status).toBe(303);
    expect(await daysOf()).toContain(on(day + 10));
  });

  test.each(['da', 'en'] as const)('who has to give way elsewhere is told so, in %s', async (tag) => {
    const day = tag === 'da' ? 20 : 21;
    const [here, there] = await inOrder(
      () => attest(day),
      () => colleague(day + 5, tag),
    );
    expect([here.status, there.code === 0]).toEqual([303, false]);
    expect(there.said).toContain('Test caseworker statistician administrator');
    const last = {by: 'Test caseworker statistician administrator', at: office.effects.clock, source: 'entry'};
    expect(there.said).toContain(saidOf({reason: 'changed-meanwhile', last}, languages[tag]).what);
    expect(await daysOf()).toContain(on(day));
    expect(await daysOf()).not.toContain(on(day + 5));
  });

  test('the server goes and comes back: the page says so, what was acknowledged is there, and it works again', async () => {
    expect((await attest(8)).status).toBe(303);
    const before = await daysOf();
    for (const end of [server.stop, server.kill]) {
      await end();
      for (const tag of ['da', 'en'] as const) {
        const where = /\/\/[^@]*@[^/]*\/(.*)\?/.exec(url)?.[1] ?? '';
        const [looked, recorded] = [await anne.get(`/cases/${RECORD}`, {'accept-language': tag}), await attest(9, tag)];
        for (const answer of [looked, recorded]) {
          const page = await textOf(answer);
          expect(answer.status).toBe(503);
          expect(page).toContain(where);
          expect(page).toContain(tag === 'da' ? 'kvitteret for' : 'acknowledged');
        }
      }
      for (const path of PAGES) {
        const {status} = await anne.get(path);
        expect([path, status === 503 || status < 500]).toEqual([path, true]);
      }
      await server.start();
      expect((await anne.get(`/cases/${RECORD}`)).status).toBe(200);
      expect(await daysOf()).toEqual(before);
    }
    expect((await attest(9)).status).toBe(303);
    expect(await daysOf()).toEqual([...before, on(9)]);
    // Whose the register is was known to the server alone, and it was away.
    const taken = await moveRegister(office.folder, {to: 'sqlite', dryRun: false});
    expect(taken).toMatchObject({ok: false, refusal: {reason: 'register-in-use'}});
  });

  test('moved from under it while the server was away, it writes nothing more', async () => {
    await server.stop();
    await server.start();
    const moved = await moveRegister(office.folder, {to: 'sqlite', dryRun: false});
    expect(moved).toMatchObject({ok: true});
    const answer = await attest(10);
    const path = office.folder;
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain(saidOf({reason: 'register-in-use', path}, languages.en).what);
    const rows = await asOwner(
      url,
      async (client) => (await client.query('SELECT 1 FROM opgor.fact WHERE body LIKE $1', [`%${on(10)}%`])).rows,
    );
    expect(rows).toEqual([]);
    expect(readFileSync(join(office.folder, 'opgor.yaml'), 'utf8')).not.toContain('register: database');
  });
});
