/**
 * Takes a whole adoption back: what it received is withdrawn by facts, as a snapshot without rows withdraws, and the profile's files
 * are what they were, byte for byte. Refused as long as anything that came later rests on them.
 */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {DeliveryEnd} from '#intake/delivery';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Adoption, readAdoptions, writeAdoption} from './adoptions.ts';
import {type Effects, exists, readBytes, removeFile, writeWhole} from './effects.ts';
import {receive} from './receive.ts';
import {recordedAt as momentOf} from './recorded-at.ts';
import {type KeyedRegister, openUnread, openWithKey, openWorkspace, PROFILE, withStore} from './workspace.ts';

export interface Undone {
  readonly id: string;
  readonly sources: readonly string[];
  /** Rows withdrawn. */
  readonly rows: number;
  readonly files: readonly string[];
  readonly dryRun: boolean;
}

/** Refused: `no-such-adoption`, `profile-changed-since`, `recorded-before-cut-off` and the like. */
export async function undoAdoption(
  folder: string,
  id: string,
  {by, dryRun}: {readonly by: string; readonly dryRun: boolean},
  effects: Effects,
): Promise<Outcome<Undone, Refusal>> {
  const unread = await openUnread(folder);
  if (!unread.ok) return unread;
  const adoptions = await readAdoptions(folder);
  if (!adoptions.ok) return adoptions;
  const open = adoptions.value.filter(({undone}) => undone === undefined);
  const adoption = open.find((one) => one.id === id);
  if (adoption === undefined)
    return refuse({reason: 'no-such-adoption', adoption: id, known: open.map((one) => one.id)});
  const changed = await changedSince(folder, adoption);
  if (changed.length > 0) return refuse({reason: 'profile-changed-since', adoption: id, files: changed});
  const sources = adoption.files.flatMap((file) => file.sources);
  const files = adoption.profile.map(({file}) => file);
  // Rows are received once all of the profile is written; in part it may not even be readable.
  if (adoption.unfinished === true && !(await isWritten(folder, adoption))) {
    const restored = dryRun ? done(undefined) : await backAndNoted(folder, adoption, by, effects);
    return restored.ok ? done({id, sources, rows: 0, files, dryRun}) : restored;
  }
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;

  return withStore(await openWithKey(workspace.value, effects), async (register) => {
    await register.store.takeDesk();
    let rows = 0;
    for (const source of sources) {
      const withdrawn = await withdrawSource(register, source, {by, dryRun}, effects);
      if (!withdrawn.ok) return withdrawn;
      rows += withdrawn.value;
    }
    const restored = dryRun ? done(undefined) : await backAndNoted(folder, adoption, by, effects);
    return restored.ok ? done({id, sources, rows, files, dryRun}) : restored;
  });
}

async function backAndNoted(
  folder: string,
  adoption: Adoption,
  by: string,
  effects: Effects,
): Promise<Outcome<void, Refusal>> {
  const restored = await putBack(folder, adoption);
  return restored.ok ? writeAdoption(folder, {...adoption, undone: {at: effects.now(), by}}) : restored;
}

const digestAt = async (folder: string, file: string): Promise<string | undefined> => {
  const path = join(folder, PROFILE, file);
  return (await exists(path)) ? sha256(await readBytes(path)) : undefined;
};

/** Whether every file of the profile is as the adoption meant to leave it. */
async function isWritten(folder: string, {profile}: Adoption): Promise<boolean> {
  for (const {file, after} of profile) if ((await digestAt(folder, file)) !== after) return false;
  return true;
}

/** Files of the profile that are neither as the adoption left them nor as they were before it. */
async function changedSince(folder: string, {profile}: Adoption): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const {file, before, after} of profile) {
    const now = await digestAt(folder, file);
    const earlier = before === null ? undefined : sha256(Buffer.from(before, 'base64'));
    if (now !== after && now !== earlier) changed.push(file);
  }
  return changed;
}

async function withdrawSource(
  {store, keys, profile, folder}: KeyedRegister,
  source: string,
  {by, dryRun}: {readonly by: string; readonly dryRun: boolean},
  effects: Effects,
): Promise<Outcome<number, Refusal>> {
  const format = profile.sources.find(({id}) => id === source);
  if (format === undefined || (await store.sourceRows(source)).size === 0) return done(0);
  const moment = await momentOf({store, folder}, undefined, effects);
  if (!moment.ok) return moment;
  const receipt = await receive({
    store,
    keys,
    format,
    rows: nothing(),
    file: '',
    sha256: sha256(''),
    recordedAt: moment.value,
    recordedBy: by,
    takenBack: true,
    acceptWithdrawals: true,
    dryRun,
    random: effects.random,
  });
  return receipt.ok ? done(receipt.value.rows.withdrawn) : receipt;
}

async function* nothing(): AsyncIterable<DeliveryEnd> {
  yield {kind: 'end', rows: 0, findings: []};
}

async function putBack(folder: string, {profile}: Adoption): Promise<Outcome<void, Refusal>> {
  for (const {file, before} of profile) {
    const path = join(folder, PROFILE, file);
    // Half a file, where it was cut short while it was written.
    await removeFile(`${path}.part`);
    if (before === null) await removeFile(path);
    else if (!(await writeWhole(path, Buffer.from(before, 'base64'))))
      return refuse({reason: 'file-not-writable', path});
  }
  return done(undefined);
}

/** What was adopted, for whoever asks. Refused: `no-workspace`, `adoption-log-faulty`. */
export async function listAdoptions(folder: string): Promise<Outcome<readonly Adoption[], Refusal>> {
  const unread = await openUnread(folder);
  return unread.ok ? readAdoptions(folder) : unread;
}
