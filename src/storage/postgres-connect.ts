/** The way to a PostgreSQL server: an address, connections that are shared, and numbers read as numbers. */
import {isIP} from 'node:net';
import pg from 'pg';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {done, type Outcome, refuse} from '#kit/outcome';
import {whyNotReached, whyNotUsable} from './postgres-trouble.ts';

/** Counts and keys are 64-bit there and come as text; a number that is not exact here would be another row's. */
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : defect('a number of the register is too large');
});

const AT_ONCE = 8;
const PATIENCE_MS = 30_000;

export interface Address {
  readonly url: string;
  /** Host and database, as it is told: without user and password. */
  readonly where: string;
}

/** Refused: `database-not-reached`: what is no address, and a server elsewhere that would be spoken to in the clear. */
export function addressOf(text: string): Outcome<Address, Refusal> {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    return refuse({reason: 'database-not-reached', where: 'DATABASE_URL', why: 'not-an-address'});
  const socket = url.searchParams.get('host');
  const host = socket ?? decodeURIComponent(url.hostname);
  const name = decodeURIComponent(url.pathname.slice(1));
  const where = `${host === '' ? 'localhost' : host}${url.port === '' ? '' : `:${url.port}`}/${name}`;
  if (!isHere(host) && !url.searchParams.has('sslmode'))
    return refuse({reason: 'database-not-reached', where, why: 'not-encrypted'});
  return done({url: text, where});
}

/** A socket, or this machine itself. */
const isHere = (host: string): boolean =>
  host === '' ||
  host.startsWith('/') ||
  host === 'localhost' ||
  host === '[::1]' ||
  (isIP(host) === 4 && host.startsWith('127.'));

export function poolOf({url}: Address): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: AT_ONCE,
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: PATIENCE_MS,
    keepAlive: true,
    application_name: 'opgor',
  });
  // Of a connection nobody uses: it is taken out, and whoever asks next is given another.
  pool.on('error', () => undefined);
  // Of one that is used: whoever uses it is told by the answer that does not come.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Refused: `database-not-reached`, `database-not-usable`. What else is thrown is a defect. */
export async function connected(pool: pg.Pool, where: string): Promise<Outcome<pg.PoolClient, Refusal>> {
  try {
    return done(await pool.connect());
  } catch (thrown) {
    const [unreached, unusable] = [whyNotReached(thrown), whyNotUsable(thrown)];
    if (unreached !== undefined) return refuse({reason: 'database-not-reached', where, why: unreached});
    if (unusable !== undefined) return refuse({reason: 'database-not-usable', where, why: unusable});
    throw thrown;
  }
}
