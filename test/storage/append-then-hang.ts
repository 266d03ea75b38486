/**
 * A process of its own, to be killed: appends one submission whole, then sits idle, or begins a second and never ends it.
 *
 *   append-then-hang.ts MEMBER FOLDER idle|midway
 */
import {setTimeout} from 'node:timers/promises';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import type {Writer} from '#storage/store';
import {stores} from './stores.ts';

const [name, folder, state] = process.argv.slice(2);
const opened = await stores.find((member) => member.name === name)?.open(folder ?? '');
if (!opened?.ok) throw new Error('no register');

const submission = {source: 'us', file: 'us.csv', sha256: '', recordedAt: instant('2014-01-01'), recordedBy: 'CMM'};
const append = (work: (writer: Writer) => Promise<void>) =>
  opened.value.append({...submission, rows: 1, held: 0, controlTotals: []}, work);
const write = (writer: Writer, persons: number) => {
  for (let i = 0; i < persons; i += 1)
    writer.fact(writer.person(), {kind: 'asylum-claim', on: plainDate('2013-01-01')});
};

await append(async (writer) => write(writer, 3));
if (state === 'idle') {
  console.log(state);
  await setTimeout(60_000);
}
await append(async (writer) => {
  // More than the cache holds back, so that part of it is already in the journal.
  write(writer, 20_000);
  console.log('midway');
  await setTimeout(60_000);
});
