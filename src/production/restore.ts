/**
 * A workspace out of a backup, with nothing but the place and what is on paper: every byte as it was written, or nothing. What was restored is proven:
 * files by their hashes, the register by its rows, editions by their log, and the last released figures by compiling them again.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type BackupKeys, backupKeys} from './backup-box.ts';
import {readWrapped} from './backup-keys.ts';
import {findHome, type Manifest, openVersion, readHeader, versionsIn} from './backup-place.ts';
import {newestWhole, readBack} from './backup-read.ts';
import {type Effects, inPlace, isEmptyFolder, isFile, isFolder} from './effects.ts';
import {keepKey, recoveryForm} from './keyring.ts';
import {type OpenedPapers, openPapers} from './open-papers.ts';
import type {Progress} from './progress.ts';
import {type Proof, prove} from './restore-proof.ts';

export interface RestoreRequest {
  readonly place: string;
  /** The newest, where none is named. */
  readonly version: string | undefined;
  /** The recovery form, or the words of as many papers as it takes. */
  readonly papers: readonly string[];
}

export interface Restored {
  readonly workspace: string;
  readonly version: string;
  readonly made: string;
  readonly papers: Omit<OpenedPapers, 'master'>;
  readonly proof: Proof;
}

/** What a place holds, opened. */
export interface OpenedBackup {
  readonly folder: string;
  readonly workspace: string;
  readonly version: string;
  readonly manifest: Manifest;
  readonly keys: BackupKeys;
  readonly papers: OpenedPapers;
}

/** Refused: `place-not-there`, `no-backup-there`, `no-such-version`, `backup-newer`, `backup-damaged`, and as papers are. */
export async function openBackup({place, version, papers}: RestoreRequest): Promise<Outcome<OpenedBackup, Refusal>> {
  const home = await findHome(place);
  if (!home.ok) return home;
  const folder = home.value;
  const versions = await versionsIn(folder);
  const chosen = version ?? versions.at(-1);
  if (chosen === undefined || !versions.includes(chosen))
    return refuse({reason: 'no-such-version', version: chosen ?? '', known: versions});
  const copies = await readWrapped(folder);
  const called = [(await readHeader(folder, chosen))?.workspace, ...copies.map((copy) => copy.workspace)];
  const ids = [...new Set(called.filter((id) => id !== undefined))];
  if (ids.length === 0) return refuse({reason: 'backup-damaged', ...fileOf(chosen), whole: undefined});
  // The place says several times what it is of: one of them may be damaged.
  const [opened = refuse({reason: 'key-does-not-fit'}), workspace = ''] = openAs(ids, papers, copies);
  if (!opened.ok) return opened;
  const keys = backupKeys(opened.value.master);
  const found = await openVersion(folder, chosen, keys);
  if (found.state === 'newer') return refuse({reason: 'backup-newer', version: chosen, program: found.program});
  if (found.state === 'damaged') {
    const whole = await newestWhole(folder, keys);
    // The form of another workspace opens nothing at all.
    return whole === undefined && opened.value.key === 'form'
      ? refuse({reason: 'key-does-not-fit'})
      : refuse({reason: 'backup-damaged', ...fileOf(chosen), whole});
  }
  return done({folder, workspace, version: chosen, manifest: found.manifest, keys, papers: opened.value});
}

/** The first that opens, or what is said of the first. */
function openAs(ids: readonly string[], papers: readonly string[], copies: Parameters<typeof openPapers>[2]) {
  const all = ids.map((id) => [openPapers(papers, id, copies), id] as const);
  return all.find(([opened]) => opened.ok) ?? all[0] ?? [];
}

const fileOf = (version: string) => ({version, file: `versions/${version}.version`});

/** Into a new or empty folder, with the key into this user's key folder. Refused as {@link openBackup} is, and: `folder-not-empty`, `not-a-folder`. */
export async function restore(
  request: RestoreRequest & {readonly to: string; readonly dryRun: boolean},
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Restored & {readonly key: string | undefined}, Refusal>> {
  const {to, dryRun} = request;
  if (await isFile(to)) return refuse({reason: 'not-a-folder', path: to});
  if ((await isFolder(to)) && !(await isEmptyFolder(to))) return refuse({reason: 'folder-not-empty', path: to});
  const opened = await openBackup(request);
  if (!opened.ok) return opened;
  if (dryRun) return inScratch((scratch) => restoreInto(join(scratch, 'workspace'), opened.value, effects, progress));
  const ran: {outcome?: Outcome<Restored, Refusal>} = {};
  const placed = await inPlace(to, async (beside) => {
    ran.outcome = await restoreInto(beside, opened.value, effects, progress);
    return ran.outcome.ok;
  });
  const made = ran.outcome ?? refuse({reason: 'file-not-writable', path: to});
  if (!made.ok) return made;
  if (!placed) return refuse({reason: 'file-not-writable', path: to});
  const kept = await keepKey(effects, opened.value.workspace, opened.value.papers.master);
  return kept.ok ? done({...made.value, key: kept.value}) : kept;
}

/** A folder of this user's alone that is gone afterwards, whatever happens. */
export async function inScratch<T>(
  work: (scratch: string) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T & {readonly key: undefined}, Refusal>> {
  const scratch = await mkdtemp(join(tmpdir(), 'opgor-restore-'));
  try {
    const outcome = await work(scratch);
    return outcome.ok ? done({...outcome.value, key: undefined}) : outcome;
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

/** Refused: `backup-damaged`. */
export async function restoreInto(
  target: string,
  {folder, workspace, version, manifest, keys, papers}: OpenedBackup,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Restored, Refusal>> {
  const damaged = await readBack(folder, manifest, keys, target);
  if (damaged !== undefined)
    return refuse({reason: 'backup-damaged', version, file: damaged, whole: await newestWhole(folder, keys)});
  const {master, ...rest} = papers;
  const form = recoveryForm(master);
  const keyed: Effects = {
    ...effects,
    environment: (name) => (name === 'OPGOR_KEY' ? form : effects.environment(name)),
  };
  const proof = await prove(target, manifest, keyed, progress);
  return done({workspace, version, made: manifest.made, papers: rest, proof});
}
