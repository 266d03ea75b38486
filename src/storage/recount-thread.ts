/** The recount's thread: facts in, each batch acknowledged; then every cell. */
import {parentPort} from 'node:worker_threads';
import {Recounting} from './recount.ts';
import type {Told} from './recount-apart.ts';

const recounting = new Recounting();

parentPort?.on('message', (told: Told) => {
  if ('facts' in told) {
    recounting.take(told.facts);
    parentPort?.postMessage(told.facts.length);
  } else parentPort?.postMessage(recounting.cells(told.count, told.request));
});
