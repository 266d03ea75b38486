/**
 * A workspace: one folder with a profile, a register and settings. The key that opens identities is elsewhere (`keyring.ts`).
 *
 *   DIR/opgor.yaml       settings: the workspace's id, what it was made with
 *   DIR/profile/         the office's own copy of its profile
 *   DIR/register.sqlite  the register, where it is not in a database (`register-place.ts`)
 */
import {join} from 'node:path';
import {dump, load, YAMLException} from 'js-yaml';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {readProfile} from '#profile/read-profile';
import {type Keys, keysFrom} from '#register/keys';
import {openSqliteStore, SqliteStore} from '#storage/sqlite';
import type {Store} from '#storage/store';
import {StoreFault} from '#storage/store-fault';
import {Keep} from './backup-thin.ts';
import {
  type Effects,
  exists,
  inPlace,
  isEmptyFolder,
  isFile,
  isFolder,
  permitted,
  readBytes,
  readFolder,
  writeInto,
  writeWhole,
} from './effects.ts';
import {closeUnheld, heldStore, hold, keysOnce, profileOnce} from './held.ts';
import {findKey} from './keyring.ts';
import {claimDatabase, IN_DATABASE, isInDatabase, openPlaced, REGISTER} from './register-place.ts';
import {SignIn} from './sign-in-settings.ts';

export interface Workspace {
  readonly folder: string;
  readonly settings: Settings;
  readonly profile: Profile;
}

export interface OpenRegister extends Workspace {
  readonly store: Store;
}

export interface KeyedRegister extends OpenRegister {
  readonly keys: Keys;
}

/** Without its profile, which may be faulty. */
export type Unread<W extends Workspace> = Omit<W, 'profile'>;

const Settings = z.strictObject({
  workspace: z.string().regex(/^[a-z0-9-]{4,64}$/),
  'made-with': z.string(),
  /** Every page says so. */
  synthetic: z.boolean(),
  /** Tells the right key from a wrong one; tells nothing of the key. */
  'key-check': z.string(),
  /** Absent: in the folder. The environment says which database it is: an address may hold a password. */
  register: z.literal(IN_DATABASE).optional(),
  /** Where every change is written a second time, and how long versions are kept there (`backup-thin.ts`). */
  backup: z.strictObject({to: z.array(z.string().min(1)), keep: Keep.optional()}).optional(),
  /** The office's identity provider, by which people come in besides links and passkeys. */
  'sign-in': SignIn.optional(),
  /** Where the digest of the access log's last line is laid, outside the workspace (`log-anchor.ts`). */
  'log-anchor': z.string().min(1).optional(),
});
export type Settings = z.infer<typeof Settings>;

const SETTINGS = 'opgor.yaml';

export const PROFILE = 'profile';

/** A profile by the name of one that ships, or by its folder; `path` is the same name, from where the user stands. */
export async function profileFolder(
  effects: Effects,
  profile: string,
  path = profile,
): Promise<Outcome<string, Refusal>> {
  const shipped = join(effects.packageFolder, 'profiles');
  for (const folder of [join(shipped, profile), path]) {
    if (await exists(join(folder, 'profile.yaml'))) return done(folder);
  }
  const known = [...new Set([...(await readFolder(shipped)).keys()].map((path) => path.split('/')[0] ?? ''))];
  return refuse({reason: 'no-such-profile', profile, known});
}

export async function loadProfile(folder: string): Promise<Outcome<Profile, Refusal>> {
  if (!(await isFolder(folder))) return refuse({reason: 'no-such-folder', path: folder});
  const files = await permitted(() => readFolder(folder));
  return files === undefined ? refuse({reason: 'no-permission', path: folder}) : readProfile(files);
}

/** Makes a workspace in a new or empty folder: whole, or not at all. The profile is checked before anything is written. */
export async function makeWorkspace(
  folder: string,
  from: {
    readonly profile: string;
    readonly profilePath?: string;
    readonly id: string;
    readonly key: Uint8Array;
    readonly synthetic: boolean;
    readonly version: string;
  },
  effects: Effects,
): Promise<Outcome<Workspace, Refusal>> {
  if (await isFile(folder)) return refuse({reason: 'not-a-folder', path: folder});
  if ((await exists(folder)) && !((await isFolder(folder)) && (await isEmptyFolder(folder)))) {
    return refuse({reason: 'folder-not-empty', path: folder});
  }
  const source = await profileFolder(effects, from.profile, from.profilePath);
  if (!source.ok) return source;
  const files = await readFolder(source.value);
  const profile = readProfile(files);
  if (!profile.ok) return profile;

  const url = effects.environment('DATABASE_URL');
  const database = url === undefined ? undefined : await claimDatabase(url, from.id);
  if (database?.ok === false) return database;
  const settings: Settings = {
    workspace: from.id,
    'made-with': `opgor ${from.version}`,
    synthetic: from.synthetic,
    'key-check': keysFrom(from.key).check,
    ...(database && {register: IN_DATABASE}),
  };
  const made = await inPlace(folder, async (beside) => {
    const kept = [...files].map(([name, bytes]) => ({name: join(PROFILE, name), bytes}));
    await writeInto(beside, [...kept, {name: SETTINGS, bytes: dump(settings)}]);
    if (database !== undefined) return true;
    const store = openSqliteStore(join(beside, REGISTER));
    if (store.ok) await store.value.close();
    return store.ok;
  });
  if (!made) await database?.value.belongTo(undefined);
  await database?.value.close();
  return made ? done({folder, settings, profile: profile.value}) : refuse({reason: 'file-not-writable', path: folder});
}

export async function openWorkspace(folder: string): Promise<Outcome<Workspace, Refusal>> {
  const unread = await openUnread(folder);
  if (!unread.ok) return unread;
  const profile = await profileOnce(folder, PROFILE, loadProfile);
  return profile.ok ? done({...unread.value, profile: profile.value}) : profile;
}

/** The workspace whose profile may be faulty. Refused: `no-workspace`, `settings-not-readable`, `no-permission`. */
export async function openUnread(folder: string): Promise<Outcome<Unread<Workspace>, Refusal>> {
  const path = join(folder, SETTINGS);
  if (!(await exists(path))) return refuse({reason: 'no-workspace', path: folder});
  const settings = await readSettings(path);
  return settings.ok ? done({folder, settings: settings.value}) : settings;
}

/** Why the profile cannot be worked with, where it cannot. */
export async function profileFault(folder: string): Promise<Refusal | undefined> {
  const profile = await loadProfile(join(folder, PROFILE));
  return profile.ok ? undefined : profile.refusal;
}

/** The same settings but for what is given. Refused: `file-not-writable`. */
export async function changeSettings(
  {folder, settings}: Pick<Workspace, 'folder' | 'settings'>,
  change: Partial<Settings>,
): Promise<Outcome<Settings, Refusal>> {
  return keepSettings(folder, {...settings, ...change});
}

/** Refused: `file-not-writable`. */
export async function keepSettings(folder: string, settings: Settings): Promise<Outcome<Settings, Refusal>> {
  const path = join(folder, SETTINGS);
  return (await writeWhole(path, dump(settings))) ? done(settings) : refuse({reason: 'file-not-writable', path});
}

/** Of a folder that may be no workspace: without its profile, which may be faulty. */
export async function settingsOf(folder: string): Promise<Settings | undefined> {
  const path = join(folder, SETTINGS);
  const settings = (await exists(path)) ? await readSettings(path) : undefined;
  return settings?.ok === true ? settings.value : undefined;
}

async function readSettings(path: string): Promise<Outcome<Settings, Refusal>> {
  const bytes = await permitted(() => readBytes(path));
  if (bytes === undefined) return refuse({reason: 'no-permission', path});
  try {
    const settings = Settings.safeParse(load(Buffer.from(bytes).toString('utf8')));
    if (settings.success) return done(settings.data);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
  }
  return refuse({reason: 'settings-not-readable', path});
}

/** For what needs no identity: counting, statements. The caller closes the store. */
export async function openRegister(folder: string): Promise<Outcome<OpenRegister, Refusal>> {
  const workspace = await openWorkspace(folder);
  return workspace.ok ? openStore(workspace.value) : workspace;
}

/** The register under another profile than the workspace's own: as an edition was compiled. The caller closes the store. */
export async function openRegisterUnder(folder: string, profile: Profile): Promise<Outcome<OpenRegister, Refusal>> {
  const unread = await openUnread(folder);
  return unread.ok ? openStore({...unread.value, profile}) : unread;
}

async function openStore<W extends Unread<Workspace>>(
  workspace: W,
): Promise<Outcome<W & {readonly store: Store}, Refusal>> {
  const {folder} = workspace;
  const held = heldStore(folder);
  // A file that is held is moved by nobody.
  if (held instanceof SqliteStore) return done({...workspace, store: held});
  const opened = held === undefined ? await openPlaced(workspace) : done(held.session());
  if (!opened.ok) return opened;
  const store = opened.value;
  // Who moves a register has it alone: one that is read from, and then still the workspace's, is not moved before this is done.
  await store.latest().catch(() => undefined);
  const now = await settingsOf(folder);
  if (now !== undefined && isInDatabase({settings: now}) !== store instanceof SqliteStore)
    return done({...workspace, store});
  await closeUnheld(store);
  return refuse({reason: 'register-in-use', path: folder});
}

/** For casework: with the workspace's key, checked. The caller closes the store. */
export async function openCasework(folder: string, effects: Effects): Promise<Outcome<KeyedRegister, Refusal>> {
  const workspace = await openWorkspace(folder);
  return workspace.ok ? openWithKey(workspace.value, effects) : workspace;
}

/** For copying and proving: with the key, whatever state the profile is in. The caller closes the store. */
export async function openUnreadCasework(
  folder: string,
  effects: Effects,
): Promise<Outcome<Unread<KeyedRegister>, Refusal>> {
  const workspace = await openUnread(folder);
  return workspace.ok ? openWithKey(workspace.value, effects) : workspace;
}

export async function openWithKey<W extends Unread<Workspace>>(
  workspace: W,
  effects: Effects,
): Promise<Outcome<W & Pick<KeyedRegister, 'store' | 'keys'>, Refusal>> {
  const key = await findKey(effects, workspace.settings.workspace);
  if (!key.ok) return key;
  const keys = keysOnce(workspace.folder, key.value);
  if (keys.check !== workspace.settings['key-check']) return refuse({reason: 'key-does-not-fit'});
  const register = await openStore(workspace);
  return register.ok ? done({...register.value, keys}) : register;
}

/** Opens, works and always closes, unless the process holds it. What stops a store midway is refused here. */
export async function withStore<R extends Pick<OpenRegister, 'store'>, T>(
  opened: Outcome<R, Refusal>,
  work: (register: R) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> {
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (thrown) {
    if (thrown instanceof StoreFault) return refuse(thrown.refusal);
    throw thrown;
  } finally {
    await closeUnheld(opened.value.store);
  }
}

/** Opens the register for as long as the process serves it. Refused: as {@link openCasework}, and `register-in-use`. */
export async function holdRegister(
  folder: string,
  effects: Effects,
): Promise<Outcome<{letGo(): Promise<void>}, Refusal>> {
  const opened = await openCasework(folder, effects);
  if (!opened.ok) return opened;
  const {store} = opened.value;
  if (await store.serveAlone()) return done(hold(folder, store));
  await store.close();
  return refuse({reason: 'register-in-use', path: folder});
}
