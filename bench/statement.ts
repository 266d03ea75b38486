/**
 * From the agencies' files to HTML and PDF in both languages, for the demo year, beside the bare Typst compile of the same two
 * PDFs; Word apart. Each part is a process of its own, in turn, so that all start cold, with their code compiled before. Wall
 * time, medians, ratio. The bare compile both ways: as its command line does it, a process for each document; and one for both.
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

/** Milliseconds of a fresh process, its start included. */
function timed(part: string, ...args: readonly string[]): number {
  const script = fileURLToPath(new URL(`./statement-${part}.ts`, import.meta.url));
  const began = performance.now();
  const env = {...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled')};
  const {status, stderr} = spawnSync(process.execPath, [...process.execArgv, script, ...args], {encoding: 'utf8', env});
  if (status !== 0) throw new Error(`${part}: ${stderr}`);
  return performance.now() - began;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

try {
  const inputs = join(folder, 'typst.json');
  timed('ours', join(folder, 'first'), 'html,pdf,docx', inputs);
  timed('typst', inputs);
  const rounds = Array.from({length: ROUNDS}, (_, i) => ({
    each: timed('typst', inputs, '0') + timed('typst', inputs, '1'),
    both: timed('typst', inputs),
    pages: timed('ours', join(folder, `pages-${i}`), 'html,pdf'),
    word: timed('ours', join(folder, `word-${i}`), 'docx'),
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
