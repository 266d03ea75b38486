/** A register moved to a real server and back: the same row by row, the same statement; and whatever can stop it on the way. */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import type {LanguageTag} from '#concepts/labels';
import {demo} from '#production/demo';
import {silent} from '#production/progress';
import {holdRegister, openRegister, openUnread, openWithKey} from '#production/workspace';
import {digestsOf, type TableDigest} from '#storage/copy';
import {openPostgresStore, PostgresStore} from '#storage/postgres';
import {openSqliteStore, type SqliteStore} from '#storage/sqlite';
import {asOwner, databaseFor, hasPostgres, type PostgresServer, startPostgres} from '../storage/postgres-server.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const made = temporaryFolder('move');
afterAll(made.remove);

describe.runIf(hasPostgres)('a register moved', () => {
  let server: PostgresServer;
  let key: string;
  beforeAll(async () => {
    server = await startPostgres();
    const wanted = {example: 'denmark-2013', profile: 'denmark', year: 2013, out: join(made.path, 'out')};
    const ran = await demo(wanted, effectsIn(made.path), silent);
    if (!ran.ok) throw new Error(JSON.stringify(ran.refusal));
    key = readFileSync(join(made.path, 'out', 'workspace.key'), 'utf8').trim();
  });
  afterAll(() => server.remove());

  let offices = 0;
  let [office, url] = ['', ''];
  let opgor: ReturnType<typeof commandIn>['opgor'];
  let json: ReturnType<typeof commandIn>['json'];
  const effects = () => ({
    ...effectsIn(made.path),
    environment: (name: string) => (name === 'OPGOR_KEY' ? key : undefined),
  });
  beforeEach(async () => {
    office = join(made.path, `office-${++offices}`);
    cpSync(join(made.path, 'out', 'workspace'), office, {recursive: true});
    ({opgor, json} = commandIn(made.path, office, effects()));
    url = await databaseFor(office);
    process.env.DATABASE_URL = url;
  });
  afterEach(() => {
    delete process.env.DATABASE_URL;
    rmSync(office, {recursive: true, force: true});
  });

  const file = () => join(office, 'register.sqlite');
  const settings = () => readFileSync(join(office, 'opgor.yaml'), 'utf8');
  const rowsOf = (sql: string) => asOwner(url, async (client) => (await client.query(sql)).rows);
  const refusalOf = async (...args: readonly string[]) => (await json(...args)).answer.refusal;
  const inDatabase = async (work: (store: PostgresStore) => Promise<unknown>) => {
    const opened = await openPostgresStore(url, {make: true});
    if (!opened.ok) throw new Error(opened.refusal.reason);
    await work(opened.value);
    await opened.value.close();
  };
  const inFile = async (path: string, work: (store: SqliteStore) => Promise<unknown>) => {
    const opened = openSqliteStore(path);
    if (!opened.ok) throw new Error(opened.refusal.reason);
    await work(opened.value);
    await opened.value.close();
  };

  /** The register that a verb would work on now. */
  async function inForce(): Promise<{place: 'file' | 'database'; tables: readonly TableDigest[]}> {
    const opened = await openRegister(office);
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const store = opened.value.store as PostgresStore | SqliteStore;
    const tables = await store.reading(digestsOf);
    await store.close();
    return {place: store instanceof PostgresStore ? 'database' : 'file', tables};
  }

  /** Refused in both languages, and the register in force is what it was. */
  async function refuses(args: readonly string[], expected: object, said: Readonly<Record<LanguageTag, string>>) {
    const before = settings();
    const ran = await json(...args);
    expect(ran.answer.refusal).toMatchObject(expected);
    expect(ran.code).not.toBe(0);
    for (const language of ['da', 'en'] as const) {
      const {out, err} = await opgor(args, {language});
      expect(out).toBe('');
      expect(err).toContain(said[language]);
      expect(err).not.toMatch(/secret|owner@|owner:/);
    }
    expect(settings()).toBe(before);
    expect(existsSync(`${file()}.moving`)).toBe(false);
  }

  test('to a database and back: told table by table, proven equal, and the same statement from both', async () => {
    const before = await inForce();
    const statement = async (name: string) => {
      const out = join(made.path, `${name}-${offices}`);
      expect((await json('statement', '2013', '--out', out)).code).toBe(0);
      const wanted = readdirSync(out, {recursive: true, encoding: 'utf8'}).filter((path) =>
        /figures\.json$|\.html$/.test(path),
      );
      return wanted.sort().map((path) => [path, readFileSync(join(out, path), 'utf8')]);
    };
    const fromFile = await statement('from-file');
    expect(fromFile.map(([path]) => path)).toEqual(expect.arrayContaining([expect.stringContaining('figures.json')]));
    expect(fromFile.length).toBeGreaterThan(1);

    const there = await json('move', '--to', 'postgres');
    expect(there.answer).toMatchObject({ok: true, wasThere: false, dryRun: false, tables: before.tables});
    expect(await inForce()).toEqual({place: 'database', tables: before.tables});
    expect(await statement('from-database')).toEqual(fromFile);

    rmSync(file());
    const back = await opgor(['move', '--to', 'sqlite'], {language: 'da'});
    expect(back.code).toBe(0);
    for (const {table, sha256} of before.tables) expect(back.out).toMatch(new RegExp(`${table} .*${sha256}`));
    expect(back.out).toContain('ens række for række');
    expect(back.out).toContain('står der endnu');
    expect(await inForce()).toEqual({place: 'file', tables: before.tables});
    expect(readdirSync(office).filter((name) => name.includes('moving'))).toEqual([]);
    // The copy that the database still has is used when the register goes there again.
    expect((await json('move', '--to', 'postgres')).answer).toMatchObject({ok: true, wasThere: true});
    expect(settings()).toContain('register: database');
  });

  test('what was recorded in the database goes back with it', async () => {
    await opgor(['move', '--to', 'postgres']);
    rmSync(file());
    const erased = await json('erase', 'P-000012-4', '--reason', 'asked', '--yes');
    expect(erased.answer).toMatchObject({ok: true, leftBehind: null});
    const {tables} = await inForce();
    expect((await json('move', '--to', 'sqlite')).answer).toMatchObject({ok: true, tables});
    expect(await inForce()).toEqual({place: 'file', tables});
  });

  test('a rehearsal changes nothing: neither a table in the database, nor a file, nor the settings', async () => {
    const before = settings();
    const {out, code} = await opgor(['move', '--to', 'postgres', '--dry-run']);
    expect([code, settings()]).toEqual([0, before]);
    expect(out).toContain('Nothing has changed');
    expect(await rowsOf("SELECT nspname FROM pg_namespace WHERE nspname = 'opgor'")).toEqual([]);
    await opgor(['move', '--to', 'postgres']);
    rmSync(file());
    const [after, files] = [settings(), readdirSync(office)];
    expect((await json('move', '--to', 'sqlite', '--dry-run')).answer).toMatchObject({ok: true, dryRun: true});
    expect([settings(), readdirSync(office)]).toEqual([after, files]);
  });

  test('what is left behind still has whoever is erased afterwards, and that is told', async () => {
    const identities = async (path: string) => {
      let rows = 0;
      await inFile(path, async (store) => {
        rows = store.query('SELECT 1 FROM identity WHERE serial = 12').length;
      });
      return rows;
    };
    const told = await opgor(['move', '--to', 'postgres']);
    expect(told.out).toContain(`The former register in ${file()} is as it was, with every person in it.`);
    expect(told.out).toMatch(/whoever is erased from now on is still there/);
    const erased = await opgor(['erase', 'P-000012-4', '--reason', 'asked', '--yes'], {language: 'da'});
    expect([erased.code, erased.out.includes(`I det tidligere register i ${file()} står personen endnu`)]).toEqual([
      0,
      true,
    ]);
    expect(await rowsOf('SELECT 1 FROM opgor.identity WHERE serial = 12')).toEqual([]);
    expect(await identities(file())).toBe(1);
    // Nor does the way back bring them in again: that file is another register now.
    const refusal = await refusalOf('move', '--to', 'sqlite');
    expect(refusal).toMatchObject({reason: 'target-not-empty', where: file()});
  });

  describe('refused, and the register in force is as it was', () => {
    test('it is there already', async () => {
      await refuses(['move', '--to', 'sqlite'], {reason: 'already-there'}, {da: 'er allerede i', en: 'already'});
      await opgor(['move', '--to', 'postgres']);
      await refuses(['move', '--to', 'postgres'], {reason: 'already-there'}, {da: 'er allerede i', en: 'already'});
    });

    test('another register is where it is to go', async () => {
      const another = (store: PostgresStore | SqliteStore) =>
        store.append(
          {
            ...{source: 'us', file: '', sha256: '', recordedBy: 'Karen Holm', rows: 0, held: 0, controlTotals: []},
            recordedAt: effects().now(),
          },
          (writer) => writer.person(),
        );
      await inDatabase(another);
      const there = {da: 'et andet', en: 'it is another'};
      await refuses(['move', '--to', 'postgres'], {reason: 'target-not-empty', rows: 2}, there);
      await rowsOf('DROP SCHEMA opgor CASCADE');
      await opgor(['move', '--to', 'postgres']);
      await inFile(file(), another);
      await refuses(['move', '--to', 'sqlite'], {reason: 'target-not-empty'}, there);
    });

    test('the database is another workspace’s', async () => {
      await inDatabase((store) => store.belongTo('another-office'));
      const [reason, why] = ['database-not-usable', 'another-workspace'];
      const said = {da: 'et andet arbejdsområde', en: 'another workspace'};
      await refuses(['move', '--to', 'postgres'], {reason, why}, said);
    });

    test('it is served, from its file and from the database', async () => {
      const served = async (work: () => Promise<void>) => {
        const held = await holdRegister(office, effects());
        if (!held.ok) throw new Error(held.refusal.reason);
        await work();
        await held.value.letGo();
      };
      const [inUse, said] = [{reason: 'register-in-use'}, {da: 'Et andet program', en: 'Another process'}];
      await served(() => refuses(['move', '--to', 'postgres'], inUse, said));
      await opgor(['move', '--to', 'postgres']);
      await served(async () => {
        const served = settings();
        // The process that serves it is another.
        const child = alone('sqlite');
        expect(await child.said('\n')).toContain('register-in-use');
        expect(settings()).toBe(served);
      });
    });

    test('no server, a wrong password, no address', async () => {
      const reason = 'database-not-reached';
      process.env.DATABASE_URL = 'postgresql://owner:secret@127.0.0.1:1/x';
      await refuses(['move', '--to', 'postgres'], {reason, why: 'no-answer'}, {da: 'svarer ikke', en: 'not answer'});
      process.env.DATABASE_URL = server.url('postgres', {password: 'secret', tcp: true});
      await refuses(
        ['move', '--to', 'postgres'],
        {reason, why: 'not-let-in'},
        {da: 'lukker ikke', en: 'let this user in'},
      );
      process.env.DATABASE_URL = 'register.sqlite';
      const none = {da: 'DATABASE_URL', en: 'DATABASE_URL'};
      await refuses(['move', '--to', 'postgres'], {reason, why: 'not-an-address'}, none);
      delete process.env.DATABASE_URL;
      await refuses(['move', '--to', 'postgres'], {reason, why: 'not-an-address'}, none);
      process.env.DATABASE_URL = url;
      await opgor(['move', '--to', 'postgres']);
      delete process.env.DATABASE_URL;
      await refuses(['move', '--to', 'sqlite'], {reason: 'register-in-database'}, none);
      // The file that was left is not fallen back on.
      expect(await refusalOf('statement', '2013')).toMatchObject({reason: 'register-in-database'});
    });
  });

  test('whoever began before it was moved, and reads or writes after, is refused: neither register takes what the other should', async () => {
    const stale = await openUnread(office);
    if (!stale.ok) throw new Error(stale.refusal.reason);
    await opgor(['move', '--to', 'postgres']);
    const opened = await openWithKey(stale.value, effects());
    expect(opened).toMatchObject({ok: false, refusal: {reason: 'register-in-use'}});
    rmSync(file());
    const begun = await openUnread(office);
    if (!begun.ok) throw new Error(begun.refusal.reason);
    const reader = await openWithKey(begun.value, effects());
    if (!reader.ok) throw new Error(reader.refusal.reason);
    onTestFinished(() => reader.value.store.close());
    await opgor(['move', '--to', 'sqlite']);
    const {store} = reader.value;
    const submission = {
      source: 'us',
      file: '',
      sha256: '',
      recordedBy: 'Karen Holm',
      rows: 0,
      held: 0,
      controlTotals: [],
    };
    const late = store.append({...submission, recordedAt: effects().now()}, (writer) => writer.person());
    await expect(late).rejects.toMatchObject({refusal: {reason: 'changed-meanwhile'}});
    expect(await openWithKey(begun.value, effects())).toMatchObject({ok: false, refusal: {reason: 'register-in-use'}});
  });

  interface Alone {
    readonly child: ChildProcess;
    /** All it said until this was among it, or it ended. */
    said(text: string): Promise<string>;
    killed(): Promise<void>;
  }

  function alone(to: string): Alone {
    const args = ['--disable-warning=ExperimentalWarning', 'test/cli/move-alone.ts', office, to];
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
    const ended = once(child, 'exit');
    onTestFinished(() => void child.kill('SIGKILL'));
    let out = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data;
    });
    return {
      child,
      async said() {
        await ended;
        return out;
      },
      async killed() {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
    for (let tries = 0; !(await isSo()); tries += 1) {
      if (tries > 300) throw new Error('it did not come to that');
      await setTimeout(50);
    }
  }
  const isWaiting = (on: string) => async () =>
    (await rowsOf(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%${on}%'`)).length > 0;

  /** Whoever comes to this is made to wait. */
  const held = async (sql: string, work: () => Promise<void>) =>
    asOwner(url, async (client) => {
      await client.query('BEGIN');
      await client.query(sql);
      await work();
      await client.query('ROLLBACK');
    });

  describe('killed', () => {
    async function begunAgain(to: 'sqlite' | 'postgres', before: readonly TableDigest[], wasThere: boolean) {
      const from = to === 'sqlite' ? 'database' : 'file';
      expect(await inForce()).toEqual({place: from, tables: before});
      expect((await json('move', '--to', to)).answer).toMatchObject({ok: true, wasThere, tables: before});
      expect(await inForce()).toEqual({place: to === 'sqlite' ? 'file' : 'database', tables: before});
      expect(readdirSync(office).filter((name) => /moving|\.part/.test(name))).toEqual([]);
    }

    test('in the middle of the copying', async () => {
      const {tables} = await inForce();
      await inDatabase(async () => undefined);
      await held('LOCK TABLE opgor.source_row IN SHARE MODE', async () => {
        const {killed} = alone('postgres');
        await until(isWaiting('source_row'));
        await killed();
      });
      await until(
        async () => (await rowsOf("SELECT 1 FROM pg_stat_activity WHERE application_name = 'opgor'")).length === 0,
      );
      expect(await rowsOf('SELECT 1 FROM opgor.fact LIMIT 1')).toEqual([]);
      await begunAgain('postgres', tables, false);
    });

    test('when the copy is there, and nobody has said whose it is', async () => {
      const {tables} = await inForce();
      await inDatabase(async () => undefined);
      await held('SELECT * FROM opgor.schema_version FOR UPDATE', async () => {
        const {killed} = alone('postgres');
        await until(isWaiting('UPDATE opgor.schema_version'));
        await killed();
      });
      await begunAgain('postgres', tables, true);
    });

    test.each(['postgres', 'sqlite'] as const)(
      'when the copy in %s is there, before the settings say so',
      async (to) => {
        const {tables} = await inForce();
        if (to === 'sqlite') {
          await opgor(['move', '--to', 'postgres']);
          rmSync(file());
        }
        // Whoever writes here waits for a reader.
        const part = join(office, 'opgor.yaml.part');
        execFileSync('mkfifo', [part]);
        const {killed} = alone(to);
        await until(async () =>
          to === 'sqlite'
            ? existsSync(file())
            : (await rowsOf("SELECT to_regclass('opgor.schema_version') IS NOT NULL AS is_there"))[0].is_there &&
              (await rowsOf('SELECT 1 FROM opgor.schema_version WHERE workspace IS NOT NULL')).length === 1,
        );
        await killed();
        rmSync(part);
        await begunAgain(to, tables, true);
      },
    );

    test.each(['postgres', 'sqlite'] as const)('at any moment on the way to %s', async (to) => {
      const {tables} = await inForce();
      if (to === 'sqlite') {
        await opgor(['move', '--to', 'postgres']);
        rmSync(file());
      }
      const from = to === 'sqlite' ? 'database' : 'file';
      for (const wait of [0, 40, 80, 120, 160, 240]) {
        const {child, killed} = alone(to);
        await once(child.stdout ?? child, 'data');
        await setTimeout(wait);
        await killed();
        const {place, tables: now} = await inForce();
        expect(now).toEqual(tables);
        if (place !== from) break;
      }
      await json('move', '--to', to);
      expect(await inForce()).toEqual({place: to === 'sqlite' ? 'file' : 'database', tables});
    });
  });
});
