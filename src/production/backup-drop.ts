/**
 * Versions taken away: by age, by hand, or because somebody in them has been erased since. First the versions, then the packs that none of the
 * others uses: whatever moment it is ended at, what is listed opens.
 */
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {BackupKeys} from './backup-box.ts';
import {clearHalves, namesIn, sizeOf} from './backup-files.ts';
import {type Manifest, openVersion, packPath, versionPath, versionsIn} from './backup-place.ts';
import {readBack} from './backup-read.ts';

/** Undefined where one of the versions cannot be read: nobody knows then what it uses. */
export async function usedPacks(
  folder: string,
  versions: readonly string[],
  keys: BackupKeys,
): Promise<ReadonlySet<string> | undefined> {
  const used = new Set<string>();
  for (const version of versions) {
    const opened = await openVersion(folder, version, keys);
    if (opened.state !== 'whole') return undefined;
    for (const pack of opened.manifest.packs) used.add(pack);
  }
  return used;
}

/** Packs that none of the others uses, with what is left of runs that were ended. A pack may be spared: it may be of a version under way. */
export async function sparePacks(
  folder: string,
  used: ReadonlySet<string> | undefined,
  isSpared: (pack: string) => boolean = () => false,
): Promise<readonly string[]> {
  if (used === undefined) return [];
  const packs = (await namesIn(join(folder, 'packs'))).flatMap((name) => /^(.+)\.pack$/.exec(name)?.[1] ?? []);
  return packs.filter((pack) => !used.has(pack) && !isSpared(pack)).map((pack) => packPath(folder, pack));
}

export async function takeAway(folder: string, gone: readonly string[], packs: readonly string[]): Promise<void> {
  for (const version of gone) await rm(versionPath(folder, version), {force: true});
  for (const path of packs) await rm(path, {force: true});
}

export async function bytesOf(folder: string, gone: readonly string[], packs: readonly string[]): Promise<number> {
  const paths = [...gone.map((version) => versionPath(folder, version)), ...packs];
  const sizes = await Promise.all(paths.map((path) => sizeOf(path).catch(() => 0)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Versions in which somebody still opens who has been erased since; of one that cannot be read it is assumed. A newer program's are left to it. */
export async function holdingErased(
  folder: string,
  erased: readonly string[],
  keys: BackupKeys,
): Promise<readonly string[]> {
  if (erased.length === 0) return [];
  const holding: string[] = [];
  for (const version of await versionsIn(folder)) {
    const opened = await openVersion(folder, version, keys);
    if (opened.state === 'newer') continue;
    const known = new Set(opened.state === 'whole' ? opened.manifest.erased : []);
    if (erased.some((one) => !known.has(one))) holding.push(version);
  }
  return holding;
}

export interface Replacement {
  readonly version: string;
  readonly manifest: Manifest;
  readonly holding: readonly string[];
}

/**
 * Versions that hold somebody erased go once the one that takes their place has been read back, with every pack and half a pack that only they
 * used. Where it does not read back, it goes, and they stay until one does: answers with the file that is not as it was written.
 */
export async function replaceErased(
  folder: string,
  {version, manifest, holding, keys}: Replacement & {readonly keys: BackupKeys},
): Promise<string | undefined> {
  const damaged = await readBack(folder, manifest, keys, undefined);
  if (damaged !== undefined) {
    await takeAway(folder, [version], []);
    return damaged;
  }
  const kept = (await versionsIn(folder)).filter((one) => !holding.includes(one));
  await takeAway(folder, holding, await sparePacks(folder, await usedPacks(folder, kept, keys)));
  for (const inner of ['packs', 'versions']) await clearHalves(join(folder, inner), Number.POSITIVE_INFINITY);
  return undefined;
}
