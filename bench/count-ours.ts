/** Our side of the counting bench, in a process of its own: answers `tables` and `distinct` with its time, memory and counts. */
import {Worker} from 'node:worker_threads';
import {yearPeriod} from '#concepts/period';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import {addJoint, type Coded, type Joint, type Rows} from '#tabulation/count';
import {innerCells} from '#tabulation/cube';
import {place, planOf} from '#tabulation/tabulate';
import {
  codeOf,
  columnsOver,
  DISTINCT,
  definitions,
  fill,
  fillOwners,
  marginsOf,
  NAMES,
  SIZES,
  tables,
} from './count-data.ts';
import {countSets, type Job} from './count-thread.ts';

const rows = Number(process.argv[2]);
const threads = Number(process.argv[3]);

const values = new Map(
  NAMES.map((name, i) => [name, fill(new Uint8Array(new SharedArrayBuffer(rows)), SIZES[name] ?? 0, i + 1)]),
);
const owners = fillOwners(new Uint32Array(new SharedArrayBuffer(4 * rows)), 99);
const valuesOf = (name: string) => values.get(name) ?? new Uint8Array();
const workers = Array.from({length: threads - 1}, () => new Worker(new URL('./count-thread.ts', import.meta.url)));

/** Equal parts; of rows with owners, none cut between two rows of one owner. */
function parts(whole: boolean): readonly Rows[] {
  const cuts = Array.from({length: threads + 1}, (_, i) => Math.floor((rows * i) / threads)).map((cut) => {
    let at = cut;
    while (whole && at > 0 && at < rows && owners[at] === owners[at - 1]) at += 1;
    return at;
  });
  return cuts.slice(1).map((to, i) => ({from: cuts[i] ?? 0, to}));
}

async function counted(sets: readonly (readonly Coded[])[], byOwner: boolean): Promise<readonly Joint[]> {
  const jobs = parts(byOwner).map((part): Job => ({sets, rows: part, ...(byOwner && {owners})}));
  const others = workers.map(
    (worker, i) =>
      new Promise<readonly Joint[]>((resolve) => {
        worker.once('message', resolve);
        worker.postMessage(jobs[i + 1]);
      }),
  );
  const [first] = jobs;
  const own = first === undefined ? [] : countSets(first);
  for (const joints of await Promise.all(others))
    for (const [i, joint] of joints.entries()) addJoint(own[i] ?? joint, joint);
  return own;
}

async function countTables(): Promise<string> {
  const plan = planOf(columnsOver(rows, valuesOf), tables, definitions);
  const tally = plan.tally(await counted(plan.sets, false));
  const cubes = tables.map((table) => place(tally(table), table, definitions, yearPeriod(2013)));
  const cells = cubes.flatMap((cube) =>
    innerCells(cube).flatMap(({codes, cell}) =>
      cell.kind === 'count' && cell.value > 0 ? [[cube.table.id, ...codes, cell.value].join(' ')] : [],
    ),
  );
  return sha256(canonicalJson(cells.sort()));
}

async function countDistinct(): Promise<string> {
  const sets = DISTINCT.flatMap((names) => marginsOf(names).map((subset) => ({id: names.join(), subset})));
  const coded = sets.map(({subset}) => subset.map((name) => ({values: valuesOf(name), size: SIZES[name] ?? 0})));
  const joints = await counted(coded, true);
  const cells = sets.flatMap(({id, subset}, i) =>
    [...(joints[i] ?? [])].flatMap((n, key) => (n === 0 ? [] : [[id, ...codesAt(key, subset), n].join(' ')])),
  );
  return sha256(canonicalJson(cells.sort()));
}

function codesAt(key: number, names: readonly string[]): readonly string[] {
  let rest = key;
  return names
    .toReversed()
    .map((name) => {
      const size = SIZES[name] ?? 1;
      const value = rest % size;
      rest = (rest - value) / size;
      return `${name}=${codeOf(name, value)}`;
    })
    .sort();
}

process.on('message', async (what: 'tables' | 'distinct') => {
  const start = performance.now();
  const before = process.cpuUsage();
  const digest = await (what === 'tables' ? countTables() : countDistinct());
  const ms = performance.now() - start;
  const {user, system} = process.cpuUsage(before);
  process.send?.({ms, cpu: (user + system) / 1000, digest, peak: process.resourceUsage().maxRSS * 1024});
});
process.send?.('ready');
