/**
 * The public pages as they are built: `opgor serve --public` on the demo's public edition; beside a bare server of the same framework that
 * answers a page of the same bytes. Of each page its weight as it travels, with what it needs to be seen, and the time to the last byte,
 * asked for one after another and by eight at once.
 *
 *   npm run bench:explore [-- REQUESTS]
 */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {get} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [given = '400'] = process.argv.slice(2);
const requests = Number(given);
const AT_ONCE = 8;
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'opgor-bench-explore-'));
const demo = join(place, 'demo');
const opgor = ['--disable-warning=ExperimentalWarning', at('dist/main.js')];
const away = {...process.env, XDG_CONFIG_HOME: join(place, 'config'), OPGOR_KEY: undefined};

const run = (...args: readonly string[]): void => {
  const key = {OPGOR_KEY: args[0] === 'demo' ? undefined : readFileSync(join(demo, 'workspace.key'), 'utf8').trim()};
  const {status, stderr} = spawnSync(process.execPath, [...opgor, ...args], {env: {...away, ...key}, encoding: 'utf8'});
  if (status !== 0) throw new Error(stderr);
};
const workspace = join(demo, 'workspace');
run('demo', '--out', demo);
for (const name of ['Anne Holm', 'Bo Lind']) run('person', 'add', name, '--dir', workspace);
const signed = ['--by', 'Anne Holm', '--approved-by', 'Bo Lind', '--dir', workspace];
run('release', '2013', '--edition', 'public', ...signed);

const PAGES = [
  '/',
  '/2013',
  '/2013/tables/persons-by-sex',
  '/2013/tables/returns',
  '/2013/tables/exploitation-by-year',
];

async function begun(args: readonly string[]): Promise<{readonly url: string; readonly running: ChildProcess}> {
  const running = spawn(process.execPath, args, {env: away, stdio: ['ignore', 'ignore', 'pipe']});
  let said = '';
  for await (const piece of running.stderr) {
    said += piece;
    const [url] = /http:\/\/localhost:\d+/.exec(said) ?? [];
    if (url !== undefined) return {url, running};
  }
  throw new Error(said);
}

interface Timed {
  readonly median: number;
  readonly worst: number;
  readonly perSecond: number;
}

async function timed(url: string): Promise<Timed> {
  const one = async (): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
    return performance.now() - began;
  };
  for (let i = 0; i < 50; i++) await one();
  const times: number[] = [];
  for (let i = 0; i < requests; i++) times.push(await one());
  times.sort((a, b) => a - b);
  const began = performance.now();
  const share = Math.ceil(requests / AT_ONCE);
  await Promise.all(
    Array.from({length: AT_ONCE}, async () => {
      for (let i = 0; i < share; i++) await one();
    }),
  );
  const perSecond = (share * AT_ONCE * 1000) / (performance.now() - began);
  const rank = (of: number) => times[Math.min(times.length - 1, Math.floor(times.length * of))] ?? 0;
  return {median: rank(0.5), worst: rank(0.99), perSecond};
}

/** As it travels. */
const weightOf = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, {headers: {'accept-encoding': 'br'}}, async (answer) => {
      let bytes = 0;
      for await (const piece of answer) bytes += piece.length;
      resolve(bytes);
    }).on('error', reject);
  });

const folder = join(workspace, 'editions', '2013-public-1');
const ours = await begun([...opgor, 'serve', '--public', '--editions', folder, '--port', '0']);
const bare = join(at('.'), '.bench-bare-explore.mjs');
const row = (name: string, bytes: number, {median, worst, perSecond}: Timed) =>
  console.log(
    `${name.padEnd(44)} ${(bytes / 1024).toFixed(1).padStart(7)} kB  ${median.toFixed(2).padStart(7)} ms  ${worst.toFixed(2).padStart(7)} ms  ${perSecond.toFixed(0).padStart(6)} /s`,
  );
console.log(`${requests} requests each, then ${AT_ONCE} at once: weight, median, 99th percentile, pages a second`);
for (const path of PAGES) {
  const page = await (await fetch(ours.url + path)).text();
  writeFileSync(
    bare,
    `import {serve} from '@hono/node-server';
import {Hono} from 'hono';
const page = ${JSON.stringify(page)};
const app = new Hono().get('*', (c) => c.html(page));
serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => console.error('http://localhost:' + port));
`,
  );
  const peer = await begun([bare]);
  row(path, Buffer.byteLength(page), await timed(ours.url + path));
  row('  bare, the same bytes', Buffer.byteLength(page), await timed(peer.url + path));
  peer.running.kill('SIGTERM');
  await once(peer.running, 'exit');
}
const needed = ['/assets/workbench.css', '/assets/explore.css', '/assets/plex-400.woff', '/assets/plex-600.woff'];
const weights = await Promise.all(needed.map((path) => weightOf(ours.url + path)));
console.log(`style and typeface, once: ${weights.map((bytes, i) => `${needed[i]} ${bytes}`).join(', ')} bytes`);
ours.running.kill('SIGTERM');
await once(ours.running, 'exit');
rmSync(bare);
rmSync(place, {recursive: true});
