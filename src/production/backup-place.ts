/**
 * A place that holds backups of a workspace: a folder, a share, a stick. What lies there tells how often and how much, and nothing else.
 *
 *   PLACE/opgor-ID/READ-ME.txt            what it is and how it is opened
 *   PLACE/opgor-ID/keys.json, keys.copy.json   the workspace's key, wrapped to each recovery key
 *   PLACE/opgor-ID/versions/V.version     a line that says of which workspace, then the sealed manifest of a version
 *   PLACE/opgor-ID/packs/V.pack           the sealed chunks that were new in version V
 *
 * A version is there when its `.version` is: packs are written before it, and no pack that it names is taken away while it is there.
 */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type BackupKeys, openBox, sealBox} from './backup-box.ts';
import {namesIn, placeWhole} from './backup-files.ts';
import {isFolder} from './effects.ts';

/** Of what is written; whoever reads knows all formats up to its own. */
export const FORMAT = 1;

export interface Chunk {
  readonly name: string;
  readonly pack: string;
  readonly offset: number;
  readonly length: number;
}

const Header = z.object({'opgor-backup': z.int(), workspace: z.string(), version: z.string(), program: z.string()});
type Header = z.infer<typeof Header>;

const Manifest = z.object({
  made: z.string(),
  /** How many rows each table of the register has. */
  rows: z.record(z.string(), z.number()),
  /** Who had been erased from the register, and when: anybody else opens. */
  erased: z.array(z.string()).default([]),
  packs: z.array(z.string()),
  files: z.array(
    z.object({
      path: z.string(),
      size: z.number(),
      sha256: z.string(),
      /** Name, pack (its place among `packs`), offset, length. */
      chunks: z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const home = (place: string, workspace: string): string => join(place, `opgor-${workspace}`);
export const packPath = (folder: string, pack: string): string => join(folder, 'packs', `${pack}.pack`);
export const versionPath = (folder: string, version: string): string => join(folder, 'versions', `${version}.version`);

/** The folder of the workspace in a place, or the only one there. A folder may be named itself. */
export async function findHome(place: string, workspace?: string): Promise<Outcome<string, Refusal>> {
  if (!(await isFolder(place))) return refuse({reason: 'place-not-there', place});
  if ((await namesIn(place)).includes('versions')) return done(place);
  const found = (await namesIn(place)).flatMap((name) => /^opgor-(.+)$/.exec(name)?.[1] ?? []);
  const [one, ...others] = workspace === undefined ? found : found.filter((id) => id === workspace);
  return one === undefined || others.length > 0
    ? refuse({reason: 'no-backup-there', place, workspaces: found})
    : done(home(place, one));
}

/** Oldest first, by name alone. */
export const versionsIn = async (folder: string): Promise<readonly string[]> =>
  (await namesIn(join(folder, 'versions'))).flatMap((name) => /^(.+)\.version$/.exec(name)?.[1] ?? []);

/** `20140303T090000000Z-1a2b`: the moment it was made, and chance, so that no two are one. */
export const momentOfVersion = (version: string): string =>
  version.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');

export async function writeManifest(
  folder: string,
  header: Omit<Header, 'opgor-backup'>,
  manifest: Manifest,
  keys: BackupKeys,
): Promise<void> {
  const line = JSON.stringify({'opgor-backup': FORMAT, ...header});
  const box = sealBox(keys.contents, zstdCompressSync(JSON.stringify(manifest)), line);
  await placeWhole(versionPath(folder, header.version), Buffer.concat([Buffer.from(`${line}\n`), box]));
}

/** Which workspace a version is of, without a key; undefined where its first line is not readable. */
export async function readHeader(folder: string, version: string): Promise<Header | undefined> {
  return (await read(folder, version))?.header;
}

async function read(folder: string, version: string) {
  const bytes = await readFile(versionPath(folder, version)).catch(() => undefined);
  const end = bytes?.indexOf('\n') ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  const line = bytes.subarray(0, end).toString('utf8');
  try {
    const header = Header.safeParse(JSON.parse(line));
    return header.success ? {header: header.data, line, box: bytes.subarray(end + 1)} : undefined;
  } catch {
    return undefined;
  }
}

export type OpenedVersion =
  | {readonly state: 'whole'; readonly manifest: Manifest}
  | {readonly state: 'damaged'}
  | {readonly state: 'newer'; readonly program: string};

export async function openVersion(folder: string, version: string, keys: BackupKeys): Promise<OpenedVersion> {
  const found = await read(folder, version);
  if (found === undefined) return {state: 'damaged'};
  const line = found.line.replace(/"opgor-backup":\d+/, `"opgor-backup":${FORMAT}`);
  const opened = openBox(keys.contents, found.box, line);
  // One that opens as ours is ours, whatever number a flipped bit has put there.
  if (line !== found.line && opened !== undefined) return {state: 'damaged'};
  if (found.header['opgor-backup'] > FORMAT) return {state: 'newer', program: found.header.program};
  if (opened === undefined || found.header.version !== version) return {state: 'damaged'};
  return {state: 'whole', manifest: Manifest.parse(JSON.parse(zstdDecompressSync(opened).toString('utf8')))};
}

export const chunksOf = ({packs}: Manifest, {chunks}: Manifest['files'][number]): readonly Chunk[] =>
  chunks.map(([name, pack, offset, length]) => ({name, pack: packs[pack] ?? '', offset, length}));
