/** What a register on a server promises beyond the contract: several who write, a server that goes and comes back, and whose tables they are. */
import {execFile} from 'node:child_process';
import {createHmac} from 'node:crypto';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {recordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {type Instant, instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {languages} from '#language/language';
import {saidOf} from '#language/said';
import type {Fact} from '#register/fact';
import {openPostgresStore, type PostgresStore} from '#storage/postgres';
import {openDatabase, shapeOf} from '#storage/postgres-open';
import {SCHEMA} from '#storage/postgres-schema';
import type {Store, Submission} from '#storage/store';
import {StoreFault} from '#storage/store-fault';
import {TABLES} from '#storage/tables';
import {cutOff, type Doing} from './cut-off.ts';
import {asOwner, databaseFor, hasPostgres, type PostgresServer, startPostgres} from './postgres-server.ts';

const at = (day: number): Instant => instant(new Date(Date.UTC(2014, 0, day)).toISOString());
const submission = (day: number, over: Partial<Submission> = {}): Submission => ({
  source: 'us',
  file: '',
  sha256: '',
  recordedAt: at(day),
  recordedBy: 'Karen Holm',
  rows: 0,
  held: 0,
  controlTotals: [],
  ...over,
});
const claim: Fact = {kind: 'asylum-claim', on: plainDate('2013-01-01')};

/** What an append or a read was refused with. */
async function refusalOf(work: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work;
    return undefined;
  } catch (thrown) {
    if (thrown instanceof StoreFault) return thrown.refusal;
    throw thrown;
  }
}

async function countOf(store: Store): Promise<number> {
  let persons = 0;
  const latest = await store.latest();
  if (latest !== undefined) for await (const _ of store.personFiles(latest)) persons += 1;
  return persons;
}

describe.runIf(hasPostgres)('on a server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  let purposes = 0;
  const fresh = () => databaseFor(`postgres-${++purposes}`);
  async function opened(url: string, over: {readonly patienceMs?: number} = {}): Promise<PostgresStore> {
    const outcome = await openPostgresStore(url, {make: true, ...over});
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    onTestFinished(() => outcome.value.close().catch(() => undefined));
    return outcome.value;
  }
  const one = (store: Store, day = 1) => store.append(submission(day), (writer) => writer.fact(writer.person(), claim));
  const rowsOf = (url: string, sql: string) => asOwner(url, async (client) => (await client.query(sql)).rows);

  test('after many rows the server knows at once how large the tables are; after few its own upkeep is enough', async () => {
    const url = await fresh();
    const store = await opened(url);
    const known = () =>
      rowsOf(
        url,
        `SELECT reltuples, last_analyze IS NOT NULL AS read, last_vacuum IS NOT NULL AS settled
          FROM pg_class JOIN pg_stat_user_tables ON relid = oid WHERE oid = 'opgor.fact'::regclass`,
      );
    await one(store);
    expect(await known()).toEqual([{reltuples: -1, read: false, settled: false}]);
    await store.append(submission(2), (writer) => {
      for (let i = 0; i < 10_000; i += 1) writer.fact(writer.person(), claim);
    });
    expect(await known()).toEqual([{reltuples: 10_001, read: true, settled: true}]);
  });

  test('so it does after a register was copied here', async () => {
    const url = await fresh();
    await (await opened(url)).filling(async () => undefined);
    const read = await rowsOf(
      url,
      "SELECT relname FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL AND last_vacuum IS NOT NULL AND relname <> 'schema_version'",
    );
    expect(read.length).toBe(TABLES.length);
  });

  describe('several who write', () => {
    test('three processes at once: nothing is lost, no number is given twice, each is told of the others', async () => {
      const url = await databaseFor('crowd');
      const store = await opened(url);
      const program = fileURLToPath(new URL('./append-many.ts', import.meta.url));
      const run = (who: string) =>
        promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', program, 'crowd', '40', who]);
      const all = (await Promise.all(['Anna', 'Bo', 'Carl'].map(run))).map(({stdout}) => JSON.parse(stdout));
      const given: number[] = all.flatMap((answer) => answer.given);
      expect(given.sort((a, b) => a - b)).toEqual(Array.from({length: 120}, (_, i) => i + 1));
      expect(all.reduce((sum, {told}) => sum + told, 0)).toBeGreaterThan(0);
      expect(await countOf(store)).toBe(120);
      const by = (await store.submissions()).map(({recordedBy}) => recordedBy);
      for (const who of ['Anna', 'Bo', 'Carl']) expect(by.filter((name) => name === who)).toHaveLength(40);
    });

    test('who decides on what is no longer so is told who wrote, and when; nothing of it is written', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url)];
      await one(store);
      const verb = other.session();
      expect(await countOf(verb)).toBe(1);
      await one(store, 2);
      const refusal = await refusalOf(one(verb, 3));
      const last = {by: 'Karen Holm', at: at(2), source: 'us'};
      expect(refusal).toEqual({reason: 'changed-meanwhile', last});
      for (const language of Object.values(languages)) expect(saidOf(refusal!, language).what).toContain('Karen Holm');
      expect(await countOf(other.session())).toBe(2);
      // Begun anew, it sees what there is now.
      const again = other.session();
      expect(await countOf(again)).toBe(2);
      expect(await one(again, 3)).toBe(3);
    });

    test('a verb reads one moment of the register, whoever writes meanwhile', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url)];
      await one(store);
      const verb = other.session();
      await verb.latest();
      await one(store, 2);
      expect([await countOf(verb), await verb.latest(), (await verb.submissions()).length]).toEqual([1, at(1), 1]);
      let facts = 0;
      for await (const batch of verb.recordedFacts(at(9))) facts += batch.length;
      expect(facts).toBe(1);
    });

    test('what is being written is seen by its own work and by nobody else', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url)];
      await one(store);
      await store.append(submission(2), async (writer) => {
        writer.fact(writer.person(), claim);
        expect([await countOf(store), await countOf(other)]).toEqual([2, 1]);
      });
    });

    test('who waits too long for another is told that somebody writes', async () => {
      const url = await fresh();
      const [store, hasty] = [await opened(url), await opened(url, {patienceMs: 100})];
      await store.append(submission(1), async () => {
        expect(await refusalOf(one(hasty))).toMatchObject({reason: 'database-not-usable', why: 'busy'});
      });
      expect(await one(hasty, 2)).toBe(1);
    });

    test('while somebody has the desk nobody appends; who read before it was taken is refused', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url, {patienceMs: 100})];
      const early = other.session();
      await early.latest();
      const desk = store.session();
      await desk.takeDesk();
      const late = other.session();
      await late.latest();
      expect(await refusalOf(one(other.session()))).toMatchObject({why: 'busy'});
      expect(await refusalOf(other.session().takeDesk())).toMatchObject({why: 'busy'});
      // Whoever has it writes as ever.
      expect(await one(desk)).toBe(1);
      await desk.close();
      for (const verb of [early, late])
        expect(await refusalOf(one(verb, 2))).toMatchObject({reason: 'changed-meanwhile'});
      const before = other.session();
      await before.latest();
      const taken = store.session();
      await taken.takeDesk();
      await taken.close();
      expect(await refusalOf(one(before, 2))).toEqual({reason: 'changed-meanwhile', last: undefined});
      expect(await one(other.session(), 2)).toBe(2);
    });

    test('what is known of submissions is shared and follows the register: what others added, what was taken back, another register', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url)];
      const by = async () => (await store.session().submissions()).map(({recordedBy}) => recordedBy);
      const says = (who: string, day: number) => submission(day, {recordedBy: who});
      await store.append(says('Anna', 1), () => undefined);
      expect(await by()).toEqual(['Anna']);
      const failed = store.session().append(says('Bo', 2), async () => {
        expect(await by()).toEqual(['Anna']);
        throw new Error('thrown');
      });
      await expect(failed).rejects.toThrow('thrown');
      const verb = store.session();
      await expect(
        verb.append(says('Carl', 2), async () => {
          expect((await verb.submissions()).length).toBe(2);
          throw new Error('thrown');
        }),
      ).rejects.toThrow('thrown');
      await other.append(says('Dora', 2), () => undefined);
      await other.append(says('Erik', 3), () => undefined);
      expect(await by()).toEqual(['Anna', 'Dora', 'Erik']);
      await rowsOf(url, "TRUNCATE opgor.submission CASCADE; UPDATE opgor.schema_version SET workspace = 'another'");
      expect(await by()).toEqual([]);
      await other.session().append(says('Finn', 1), () => undefined);
      expect(await by()).toEqual(['Finn']);
    });

    test('one process serves it at a time', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url)];
      expect([await store.serveAlone(), await other.serveAlone()]).toEqual([true, false]);
      await store.close();
      expect(await other.serveAlone()).toBe(true);
    });
  });

  describe('a server that goes and comes back', () => {
    test('stopped and started: what was acknowledged is there, and the same store goes on', async () => {
      const store = await opened(await fresh());
      await one(store);
      await server.stop();
      const refusal = await refusalOf(store.session().latest());
      expect(refusal).toMatchObject({reason: 'database-not-reached', why: 'no-answer'});
      expect(await refusalOf(one(store.session(), 2))).toMatchObject({reason: 'database-not-reached'});
      for (const language of Object.values(languages))
        expect(saidOf(refusal!, language).remedy.length).toBeGreaterThan(20);
      await server.start();
      expect(await countOf(store.session())).toBe(1);
      expect(await one(store.session(), 2)).toBe(2);
    });

    test('who had the desk, or served, has it no more: what was read under it is refused, and serving is taken again if it is free', async () => {
      const url = await fresh();
      const [store, other] = [await opened(url), await opened(url)];
      await one(store);
      const desk = store.session();
      await desk.takeDesk();
      await desk.latest();
      expect(await store.serveAlone()).toBe(true);
      const away = async () => {
        await server.stop();
        await server.start();
      };
      await away();
      expect(await refusalOf(one(desk, 2))).toMatchObject({reason: 'changed-meanwhile'});
      await desk.close();
      expect(await one(store.session(), 2)).toBe(2);
      expect(await other.serveAlone()).toBe(false);
      await away();
      expect(await other.serveAlone()).toBe(true);
      expect(await refusalOf(one(store.session(), 3))).toMatchObject({reason: 'register-in-use'});
      expect(await one(other.session(), 3)).toBe(3);
    });

    test('restarted between two verbs, the second does not notice', async () => {
      const store = await opened(await fresh());
      await one(store);
      await server.stop();
      await server.start();
      expect(await countOf(store.session())).toBe(1);
    });

    test.each(['stop', 'kill'] as const)(
      '%s in the middle of an append: refused, and nothing of it is there',
      async (how) => {
        const store = await opened(await fresh());
        await one(store);
        const refusal = await refusalOf(
          store.append(submission(2), async (writer) => {
            for (let i = 0; i < 6000; i += 1) writer.fact(writer.person(), claim);
            await store.findPersonFile(recordNumber(6001), at(2));
            await server[how]();
            writer.fact(writer.person(), claim);
          }),
        );
        expect(refusal).toMatchObject({reason: 'database-gone', written: 'nothing'});
        await server.start();
        expect(await countOf(store.session())).toBe(1);
        expect(await one(store.session(), 2)).toBe(2);
      },
    );

    const commits = (asked: string) => asked.includes('COMMIT');
    async function through(doing: Doing, forGood: boolean, patienceMs = 5000) {
      const url = await fresh();
      await (await opened(url)).close();
      const {port, pathname} = new URL(url);
      const way = await cutOff(Number(port), (asked) => (commits(asked) ? doing : 'pass'), forGood);
      onTestFinished(() => way.close());
      const direct = new URL(server.url(pathname.slice(1), {tcp: true}));
      direct.port = String(way.port);
      return {url, store: await opened(direct.href, {patienceMs})};
    }

    test('cut off while it was saved, and saved: it is acknowledged', async () => {
      const {url, store} = await through('deafen', false);
      expect(await one(store)).toBe(1);
      expect(await countOf(await opened(url))).toBe(1);
    });

    test('cut off before it was saved: refused, and nothing is there', async () => {
      const {url, store} = await through('swallow', false);
      expect(await refusalOf(one(store))).toMatchObject({reason: 'database-gone', written: 'nothing'});
      expect(await countOf(await opened(url))).toBe(0);
    });

    test('cut off for good: that nobody knows is said', async () => {
      const {store} = await through('swallow', true, 600);
      const refusal = await refusalOf(one(store));
      expect(refusal).toMatchObject({reason: 'database-gone', written: 'unknown'});
    });
  });

  describe('whose tables they are', () => {
    const tried = async (url: string, make = true) => {
      const outcome = await openPostgresStore(url, {make});
      if (outcome.ok) await outcome.value.close();
      return outcome.ok ? undefined : outcome.refusal;
    };
    const registerThen = async (sql: string) => {
      const url = await fresh();
      await (await opened(url)).close();
      await rowsOf(url, sql);
      return url;
    };

    test.each<[string, string, object]>([
      ['of a newer version', 'UPDATE opgor.schema_version SET version = 99', {reason: 'database-newer', version: 99}],
      ['with a table missing', 'DROP TABLE opgor.token', {why: 'tables-differ'}],
      ['with a column more', 'ALTER TABLE opgor.person ADD COLUMN name text', {why: 'tables-differ'}],
      ['with a trigger off', 'ALTER TABLE opgor.fact DISABLE TRIGGER fact_is_never_changed', {why: 'tables-differ'}],
      [
        'with a trigger that does nothing',
        "CREATE OR REPLACE FUNCTION opgor.facts_are_only_added() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        {why: 'tables-differ'},
      ],
      ['without its version', 'DELETE FROM opgor.schema_version', {why: 'another-program'}],
    ])('a register %s is refused, and left as it was', async (_, sql, expected) => {
      const url = await registerThen(sql);
      const before = await rowsOf(
        url,
        "SELECT relname FROM pg_class WHERE relnamespace = 'opgor'::regnamespace ORDER BY 1",
      );
      expect(await tried(url)).toMatchObject(expected);
      const after = await rowsOf(
        url,
        "SELECT relname FROM pg_class WHERE relnamespace = 'opgor'::regnamespace ORDER BY 1",
      );
      expect(after).toEqual(before);
    });

    test('tables of another program under the name are left alone; under other names they do not matter', async () => {
      const url = await fresh();
      await rowsOf(
        url,
        'CREATE SCHEMA opgor; CREATE TABLE opgor.schema_version (a int); CREATE TABLE public.fact (a int)',
      );
      expect(await tried(url)).toMatchObject({reason: 'database-not-usable', why: 'another-program'});
      expect(await rowsOf(url, 'SELECT count(*)::int AS n FROM opgor.schema_version')).toEqual([{n: 0}]);
      await rowsOf(url, 'DROP SCHEMA opgor CASCADE');
      expect(await tried(url)).toBeUndefined();
    });

    test('nothing is made where nobody asked for it', async () => {
      const url = await fresh();
      expect(await tried(url, false)).toMatchObject({reason: 'database-not-usable', why: 'no-register'});
      expect(await rowsOf(url, "SELECT nspname FROM pg_namespace WHERE nspname = 'opgor'")).toEqual([]);
    });

    test('made by two at once, it is one', async () => {
      const url = await fresh();
      const both = await Promise.all([openPostgresStore(url, {make: true}), openPostgresStore(url, {make: true})]);
      for (const outcome of both) {
        expect(outcome).toMatchObject({ok: true});
        if (outcome.ok) await outcome.value.close();
      }
    });

    test('an older register is brought forward, step by step, or not at all', async () => {
      const url = await fresh();
      const store = await opened(url);
      await one(store);
      await store.close();
      const step = 'ALTER TABLE opgor.person ADD COLUMN note text';
      const copy = await registerThen(step);
      const shape = await asOwner(copy, shapeOf);
      const versions = () => rowsOf(url, 'SELECT version FROM opgor.schema_version');
      const broken = openDatabase(url, false, {steps: [...SCHEMA.steps, step, 'nonsense'], shape});
      await expect(broken).rejects.toThrow('nonsense');
      const otherwise = await openDatabase(url, false, {steps: [...SCHEMA.steps, step], shape: 'another'});
      expect(otherwise).toMatchObject({ok: false, refusal: {why: 'tables-differ'}});
      expect(await versions()).toEqual([{version: SCHEMA.steps.length}]);
      const newer = {steps: [...SCHEMA.steps, step], shape};
      const brought = await openDatabase(url, false, newer);
      if (!brought.ok) throw new Error(brought.refusal.reason);
      await brought.value.pool.end();
      expect(await versions()).toEqual([{version: SCHEMA.steps.length + 1}]);
      expect(await rowsOf(url, 'SELECT serial, note FROM opgor.person')).toEqual([{serial: 1, note: null}]);
      expect(await tried(url)).toMatchObject({reason: 'database-newer'});
    });

    test('a fact can be neither changed, deleted nor swept away, even by SQL', async () => {
      const url = await fresh();
      await one(await opened(url));
      for (const sql of ["UPDATE opgor.fact SET valid_on = ''", 'DELETE FROM opgor.fact', 'TRUNCATE opgor.fact'])
        await expect(rowsOf(url, sql)).rejects.toThrow('only added');
    });
  });

  describe('a server that cannot be worked with', () => {
    const refusedBy = async (url: string) => {
      const outcome = await openPostgresStore(url, {make: true});
      if (outcome.ok) await outcome.value.close();
      const refusal = outcome.ok ? undefined : outcome.refusal;
      // Neither a user nor a password is ever repeated.
      expect(JSON.stringify(refusal ?? null)).not.toMatch(/secret|owner|clerk/);
      return refusal;
    };

    test.each([
      ['not an address', 'mysql://localhost/x', 'not-an-address'],
      ['no address at all', 'register.sqlite', 'not-an-address'],
      ['nobody there', 'postgresql://owner:secret@127.0.0.1:1/x', 'no-answer'],
      ['no socket there', 'postgresql://owner@localhost/x?host=/nowhere', 'no-answer'],
      ['another machine in the clear', 'postgresql://owner:secret@db.example.org/x', 'not-encrypted'],
    ])('%s', async (_, url, why) => {
      expect(await refusedBy(url)).toMatchObject({reason: 'database-not-reached', why});
    });

    test('no such database, a wrong password, a server without encryption', async () => {
      expect(await refusedBy(server.url('nowhere'))).toMatchObject({why: 'no-such-database'});
      const wrong = server.url('postgres', {password: 'secret', tcp: true});
      expect(await refusedBy(wrong)).toMatchObject({why: 'not-let-in'});
      const plain = server.url('postgres', {tcp: true});
      expect(await refusedBy(`${plain}?sslmode=verify-full`)).toMatchObject({why: 'not-encrypted'});
    });

    test('a server that answers before it has written', async () => {
      const url = await fresh();
      const set = async (fsync: string) => {
        await rowsOf(url, `ALTER SYSTEM SET fsync = ${fsync}`);
        await rowsOf(url, 'SELECT pg_reload_conf(), pg_sleep(0.3)');
      };
      await set('off');
      expect(await refusedBy(url)).toMatchObject({reason: 'database-not-usable', why: 'not-durable'});
      await set('on');
      expect(await refusedBy(url)).toBeUndefined();
    });

    test('a user without the right, a database that is only read, another character set', async () => {
      const url = await fresh();
      await rowsOf(url, 'CREATE ROLE clerk LOGIN');
      const name = new URL(url).pathname.slice(1);
      expect(await refusedBy(server.url(name, {user: 'clerk'}))).toMatchObject({why: 'not-permitted'});
      await rowsOf(url, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
      expect(await refusedBy(url)).toMatchObject({why: 'read-only'});
      await rowsOf(server.url('postgres'), "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
      expect(await refusedBy(server.url('latin'))).toMatchObject({why: 'not-utf8'});
    });
  });

  test('any text comes back as it was written', async () => {
    const store = await opened(await fresh());
    let day = 1;
    const written = fc.string({unit: 'binary', maxLength: 20}).filter((text) => !text.includes('\0'));
    const asked = fc.asyncProperty(written, written, fc.string({unit: 'binary'}), async (file, source, why) => {
      const fact: Fact = {kind: 'erasure', on: plainDate('2014-01-01'), why};
      await store.append(submission(++day, {file, source}), (writer) => {
        const record = writer.person();
        const facts = [writer.fact(record, fact)];
        writer.sourceRow('ab'.repeat(16), {digest: 'cd'.repeat(16), record, facts, byContent: false});
      });
      const [last] = (await store.submissions()).slice(-1);
      expect([last?.file, last?.source]).toEqual([file, source]);
      const read = await store.findPersonFile(recordNumber(day - 1), at(day));
      expect(read?.facts.map((recorded) => recorded.fact)).toEqual([JSON.parse(JSON.stringify(fact))]);
      expect((await store.sourceRows(source)).size).toBe(1);
    });
    await fc.assert(asked, {
      seed: 2013,
      numRuns: 60,
      examples: [
        ['NULL', '{}', '"'],
        ['a,b', '\\', "'"],
        ['{"x"}', ' ', '\u2028🂡'],
        ['', '', '\0'],
      ],
    });
  });

  test('after an erasure nothing of the identity is left in the tables’ files', async () => {
    const url = await fresh();
    const store = await opened(url);
    const nth = (i: number) => createHmac('sha256', 'test').update(String(i)).digest();
    const secretsOf = (i: number) => [0, 1, 2, 3].map((j) => nth(10 * i + j));
    await store.append(submission(1), (writer) => {
      for (let i = 1; i <= 500; i += 1) {
        const [wrappedKey, ciphertext, token, digest] = secretsOf(i);
        const record = writer.person();
        const short = (token ?? Buffer.alloc(0)).subarray(0, 16).toString('hex');
        writer.identity(record, {wrappedKey: wrappedKey!, ciphertext: ciphertext!}, {identifiers: [short], names: []});
        writer.sourceRow(short, {digest: digest!.subarray(0, 16).toString('hex'), record, facts: [], byContent: true});
      }
    });
    const found = async (i: number) => {
      await rowsOf(url, 'CHECKPOINT');
      const files = filesUnder(join(server.folder, 'data', 'base')).map((file) => readFileSync(file));
      return secretsOf(i).map((secret) => files.some((bytes) => bytes.includes(secret.subarray(0, 16))));
    };
    expect(await found(321)).toEqual([true, true, true, true]);
    await store.erase(recordNumber(321), submission(2), {kind: 'erasure', on: plainDate('2014-01-02'), why: 'asked'});
    expect(await found(321)).toEqual([false, false, false, false]);
    expect(await found(322)).toEqual([true, true, true, true]);
  });
});

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
