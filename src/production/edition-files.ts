/** Where the files of editions are; the log written so that a power cut cannot halve it; and what lies in a folder, hidden or not. */
import {mkdir, open, readdir, rename, rm} from 'node:fs/promises';
import {dirname, join, relative, resolve, sep} from 'node:path';

/** The folder in a workspace. */
export const EDITIONS = 'editions';
/** In it, those that wait for approval, and the profiles as they were. */
export const AWAITING = 'awaiting';
export const PROFILES = 'profiles';

/** Whole or not at all, and on the disk when it resolves. False when it cannot be written. */
export async function writeDurably(path: string, text: string): Promise<boolean> {
  const beside = `${path}.part`;
  try {
    await mkdir(dirname(path), {recursive: true});
    const file = await open(beside, 'w', 0o644);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return true;
  } catch {
    await rm(beside, {force: true}).catch(() => {});
    return false;
  }
}

/** Every entry below a folder that is not a folder, hidden ones too, by its path with forward slashes, in path order. */
export async function entriesOf(path: string): Promise<readonly {readonly name: string; readonly isFile: boolean}[]> {
  const entries = await readdir(path, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      name: relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'),
      isFile: entry.isFile(),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** What is released lies there, and nothing else is put there. */
export const amongEditions = (path: string, workspace: string): boolean =>
  !relative(resolve(workspace, EDITIONS), resolve(path)).startsWith('..');
