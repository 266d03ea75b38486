/**
 * The workspace written a second time, to every place its settings name: after whatever changed it, and when asked. A place that cannot be written
 * is told with the moment since when it is behind, and stops nothing: the work itself is done.
 */
import {createHash} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import {join, relative, resolve} from 'node:path';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {SqliteStore} from '#storage/sqlite';
import {type BackupKeys, backupKeys} from './backup-box.ts';
import {holdingErased, replaceErased} from './backup-drop.ts';
import {filesIn, namesIn, placeRefusal, placeWhole} from './backup-files.ts';
import {placeWrapped} from './backup-keys.ts';
import {home, momentOfVersion, openVersion, versionsIn} from './backup-place.ts';
import {NOTE, READ_ME} from './backup-read-me.ts';
import {KEEP, thin} from './backup-thin.ts';
import {type Contents, writeVersion} from './backup-write.ts';
import {type Effects, exists, isFolder, readBytes, writeWhole} from './effects.ts';
import {masterOf, type RecoveryKey, signedRecovery} from './recovery-keys.ts';
import {isInDatabase, leftToDatabase, REGISTER} from './register-place.ts';
import {programVersion} from './version.ts';
import {
  changeSettings,
  type KeyedRegister,
  openUnread,
  openUnreadCasework,
  profileFault,
  settingsOf,
  type Unread,
  withStore,
} from './workspace.ts';

export interface BackedUp {
  readonly place: string;
  /** The newest there. */
  readonly version: string | undefined;
  /** False where nothing had changed since, or the place is behind. */
  readonly written: boolean;
  readonly thinned: readonly string[];
  /** Taken away, since somebody in them was erased. */
  readonly erased: readonly string[];
  /** Since when the place lacks what was done, and why. */
  readonly behind: {readonly since: string; readonly why: Refusal} | undefined;
}

export interface BackedUpAll {
  readonly places: readonly BackedUp[];
  /** Why the profile cannot be worked with; it was written as it stands. */
  readonly profile: Refusal | undefined;
}

const States = z.record(
  z.string(),
  z.object({
    version: z.string().optional(),
    /** Of the workspace when that was written. */
    fingerprint: z.string().optional(),
    behind: z.string().optional(),
    /** Whose erasure it is known to have followed. */
    cleared: z.string().optional(),
  }),
);
export type States = z.infer<typeof States>;

/** Hidden, so that it is in no backup itself. */
const STATES = '.backups.json';

export async function readStates(folder: string): Promise<States> {
  const path = join(folder, STATES);
  if (!(await exists(path))) return {};
  try {
    const read = States.safeParse(JSON.parse(Buffer.from(await readBytes(path)).toString('utf8')));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/** Names a place, and writes there. Refused: `left-to-database`, `inside-workspace`, `place-not-there`, and as {@link backUp} is. */
export async function backUpTo(
  folder: string,
  place: string,
  effects: Effects,
): Promise<Outcome<BackedUpAll, Refusal>> {
  const workspace = await openUnread(folder);
  if (!workspace.ok) return workspace;
  if (isInDatabase(workspace.value)) return refuse(leftToDatabase);
  if (!relative(resolve(folder), resolve(place)).startsWith('..'))
    return refuse({reason: 'inside-workspace', path: place, workspace: folder});
  if (!(await isFolder(place))) return refuse({reason: 'place-not-there', place});
  const {to = [], ...rest} = workspace.value.settings.backup ?? {};
  const changed = await changeSettings(workspace.value, {backup: {...rest, to: [...new Set([...to, place])]}});
  if (!changed.ok) return changed;
  // Named anew, it may begin anew.
  const {[place]: _, ...states} = await readStates(folder);
  await writeStates(folder, states);
  return backUp(folder, effects);
}

/** Every place, whether or not anything has changed. Refused: `no-backup-place`, `left-to-database`, and where the workspace cannot be opened. */
export async function backUp(folder: string, effects: Effects): Promise<Outcome<BackedUpAll, Refusal>> {
  const workspace = await openUnread(folder);
  if (!workspace.ok) return workspace;
  if (isInDatabase(workspace.value)) return refuse(leftToDatabase);
  const places = workspace.value.settings.backup?.to ?? [];
  if (places.length === 0) return refuse({reason: 'no-backup-place'});
  const written = await writeTo(folder, places, effects);
  return written.ok ? done({places: written.value, profile: await profileFault(folder)}) : written;
}

/** After a command: only where something is not there yet. Nothing is refused: what cannot be done is behind. */
export async function backUpChanges(folder: string, effects: Effects): Promise<readonly BackedUp[]> {
  const places = (await settingsOf(folder))?.backup?.to ?? [];
  if (places.length === 0) return [];
  const [states, now] = [await readStates(folder), await fingerprint(folder)];
  const stale = places.filter((place) => states[place]?.fingerprint !== now);
  if (stale.length === 0) return [];
  const written = await writeTo(folder, stale, effects);
  if (written.ok) return written.value;
  const all = stale.map((place) => behind(states, place, written.refusal, effects.now()));
  await keepStates(folder, states, all, undefined);
  return all;
}

/** What is there and how it is called, how large it is and when it was changed: another where anything was written. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const {path, size, changed} of await workspaceFiles(folder)) hash.update(`${path}\0${size}\0${changed}\n`);
  return hash.digest('hex');
}

/** The register's journal is in the copy of the register. */
const workspaceFiles = async (folder: string) =>
  (await filesIn(folder)).filter(({path}) => !path.startsWith(`${REGISTER}-`));

const behind = (states: States, place: string, why: Refusal, now: Instant): BackedUp => ({
  place,
  version: states[place]?.version,
  written: false,
  thinned: [],
  erased: [],
  behind: {since: states[place]?.behind ?? now, why},
});

const writeTo = async (folder: string, places: readonly string[], effects: Effects) =>
  withStore(await openUnreadCasework(folder, effects), async ({store, ...rest}) => {
    // A database has its own tools for that; half a copy, without the register, would be taken for a whole one.
    if (!(store instanceof SqliteStore)) return refuse(leftToDatabase);
    const register = {...rest, store};
    const master = await masterOf(register, effects);
    if (!master.ok) return master;
    const recovery = await signedRecovery(folder, register.keys);
    if (!recovery.ok) return recovery;
    const [states, print] = [await readStates(folder), await fingerprint(folder)];
    const scratch = await scratchIn(folder);
    if (scratch === undefined) return refuse({reason: 'file-not-writable', path: folder});
    try {
      const copy = join(scratch, REGISTER);
      const copied = await register.store.copyTo(copy).then(
        () => true,
        () => false,
      );
      if (!copied) return refuse({reason: 'file-not-writable', path: copy});
      const work: Work = {
        register,
        master: master.value,
        keys: backupKeys(master.value),
        recovery: recovery.value.keys,
        contents: await contentsOf(register, copy),
        program: await programVersion(effects),
        effects,
      };
      const all: BackedUp[] = [];
      for (const place of places) all.push(await writeAt(place, work, states));
      await keepStates(folder, states, all, {print, cleared: clearedOf(work.contents)});
      return done(all);
    } finally {
      await rm(scratch, {recursive: true, force: true});
    }
  });

/** Beside the register, on the same disk and as well guarded. */
async function scratchIn(folder: string): Promise<string | undefined> {
  // Who holds the register is alone here: what lies about is of a run that was ended.
  const left = (await namesIn(folder)).filter((name) => name.startsWith(SCRATCH));
  for (const name of left) await rm(join(folder, name), {recursive: true, force: true}).catch(() => {});
  return mkdtemp(join(folder, SCRATCH)).catch(() => undefined);
}

const SCRATCH = '.backup-';

type FileRegister = Unread<KeyedRegister> & {readonly store: SqliteStore};

interface Work {
  readonly register: FileRegister;
  readonly master: Uint8Array;
  readonly keys: BackupKeys;
  readonly recovery: readonly RecoveryKey[];
  readonly contents: Contents;
  readonly program: string;
  readonly effects: Effects;
}

async function contentsOf({folder, store}: FileRegister, copy: string): Promise<Contents> {
  const files = (await workspaceFiles(folder)).map(({path}) => ({
    path,
    from: path === REGISTER ? copy : join(folder, path),
  }));
  return {files, rows: store.rowCounts(), erased: store.query(ERASED).map(({erased}) => String(erased))};
}

const ERASED =
  "SELECT DISTINCT serial || ' ' || recorded_at AS erased FROM recorded_fact WHERE kind = 'erasure' ORDER BY erased";

async function writeAt(place: string, work: Work, states: States): Promise<BackedUp> {
  const {register, master, keys, recovery, contents, program, effects} = work;
  const {workspace, 'key-check': check, backup} = register.settings;
  const made = effects.now();
  // A place that is not there is not made: it may be where a stick was.
  if (!(await isFolder(place))) return behind(states, place, {reason: 'place-not-there', place}, made);
  const folder = home(place, workspace);
  // Where it was once and is no more, the stick is out and this is the empty folder it was seen in.
  if (states[place]?.version !== undefined && !(await isFolder(folder)))
    return behind(states, place, {reason: 'place-not-there', place}, made);
  try {
    const last = (await versionsIn(folder)).at(-1);
    const version = nameAfter(last, made, Buffer.from(effects.random(2)).toString('hex'));
    const note = join(folder, NOTE);
    if (!(await exists(note))) await placeWhole(note, READ_ME);
    await placeWrapped(folder, {workspace, check}, recovery, master);
    const opened = last === undefined ? undefined : await openVersion(folder, last, keys);
    if (opened?.state === 'newer')
      return behind(states, place, {reason: 'backup-newer', version: last ?? '', program: opened.program}, made);
    const isCleared = states[place]?.cleared === clearedOf(contents);
    const holding = isCleared ? [] : await holdingErased(folder, contents.erased, keys);
    // What is to go is not leaned upon.
    const former = opened?.state === 'whole' && holding.length === 0 ? opened.manifest : undefined;
    const {written, manifest} = await writeVersion(folder, {workspace, version, program, made}, contents, former, keys);
    if (holding.length > 0) {
      const damaged = await replaceErased(folder, {version, manifest, holding, keys});
      if (damaged !== undefined)
        return behind(states, place, {reason: 'backup-damaged', version, file: damaged, whole: undefined}, made);
    }
    const thinned = await thin(folder, backup?.keep ?? KEEP, keys, Date.parse(made));
    return {place, version: written ? version : last, written, thinned, erased: holding, behind: undefined};
  } catch (thrown) {
    return behind(states, place, placeRefusal(thrown, place), made);
  }
}

/** The newest is the last by name, also where two are of one moment or a clock was set back. */
function nameAfter(last: string | undefined, made: Instant, chance: string): string {
  const former = last === undefined ? Number.NaN : Date.parse(momentOfVersion(last));
  const at = former >= Date.parse(made) ? new Date(former + 1).toISOString() : made;
  return `${at.replace(/[-:.]/g, '')}-${chance}`;
}

const clearedOf = ({erased}: Contents): string => createHash('sha256').update(erased.join('\n')).digest('hex');

async function keepStates(
  folder: string,
  states: States,
  all: readonly BackedUp[],
  done: {readonly print: string; readonly cleared: string} | undefined,
): Promise<void> {
  const told = all.map(({place, version, behind: late}): readonly [string, States[string]] => [
    place,
    late === undefined
      ? {version, fingerprint: done?.print, cleared: done?.cleared}
      : {...states[place], version, fingerprint: undefined, behind: late.since},
  ]);
  await writeStates(folder, {...states, ...Object.fromEntries(told)});
}

export const writeStates = (folder: string, states: States): Promise<boolean> =>
  writeWhole(join(folder, STATES), JSON.stringify(states));
