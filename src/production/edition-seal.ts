/** The last step to a released edition, the same whoever takes it: the approval and the release in the log, and the manifest signed. */
import type {EditionId} from '#concepts/edition';
import {sha256} from '#kit/digest';
import type {Desk} from './edition-desk.ts';
import type {EventOf} from './edition-events.ts';
import {type Log, logged, type Signatory} from './edition-log.ts';
import {approvedManifest, signatureFiles} from './edition-manifest.ts';
import {MANIFEST} from './manifest.ts';

export interface Approval {
  readonly by: Signatory;
  readonly alone?: EventOf<'approved'>['alone'];
}

export interface Seal {
  readonly log: Log;
  /** The signed manifest, its signature and the public key. */
  readonly files: readonly {readonly name: string; readonly bytes: Uint8Array}[];
}

/** `validated`: the manifest as it was validated, of which the log holds the hash. Nothing is written here. */
export function seal(
  {office, now}: Pick<Desk, 'office' | 'now'>,
  log: Log,
  {id, validated, contents}: {readonly id: EditionId; readonly validated: string; readonly contents: string},
  {by, alone}: Approval,
): Seal {
  const approved = logged(log, {kind: 'approved', edition: id, contents, alone}, by, now);
  const manifest = approvedManifest(validated, approved, id);
  const files = [[MANIFEST, manifest] as const, ...signatureFiles(manifest, office.key)];
  return {
    log: logged(approved, {kind: 'released', edition: id, manifest: sha256(manifest)}, by, now),
    files: files.map(([name, text]) => ({name, bytes: new TextEncoder().encode(text)})),
  };
}
