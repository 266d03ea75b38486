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
export const lock = (client: pg.ClientBase, name: Lock) =>
  client.query('SELECT pg_advisory_xact_lock($1, $2)', [OPGOR, LOCKS[name]]);

/** Likewise, together with others who share it. */
export const share = (client: pg.ClientBase, name: Lock) =>
  client.query('SELECT pg_advisory_xact_lock_shared($1, $2)', [OPGOR, LOCKS[name]]);

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

/** How often the desk was taken; undefined while somebody has it. */
export async function deskOf(client: pg.ClientBase): Promise<number | undefined> {
  const {rows} = await client.query(
    'SELECT desk, pg_try_advisory_xact_lock_shared($1, $2)::int AS free FROM opgor.schema_version',
    [OPGOR, LOCKS.desk],
  );
  return rows[0]?.free === 1 ? integer(rows[0]?.desk) : undefined;
}
