/** Rows in batches, marked ahead of their turn: while one batch is taken, the next are being marked. */
import type {DeliveredRow} from '#intake/delivery';
import {type Mark, toMark} from './receive-marks.ts';
import type {Workshop} from './receive-workshop.ts';

const ROWS_IN_A_BATCH = 1000;

export interface Batch {
  readonly rows: readonly DeliveredRow[];
  readonly marks: readonly Mark[];
}

export async function* inBatches(rows: AsyncIterable<DeliveredRow>): AsyncGenerator<readonly DeliveredRow[]> {
  let batch: DeliveredRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < ROWS_IN_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

export async function* markedAhead(
  batches: AsyncIterable<readonly DeliveredRow[]>,
  workshop: Workshop,
): AsyncGenerator<Batch> {
  const ahead: Promise<Batch>[] = [];
  for await (const rows of batches) {
    const marked = workshop.mark(rows.map(toMark)).then((marks) => ({rows, marks}));
    // Its failure is met where it is awaited.
    marked.catch(() => undefined);
    ahead.push(marked);
    if (ahead.length <= workshop.depth) continue;
    const first = await ahead.shift();
    if (first !== undefined) yield first;
  }
  for (const last of ahead) yield await last;
}
