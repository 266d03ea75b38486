/** One thread of the counting bench: the product's kernel over a range of rows of columns that all threads share. */
import {parentPort} from 'node:worker_threads';
import {type Coded, countJoint, countOwners, type Joint, type Rows} from '#tabulation/count';

export interface Job {
  readonly sets: readonly (readonly Coded[])[];
  readonly rows: Rows;
  /** Count these, not rows. */
  readonly owners?: Uint32Array;
}

export const countSets = ({sets, rows, owners}: Job): readonly Joint[] =>
  sets.map((set) => (owners === undefined ? countJoint(set, rows) : countOwners(owners, set, rows)));

parentPort?.on('message', (job: Job) => parentPort?.postMessage(countSets(job)));
