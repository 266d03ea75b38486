/**
 * From the agencies' files to HTML and PDF in both languages, for the demo year, beside the bare Typst compile of the same two
 * PDFs; Word apart. Ours is the package's own command, as it is installed. Each part is a process of its own, in turn, so that
 * all start cold, with their code compiled before. Wall time, medians, ratio. The bare compile both ways: as its command line
 * does it, a process for each document; and one for both.
 *
 *   npm run bench:statement [-- ROUNDS]
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const ROUNDS = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'opgor-bench-'));

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Milliseconds of a fresh process, its start included. */
function timed(script: string, ...args: readonly string[]): number {
  const began = performance.now();
  const env = {...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled')};
  const {status, stderr} = spawnSync(process.execPath, [...process.execArgv, at(script), ...args], {
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
  return performance.now() - began;
}

const typst = (...args: readonly string[]) => timed('./statement-typst.ts', ...args);
const demo = (out: string, media: string) =>
  timed('../dist/main.js', 'demo', '--out', join(folder, out), '--media', media);

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

try {
  const inputs = join(folder, 'typst.json');
  timed('./statement-inputs.ts', join(folder, 'inputs'), inputs);
  demo('first', 'html,pdf,docx');
  typst(inputs);
  const rounds = Array.from({length: ROUNDS}, (_, i) => ({
    each: typst(inputs, '0') + typst(inputs, '1'),
    both: typst(inputs),
    pages: demo(`pages-${i}`, 'html,pdf'),
    word: demo(`word-${i}`, 'docx'),
  }));
  const ratio = (peer: 'each' | 'both') => median(rounds.map((round) => round.pages / round[peer])).toFixed(2);
  const ms = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name])).toFixed(0);
  console.log(`bare Typst, a process for each PDF    ${ms('each')} ms`);
  console.log(`bare Typst, one process for both      ${ms('both')} ms`);
  console.log(
    `files to HTML and PDF, two languages  ${ms('pages')} ms  ratio ${ratio('each')} to each, ${ratio('both')} to both`,
  );
  console.log(`files to Word, two languages          ${ms('word')} ms`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
