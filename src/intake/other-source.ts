/** Which other source a refused file looks like, or which other delimiter it was written with: the usual mistakes. */

import {headRows} from './head-rows.ts';
import {findHeader} from './header.ts';
import type {Limits} from './limits.ts';
import {openFile} from './open-file.ts';
import {inMemory} from './peek.ts';
import type {SourceFormat} from './source-format.ts';

/** A file is like a layout when it has this share of its headings. */
const ALIKE = 0.6;

export async function otherSource(
  {id}: SourceFormat,
  formats: readonly SourceFormat[],
  bytes: Uint8Array,
  limits: Limits,
): Promise<string | undefined> {
  let best: {readonly id: string; readonly share: number} | undefined;
  for (const format of formats.filter((one) => one.id !== id)) {
    const share = await likeness(format, bytes, limits);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = {id: format.id, share};
  }
  return best?.id;
}

export async function otherDelimiter(
  format: SourceFormat,
  bytes: Uint8Array,
  limits: Limits,
): Promise<string | undefined> {
  const {file} = format;
  if (file.type !== 'csv') return undefined;
  for (const delimiter of [';', ',', '\t', '|'].filter((one) => one !== file.delimiter))
    if ((await likeness({...format, file: {...file, delimiter}}, bytes, limits)) >= ALIKE) return delimiter;
  return undefined;
}

async function likeness(format: SourceFormat, bytes: Uint8Array, limits: Limits): Promise<number> {
  const rows = await openFile('', format.file, inMemory(bytes), limits);
  if (!rows.ok) return 0;
  const head = await headRows(rows.value);
  return head.ok ? (findHeader(format, head.value.rows)?.found ?? 0) / format.columns.length : 0;
}
