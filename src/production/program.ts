/** The program an edition was compiled by, as exactly as it must be to make the same bytes again. */
import {arch, platform} from 'node:os';
import {join} from 'node:path';
import type {EditionProgram} from '#concepts/edition';
import {sha256} from '#kit/digest';
import {type Effects, exists, readBytes} from './effects.ts';
import {programVersion} from './version.ts';

export async function thisProgram(effects: Effects): Promise<EditionProgram> {
  const lockfile = join(effects.packageFolder, 'package-lock.json');
  return {
    version: await programVersion(effects),
    lockfile: (await exists(lockfile)) ? sha256(await readBytes(lockfile)) : null,
    node: process.versions.node,
    os: platform(),
    arch: arch(),
  };
}

export const sameProgram = (a: EditionProgram, b: EditionProgram): boolean =>
  a.version === b.version && a.lockfile === b.lockfile && a.node === b.node && a.os === b.os && a.arch === b.arch;
