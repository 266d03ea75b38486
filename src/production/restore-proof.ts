/** That a restored workspace is what was backed up, beyond its bytes: it opens, counts the same rows, and its last released figures come out of it. */
import {rm} from 'node:fs/promises';
import type {Refusal} from '#concepts/refusal';
import {SqliteStore} from '#storage/sqlite';
import type {Manifest} from './backup-place.ts';
import {checkWorkspace} from './edition-check.ts';
import {recompile} from './edition-recompile.ts';
import {byRelease, openEditions} from './editions.ts';
import type {Effects} from './effects.ts';
import type {Progress} from './progress.ts';
import {openUnreadCasework, profileFault} from './workspace.ts';

export interface Proof {
  readonly files: number;
  readonly bytes: number;
  /** Of the register, in all tables. */
  readonly rows: number;
  /** The last released, compiled again to the same figures; undefined where none was. */
  readonly edition: string | undefined;
  /** What is not as it was: tables, `editions`, an edition, or the reason why the workspace does not open. */
  readonly differing: readonly string[];
  /** Why the profile cannot be worked with, as it could not when it was written. */
  readonly profile: Refusal | undefined;
}

export async function prove(
  folder: string,
  {files, rows}: Manifest,
  effects: Effects,
  progress: Progress,
): Promise<Proof> {
  const found = await rowsOf(folder, effects);
  const log = await checkWorkspace(folder, effects.now());
  const figures = await figuresOf(folder, effects, progress);
  const differing = [
    ...('refusal' in found
      ? [found.refusal.reason]
      : Object.keys({...rows, ...found.rows}).filter((table) => rows[table] !== found.rows[table])),
    ...(log.ok ? [] : ['editions']),
    ...figures.differing,
  ];
  return {
    files: files.length,
    bytes: files.reduce((sum, {size}) => sum + size, 0),
    rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    edition: figures.edition,
    differing,
    profile: await profileFault(folder),
  };
}

async function rowsOf(
  folder: string,
  effects: Effects,
): Promise<{readonly rows: Readonly<Record<string, number>>} | {readonly refusal: Refusal}> {
  const register = await openUnreadCasework(folder, effects);
  if (!register.ok) return register;
  const {store} = register.value;
  // What was written a second time was a file's.
  const rows = store instanceof SqliteStore ? store.rowCounts() : {};
  await store.close();
  return {rows};
}

async function figuresOf(folder: string, effects: Effects, progress: Progress) {
  const editions = await openEditions(folder, effects.now());
  const released = editions.ok ? editions.value.all().filter(({manifest}) => manifest !== undefined) : [];
  const last = released.toSorted(byRelease).at(-1);
  if (last === undefined) return {edition: undefined, differing: []};
  const out = `${folder}-again`;
  try {
    const again = await recompile(folder, {edition: last.id, out}, effects, progress);
    return {edition: last.id, differing: again.ok ? [] : [last.id]};
  } finally {
    await rm(out, {recursive: true, force: true});
  }
}
