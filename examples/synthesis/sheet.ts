/** A sheet as rows of cells, whichever spreadsheet format it becomes; and the archive both formats are, byte for byte the same each time. */
import {strToU8, type Zippable, zipSync} from 'fflate';

export type Cell = string | number | {readonly day: string};

export interface Sheet {
  readonly name: string;
  /** Rows from the top that are one cell across the whole width. */
  readonly titles: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts in the order given, all of the same day; `stored` first and uncompressed, as OpenDocument wants its type. */
export function archive(parts: readonly (readonly [string, string])[], stored?: readonly [string, string]): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  if (stored) files[stored[0]] = [strToU8(stored[1]), {level: 0, mtime}];
  for (const [name, text] of parts) files[name] = [strToU8(text), {level: 6, mtime}];
  return zipSync(files);
}
