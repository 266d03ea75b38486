/** Every fault of a profile: of a folder named, of one that ships, or of the workspace's own. */
import {join} from 'node:path';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {checkProfile} from '#profile/read-profile';
import type {ProfileFiles} from '#profile/text-file';
import {type Effects, exists, readFolder} from './effects.ts';
import {PROFILE, profileFolder} from './workspace.ts';

export interface CheckedProfile {
  readonly folder: string;
  readonly files: number;
  readonly findings: readonly Finding[];
}

/** `path` is `name` as a path; a shipped profile may be named without one. Neither: the workspace's profile. */
export async function checkProfileFolder(
  path: string | undefined,
  name: string | undefined,
  workspace: string,
  effects: Effects,
): Promise<Outcome<CheckedProfile, Refusal>> {
  const own = path ?? join(workspace, PROFILE);
  const found = (await exists(join(own, 'profile.yaml'))) ? done(own) : await profileFolder(effects, name ?? own);
  if (!found.ok) return found;
  const files = await readFolder(found.value);
  return done({folder: found.value, files: files.size, findings: checkProfile(files)});
}

/** What a sentence of a profile lacks, that composing it cannot see: one language alone, say. For a release. */
export const textFaults = (files: ProfileFiles): readonly Finding[] =>
  checkProfile(files).filter(({severity}) => severity === 'error');
