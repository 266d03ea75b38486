/**
 * The folders of editions: each is put in its place whole, and only then does the log say so. What a broken-off run left behind is set
 * aside, never taken for an edition and never deleted: it may be the log that has lost a line.
 */
import {mkdir, readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {Product} from '#document/render/medium';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {EditionEvent} from './edition-events.ts';
import {AWAITING, PROFILES} from './edition-files.ts';
import {eventsOf} from './editions.ts';
import {exists, inPlace, isFolder, writeInto} from './effects.ts';

const SET_ASIDE = 'set-aside';

type FolderFile = Pick<Product, 'name' | 'bytes'>;

/** Where no folder is yet. */
export async function placeFolder(folder: string, files: readonly FolderFile[]): Promise<Outcome<string, Refusal>> {
  if (await exists(folder)) return refuse({reason: 'folder-not-empty', path: folder});
  const placed = await inPlace(folder, async (beside) => {
    await writeInto(beside, files);
    return true;
  });
  return placed ? done(folder) : refuse({reason: 'file-not-writable', path: folder});
}

/** Folders that look like editions and are none by the log. `editions`: the workspace's folder of them. */
export async function straysOf(editions: string, events: readonly EditionEvent[]): Promise<readonly string[]> {
  const drafted = new Set(eventsOf(events, 'drafted').map(({edition}) => edition.id as string));
  const released = new Set(eventsOf(events, 'released').map(({edition}) => edition as string));
  const placed = (await foldersIn(editions)).filter((name) => !OURS.has(name) && !released.has(name));
  const waiting = (await foldersIn(join(editions, AWAITING))).filter((name) => !drafted.has(name));
  return [...placed, ...waiting.map((name) => join(AWAITING, name))];
}

const OURS: ReadonlySet<string> = new Set([AWAITING, PROFILES, SET_ASIDE]);

async function foldersIn(path: string): Promise<readonly string[]> {
  if (!(await isFolder(path))) return [];
  const entries = await readdir(path, {withFileTypes: true});
  return entries
    .filter((one) => one.isDirectory() && !one.name.startsWith('.'))
    .map(({name}) => name)
    .sort();
}

/** What a folder is called while it is written beside its place: nobody writes there but whoever holds the register. */
const SCRATCH = /^\..+-[A-Za-z0-9]{6}$/;

async function sweep(folder: string): Promise<void> {
  if (!(await isFolder(folder))) return;
  for (const entry of await readdir(folder, {withFileTypes: true}))
    if (entry.isDirectory() && SCRATCH.test(entry.name)) await rm(join(folder, entry.name), {recursive: true});
}

/** Only for whoever holds the register. Answers with what was set aside. */
export async function tidy(editions: string, events: readonly EditionEvent[]): Promise<readonly string[]> {
  for (const folder of [editions, join(editions, AWAITING), join(editions, PROFILES)]) await sweep(folder);
  const strays = await straysOf(editions, events);
  const moved: string[] = [];
  for (const name of strays) {
    const place = await freePlace(join(editions, SET_ASIDE), name.replace(/^.*[\\/]/, ''));
    await mkdir(join(editions, SET_ASIDE), {recursive: true});
    await rename(join(editions, name), place);
    moved.push(place);
  }
  for (const {edition} of eventsOf(events, 'released'))
    await rm(join(editions, AWAITING, edition), {recursive: true, force: true});
  return moved;
}

async function freePlace(folder: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const place = join(folder, n === 1 ? name : `${name}.${n}`);
    if (!(await exists(place))) return place;
  }
}
