/** A register on a server is backed up by the server's tools: opgor says so, writes no backup without it, and works on what they restore. */
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {saidOf} from '#language/said';
import {demo} from '#production/demo';
import {silent} from '#production/progress';
import {leftToDatabase} from '#production/register-place';
import {openRegister} from '#production/workspace';
import {digestsOf} from '#storage/copy';
import type {PostgresStore} from '#storage/postgres';
import {openSqliteStore} from '#storage/sqlite';
import {commandIn} from '../cli/command-in.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {databaseFor, hasPostgres, type PostgresServer, programs, startPostgres} from './postgres-server.ts';

const made = temporaryFolder('postgres-backup');
const at = (...names: readonly string[]) => join(made.path, ...names);
const [office, stick, form] = [at('office'), at('stick'), at('out', 'workspace.key')];
const COMMAND = leftToDatabase.reason === 'left-to-database' ? leftToDatabase.command : '';

describe.runIf(hasPostgres)('a register on a server', () => {
  let server: PostgresServer;
  let key: string;
  const bin = programs() ?? '';
  const {opgor, json} = commandIn(made.path, office, {
    ...effectsIn(made.path),
    environment: (name) => (name === 'OPGOR_KEY' ? key : undefined),
  });
  beforeAll(async () => {
    server = await startPostgres();
    const wanted = {example: 'denmark-2013', profile: 'denmark', year: 2013, out: at('out')};
    const ran = await demo(wanted, effectsIn(made.path), silent);
    if (!ran.ok) throw new Error(JSON.stringify(ran.refusal));
    key = readFileSync(form, 'utf8').trim();
    cpSync(at('out', 'workspace'), office, {recursive: true});
    mkdirSync(stick);
    expect((await json('backup', 'to', stick)).answer).toMatchObject({ok: true});
    process.env.DATABASE_URL = await databaseFor(office);
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    await server.remove();
    made.remove();
  });

  const atPlace = () => readdirSync(stick, {recursive: true, encoding: 'utf8'}).sort();
  const said = (tag: 'da' | 'en') => saidOf(leftToDatabase, languages[tag]);

  test('moved there, it is said at once and after every command that the places are behind; nothing is written there', async () => {
    const before = atPlace();
    const moved = await opgor(['move', '--to', 'postgres']);
    expect([moved.code, moved.err.includes(said('en').what)]).toEqual([0, true]);
    for (const tag of ['da', 'en'] as const) {
      const {code, err} = await opgor(['erase', tag === 'da' ? 'P-000012-4' : 'P-000013-2', '--reason', 'x', '--yes'], {
        language: tag,
      });
      expect(err).toContain(said(tag).what);
      expect([tag, code]).toEqual([tag, 0]);
    }
    expect(atPlace()).toEqual(before);
    expect((await opgor(['backup', 'list'])).out).toMatch(/behind/);
  });

  test.each([['backup'], ['backup', 'to', stick], ['backup', 'to', made.path], ['drill', stick, '--paper', form]])(
    'opgor %s %s is refused, with what to do instead',
    async (...args) => {
      const before = [atPlace(), readFileSync(join(office, 'opgor.yaml'), 'utf8')];
      expect((await json(...args)).answer.refusal).toEqual(leftToDatabase);
      for (const tag of ['da', 'en'] as const) {
        const {err, code} = await opgor(args, {language: tag});
        expect(code).not.toBe(0);
        for (const one of [said(tag).what, said(tag).remedy, COMMAND]) expect(err).toContain(one);
      }
      expect([atPlace(), readFileSync(join(office, 'opgor.yaml'), 'utf8')]).toEqual(before);
    },
  );

  test('what was backed up before is restored as it was then, on a file', async () => {
    const to = at('restored');
    const restored = await json('restore', stick, '--to', to, '--paper', form);
    expect(restored.answer).toMatchObject({ok: true});
    expect(readFileSync(join(to, 'opgor.yaml'), 'utf8')).not.toContain('register: database');
    const opened = await openRegister(to);
    if (!opened.ok) throw new Error(opened.refusal.reason);
    await opened.value.store.close();
  });

  test('what is said to be run is a backup: restored by the server’s tools beside a copy of the folder, it is the same register', async () => {
    const digests = async (folder: string) => {
      const opened = await openRegister(folder);
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
      const tables = await (opened.value.store as PostgresStore).reading(digestsOf);
      await opened.value.store.close();
      return tables;
    };
    const before = await digests(office);
    const env = {...process.env, PATH: `${bin}:${process.env.PATH}`};
    execFileSync('sh', ['-c', COMMAND], {cwd: made.path, env});
    const copy = at('copy');
    cpSync(office, copy, {recursive: true});
    const url = await databaseFor('restored');
    execFileSync('pg_restore', [`--dbname=${url}`, 'opgor.dump'], {cwd: made.path, env});
    process.env.DATABASE_URL = url;
    expect(await digests(copy)).toEqual(before);
    const {answer} = await json('statement', '2013', '--dir', copy, '--out', at('statement'));
    expect(answer).toMatchObject({ok: true});
    process.env.DATABASE_URL = await databaseFor(office);
  });

  test('moved back, it is backed up again, and whoever was erased meanwhile is in no version', async () => {
    rmSync(join(office, 'register.sqlite'));
    const moved = await opgor(['move', '--to', 'sqlite']);
    expect(moved.code).toBe(0);
    const listed = await json('backup', 'list');
    expect(listed.answer.places[0]).toMatchObject({place: stick, behind: null});
    const versions: readonly {readonly version: string}[] = listed.answer.places[0].versions;
    expect(versions.length).toBeGreaterThan(0);
    for (const {version} of versions) {
      const to = at(`restored-${version}`);
      await json('restore', stick, '--to', to, '--version', version, '--paper', form);
      const opened = openSqliteStore(join(to, 'register.sqlite'));
      if (!opened.ok) throw new Error(opened.refusal.reason);
      expect(opened.value.query('SELECT serial FROM identity WHERE serial IN (12, 13)')).toEqual([]);
      await opened.value.close();
    }
    expect((await json('drill', stick, '--paper', form)).answer).toMatchObject({ok: true, recorded: true});
  });
});
