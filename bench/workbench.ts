/**
 * Many people at one workbench on a large register, bounded and on loopback: searches by name, files opened, facts recorded by form, and
 * the overview, which counts, by one person alone; beside a bare server of the same framework that does one indexed read in the same store. Latencies are from the question to
 * the last byte of the page; a search is its form and the page it leads to, a fact the form, its answer and the page it leads to. At the
 * pace of people (some seconds between what they do: latency) and without pause (throughput), each in the same run.
 *
 *   npm run bench:workbench [-- PERSONS PEOPLE SECONDS STORE BETWEEN]      STORE: sqlite, postgres or both; BETWEEN: seconds, as in 8,0
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
import {databaseFor, hasPostgres, startPostgres} from '../test/storage/postgres-server.ts';
import {makeRegister, nameOf} from './workbench/register.ts';

const [persons = 1_000_000, people = 200, seconds = 20] = process.argv.slice(2, 5).map(Number);
const [, , , , , stores = 'both', between = '8,0'] = process.argv;
const place = mkdtempSync(join(tmpdir(), 'opgor-bench-workbench-'));
process.env.XDG_CONFIG_HOME = join(place, 'config');
/** Milliseconds between what somebody does and what they do next. */
const PACES = between.split(',').map((one) => 1000 * Number(one));

interface Server {
  readonly process: ChildProcess;
  readonly url: string;
  readonly tokens: readonly string[];
  readonly visits: Visit[];
}

async function started(script: string, ...args: readonly string[]): Promise<Server> {
  const file = fileURLToPath(new URL(`./workbench/${script}.ts`, import.meta.url));
  const child = fork(file, args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  process.on('exit', () => child.kill());
  const [said] = await once(child.stdout ?? child, 'data');
  let text = String(said);
  while (!text.includes('\n')) text += String((await once(child.stdout ?? child, 'data'))[0]);
  const {port, tokens = []}: {readonly port: number; readonly tokens?: readonly string[]} = JSON.parse(text);
  return {process: child, url: `http://127.0.0.1:${port}`, tokens, visits: []};
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
  const all = times.get(what) ?? [];
  all.push(performance.now() - began);
  times.set(what, all);
  return answer;
}

const random = (() => {
  let state = 20_131_231;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
})();

const pause = (pace: number): Promise<void> => after(pace / 2 + random(pace + 1));

async function comeIn(url: string, token: string) {
  const entered = await fetch(`${url}/enter/${token}`, {method: 'POST', redirect: 'manual'});
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await (await fetch(`${url}/cases`, {headers: {cookie}})).text();
  return {cookie, form: /name="_form" value="([^"]+)"/.exec(page)?.[1] ?? ''};
}

interface Visit {
  readonly url: string;
  readonly cookie: string;
  readonly form: string;
}

/** Whoever is asked to wait asks again when the page says so, as a browser does. */
async function got({url, cookie}: Visit, path: string): Promise<string> {
  const answer = await fetch(`${url}${path}`, {headers: {cookie}});
  const page = await answer.text();
  const seconds = answer.headers.get('refresh');
  if (seconds === null) return page;
  await after(1000 * Number(seconds));
  return got({url, cookie, form: ''}, answer.url.slice(url.length));
}

/** The page that the form leads to. */
async function sent(visit: Visit, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const {url, cookie, form} = visit;
  const body = new URLSearchParams({_form: form, ...fields});
  const answer = await fetch(`${url}${path}`, {method: 'POST', redirect: 'manual', headers: {cookie}, body});
  const next = answer.headers.get('location');
  if (next === null) throw new Error(`${path}: ${answer.status}`);
  return got(visit, next);
}

/** Persons here are nobody: what came in place of the page is told. */
function shows(page: string, i: number): void {
  if (!page.includes(nameOf(i)))
    throw new Error(`not the page of ${nameOf(i)}: ${/<main[\s\S]*<\/main>/.exec(page)?.[0]}`);
}

async function search(visit: Visit, i: number): Promise<void> {
  shows(await sent(visit, '/cases', {typed: nameOf(i)}), i);
}

async function open(visit: Visit, i: number): Promise<void> {
  shows(await got(visit, `/cases/${recordNumber(i + 1)}`), i);
}

async function record(visit: Visit, i: number): Promise<void> {
  const path = `/cases/${recordNumber(i + 1)}/add/case-complex`;
  const seen = /name="_seen" value="([^"]+)"/.exec(await got(visit, path))?.[1] ?? '';
  const on = new Date().toISOString().slice(0, 10);
  shows(await sent(visit, path, {_seen: seen, on, complex: 'Ring mod nord'}), i);
}

async function overview(visit: Visit): Promise<void> {
  if (!(await got(visit, '/')).includes('<h1>')) throw new Error('no overview');
}

async function caseworker(visit: Visit, until: number, pace: number, times: Times): Promise<void> {
  await after(random(pace + 1));
  while (Date.now() < until) {
    const [i, what] = [random(persons), random(20)];
    if (what < 11) await timed(times, 'search by name', () => search(visit, i));
    else if (what < 19) await timed(times, 'open a file', () => open(visit, i));
    else await timed(times, 'record a fact', () => record(visit, i));
    await pause(pace);
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

async function paced(server: Server, pace: number, work: (visit: Visit, until: number, times: Times) => Promise<void>) {
  const times: Times = new Map();
  const until = Date.now() + 1000 * seconds;
  const visits = server.visits.length > 0 ? server.visits : Array.from({length: people}, () => NOBODY);
  await Promise.all(visits.map((visit) => work({...visit, url: server.url}, until, times)));
  console.log(`${(pace / 1000).toFixed(0)} s between acts, ${people} people, ${seconds} s`);
  for (const [what, all] of times) told(`  ${what}`, all, seconds);
  told('  all', [...times.values()].flat(), seconds);
  console.log(`  memory ${(await memoryOf(server)).toFixed(0)} MB`);
}

const NOBODY: Visit = {url: '', cookie: '', form: ''};

async function measured(store: string, url: string | undefined): Promise<void> {
  console.log(`\n${store}`);
  const folder = join(place, store);
  if (url !== undefined) process.env.DATABASE_URL = url;
  let began = performance.now();
  const workspace = await makeRegister(folder, persons, nodeEffects());
  console.log(`${persons} persons received in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const bare = await started('bare', workspace);
  for (const pace of PACES)
    await paced(bare, pace, async ({url: at}, until, times) => {
      await after(random(pace + 1));
      while (Date.now() < until) {
        await timed(times, 'bare: one indexed read', async () => (await fetch(`${at}/${1 + random(persons)}`)).text());
        await pause(pace);
      }
    });
  await ended(bare);
  began = performance.now();
  const ours = await started('ours', workspace, String(people));
  console.log(`the workbench is up after ${(performance.now() - began).toFixed(0)} ms, with ${people} accounts`);
  for (const token of ours.tokens) ours.visits.push({url: ours.url, ...(await comeIn(ours.url, token))});
  const [one = NOBODY] = ours.visits;
  for (const what of ['first', 'again', 'after a fact'] as const) {
    if (what === 'after a fact') await record(one, 0);
    began = performance.now();
    await overview(one);
    console.log(`the overview, ${what}: ${(performance.now() - began).toFixed(0)} ms`);
  }
  for (const pace of PACES) await paced(ours, pace, (visit, until, times) => caseworker(visit, until, pace, times));
  await ended(ours);
}

async function ended({process: child}: Server): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

if (stores !== 'postgres') await measured('sqlite', undefined);
if (stores !== 'sqlite' && hasPostgres) {
  const server = await startPostgres();
  await measured('postgres', await databaseFor('bench'));
  await server.remove();
}
rmSync(place, {recursive: true, force: true});
