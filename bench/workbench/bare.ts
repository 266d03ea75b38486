/** A bare server of the same framework on the same store: one indexed read, a line of it as a page. */
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {serve} from '@hono/node-server';
import {Hono} from 'hono';
import pg from 'pg';

const [folder = ''] = process.argv.slice(2);
const {DATABASE_URL: url} = process.env;

function fromFile(): (serial: number) => Promise<unknown> {
  const database = new DatabaseSync(join(folder, 'register.sqlite'));
  database.exec('PRAGMA cache_size = -262144');
  const read = database.prepare('SELECT body FROM fact WHERE serial = ?');
  return async (serial) => read.get(serial)?.body;
}

function fromDatabase(): (serial: number) => Promise<unknown> {
  const pool = new pg.Pool({connectionString: url});
  return async (serial) => {
    const {rows} = await pool.query({
      name: 'one',
      text: 'SELECT body FROM opgor.fact WHERE serial = $1',
      values: [serial],
    });
    return rows[0]?.body;
  };
}

const read = url === undefined ? fromFile() : fromDatabase();
const app = new Hono().get('/:serial', async (c) =>
  c.html(`<!doctype html><p>${String(await read(Number(c.req.param('serial'))))}</p>`),
);
serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => console.log(JSON.stringify({port})));
process.on('message', () => process.send?.({rss: process.memoryUsage().rss}));
