/**
 * Who writes when, agreed with the server. `writes`: held by one append at a time, until its transaction ends. `desk`: held by who
 * writes beside the register, and shared by appends. `served`: by the one process that serves the workspace. An append asks for
 * the desk first, as whoever has it does: two never wait for each other.
 */
import type pg from 'pg';
import {integer} from './rows.ts';

const OPGOR = 0x4f50474f;
const LOCKS = {writes: 1, desk: 2, served: 3} as const;
export type Lock = keyof typeof LOCKS;

/** Until the transaction ends. */
export const lockSql = (name: Lock): string => `SELECT pg_advisory_xact_lock(${OPGOR}, ${LOCKS[name]})`;

/** Likewise, together with others who share it. */
export const shareSql = (name: Lock): string => `SELECT pg_advisory_xact_lock_shared(${OPGOR}, ${LOCKS[name]})`;

/** Of `schema_version`: how often the desk was taken; NULL while somebody has it. */
export const deskSql = `CASE WHEN pg_try_advisory_xact_lock_shared(${OPGOR}, ${LOCKS.desk}) THEN desk END`;

/** Until the connection ends. */
export async function takenDesk(client: pg.ClientBase, patienceMs: number): Promise<void> {
  await client.query(`SET lock_timeout = ${patienceMs}`);
  await client.query('SELECT pg_advisory_lock($1, $2)', [OPGOR, LOCKS.desk]);
  await client.query('UPDATE opgor.schema_version SET desk = desk + 1');
}

/** Until the connection ends, if nobody has it. */
export async function keepIfFree(client: pg.ClientBase, name: Lock): Promise<boolean> {
  const {rows} = await client.query('SELECT pg_try_advisory_lock($1, $2)::int AS free', [OPGOR, LOCKS[name]]);
  return integer(rows[0]?.free) === 1;
}

/** All that was kept until the connection ends. */
export const freed = (client: pg.ClientBase) => client.query('SELECT pg_advisory_unlock_all()');
