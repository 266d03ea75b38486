/**
 * 25 tables over ten million units in columns, and distinct persons where a person has several rows: the product's kernel beside
 * DuckDB with hand-written SQL, by turns in one run, the answers compared. Usage: bench/count.ts [rows] [threads] [rounds]
 */
import {type ChildProcess, fork} from 'node:child_process';

const [rows = '10000000', threads = '2', rounds = '5'] = process.argv.slice(2);

interface Answer {
  readonly ms: number;
  /** Of all threads: steadier than the clock on a machine that does other things too. */
  readonly cpu: number;
  readonly digest: string;
  readonly peak: number;
}

const heard = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once('message', (message: T) => resolve(message)));

async function start(file: string): Promise<ChildProcess> {
  const child = fork(new URL(file, import.meta.url), [rows, threads]);
  await heard(child);
  return child;
}

async function ask(child: ChildProcess, what: 'tables' | 'distinct'): Promise<Answer> {
  const answer = heard<Answer>(child);
  child.send(what);
  return answer;
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

const sides = {ours: await start('./count-ours.ts'), duckdb: await start('./count-duckdb.ts')};
for (const [what, turns] of [
  ['tables', Number(rounds)],
  ['distinct', 1],
] as const) {
  const ours: Answer[] = [];
  const peers: Answer[] = [];
  for (let turn = 0; turn < turns; turn++) {
    ours.push(await ask(sides.ours, what));
    peers.push(await ask(sides.duckdb, what));
  }
  const equal = new Set([...ours, ...peers].map(({digest}) => digest)).size === 1;
  for (const measure of ['ms', 'cpu'] as const) {
    const [us = 0, them = 1] = [ours, peers].map((answers) => median(answers.map((answer) => answer[measure])));
    const name = measure === 'ms' ? `${what}, clock` : `${what}, processor`;
    console.log(`${name}: opgor ${us.toFixed(0)} ms, DuckDB ${them.toFixed(0)} ms, ratio ${(us / them).toFixed(2)}`);
  }
  console.log(
    `  peak memory: opgor ${megabytes(ours.at(-1)?.peak ?? 0)}, DuckDB ${megabytes(peers.at(-1)?.peak ?? 0)}; answers ${equal ? 'equal' : 'DIFFER'}`,
  );
  if (!equal) process.exitCode = 1;
}
for (const child of Object.values(sides)) child.kill();
