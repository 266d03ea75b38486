/** A bare server of the same framework on the same file: one indexed read, a line of it as a page. */
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {serve} from '@hono/node-server';
import {Hono} from 'hono';

const [folder = ''] = process.argv.slice(2);
const database = new DatabaseSync(join(folder, 'register.sqlite'));
database.exec('PRAGMA cache_size = -262144');
const read = database.prepare('SELECT body FROM fact WHERE serial = ?');
const app = new Hono().get('/:serial', (c) =>
  c.html(`<!doctype html><p>${String(read.get(Number(c.req.param('serial')))?.body)}</p>`),
);
serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => console.log(JSON.stringify({port})));
process.on('message', () => process.send?.({rss: process.memoryUsage().rss}));
