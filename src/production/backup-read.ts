/** A version read back: every chunk of every file opened and held against what was written, into a folder or into nothing. */
import {createHash} from 'node:crypto';
import {mkdir, open} from 'node:fs/promises';
import {dirname, join, sep} from 'node:path';
import {zstdDecompressSync} from 'node:zlib';
import {type BackupKeys, openBox} from './backup-box.ts';
import {pieceReader} from './backup-files.ts';
import {chunksOf, type Manifest, openVersion, packPath, versionsIn} from './backup-place.ts';

/** The newest, of all or of some, of which every chunk of every file opens. */
export async function newestWhole(
  folder: string,
  keys: BackupKeys,
  among?: readonly string[],
): Promise<string | undefined> {
  for (const version of (among ?? (await versionsIn(folder))).toReversed()) {
    const opened = await openVersion(folder, version, keys);
    if (opened.state === 'whole' && (await readBack(folder, opened.manifest, keys, undefined)) === undefined)
      return version;
  }
  return undefined;
}

/** Reads every file, and writes it where there is a target. The first file of the place that is not as it was written, or undefined. */
export async function readBack(
  folder: string,
  manifest: Manifest,
  keys: BackupKeys,
  target: string | undefined,
): Promise<string | undefined> {
  const packs = pieceReader((pack) => packPath(folder, pack));
  try {
    for (const file of manifest.files) {
      const damaged = await readFileOf(manifest, file, keys, packs, target && join(target, ...file.path.split('/')));
      if (damaged !== undefined) return damaged;
    }
    return undefined;
  } finally {
    await packs.close();
  }
}

async function readFileOf(
  manifest: Manifest,
  file: Manifest['files'][number],
  keys: BackupKeys,
  packs: ReturnType<typeof pieceReader>,
  path: string | undefined,
): Promise<string | undefined> {
  if (path !== undefined) await mkdir(dirname(path), {recursive: true});
  const out =
    path === undefined ? undefined : await open(path, 'wx', path.endsWith(`${sep}register.sqlite`) ? 0o600 : 0o644);
  const hash = createHash('sha256');
  try {
    for (const {name, pack, offset, length} of chunksOf(manifest, file)) {
      const box = await packs.read(pack, offset, length);
      const small = box && openBox(keys.contents, box, name);
      if (small === undefined) return `packs/${pack}.pack`;
      const bytes = zstdDecompressSync(small);
      hash.update(bytes);
      await out?.writeFile(bytes);
    }
    await out?.sync();
    return hash.digest('hex') === file.sha256 ? undefined : file.path;
  } finally {
    await out?.close();
  }
}
