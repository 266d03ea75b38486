/**
 * From the start of the program to the first page whole in the browser's hands, with its style sheet: `opgor start` as it is built,
 * on a folder with nothing and on one with the demo's register; beside Node saying one word, and a bare server of the same framework
 * that answers one page. Every round is fresh processes, in turn.
 *
 *   npm run bench:start [-- ROUNDS]
 */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [rounds = '9'] = process.argv.slice(2);
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'opgor-bench-start-'));
const env = {...process.env, XDG_CONFIG_HOME: join(place, 'config'), OPGOR_KEY: undefined};
const opgor = ['--disable-warning=ExperimentalWarning', at('dist/main.js')];
const [nothing, office] = [join(place, 'nothing'), join(place, 'office')];
for (const folder of [nothing, office]) mkdirSync(folder);
spawnSync(process.execPath, [...opgor, 'demo', '--out', join(office, 'demo')], {env});

const bare = join(at('.'), '.bench-bare.mjs');
writeFileSync(
  bare,
  `import {serve} from '@hono/node-server';
import {Hono} from 'hono';
const app = new Hono().get('/', (c) => c.html('<!doctype html><title>1</title><form>'));
serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => console.error('http://localhost:' + port + '/'));
`,
);

/** Milliseconds until the page, and whatever it needs to be seen, is here. */
async function toFirstPage(args: readonly string[], cwd: string): Promise<number> {
  const began = performance.now();
  const running = spawn(process.execPath, args, {cwd, env, stdio: ['ignore', 'ignore', 'pipe']});
  let said = '';
  for await (const piece of running.stderr) {
    said += piece;
    const urls = said.match(/http:\/\/localhost:\d+\/(?:(?:begin|enter)\/[\w-]{43}|(?=\s))/g);
    const url = urls?.at(-1);
    if (url === undefined || !said.endsWith('\n')) continue;
    const page = await fetch(url).then((answer) => answer.text());
    if (!page.includes('<form')) throw new Error('not a page');
    const [style] = /\/assets\/[\w.-]+\.css/.exec(page) ?? [];
    if (style !== undefined) await fetch(new URL(style, url)).then((answer) => answer.arrayBuffer());
    break;
  }
  const time = performance.now() - began;
  running.kill('SIGKILL');
  await once(running, 'exit');
  return time;
}

async function toOneWord(): Promise<number> {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', 'console.log(1)'], {env});
  return performance.now() - began;
}

const ways: readonly {readonly name: string; run(): Promise<number>}[] = [
  {name: 'Node says one word', run: toOneWord},
  {name: 'a bare server of the framework, one page', run: () => toFirstPage([bare], place)},
  {
    name: 'opgor start, nothing there',
    run: () => toFirstPage([...opgor, 'start', '--no-browser', '--port', '0'], nothing),
  },
  {
    name: 'opgor start, a register there',
    run: () => toFirstPage([...opgor, 'start', '--no-browser', '--port', '0'], office),
  },
];

const times = ways.map((): number[] => []);
for (let round = 0; round < Number(rounds); round += 1)
  for (const [i, {run}] of ways.entries()) times[i]?.push(await run());
const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const peer = median(times[1] ?? []);
for (const [i, {name}] of ways.entries()) {
  const time = median(times[i] ?? []);
  console.log(
    `${name.padEnd(44)} ${time.toFixed(0).padStart(6)} ms   ${(time / peer).toFixed(1).padStart(5)} × the bare server`,
  );
}
rmSync(bare);
rmSync(place, {recursive: true, force: true});
