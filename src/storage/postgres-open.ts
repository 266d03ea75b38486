/**
 * Opens a register on a server: PostgreSQL 15 or newer, ours and no other program's, in the newest shape. A database that is
 * something else is left as it was.
 */
import type pg from 'pg';
import type {Refusal} from '#concepts/refusal';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {addressOf, connected, poolOf} from './postgres-connect.ts';
import {lockSql} from './postgres-locks.ts';
import {SCHEMA, type Schema, SHAPE} from './postgres-schema.ts';
import {isLost, type WhyNotUsable, whyNotUsable} from './postgres-trouble.ts';
import {integer, type Row, text} from './rows.ts';

export interface OpenDatabase {
  readonly pool: pg.Pool;
  readonly where: string;
  /** There was nothing of the name before. */
  readonly made: boolean;
}

/**
 * Where there is none, an empty register is made if asked, else refused. Refused: `database-not-reached`, `database-not-usable`,
 * `database-newer`, `database-gone`.
 */
export async function openDatabase(
  url: string,
  make: boolean,
  schema: Schema = SCHEMA,
): Promise<Outcome<OpenDatabase, Refusal>> {
  const address = addressOf(url);
  if (!address.ok) return address;
  const {where} = address.value;
  const pool = poolOf(address.value);
  const opened = await prepared(pool, where, make, schema);
  if (!opened.ok) await pool.end();
  return opened.ok ? done({pool, where, made: opened.value}) : opened;
}

/** Answers with whether it was made. */
async function prepared(
  pool: pg.Pool,
  where: string,
  make: boolean,
  schema: Schema,
): Promise<Outcome<boolean, Refusal>> {
  const client = await connected(pool, where);
  if (!client.ok) return client;
  let lost: boolean | undefined;
  try {
    const unfit = await unfitness(client.value);
    if (unfit !== undefined) return refuse({reason: 'database-not-usable', where, why: unfit});
    return await brought(client.value, where, make, schema);
  } catch (thrown) {
    lost = isLost(thrown);
    if (lost) return refuse({reason: 'database-gone', where, written: 'nothing'});
    const why = whyNotUsable(thrown);
    if (why === undefined) throw thrown;
    return refuse({reason: 'database-not-usable', where, why});
  } finally {
    client.value.release(lost);
  }
}

/** What a server must be before anything is asked of it. */
async function unfitness(client: pg.PoolClient): Promise<WhyNotUsable | undefined> {
  const [server] = await rowsOf(
    client,
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
      current_setting('fsync') AS fsync, current_setting('transaction_read_only') AS read_only`,
  );
  if (integer(server?.version) < 150_000) return 'too-old';
  if (server?.encoding !== 'UTF8') return 'not-utf8';
  if (server.read_only === 'on') return 'read-only';
  // Acknowledged is on the disk; where the server does not see to that, nothing is.
  return server.fsync === 'on' ? undefined : 'not-durable';
}

/** In the newest shape, all steps or none; two who open it at once do so after each other. */
async function brought(
  client: pg.PoolClient,
  where: string,
  make: boolean,
  schema: Schema,
): Promise<Outcome<boolean, Refusal>> {
  const newest = schema.steps.length;
  const before = await versionOf(client);
  if (before === newest) return checked(client, where, schema, false);
  if (before === undefined && !make) return refuse({reason: 'database-not-usable', where, why: 'no-register'});
  await client.query('BEGIN');
  try {
    await client.query(lockSql('writes'));
    const found = await versionOf(client);
    if (found === 'foreign') return refuse({reason: 'database-not-usable', where, why: 'another-program'});
    if (found !== undefined && found > newest) return refuse({reason: 'database-newer', where, version: found});
    const isNew = await migrate(client, found ?? 0, schema);
    const right = await checked(client, where, schema, isNew);
    if (right.ok) await client.query('COMMIT');
    return right;
  } finally {
    // After a commit there is nothing to take back.
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

/** Undefined: there is nothing of the name; `foreign`: there is, and it is not ours. */
async function versionOf(client: pg.PoolClient): Promise<number | 'foreign' | undefined> {
  const [found] = await rowsOf(
    client,
    `SELECT (SELECT count(*) FROM pg_namespace WHERE nspname = 'opgor') AS schemas,
      (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('opgor')) AS relations,
      (SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('opgor.schema_version')
        AND (attname, atttypid) IN (('version', 'bigint'::regtype), ('workspace', 'text'::regtype))) AS ours`,
  );
  if (found?.schemas === 0 || found?.relations === 0) return undefined;
  if (found?.ours !== 2) return 'foreign';
  const rows = await rowsOf(client, 'SELECT version FROM opgor.schema_version');
  return rows.length === 1 ? integer(rows[0]?.version) : 'foreign';
}

/** Answers with whether there was nothing of the name before. */
async function migrate(client: pg.PoolClient, from: number, {steps}: Schema): Promise<boolean> {
  const [found] = await rowsOf(client, "SELECT count(*) AS schemas FROM pg_namespace WHERE nspname = 'opgor'");
  if (from === 0)
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS opgor;
      CREATE TABLE opgor.schema_version (
        version bigint NOT NULL, workspace text COLLATE "C", desk bigint NOT NULL);
      INSERT INTO opgor.schema_version VALUES (0, NULL, 0);`);
  for (const step of steps.slice(from)) await client.query(step);
  await client.query('UPDATE opgor.schema_version SET version = $1', [steps.length]);
  return found?.schemas === 0;
}

async function checked(
  client: pg.PoolClient,
  where: string,
  {shape}: Schema,
  made: boolean,
): Promise<Outcome<boolean, Refusal>> {
  return (await shapeOf(client)) === shape
    ? done(made)
    : refuse({reason: 'database-not-usable', where, why: 'tables-differ'});
}

export const shapeOf = async (client: pg.ClientBase): Promise<string> =>
  sha256((await rowsOf(client, SHAPE)).map(({line}) => text(line)).join('\n'));

export const rowsOf = async (
  client: pg.ClientBase | pg.Pool,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => (await client.query<Row>(sql, [...values])).rows;
