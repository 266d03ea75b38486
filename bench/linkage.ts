/**
 * Sets of persons with known truth, linked by the package's own command and by Splink on DuckDB, each a whole process from CSV
 * to pairs on the same two cores, by turns in one run: precision, recall, F1, seconds, records a second and peak memory. Neither
 * is shown the truth.
 *
 *   npm run bench:linkage [-- --side opgor|splink SETS…]
 */
import {spawnSync} from 'node:child_process';
import {createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {bestClustered, bestScore, type Score, type ScoredPair, score} from './linkage/score.ts';
import {type LinkageSet, type Prepared, SETS} from './linkage/sets.ts';

const THREADS = '2';
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Run {
  readonly seconds: number;
  readonly peak: number;
}
interface Linked extends Run {
  readonly best: Score;
  /** The best when pairs are taken to their conclusion: every pair of a cluster. */
  readonly clustered: Score;
  /** As it comes, at the product's own threshold. */
  readonly asItComes?: Score;
}

/** A whole process, its output into a file. */
function measured(out: string, ...command: readonly string[]): Run | undefined {
  const {stdout, stderr} = spawnSync('python3', [at('./linkage/measured.py'), out, ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const {status, seconds, peak} = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
  if (status === 0) return {seconds, peak};
  console.log(`  failed (${status}): ${stderr.trim().split('\n').slice(-3).join(' ')}`);
  return undefined;
}

async function withSplink(
  python: string,
  {splink}: LinkageSet,
  {file, clusters}: Prepared,
): Promise<Linked | undefined> {
  const out = `${file}.splink`;
  const run = measured(`${out}.log`, python, at('./linkage/with-splink.py'), splink, file, out, THREADS);
  if (run === undefined) return undefined;
  const pairs: ScoredPair[] = [];
  let isHead = true;
  for await (const line of createInterface({input: createReadStream(out)})) {
    const [left, right, weight] = line.split(',').map(Number);
    if (!isHead) pairs.push({left: left ?? 0, right: right ?? 0, weight: weight ?? 0});
    isHead = false;
  }
  return {...run, best: bestScore(pairs, clusters), clustered: bestClustered(pairs, clusters)};
}

interface OwnPair {
  readonly left: string;
  readonly right: string;
  readonly weight: number;
  /** Of a linked pair, also what others say for it: the strongest chain between the two. */
  readonly probability: number;
}

const numbered = ({left, right, weight, probability}: OwnPair): ScoredPair => ({
  left: Number(left),
  right: Number(right),
  weight: probability < 1 ? Math.log2(probability / (1 - probability)) : Math.max(weight, SURE),
});
/** Beyond what a probability of six digits tells. */
const SURE = 20;

function withOpgor({fields}: LinkageSet, {file, clusters}: Prepared): Linked | undefined {
  const policy = `${file}.policy.yaml`;
  writeFileSync(policy, JSON.stringify({id: 'id', fields}));
  const out = `${file}.opgor`;
  const run = measured(out, process.execPath, at('../dist/main.js'), 'link', file, '--policy', policy, '--json');
  if (run === undefined) return undefined;
  const {pairs}: {pairs: readonly OwnPair[]} = JSON.parse(readFileSync(out, 'utf8'));
  const linked = pairs.map(numbered);
  return {
    ...run,
    best: bestScore(linked, clusters),
    clustered: bestClustered(linked, clusters),
    asItComes: score(linked, clusters),
  };
}

const percent = (share: number) => (share * 100).toFixed(2).padStart(6);
const scored = ({precision, recall, f1, from, wrong}: Score) =>
  `precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  (from weight ${from.toFixed(1)}, ${wrong} wrong)`;
const spent = ({seconds, peak}: Run, records: number) =>
  `${seconds.toFixed(1)} s, ${Math.round(records / seconds)} records/s, ${Math.round(peak / 2 ** 20)} MB`;

async function bench(name: string, set: LinkageSet, folder: string, sides: Sides): Promise<void> {
  const prepared = await set.prepare(folder);
  if (prepared === undefined) return console.log(`${name}: not linked, its file is not beside this checkout`);
  const records = prepared.clusters.length;
  console.log(`${name}, ${records} records`);
  const ours = sides.opgor ? withOpgor(set, prepared) : undefined;
  const peer = sides.python === undefined ? undefined : await withSplink(sides.python, set, prepared);
  if (ours?.asItComes) console.log(`  opgor as it comes     ${scored(ours.asItComes)}`);
  if (ours) console.log(told('opgor', ours, records));
  if (peer) console.log(told('Splink', peer, records));
  if (ours?.asItComes && peer)
    console.log(
      `  opgor as it comes beside Splink's best: F1 ${percent(ours.asItComes.f1 - peer.best.f1)}, with clusters ` +
        `${percent(ours.asItComes.f1 - peer.clustered.f1)}; speed × ${(peer.seconds / ours.seconds).toFixed(1)}, ` +
        `memory × ${(ours.peak / peer.peak).toFixed(2)}`,
    );
}

const told = (side: string, {best, clustered, ...run}: Linked, records: number) =>
  [
    `  ${side} best, pairs     ${scored(best)}`,
    `  ${side} best, clusters  ${scored(clustered)}`,
    `  ${side}                 ${spent(run, records)}`,
  ].join('\n');

interface Sides {
  readonly opgor: boolean;
  readonly python: string | undefined;
}

const {values, positionals} = parseArgs({options: {side: {type: 'string'}}, allowPositionals: true});
const installed = () => {
  const {stdout, status, stderr} = spawnSync('bash', [at('./linkage/install-splink.sh')], {encoding: 'utf8'});
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};
const sides = {opgor: values.side !== 'splink', python: values.side === 'opgor' ? undefined : installed()};
const folder = mkdtempSync(join(tmpdir(), 'opgor-bench-'));
try {
  for (const name of positionals.length === 0 ? Object.keys(SETS) : positionals) {
    const set = SETS[name];
    if (set === undefined) console.log(`${name}: no such set; there are ${Object.keys(SETS).join(', ')}`);
    else await bench(name, set, folder, sides);
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}
