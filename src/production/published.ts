/**
 * The public door: the public editions that are out, read from their own signed folders. It knows no register, no key and no person, and
 * works where nothing but the folders is. Whoever serves the public imports this door and no other.
 */
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {EDITIONS} from './edition-files.ts';
import {LOG, readLog} from './edition-log.ts';
import {type Effects, exists, isFolder} from './effects.ts';
import {MANIFEST} from './manifest.ts';
import {type PublishedEdition, publishedEdition} from './published-edition.ts';

export {chartOf, type PublishedChart, pictureAlone, pictureOf} from './published-chart.ts';
export type {PublishedEdition, PublishedFile} from './published-edition.ts';
export {asCsv, asDanishCsv, asJsonStat} from './published-export.ts';
export type {PublishedDimension, PublishedTable} from './published-table.ts';
export {type Axis, askedView, type Placing, type View, viewOf} from './published-view.ts';

export interface Shelf {
  /** What is out at this moment, the latest period first and of a period the latest edition first. */
  shown(): readonly ShownEdition[];
  /** Folders that are not shown, and why: told to whoever serves, never to who reads. */
  leftOut(): readonly LeftOut[];
  /** What is new in the folders is verified and shown, what is gone is shown no more. Answers with what is newly left out. */
  lookAgain(): Promise<readonly LeftOut[]>;
}

export interface ShownEdition extends PublishedEdition {
  /** The one that corrects it, where that is out. */
  readonly correctedBy: string | undefined;
  /** Of everything its pages show. */
  readonly seal: string;
}

export interface LeftOut {
  readonly folder: string;
  readonly refusal: Refusal;
}

/**
 * `folders`: workspaces, folders of editions, or editions. `key`: the id of the office's key, where only what it signed is shown.
 * Refused: `nothing-published`, where there is no public edition in them, not even one whose time has not come.
 */
export async function openPublished(
  folders: readonly string[],
  key: string | undefined,
  effects: Effects,
): Promise<Outcome<Shelf, Refusal>> {
  let found = await lookIn(folders, key, new Map());
  if (found.editions.size === 0) {
    const [first] = found.leftOut;
    return refuse(first?.refusal ?? {reason: 'nothing-published', path: folders.join(', ')});
  }
  return done({
    shown: () => shownAt([...found.editions.values()], effects.now()),
    leftOut: () => found.leftOut,
    async lookAgain() {
      const before = found.leftOut;
      found = await lookIn(folders, key, found.editions);
      return found.leftOut.filter(({folder}) => !before.some((one) => one.folder === folder));
    },
  });
}

interface Found {
  /** By folder. */
  readonly editions: ReadonlyMap<string, PublishedEdition>;
  readonly leftOut: readonly LeftOut[];
}

/** `known`: verified before; a folder with the same manifest is not read again. */
async function lookIn(folders: readonly string[], key: string | undefined, known: Found['editions']): Promise<Found> {
  const editions = new Map<string, PublishedEdition>();
  const leftOut: LeftOut[] = [];
  for (const given of folders) {
    const candidates = await candidatesIn(given);
    if (!candidates.ok) leftOut.push({folder: given, refusal: candidates.refusal});
    for (const folder of candidates.ok ? candidates.value : []) {
      const read = await publishedEdition(folder, key, known.get(folder));
      if (!read.ok) leftOut.push({folder, refusal: read.refusal});
      else if (read.value !== undefined) {
        const {id, digest} = read.value;
        const same = [...editions.values()].find((one) => one.id === id);
        if (same === undefined) editions.set(folder, read.value);
        else if (same.digest !== digest) leftOut.push({folder, refusal: {reason: 'edition-twice', edition: id}});
      }
    }
  }
  return {editions, leftOut};
}

/** Where a log lies beside them, only what it says is released: a folder is put in its place before the log says so. */
async function candidatesIn(given: string): Promise<Outcome<readonly string[], Refusal>> {
  if (!(await isFolder(given))) return refuse({reason: 'no-such-folder', path: given});
  if (await exists(join(given, MANIFEST))) return done([given]);
  const within = (await isFolder(join(given, EDITIONS))) ? join(given, EDITIONS) : given;
  const log = await readLog(within);
  if (!log.ok) return log;
  const released = new Set<string>(
    log.value.events.flatMap((event) => (event.kind === 'released' ? [event.edition] : [])),
  );
  const isLogged = await exists(join(within, LOG));
  const entries = await readdir(within, {withFileTypes: true});
  const named = entries.filter((one) => one.isDirectory() && !one.name.startsWith('.')).map(({name}) => name);
  const placed: string[] = [];
  for (const name of named.toSorted())
    if ((!isLogged || released.has(name)) && (await exists(join(within, name, MANIFEST))))
      placed.push(join(within, name));
  return done(placed);
}

function shownAt(editions: readonly PublishedEdition[], now: string): readonly ShownEdition[] {
  const out = editions.filter(({embargo}) => embargo === undefined || embargo <= now).toSorted(latestFirst);
  return out.map((one) => {
    // Only whoever signed an edition corrects it.
    const by = out.find(({corrects, key}) => corrects?.edition === one.id && key === one.key);
    return {...one, correctedBy: by?.id, seal: sha256([one.digest, by?.digest ?? ''].join(' '))};
  });
}

const latestFirst = (a: PublishedEdition, b: PublishedEdition): number =>
  order(b.period.to, a.period.to) || order(b.cutOff, a.cutOff) || order(outAt(b), outAt(a)) || order(b.id, a.id);

export const outAt = ({approvedAt, embargo}: PublishedEdition): string =>
  embargo !== undefined && embargo > approvedAt ? embargo : approvedAt;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
