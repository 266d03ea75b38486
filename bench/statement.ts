/**
 * From the agencies' files to HTML and PDF in both languages, for the demo year, beside the bare Typst compile of the same two
 * PDFs; Word apart. Each part is a process of its own, in turn, so that all start cold. Wall time, medians, ratio.
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
  const {status, stderr} = spawnSync(process.execPath, [...process.execArgv, script, ...args], {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${part}: ${stderr}`);
  return performance.now() - began;
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

try {
  const inputs = join(folder, 'typst.json');
  timed('ours', join(folder, 'first'), 'html', inputs);
  const rounds = Array.from({length: ROUNDS}, (_, i) => ({
    typst: timed('typst', inputs),
    pages: timed('ours', join(folder, `pages-${i}`), 'html,pdf'),
    word: timed('ours', join(folder, `word-${i}`), 'docx'),
  }));
  const ratios = rounds.map(({pages, typst}) => pages / typst);
  const ms = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name])).toFixed(0);
  console.log(`bare Typst compile of two PDFs        ${ms('typst')} ms`);
  console.log(
    `files to HTML and PDF, two languages  ${ms('pages')} ms  ratio ${median(ratios).toFixed(2)} (at most 3)`,
  );
  console.log(`files to Word, two languages          ${ms('word')} ms`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
