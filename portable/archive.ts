/** A folder as one ZIP file, with fixed times, so that the same folder is the same bytes, and with what may be run marked so. */
import {readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {type Zippable, zipSync} from 'fflate';
import {mayRun} from './assemble.ts';
import type {Platform} from './platforms.ts';

/** The first day that the format knows. */
const THEN = new Date(1980, 0, 1);
const UNIX = 3;

export function archive(folder: string, files: readonly string[], {os}: Platform, to: string): void {
  const root = basename(folder);
  const entries = files.map((file): [string, Zippable[string]] => [
    `${root}/${file}`,
    [
      readFileSync(join(folder, file)),
      {mtime: THEN, os: UNIX, attrs: (mayRun(file, os) ? 0o100755 : 0o100644) << 16, level: 6},
    ],
  ]);
  writeFileSync(to, zipSync(Object.fromEntries(entries)));
}
