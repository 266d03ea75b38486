/**
 * Ten years of an office's spreadsheets adopted by machine alone: folder read, proposed, answered from a file, rehearsed, received,
 * reconciled. `node bench/adopt.ts [ROWS]`, 500 a year where nothing is said.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {adopt} from '#production/adopt';
import {NO_ANSWERS, prepare, proposalsOf} from '#production/adopt-proposal';
import {readPublishedFile} from '#production/adopt-published';
import {initWorkspace} from '#production/casework';
import {nodeEffects} from '#production/effects';
import {truthAsAnswers, writeMessyYears} from '../examples/adoption/folder.ts';
import {messyYears} from '../examples/adoption/messy-years.ts';

const rows = Number(process.argv[2] ?? 500);
const folder = await mkdtemp(join(tmpdir(), 'opgor-adopt-'));
const effects = {...nodeEffects(), keyFolder: join(folder, 'keys'), environment: () => undefined};
const years = await messyYears({seed: 2013, persons: rows});
const place = await writeMessyYears(years, folder, effects.packageFolder);
const made = await initWorkspace(place.workspace, {profile: place.profile, synthetic: true}, effects);
if (!made.ok) throw new Error(made.refusal.reason);

const seconds = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now();
  const result = await work();
  process.stdout.write(`${what.padEnd(10)} ${((performance.now() - begun) / 1000).toFixed(2)} s\n`);
  return result;
};
const begun = performance.now();
const prepared = await seconds('read', () => prepare(place.workspace, place.folder));
if (!prepared.ok) throw new Error(prepared.refusal.reason);
const open = await seconds('proposed', async () => proposalsOf(prepared.value, NO_ANSWERS, effects));
const answers = {...truthAsAnswers(years, open), accept: 0};
const proposals = await seconds('again', async () => proposalsOf(prepared.value, answers, effects));
const published = await readPublishedFile(place.published);
if (!published.ok) throw new Error(published.refusal.reason);
const request = {by: 'bench', dryRun: false, published: published.value};
const adopted = await seconds('adopted', () => adopt(prepared.value, proposals, answers, request, effects, () => {}));
if (!adopted.ok) throw new Error(adopted.refusal.reason);
const {lists, reconciliation} = adopted.value;
const total = lists.reduce((sum, {receipt}) => sum + receipt.rows.read, 0);
process.stdout.write(`${'all'.padEnd(10)} ${((performance.now() - begun) / 1000).toFixed(2)} s\n`);
process.stdout.write(
  `${total} rows of ${lists.length} lists, ${reconciliation?.differences.length} differences of ${years.wrong.size} planted\n`,
);
await rm(folder, {recursive: true, force: true});
