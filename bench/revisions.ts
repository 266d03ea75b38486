/**
 * An edition counted again from the facts, and the revision triangle of all editions, each beside one plain pass over the same facts:
 * a bare loop that asks once per person by which fact the person counts. Usage: bench/revisions.ts [years] [persons a year] [editions]
 */
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {count} from '#production/count';
import {type Seen, trianglesOf} from '#production/triangles';
import {loadProfile} from '#production/workspace';
import {findAttributed} from '#register/assessments';
import {deidentify} from '#register/deidentify';
import type {PersonFile} from '#register/person-file';
import {knownAt} from '#register/revisions';
import {totalOf} from '#tabulation/cube';
import {isCounted} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import {fileOf, personsIn, type Size, yearOfPerson} from './revisions-data.ts';

const [years = 30, personsPerYear = 10_000, editions = 12] = process.argv.slice(2).map(Number);
const AT_A_TIME = 10_000;

const loaded = await loadProfile('profiles/denmark');
if (!loaded.ok) throw new Error(loaded.refusal.reason);
const profile = loaded.value;
const size: Size = {firstYear: profile.firstYear, years, personsPerYear};
const lastYear = size.firstYear + years - 1;

/** Processor time of all threads spent on the files, not on making them: steadier than the clock on a machine that does other things too. */
class Watch {
  #began = process.cpuUsage();
  #spent = 0;
  stop(): void {
    const {user, system} = process.cpuUsage(this.#began);
    this.#spent += user + system;
  }
  go(): void {
    this.#began = process.cpuUsage();
  }
  get ms(): number {
    return this.#spent / 1000;
  }
}

/** The files as at a moment, made in batches while the watch stands still. */
async function* files(watch: Watch, asAt: ReturnType<typeof instant>): AsyncIterable<PersonFile> {
  const last = personsIn(size);
  for (let from = 1; from <= last; from += AT_A_TIME) {
    watch.stop();
    const batch: PersonFile[] = [];
    for (let serial = from; serial < Math.min(last + 1, from + AT_A_TIME); serial++) {
      const file = fileOf(serial, size);
      const known = knownAt(file, asAt);
      if (known > 0) batch.push(known === file.facts.length ? file : {...file, facts: file.facts.slice(0, known)});
    }
    watch.go();
    yield* batch;
  }
}

async function timed<T>(work: (watch: Watch) => Promise<T>): Promise<{readonly ms: number; readonly value: T}> {
  const watch = new Watch();
  const value = await work(watch);
  watch.stop();
  return {ms: watch.ms, value};
}

const seen = Array.from({length: editions}, (_, i): Seen => {
  const year = lastYear - editions + 1 + i;
  return {
    edition: `${year}-internal-1`,
    cutOff: instant(`${year + 1}-03-01T00:00:00Z`),
    definitions: profile,
    lastYear: year,
  };
});
const latest = seen.at(-1);
if (latest === undefined) throw new Error('no editions');
const peak = () => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

async function plainPass(watch: Watch): Promise<number> {
  let counted = 0;
  for await (const file of files(watch, latest?.cutOff ?? instant('9999-01-01'))) {
    const period = PERIODS[yearOfPerson(Number(file.record.slice(2, -2)), size) - size.firstYear];
    if (period !== undefined && findAttributed(file, profile, period) !== undefined) counted += 1;
  }
  return counted;
}
const PERIODS = Array.from({length: years}, (_, i) => yearPeriod(size.firstYear + i));

await timed(plainPass);
const before = await timed(plainPass);
console.log(
  `${years} years × ${personsPerYear} persons × ${editions} editions; ${before.value} counted in a plain pass`,
);

const memory = [`plain pass ${peak()}`];
const cells = [{table: 'persons-by-year', codes: []}];
const one = await timed((watch) => trianglesOf((asAt) => files(watch, asAt), seen, cells));
memory.push(`triangle ${peak()}`);
const more = await timed((watch) =>
  trianglesOf((asAt) => files(watch, asAt), seen, [
    ...cells,
    {table: 'persons-by-exploitation', codes: ['forced-labour']},
    {table: 'forced-labour-by-sex', codes: []},
  ]),
);
const own = await timed(async (watch) => {
  const period = yearPeriod(latest.lastYear);
  const [found] = await deidentify(files(watch, latest.cutOff), profile, [period]);
  return tabulate(found?.units ?? [], profile.tables.filter(isCounted), profile, period);
});
memory.push(`edition without series ${peak()}`);
const again = await timed((watch) =>
  count(
    () => files(watch, latest.cutOff),
    profile,
    yearPeriod(latest.lastYear),
    () => undefined,
  ),
);
memory.push(`edition ${peak()}`);
const after = await timed(plainPass);
const base = (before.ms + after.ms) / 2;

const line = (what: string, ms: number) => console.log(`${what}: ${ms.toFixed(0)} ms, ratio ${(ms / base).toFixed(2)}`);
line('plain pass', base);
line('triangle of a total', one.ms);
line('triangles of three cells', more.ms);
line('an edition counted again, without its series', own.ms);
line('an edition counted again, with every year of its series', again.ms);
console.log(`peak memory: ${memory.join(', ')}`);

const series = again.value.cubes.find(({table}) => table.id === 'persons-by-year');
const total = series && totalOf({...series, cells: series.cells.slice(0, -1)});
const inTriangle = one.value[0]?.cells[(years - 1) * (editions + 1) + editions - 1];
const same = JSON.stringify(total) === JSON.stringify(inTriangle);
console.log(`the last year's total, by both: ${same ? 'equal' : 'DIFFER'}`);
if (!same) process.exitCode = 1;
