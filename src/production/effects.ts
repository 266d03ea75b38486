/**
 * The edge to the world: clock, randomness, files, environment. Everything else is a function of what it is given, so a run
 * with the same effects gives the same bytes. Tests give a fixed clock and a temporary folder, never a mock.
 */
import {randomBytes} from 'node:crypto';
import {createReadStream, type ReadStream} from 'node:fs';
import {
  access,
  chmod,
  constants,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import {findPackageJSON} from 'node:module';
import {homedir, platform, userInfo} from 'node:os';
import {basename, dirname, join, relative, sep} from 'node:path';
import {setFlagsFromString} from 'node:v8';
import {Defect} from '#kit/defect';
import {isForbidden} from '#kit/forbidden';
import {type Instant, instant} from '#kit/instant';

export interface Effects {
  now(): Instant;
  random(bytes: number): Uint8Array;
  environment(name: string): string | undefined;
  /** Who runs the program: the recorder where none is named. */
  user(): string;
  /** Where this user's keys are kept, outside every workspace. */
  readonly keyFolder: string;
  /** What the package ships: `profiles/`, `examples/`, `package.json`. */
  readonly packageFolder: string;
}

export function nodeEffects(): Effects {
  return {
    now: () => instant(new Date().toISOString()),
    random: (bytes) => randomBytes(bytes),
    environment: (name) => process.env[name],
    user: () => userInfo().username,
    keyFolder: join(configFolder(), 'opgor', 'keys'),
    packageFolder: packageFolder(),
  };
}

/** Which database registers are in that are in one. Of the process, as its clock is: no verb has another. */
export const databaseUrl = (): string | undefined => process.env.DATABASE_URL || undefined;

/** The code lies at another depth in a checkout than in the package. */
function packageFolder(): string {
  const found = findPackageJSON(import.meta.url);
  if (found === undefined) throw new Defect('the program lies outside its package');
  return dirname(found);
}

function configFolder(): string {
  if (platform() === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

/** Of much that is made, little is kept: room for what is new does not grow with it, and memory is what is kept. */
export const keepYoungSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1');

export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Undefined where this user may not. */
export async function permitted<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}

export const fileSize = async (path: string): Promise<number> => (await stat(path)).size;

export const readBytes = (path: string): Promise<Uint8Array> => readFile(path);

export const streamBytes = (path: string): ReadStream => createReadStream(path, {highWaterMark: 1 << 20});

export const isEmptyFolder = async (path: string): Promise<boolean> => (await readdir(path)).length === 0;

/** The path of every file below a folder, with forward slashes, in order. */
export async function folderPaths(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(path, file).split(sep).join('/')).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Every file below a folder by its path in it, with forward slashes, in path order. */
export async function readFolder(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const named = await folderPaths(path);
  return new Map(await Promise.all(named.map(async (name) => [name, await readFile(join(path, name))] as const)));
}

/**
 * Writes whole or not at all: a file beside it is written to the disk, then takes its place, so that also a computer that loses its
 * power has the one or the other. False when the place cannot be written.
 */
export async function writeWhole(path: string, bytes: Uint8Array | string, mode?: number): Promise<boolean> {
  const beside = `${path}.part`;
  try {
    await mkdir(dirname(path), {recursive: true});
    await writeFile(beside, bytes, {mode: mode ?? 0o644, flush: true});
    await rename(beside, path);
    return true;
  } catch {
    await rm(beside, {force: true}).catch(() => {});
    return false;
  }
}

/** What became of a file that was to be new; `given-up`: whoever wrote it did not want it after all. */
export type Placed = 'written' | 'given-up' | 'taken' | 'failed';

/**
 * A file where none is, piece by piece, whole or not at all, for this user alone: it is written beside its place and put there in
 * one step that never takes the place of another file. A piece that cannot be written ends it.
 */
export async function writeNew(
  path: string,
  write: (append: (text: string) => Promise<void>) => Promise<boolean>,
): Promise<Placed> {
  const beside = `${path}.part`;
  try {
    // What an earlier run left there may be open to others.
    await rm(beside, {force: true});
    const file = await open(beside, 'wx', 0o600);
    try {
      if (!(await write((text) => file.appendFile(text)))) return 'given-up';
      await file.sync();
    } finally {
      await file.close();
    }
    return await placed(beside, path);
  } catch (thrown) {
    if (!isOfSystem(thrown)) throw thrown;
    return 'failed';
  } finally {
    await rm(beside, {force: true}).catch(() => {});
  }
}

/** A second name for the file is refused where the name is taken; a disk that knows no second names is asked first. */
async function placed(beside: string, path: string): Promise<Placed> {
  try {
    await link(beside, path);
  } catch (thrown) {
    if (!isOfSystem(thrown)) throw thrown;
    if (await exists(path)) return 'taken';
    await rename(beside, path);
  }
  return 'written';
}

const isOfSystem = (thrown: unknown): boolean => thrown instanceof Error && 'syscall' in thrown;

/** Writes files into a folder that is not in place yet: what is half written there is taken away whole. Rejects where it cannot. */
export async function writeInto(
  folder: string,
  files: readonly {readonly name: string; readonly bytes: Uint8Array | string}[],
): Promise<void> {
  const paths = files.map(({name, bytes}) => ({path: join(folder, name), bytes}));
  for (const inner of new Set(paths.map(({path}) => dirname(path)))) await mkdir(inner, {recursive: true});
  await Promise.all(paths.map(({path, bytes}) => writeFile(path, bytes, {mode: 0o644})));
}

export const removeFile = (path: string): Promise<void> => rm(path, {force: true});

/** Whether this user may write that file and beside it; asked without writing anything. */
export async function mayWrite(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r+')).close();
    await access(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether {@link writeWhole} could write there now; leaves nothing behind. */
export async function canWrite(path: string): Promise<boolean> {
  const beside = `${path}.part`;
  const could = await writeWhole(beside, '');
  await rm(beside, {force: true}).catch(() => {});
  return could;
}

/**
 * A folder written beside its place by `write`, then put there in one step, in place of what was there. False, and nothing
 * left behind, where it cannot be written or `write` says no.
 */
export async function inPlace(folder: string, write: (beside: string) => Promise<boolean>): Promise<boolean> {
  let beside: string | undefined;
  try {
    await mkdir(dirname(folder), {recursive: true});
    beside = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
    const old = `${beside}.old`;
    if (!(await write(beside))) return false;
    await chmod(beside, 0o755);
    const replaced = await exists(folder);
    if (replaced) await rename(folder, old);
    try {
      await rename(beside, folder);
    } catch (failed) {
      if (replaced) await rename(old, folder);
      throw failed;
    }
    beside = undefined;
    await rm(old, {recursive: true, force: true});
    return true;
  } catch {
    return false;
  } finally {
    if (beside !== undefined) await rm(beside, {recursive: true, force: true});
  }
}
