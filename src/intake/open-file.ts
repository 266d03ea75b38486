/** A file as rows, read the way a layout says. What it is decides its first bytes, not its name. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Rows} from './cell.ts';
import {hasPassword, kindOf} from './file-kind.ts';
import type {Limits} from './limits.ts';
import type {FileBytes} from './peek.ts';
import {readCsv} from './read-csv.ts';
import {readSheet} from './read-sheet.ts';
import type {FileLayout} from './source-format.ts';

export async function openFile(
  file: string,
  layout: FileLayout,
  {beginning, all}: FileBytes,
  limits: Limits,
): Promise<Outcome<Rows, Refusal>> {
  if (beginning.length === 0) return refuse({reason: 'empty-file', file});
  const kind = kindOf(beginning);
  // UTF-16 is a table in another encoding, which the reader tells with its line.
  if (kind === 'xls' && hasPassword(beginning)) return refuse({reason: 'password-protected', file});
  const fits =
    layout.type === 'csv' ? kind === 'csv' || kind === 'utf-16' : kind === (layout.type === 'xls' ? 'xls' : 'zip');
  if (!fits) return refuse({reason: 'wrong-format', file, expected: nameOf(layout), found: kind.toUpperCase()});

  if (layout.type === 'csv') return done(readCsv({file, ...layout}, all));
  const rows = await readSheet({file, ...layout}, beginning, limits);
  return rows.ok ? done(one(rows)) : rows;
}

async function* one<T>(value: T): AsyncIterable<T> {
  yield value;
}

export const nameOf = (layout: FileLayout): string =>
  layout.type === 'csv' ? `CSV (${layout.delimiter})` : layout.type.toUpperCase();
