/** A profile as it was when an edition was compiled: kept under its hash, once however many editions were compiled under it. */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {digestOf} from '#profile/digest-of';
import type {Profile} from '#profile/profile';
import {readProfile} from '#profile/read-profile';
import type {ProfileFiles} from '#profile/text-file';
import {EDITIONS, PROFILES} from './edition-files.ts';
import type {EditionRecord} from './editions.ts';
import {inPlace, isFolder, readFolder, writeInto} from './effects.ts';
import {PROFILE} from './workspace.ts';

export interface FrozenProfile {
  readonly profile: Profile;
  readonly files: ProfileFiles;
}

/** The workspace's profile of this moment: what is kept is what is compiled under, whoever edits it meanwhile. */
export async function readFrozen(workspace: string): Promise<Outcome<FrozenProfile, Refusal>> {
  const files = await readFolder(join(workspace, PROFILE));
  const profile = readProfile(files);
  return profile.ok ? done({profile: profile.value, files}) : profile;
}

export async function freezeProfile(
  workspace: string,
  {profile, files}: FrozenProfile,
): Promise<Outcome<string, Refusal>> {
  const folder = frozenFolder(workspace, profile.digest);
  if (await isKept(workspace, profile.digest)) return done(folder);
  const written = await inPlace(folder, async (beside) => {
    await writeInto(
      beside,
      [...files].map(([name, bytes]) => ({name, bytes})),
    );
    return true;
  });
  return written ? done(folder) : refuse({reason: 'file-not-writable', path: folder});
}

/** The profile an edition was compiled under, with its files. Refused: `profile-version-missing`, also where it was altered. */
export async function frozenProfileOf({
  id,
  profile,
  workspace,
}: Pick<EditionRecord, 'id' | 'profile' | 'workspace'>): Promise<Outcome<FrozenProfile, Refusal>> {
  const folder = frozenFolder(workspace, profile.sha256);
  if (!(await isKept(workspace, profile.sha256)))
    return refuse({reason: 'profile-version-missing', edition: id, path: folder, ...profile, id: profile.id});
  const files = await readFolder(folder);
  const read = readProfile(files);
  return read.ok ? done({profile: read.value, files}) : read;
}

export async function isKept(workspace: string, digest: string): Promise<boolean> {
  const folder = frozenFolder(workspace, digest);
  return (await isFolder(folder)) && digestOf(await readFolder(folder)) === digest;
}

const frozenFolder = (workspace: string, digest: string): string => join(workspace, EDITIONS, PROFILES, digest);
