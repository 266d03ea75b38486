/** The files of a backup's place: whole or not at all, on the disk when they are there; and why a place cannot be written. */
import {type FileHandle, mkdir, open, readdir, rename, rm, stat} from 'node:fs/promises';
import {dirname, join, relative, sep} from 'node:path';
import type {Refusal} from '#concepts/refusal';

/** Why the place was not written, as a refusal; what is no fault of the place is thrown on. */
export function placeRefusal(thrown: unknown, place: string): Refusal {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code === '') throw thrown;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return {reason: 'place-full', place};
  return GONE.has(code) ? {reason: 'place-not-there', place} : {reason: 'place-not-writable', place};
}

const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'EIO', 'ESTALE', 'ENOTDIR', 'EHOSTDOWN']);

export async function placeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await beginFile(path);
  try {
    await file.append(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    await file.end();
  } catch (thrown) {
    await file.giveUp();
    throw thrown;
  }
}

export interface FileBeingWritten {
  append(bytes: Uint8Array): Promise<void>;
  /** On the disk, and in its place. */
  end(): Promise<void>;
  giveUp(): Promise<void>;
}

export async function beginFile(path: string): Promise<FileBeingWritten> {
  const beside = `${path}${PART}`;
  await mkdir(dirname(path), {recursive: true});
  const file = await open(beside, 'w', 0o600);
  return {
    append: async (bytes) => {
      await file.writeFile(bytes);
    },
    end: async () => {
      await file.sync();
      await file.close();
      await rename(beside, path);
    },
    giveUp: async () => {
      await file.close().catch(() => {});
      await rm(beside, {force: true}).catch(() => {});
    },
  };
}

const PART = '.part';
const HOUR = 3_600_000;

/** What a run that was ended left half written; one that is under way is younger. */
export async function clearHalves(folder: string, now: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(PART)) continue;
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written !== undefined && now - written.mtimeMs > HOUR) await rm(path, {force: true});
  }
}

/** Of a folder that is not there, none. */
export const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).toSorted();

export const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;

export interface FoundFile {
  /** In the folder, with forward slashes. */
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

/** Every file that is not hidden nor in a hidden folder, in path order. */
export async function filesIn(folder: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')));
  const found = paths.toSorted().map(async (path) => {
    const {size, mtimeMs} = await stat(join(folder, path));
    return {path, size, changed: mtimeMs};
  });
  return Promise.all(found);
}

/** A file's bytes in pieces of one size, the last shorter. The piece is used again. */
export async function* piecesOf(path: string, size: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const piece = Buffer.alloc(size);
    for (let at = 0; ; ) {
      const read = await fill(file, piece, at);
      if (read > 0) yield piece.subarray(0, read);
      if (read < size) return;
      at += read;
    }
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, piece: Buffer, from: number): Promise<number> {
  let read = 0;
  while (read < piece.length) {
    const {bytesRead} = await file.read(piece, read, piece.length - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return read;
}

/** Reads pieces of files by name, each file opened once. */
export function pieceReader(pathOf: (name: string) => string) {
  const files = new Map<string, FileHandle>();
  return {
    async read(name: string, offset: number, length: number): Promise<Buffer | undefined> {
      const file = files.get(name) ?? (await open(pathOf(name), 'r').catch(() => undefined));
      if (file === undefined) return undefined;
      files.set(name, file);
      const piece = Buffer.alloc(length);
      return (await fill(file, piece, offset)) === length ? piece : undefined;
    },
    async close(): Promise<void> {
      for (const file of files.values()) await file.close();
    },
  };
}
