/** One thread of the workshop: marks and seals what it is sent, in the order sent. */
import {parentPort, workerData} from 'node:worker_threads';
import type {Keys} from '#register/keys';
import type {SealedIdentity, ToSeal} from '#register/seal';
import {type Mark, markAll, sealAll, type ToMark} from './receive-marks.ts';

export interface ThreadData {
  readonly source: string;
  readonly keys: Keys;
}

export type Job = {readonly mark: readonly ToMark[]} | {readonly seal: readonly ToSeal[]};
export type Answer = {readonly marks: readonly Mark[]} | {readonly sealed: readonly SealedIdentity[]};

const {source, keys}: ThreadData = workerData;

parentPort?.on('message', (job: Job) => {
  const answer: Answer = 'mark' in job ? {marks: markAll(job.mark, source, keys)} : {sealed: sealAll(job.seal, keys)};
  parentPort?.postMessage(answer);
});
