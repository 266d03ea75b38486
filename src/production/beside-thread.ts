/** The second thread itself: one job after another, each answered. */
import {parentPort} from 'node:worker_threads';
import {renderPdf} from '#document/render/pdf';
import {Defect} from '#kit/defect';
import {Recounting} from '#storage/recount';
import type {Answer, Job} from './beside.ts';
import {loadFonts} from './fonts.ts';

const fonts = loadFonts();
const recounts = new Map<number, Recounting>();

let turn: Promise<void> = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  turn = turn.then(async () => parentPort?.postMessage(await answered(job)));
});

async function answered(job: Job): Promise<Answer> {
  try {
    return await answer(job);
  } catch (thrown) {
    // A defect's message names no figure; any other might.
    return {failed: thrown instanceof Defect ? thrown.message : 'the second thread failed'};
  }
}

async function answer(job: Job): Promise<Answer> {
  if ('print' in job) return {bytes: await renderPdf(job.print, await fonts)};
  const recounting = recounts.get(job.recount) ?? new Recounting();
  recounts.set(job.recount, recounting);
  if ('count' in job) return {cells: recounting.cells(job.count, job.request)};
  if ('take' in job) recounting.take(job.take);
  else {
    recounting.close();
    recounts.delete(job.recount);
  }
  return {done: true};
}
