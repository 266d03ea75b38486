/** The first rows of a file, among which its header is. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import type {FileRow, Rows} from './cell.ts';
import {SEARCHED_ROWS} from './header.ts';
import {peek} from './peek.ts';

export async function headRows(
  rows: Rows,
): Promise<Outcome<{readonly rows: readonly FileRow[]; readonly all: Rows}, Refusal>> {
  const {head, all} = await peek(rows, (batches) => {
    const last = batches.at(-1);
    return last?.ok === false || rowsIn(batches).length >= SEARCHED_ROWS;
  });
  const found = rowsIn(head);
  const refused = head.find((batch) => !batch.ok);
  // A fault further down does not hide which file this is: it comes in its turn.
  return found.length === 0 && refused !== undefined ? refused : done({rows: found, all});
}

const rowsIn = (batches: readonly Outcome<readonly FileRow[], Refusal>[]) =>
  batches.flatMap((batch) => (batch.ok ? batch.value : []));
