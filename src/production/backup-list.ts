/** What the places of a workspace hold, version by version; with the workspace's key what each is of, and without it that it is there. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {readStates} from './backup.ts';
import {backupKeys} from './backup-box.ts';
import {findHome, momentOfVersion, openVersion, versionsIn} from './backup-place.ts';
import type {Effects} from './effects.ts';
import {findKey} from './keyring.ts';
import {openUnread} from './workspace.ts';

export interface ListedVersion {
  readonly version: string;
  readonly made: string;
  readonly state: 'whole' | 'damaged' | 'newer' | 'sealed';
  /** Of a newer one, the program. */
  readonly program?: string;
  readonly files?: number;
  readonly bytes?: number;
}

export interface ListedPlace {
  readonly place: string;
  readonly behind: string | undefined;
  /** Undefined where the place is not there. */
  readonly versions: readonly ListedVersion[] | undefined;
}

/** Refused: `no-backup-place`, and as a workspace is. */
export async function listBackups(folder: string, effects: Effects): Promise<Outcome<readonly ListedPlace[], Refusal>> {
  const workspace = await openUnread(folder);
  if (!workspace.ok) return workspace;
  const {workspace: id, backup} = workspace.value.settings;
  const places = backup?.to ?? [];
  if (places.length === 0) return refuse({reason: 'no-backup-place'});
  const key = await findKey(effects, id);
  const keys = key.ok ? backupKeys(key.value) : undefined;
  const states = await readStates(folder);
  const listed: ListedPlace[] = [];
  for (const place of places) {
    const home = await findHome(place, id);
    const versions = home.ok
      ? await Promise.all((await versionsIn(home.value)).map((one) => look(home.value, one, keys)))
      : undefined;
    listed.push({place, behind: states[place]?.behind, versions});
  }
  return done(listed);
}

async function look(
  home: string,
  version: string,
  keys: ReturnType<typeof backupKeys> | undefined,
): Promise<ListedVersion> {
  const told = {version, made: momentOfVersion(version)};
  if (keys === undefined) return {...told, state: 'sealed'};
  const opened = await openVersion(home, version, keys);
  if (opened.state !== 'whole') return {...told, ...opened};
  const {files} = opened.manifest;
  return {...told, state: 'whole', files: files.length, bytes: files.reduce((sum, {size}) => sum + size, 0)};
}
