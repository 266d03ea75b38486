/** Files as one ZIP, the same bytes whenever and wherever it is made. */
import {type Zippable, zipSync} from 'fflate';

export interface ArchivedFile {
  /** With forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** ZIP keeps local time without a zone; this reads the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

export function archive(files: readonly ArchivedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const {name, bytes} of files) entries[name] = [bytes, {mtime: NO_TIME}];
  return zipSync(entries);
}
