/**
 * Writes a version of a workspace into a place. What the version before it has already is not written again, except from packs that are mostly
 * of versions gone by: so that those packs die off and a place does not grow for ever.
 */
import {createHash} from 'node:crypto';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {constants, zstdCompressSync} from 'node:zlib';
import type {Instant} from '#kit/instant';
import {type BackupKeys, sealBox} from './backup-box.ts';
import {beginFile, type FileBeingWritten, piecesOf, sizeOf} from './backup-files.ts';
import {type Chunk, chunksOf, type Manifest, packPath, writeManifest} from './backup-place.ts';

/** Thirty-two pages of the register: a page that changed is a chunk that changed. */
const CHUNK_BYTES = 128 * 1024;
/** A pack of which the version before uses less than this share is not leaned upon. */
const LEAST_ALIVE = 0.5;

export interface Contents {
  /** Path in the workspace, and where its bytes are now. */
  readonly files: readonly {readonly path: string; readonly from: string}[];
  readonly rows: Readonly<Record<string, number>>;
  readonly erased: readonly string[];
}

export interface NewVersion {
  readonly workspace: string;
  readonly version: string;
  readonly program: string;
  readonly made: Instant;
}

/** The manifest, or the former one where nothing has changed since. Throws what the system does where the place cannot be written. */
export async function writeVersion(
  folder: string,
  {workspace, version, program, made}: NewVersion,
  {files, rows, erased}: Contents,
  former: Manifest | undefined,
  keys: BackupKeys,
): Promise<{readonly manifest: Manifest; readonly written: boolean}> {
  await mkdir(join(folder, 'packs'), {recursive: true});
  const pack = new Pack(folder, version, former === undefined ? new Map() : await leanedUpon(folder, former), keys);
  try {
    const packed: PackedFile[] = [];
    for (const {path, from} of files) packed.push({path, ...(await pack.add(from))});
    if (former !== undefined && sameFiles(former, packed)) {
      await pack.giveUp();
      return {manifest: former, written: false};
    }
    await pack.end();
    const manifest: Manifest = {...manifestOf(made, rows, packed), erased: [...erased]};
    await writeManifest(folder, {workspace, version, program}, manifest, keys);
    return {manifest, written: true};
  } catch (thrown) {
    await pack.giveUp();
    throw thrown;
  }
}

interface PackedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly chunks: readonly Chunk[];
}

const sameFiles = ({files}: Manifest, packed: readonly PackedFile[]): boolean =>
  files.length === packed.length &&
  files.every(({path, sha256}, i) => packed[i]?.path === path && packed[i]?.sha256 === sha256);

function manifestOf(made: Instant, rows: Manifest['rows'], packed: readonly PackedFile[]): Omit<Manifest, 'erased'> {
  const packs = [...new Set(packed.flatMap(({chunks}) => chunks.map(({pack}) => pack)))];
  const places = new Map(packs.map((pack, i) => [pack, i]));
  return {
    made,
    rows,
    packs,
    files: packed.map(({path, size, sha256, chunks}) => ({
      path,
      size,
      sha256,
      chunks: chunks.map(({name, pack, offset, length}) => [name, places.get(pack) ?? 0, offset, length]),
    })),
  };
}

/** Chunks of the former version, by name, in packs that are there and mostly its. */
async function leanedUpon(folder: string, former: Manifest): Promise<ReadonlyMap<string, Chunk>> {
  const chunks = new Map(former.files.flatMap((file) => chunksOf(former, file)).map((one) => [one.name, one]));
  const packs = Map.groupBy(chunks.values(), ({pack}) => pack);
  const sound = new Set<string>();
  for (const [pack, used] of packs) {
    const size = await sizeOf(packPath(folder, pack)).catch(() => 0);
    const reaches = Math.max(...used.map(({offset, length}) => offset + length));
    const alive = used.reduce((sum, {length}) => sum + length, 0);
    if (size >= reaches && alive >= size * LEAST_ALIVE) sound.add(pack);
  }
  return new Map([...chunks].filter(([, {pack}]) => sound.has(pack)));
}

class Pack {
  readonly #folder: string;
  readonly #version: string;
  readonly #known: Map<string, Chunk>;
  readonly #keys: BackupKeys;
  #file: FileBeingWritten | undefined;
  #size = 0;

  constructor(folder: string, version: string, known: ReadonlyMap<string, Chunk>, keys: BackupKeys) {
    this.#folder = folder;
    this.#version = version;
    this.#known = new Map(known);
    this.#keys = keys;
  }

  async add(from: string): Promise<Omit<PackedFile, 'path'>> {
    const hash = createHash('sha256');
    const chunks: Chunk[] = [];
    let size = 0;
    for await (const piece of piecesOf(from, CHUNK_BYTES)) {
      hash.update(piece);
      size += piece.length;
      chunks.push(await this.#chunk(piece));
    }
    return {size, sha256: hash.digest('hex'), chunks};
  }

  async #chunk(piece: Uint8Array): Promise<Chunk> {
    const name = this.#keys.nameOf(piece);
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const small = zstdCompressSync(piece, {params: {[constants.ZSTD_c_compressionLevel]: 1}});
    const box = sealBox(this.#keys.contents, small, name);
    this.#file ??= await beginFile(packPath(this.#folder, this.#version));
    const chunk = {name, pack: this.#version, offset: this.#size, length: box.length};
    await this.#file.append(box);
    this.#size += box.length;
    this.#known.set(name, chunk);
    return chunk;
  }

  async end(): Promise<void> {
    await this.#file?.end();
  }

  async giveUp(): Promise<void> {
    await this.#file?.giveUp();
  }
}
