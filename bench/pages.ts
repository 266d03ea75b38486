/**
 * The workbench's pages as a browser sees them for the first time, with nothing kept from before: `opgor serve` as it is built, on the
 * demo's register, in Chromium. Of each page what travels for it, with style, typeface and script, and when it can be used (the
 * document is there and its scripts have run); beside a bare page of the same framework in the same browser.
 *
 *   npm run bench:pages [-- ROUNDS]
 */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Browser, chromium} from 'playwright-core';
import {CHROMIUM_FLAGS, findChromium} from '../test/readers/programs.ts';

const [given = '9'] = process.argv.slice(2);
const rounds = Number(given);
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'opgor-bench-pages-'));
const demo = join(place, 'demo');
const opgor = ['--disable-warning=ExperimentalWarning', at('dist/main.js')];
const env: NodeJS.ProcessEnv = {...process.env, XDG_CONFIG_HOME: join(place, 'config'), OPGOR_KEY: undefined};
const PAGES = [
  '/',
  '/cases',
  '/cases/P-000012-4',
  '/cases/new/assessment',
  '/intake',
  '/questions',
  '/statement',
  '/statement/2013/internal/en',
  '/statement/text/2013/internal/en',
  '/statement/figure/2013/internal/persons-by-sex.female',
  '/release/2013/internal',
  '/editions',
  '/team',
  '/log',
];

interface Begun {
  /** Of what it said. */
  readonly url: string;
  readonly running: ChildProcess;
}

async function begun(args: readonly string[], says: RegExp): Promise<Begun> {
  const running = spawn(process.execPath, args, {env, stdio: ['ignore', 'pipe', 'pipe']});
  process.on('exit', () => running.kill());
  let said = '';
  const heard = new Promise<string>((resolve, reject) => {
    for (const stream of [running.stdout, running.stderr])
      stream.on('data', (piece) => {
        said += String(piece);
        const [url] = says.exec(said) ?? [];
        if (url !== undefined && said.endsWith('\n')) resolve(url);
      });
    running.once('exit', () => reject(new Error(said)));
  });
  return {url: await heard, running};
}

async function ended({running}: Begun): Promise<void> {
  running.removeAllListeners('exit');
  running.kill('SIGTERM');
  await once(running, 'exit');
}

type Known = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

interface Seen {
  readonly bytes: number;
  readonly usable: number;
  readonly loaded: number;
}

/** In a browser that has seen nothing of it before. */
async function seen(browser: Browser, url: string, known: Known | undefined): Promise<Seen> {
  const context = await browser.newContext({locale: 'en', ...(known === undefined ? {} : {storageState: known})});
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  let bytes = 0;
  wire.on('Network.loadingFinished', ({encodedDataLength}) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, {waitUntil: 'load'});
  const isThere = page.url() === url && (await page.locator('progress.bar').count()) === 0;
  if (!isThere) throw new Error(`${url} is not there at once: ${page.url()}`);
  const timing =
    "(({domContentLoadedEventEnd: usable, loadEventEnd: loaded}) => ({usable, loaded}))(performance.getEntriesByType('navigation')[0])";
  const {usable, loaded}: {readonly usable: number; readonly loaded: number} = await page.evaluate(timing);
  await context.close();
  return {bytes, usable, loaded};
}

const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const worst = (all: readonly number[]): number => Math.max(...all);

async function measured(browser: Browser, name: string, url: string, known: Known | undefined): Promise<void> {
  const times: Seen[] = [];
  for (let i = 0; i < rounds; i += 1) times.push(await seen(browser, url, known));
  const usable = times.map((one) => one.usable);
  const cells = [
    `${(middle(times.map(({bytes}) => bytes)) / 1000).toFixed(1).padStart(7)} kB`,
    `usable ${middle(usable).toFixed(0).padStart(4)} ms, at worst ${worst(usable).toFixed(0).padStart(4)}`,
    `loaded ${middle(times.map((one) => one.loaded))
      .toFixed(0)
      .padStart(4)} ms`,
  ];
  console.log(`${name.padEnd(56)} ${cells.join('   ')}`);
}

const made = spawnSync(process.execPath, [...opgor, 'demo', '--out', demo], {env, encoding: 'utf8'});
if (made.status !== 0) throw new Error(made.stderr);
env.OPGOR_KEY = readFileSync(join(demo, 'workspace.key'), 'utf8').trim();
const bareFile = join(at('.'), '.bench-bare-pages.mjs');
writeFileSync(
  bareFile,
  `import {serve} from '@hono/node-server';
import {Hono} from 'hono';
const app = new Hono().get('*', (c) => c.html('<!doctype html><title>one</title><p>one page'));
serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => console.error('http://localhost:' + port));
`,
);
const browser = await chromium.launch({executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS});
const bare = await begun([bareFile], /http:\/\/localhost:\d+/);
const ours = await begun(
  [...opgor, 'serve', '--link', '--dir', join(demo, 'workspace'), '--port', '0'],
  /http:\S+\/enter\/[\w-]+/,
);
const context = await browser.newContext({locale: 'en'});
const page = await context.newPage();
await page.goto(ours.url);
await page.locator('main input:not([type=hidden])').fill('Anne Holm');
const came = performance.now();
await page.locator('main button').click();
await page.waitForURL(new URL('/', ours.url).href);
console.log(`come in by the link, to the overview: ${(performance.now() - came).toFixed(0)} ms`);
const known = await context.storageState();
await context.close();
const {origin} = new URL(ours.url);
console.log(`${rounds} times each, nothing kept: what travels, median and worst time until it can be used`);
await measured(browser, 'bare: one page', `${bare.url}/`, undefined);
for (const path of PAGES) await measured(browser, path, origin + path, known);
await browser.close();
await ended(ours);
await ended(bare);
rmSync(bareFile);
rmSync(place, {recursive: true});
