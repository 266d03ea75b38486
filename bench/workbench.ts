/**
 * Many people at one workbench on a large register, bounded and on loopback: searches by name, files opened, answers by form; beside
 * a bare server of the same framework that does one indexed read in the same file. Latencies are from the question to the last byte
 * of the page; a search is its form and the page it leads to.
 *
 *   npm run bench:workbench [-- PERSONS PEOPLE SECONDS]
 */
import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as after} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {recordNumber} from '#concepts/record-number';
import {nodeEffects} from '#production/effects';
import {makeRegister, nameOf} from './workbench/register.ts';

const [persons = 1_000_000, people = 200, seconds = 20] = process.argv.slice(2).map(Number);
const place = mkdtempSync(join(tmpdir(), 'opgor-bench-workbench-'));
process.env.XDG_CONFIG_HOME = join(place, 'config');
/** Between what somebody does and what they do next. */
const THINK_MS = 1000;

interface Server {
  readonly process: ChildProcess;
  readonly url: string;
  readonly tokens: readonly string[];
}

async function started(script: string, ...args: readonly string[]): Promise<Server> {
  const file = fileURLToPath(new URL(`./workbench/${script}.ts`, import.meta.url));
  const child = fork(file, args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [said] = await once(child.stdout ?? child, 'data');
  let text = String(said);
  while (!text.includes('\n')) text += String((await once(child.stdout ?? child, 'data'))[0]);
  const {port, tokens = []}: {readonly port: number; readonly tokens?: readonly string[]} = JSON.parse(text);
  return {process: child, url: `http://127.0.0.1:${port}`, tokens};
}

async function memoryOf({process: child}: Server): Promise<number> {
  child.send('memory');
  const [{rss}]: [{readonly rss: number}] = JSON.parse(JSON.stringify(await once(child, 'message')));
  return rss / 1e6;
}

type Times = Map<string, number[]>;

async function timed<T>(times: Times, what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const answer = await work();
  times.set(what, [...(times.get(what) ?? []), performance.now() - began]);
  return answer;
}

const random = (() => {
  let state = 20_131_231;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
})();

async function comeIn(url: string, token: string) {
  const entered = await fetch(`${url}/enter/${token}`, {method: 'POST', redirect: 'manual'});
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await (await fetch(`${url}/cases`, {headers: {cookie}})).text();
  return {cookie, form: /name="_form" value="([^"]+)"/.exec(page)?.[1] ?? ''};
}

async function caseworker(url: string, token: string, until: number, times: Times): Promise<void> {
  const {cookie, form} = await comeIn(url, token);
  const get = async (path: string): Promise<string> => (await fetch(`${url}${path}`, {headers: {cookie}})).text();
  await after(random(THINK_MS));
  while (Date.now() < until) {
    const i = random(persons);
    const what = random(10);
    if (what < 6)
      await timed(times, 'search by name', async () => {
        const body = new URLSearchParams({_form: form, typed: nameOf(i)});
        const sent = await fetch(`${url}/cases`, {method: 'POST', redirect: 'manual', headers: {cookie}, body});
        const page = await get(sent.headers.get('location') ?? '');
        if (!page.includes(nameOf(i))) throw new Error('not found');
      });
    else
      await timed(times, 'open a file', async () => {
        if (!(await get(`/cases/${recordNumber(i + 1)}`)).includes(nameOf(i))) throw new Error('another file');
      });
    await after(THINK_MS / 2 + random(THINK_MS));
  }
}

const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b);
const at = (all: readonly number[], share: number): number => sorted(all)[Math.floor(all.length * share)] ?? 0;
function told(name: string, all: readonly number[], overSeconds: number): void {
  const line = [
    `${(all.length / overSeconds).toFixed(0)}/s`,
    `p50 ${at(all, 0.5).toFixed(1)} ms`,
    `p99 ${at(all, 0.99).toFixed(1)} ms`,
  ];
  console.log(`${name.padEnd(28)} ${line.join('   ')}`);
}

let began = performance.now();
const workspace = await makeRegister(place, persons, nodeEffects());
console.log(`${persons} persons received in ${((performance.now() - began) / 1000).toFixed(0)} s`);

const bare = await started('bare', workspace);
const bareTimes: Times = new Map();
const bareUntil = Date.now() + 1000 * Math.min(seconds, 10);
await Promise.all(
  Array.from({length: people}, async () => {
    await after(random(THINK_MS));
    while (Date.now() < bareUntil) {
      await timed(bareTimes, 'one read', async () => (await fetch(`${bare.url}/${1 + random(persons)}`)).text());
      await after(THINK_MS / 2 + random(THINK_MS));
    }
  }),
);
told('bare: one indexed read', bareTimes.get('one read') ?? [], Math.min(seconds, 10));
console.log(`  memory ${(await memoryOf(bare)).toFixed(0)} MB`);
bare.process.kill();
await once(bare.process, 'exit');

began = performance.now();
const ours = await started('ours', workspace, String(people));
console.log(`the workbench is up after ${(performance.now() - began).toFixed(0)} ms, with ${people} accounts`);
const times: Times = new Map();
const until = Date.now() + 1000 * seconds;
await Promise.all(ours.tokens.map((token) => caseworker(ours.url, token, until, times)));
for (const [what, all] of times) told(what, all, seconds);
console.log(`  memory ${(await memoryOf(ours)).toFixed(0)} MB`);
ours.process.kill();
await once(ours.process, 'exit');
rmSync(place, {recursive: true, force: true});
