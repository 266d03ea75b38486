/**
 * One transaction on a server: everything or nothing, alone among writers, on disk when it resolves. Where the way to the server is
 * lost while it is ending, the server is asked what became of it.
 */
import {setTimeout} from 'node:timers/promises';
import type pg from 'pg';
import {defect} from '#kit/defect';
import {connected} from './postgres-connect.ts';
import {lockSql, shareSql} from './postgres-locks.ts';
import {rowsOf} from './postgres-open.ts';
import {isLost, whyNotUsable} from './postgres-trouble.ts';
import {text} from './rows.ts';
import {StoreFault} from './store-fault.ts';

export interface Server {
  readonly pool: pg.Pool;
  readonly where: string;
  /** How long one writer waits for another, and whoever lost the server for its return. */
  readonly patienceMs: number;
}

/** What a server answered instead, as a fault that carries its refusal; anything else as it is. */
function told(thrown: unknown, where: string): unknown {
  if (isLost(thrown)) return new StoreFault({reason: 'database-gone', where, written: 'nothing'});
  const unusable = whyNotUsable(thrown);
  return unusable === undefined ? thrown : new StoreFault({reason: 'database-not-usable', where, why: unusable});
}

/** A connection of one's own for as long as the work lasts. */
export async function connection<T>(
  {pool, where}: Pick<Server, 'pool' | 'where'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await connected(pool, where);
  if (!client.ok) throw new StoreFault(client.refusal);
  let lost = false;
  try {
    return await work(client.value);
  } catch (thrown) {
    lost = isLost(thrown) || thrown instanceof StoreFault;
    throw told(thrown, where);
  } finally {
    client.value.release(lost);
  }
}

/** A connection that stays the caller's once the work is done. */
export async function kept(
  {pool, where}: Pick<Server, 'pool' | 'where'>,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<pg.PoolClient> {
  const client = await connected(pool, where);
  if (!client.ok) throw new StoreFault(client.refusal);
  try {
    await work(client.value);
    return client.value;
  } catch (thrown) {
    client.value.release(true);
    throw told(thrown, where);
  }
}

/** One moment of the register, however many statements read it. */
export const snapshot = <T>(
  server: Pick<Server, 'pool' | 'where'>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> =>
  connection(server, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      return await work(client);
    } finally {
      await client.query('COMMIT').catch(() => undefined);
    }
  });

/** Nobody else writes from the work's beginning until its end is on disk. */
export const alone = <T>(server: Server, work: (client: pg.PoolClient) => Promise<T>, hasDesk = false): Promise<T> =>
  connection(server, async (client) => {
    // A machine that vanished without a word holds up the others for a minute, not for hours.
    await client.query(`
      BEGIN;
      SET LOCAL synchronous_commit = on;
      SET LOCAL tcp_keepalives_idle = 30;
      SET LOCAL tcp_keepalives_interval = 10;
      SET LOCAL tcp_keepalives_count = 3;
      SET LOCAL lock_timeout = ${server.patienceMs}`);
    const {value, transaction} = await begun(client, work, hasDesk);
    await commit(server, client, transaction);
    return value;
  });

async function begun<T>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<T>, hasDesk: boolean) {
  try {
    await client.query(hasDesk ? lockSql('writes') : `${shareSql('desk')}; ${lockSql('writes')}`);
    const [own] = await rowsOf(client, 'SELECT pg_current_xact_id()::text AS transaction');
    return {transaction: text(own?.transaction), value: await work(client)};
  } catch (thrown) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw thrown;
  }
}

async function commit(server: Server, client: pg.PoolClient, transaction: string): Promise<void> {
  try {
    const {command} = await client.query('COMMIT');
    if (command !== 'COMMIT') defect('a transaction in which something failed was ended as if nothing had');
  } catch (thrown) {
    if (!isLost(thrown)) throw thrown;
    const became = await outcomeOf(server, transaction);
    if (became !== 'committed')
      throw new StoreFault({
        reason: 'database-gone',
        where: server.where,
        written: became === undefined ? 'unknown' : 'nothing',
      });
  }
}

const BETWEEN_MS = 250;

/** Whether a transaction whose end nobody heard was ended well; undefined where the server does not come back in time. */
async function outcomeOf(
  {pool, patienceMs}: Server,
  transaction: string,
): Promise<'committed' | 'aborted' | undefined> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await setTimeout(BETWEEN_MS)) {
    const [found] = await rowsOf(pool, 'SELECT pg_xact_status($1::xid8) AS status', [transaction]).catch(() => []);
    if (found?.status === 'committed' || found?.status === 'aborted') return found.status;
  }
  return undefined;
}
