/**
 * Versions taken away by hand, or a place altogether: with what then remains, and never the last that opens unless that is said. A place that is
 * lost is forgotten too: it is no longer written, and what lies on it opens with the papers of its time.
 */
import {rm, rmdir} from 'node:fs/promises';
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {PlainDate} from '#kit/plain-date';
import {readStates, writeStates} from './backup.ts';
import {type BackupKeys, backupKeys} from './backup-box.ts';
import {bytesOf, sparePacks, takeAway, usedPacks} from './backup-drop.ts';
import {clearHalves} from './backup-files.ts';
import {COPIES} from './backup-keys.ts';
import {findHome, home, momentOfVersion, versionsIn} from './backup-place.ts';
import {newestWhole} from './backup-read.ts';
import {NOTE} from './backup-read-me.ts';
import {type Effects, isFolder} from './effects.ts';
import {masterOf} from './recovery-keys.ts';
import {changeSettings, openUnreadCasework, type Settings, withStore} from './workspace.ts';

/** Some versions, those made before a day (UTC), or the place with everything in it. */
export type Forgotten =
  | {readonly versions: readonly string[]}
  | {readonly before: PlainDate}
  | {readonly everything: true};

export interface ForgetRequest {
  readonly place: string;
  readonly what: Forgotten;
  /** Even the last version that opens. */
  readonly evenLast: boolean;
  readonly dryRun: boolean;
}

export interface Forgot {
  readonly place: string;
  /** False where the place is not there: it is only no longer written. */
  readonly reached: boolean;
  readonly versions: readonly string[];
  readonly bytes: number;
  /** What is left at the place. */
  readonly left: readonly string[];
  /** The newest that opens, every byte of it: here or, of a place that is forgotten, elsewhere. */
  readonly opens: {readonly place: string; readonly version: string} | undefined;
  /** Where the workspace is still written. */
  readonly places: readonly string[];
}

/** Refused: `place-not-there`, `no-backup-there`, `no-such-version`, `last-version`, and as a backup is. */
export const forget = async (
  folder: string,
  request: ForgetRequest,
  effects: Effects,
): Promise<Outcome<Forgot, Refusal>> =>
  withStore(await openUnreadCasework(folder, effects), async (register) => {
    const master = await masterOf(register, effects);
    if (!master.ok) return master;
    const {settings} = register;
    const keys = backupKeys(master.value);
    const plan = await planOf(request, settings, keys);
    if (!plan.ok || request.dryRun) return plan.ok ? done(plan.value.told) : plan;
    const {told, where, packs} = plan.value;
    const isAll = 'everything' in request.what;
    if (isAll && settings.backup?.to.includes(told.place)) {
      const changed = await changeSettings({folder, settings}, {backup: {...settings.backup, to: [...told.places]}});
      if (!changed.ok) return changed;
    }
    if (where !== undefined) {
      await takeAway(where, told.versions, packs);
      if (isAll) await clearPlace(where);
    }
    await forgetState(folder, told, isAll);
    return done(told);
  });

interface Plan {
  readonly told: Forgot;
  readonly where: string | undefined;
  readonly packs: readonly string[];
}

async function planOf(
  {place, what, evenLast}: ForgetRequest,
  {workspace, backup}: Settings,
  keys: BackupKeys,
): Promise<Outcome<Plan, Refusal>> {
  const known = backup?.to ?? [];
  const isAll = 'everything' in what;
  const here = home(place, workspace);
  const where = (await isFolder(here)) ? here : undefined;
  if (where === undefined && !(isAll && known.includes(place))) {
    const found = await findHome(place);
    return found.ok ? refuse({reason: 'no-backup-there', place, workspaces: []}) : found;
  }
  const all = where === undefined ? [] : await versionsIn(where);
  const gone = chosen(what, all);
  if (!gone.ok) return gone;
  const left = all.filter((version) => !gone.value.includes(version));
  const places = isAll ? known.filter((one) => one !== place) : known;
  const opens = isAll ? await opensElsewhere(places, workspace, keys) : await opensAt(place, here, keys, left);
  if (opens === undefined && !evenLast && gone.value.length + (isAll ? 1 : 0) > 0)
    return refuse({reason: 'last-version', place});
  const packs = where === undefined ? [] : await sparePacks(where, await usedPacks(where, left, keys));
  const bytes = where === undefined ? 0 : await bytesOf(where, gone.value, packs);
  const told = {place, reached: where !== undefined, versions: gone.value, bytes, left, opens, places};
  return done({told, where, packs: gone.value.length === 0 ? [] : packs});
}

/** Oldest first. Refused: `no-such-version`. */
function chosen(what: Forgotten, all: readonly string[]): Outcome<readonly string[], Refusal> {
  if ('everything' in what) return done(all);
  if ('before' in what) return done(all.filter((version) => momentOfVersion(version).slice(0, 10) < what.before));
  const strange = what.versions.find((version) => !all.includes(version));
  return strange === undefined
    ? done(all.filter((version) => what.versions.includes(version)))
    : refuse({reason: 'no-such-version', version: strange, known: all});
}

async function opensAt(place: string, where: string, keys: BackupKeys, among?: readonly string[]) {
  const version = await newestWhole(where, keys, among);
  return version === undefined ? undefined : {place, version};
}

async function opensElsewhere(places: readonly string[], workspace: string, keys: BackupKeys) {
  for (const place of places) {
    const where = home(place, workspace);
    const opens = (await isFolder(where)) ? await opensAt(place, where, keys) : undefined;
    if (opens !== undefined) return opens;
  }
  return undefined;
}

/** All that a backup writes there, and the folders where nothing else is in them. */
async function clearPlace(where: string): Promise<void> {
  for (const name of [...COPIES, NOTE]) await rm(join(where, name), {force: true});
  for (const inner of ['packs', 'versions', '']) {
    await clearHalves(join(where, inner), Number.POSITIVE_INFINITY);
    await rmdir(join(where, inner)).catch(() => {});
  }
}

/** What is now the newest there is written anew where it is not the workspace as it is. */
async function forgetState(folder: string, {place, versions, left}: Forgot, isAll: boolean): Promise<void> {
  const {[place]: state, ...others} = await readStates(folder);
  if (state === undefined) return;
  const isNewest = state.version !== undefined && versions.includes(state.version);
  const now = isNewest ? {...state, version: left.at(-1), fingerprint: undefined} : state;
  await writeStates(folder, isAll ? others : {...others, [place]: now});
}
