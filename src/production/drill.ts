/** The restore rehearsed: from nothing but a place and what is on paper, into a folder that is gone afterwards; timed, proven, and recorded. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {keysFrom} from '#register/keys';
import type {Effects} from './effects.ts';
import type {Progress} from './progress.ts';
import {recordDrill} from './recovery-keys.ts';
import {isInDatabase, leftToDatabase} from './register-place.ts';
import {inScratch, openBackup, type Restored, type RestoreRequest, restoreInto} from './restore.ts';
import {settingsOf} from './workspace.ts';

export interface Drilled extends Restored {
  readonly seconds: number;
  /** False where the workspace is not the one in the backup, or is not here. */
  readonly recorded: boolean;
}

/**
 * `folder`: where it is recorded, if that is the workspace. Refused as a restore is, and: `restored-otherwise`,
 * `left-to-database`: a backup from before its register was moved there proves nothing of what is in force.
 */
export async function drill(
  folder: string,
  request: RestoreRequest & {readonly by: string},
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Drilled, Refusal>> {
  const begun = performance.now();
  const opened = await openBackup(request);
  if (!opened.ok) return opened;
  const settings = await settingsOf(folder);
  const keys = keysFrom(opened.value.papers.master);
  const isHere = settings?.workspace === opened.value.workspace && settings['key-check'] === keys.check;
  if (isHere && isInDatabase({settings})) return refuse(leftToDatabase);
  const restored = await inScratch((scratch) => restoreInto(`${scratch}/workspace`, opened.value, effects, progress));
  if (!restored.ok) return restored;
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const {version, papers, proof} = restored.value;
  if (proof.differing.length > 0) return refuse({reason: 'restored-otherwise', version, differing: proof.differing});
  const noted = {at: effects.now(), by: request.by, seconds, place: request.place, version, key: papers.key};
  const recorded = isHere
    ? await recordDrill(folder, {...noted, edition: proof.edition ?? null}, keys)
    : done(undefined);
  const {key: _, ...rest} = restored.value;
  return recorded.ok ? done({...rest, seconds, recorded: isHere}) : recorded;
}
