/** What a server is asked to do for the register's tables once something was written; outside of any transaction. */
import {connection, type Server} from './postgres-transaction.ts';
import {StoreFault} from './store-fault.ts';
import {TABLES} from './tables.ts';

/** So many rows written change how a table is best read. */
export const MANY = 10_000;

/**
 * The server is told how large the tables have become, and may read indexes alone. Its own upkeep does so too, minutes later; until
 * then it takes a million rows for a few and reads them all. What was written stands, whether or not it can be told.
 */
export async function settled(server: Server): Promise<void> {
  const tables = TABLES.map(({name}) => `opgor.${name}`).join(', ');
  await connection(server, (client) => client.query(`VACUUM (ANALYZE) ${tables}`)).catch(() => undefined);
}

/** Deleted is not gone: what held it is written anew without it. Refused: `database-not-usable`. */
export async function cleared(server: Server): Promise<void> {
  const {where} = server;
  const held = 'opgor.person, opgor.identity, opgor.token, opgor.source_row';
  await connection(server, (client) => client.query(`VACUUM (FULL) ${held}`)).catch(() => {
    throw new StoreFault({reason: 'database-not-usable', where, why: 'not-cleared'});
  });
}
