/** Whether everything a workspace has released is as it was: its log, every edition's folder, and the profiles they were compiled under. */
import {join} from 'node:path';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {EDITIONS} from './edition-files.ts';
import {straysOf} from './edition-folders.ts';
import {checkLog, LOG, officeOf} from './edition-log.ts';
import {isKept} from './edition-profile.ts';
import {keyId} from './edition-signing.ts';
import {checkFolder, differencesOf} from './edition-verify.ts';
import {type EditionRecord, editionsOf} from './editions.ts';
import {exists, isFolder, readBytes} from './effects.ts';

export interface Checked {
  readonly editions: number;
  readonly events: number;
  /** The workspace's own key; undefined where nothing was ever released. */
  readonly key: string | undefined;
}

/** Refused: `not-verified` with all that differs. */
export async function checkWorkspace(workspace: string, now: Instant): Promise<Outcome<Checked, Refusal>> {
  const folder = join(workspace, EDITIONS);
  const path = join(folder, LOG);
  const text = (await exists(path)) ? Buffer.from(await readBytes(path)).toString('utf8') : '';
  const {log, findings} = checkLog(text);
  const office = officeOf(log.signers);
  const key = office === undefined ? undefined : keyId(office.key);
  const records = editionsOf(log.events, workspace, now).all();
  const faults = await Promise.all(records.map((record) => faultsOf(record, key)));
  const strays = await straysOf(folder, log.events);
  const all = [
    ...findings,
    ...faults.flat(),
    ...strays.map((name): Finding => ({rule: 'edition-not-in-log', severity: 'error', facts: {folder: name}})),
  ];
  return all.length === 0
    ? done({editions: records.length, events: log.lines.length, key})
    : refuse({reason: 'not-verified', path: folder, findings: all});
}

async function faultsOf(record: EditionRecord, key: string | undefined): Promise<readonly Finding[]> {
  const {id, folder, manifest, contents = '', profile, workspace} = record;
  const kept: readonly Finding[] = (await isKept(workspace, profile.sha256))
    ? []
    : [{rule: 'profile-not-kept', severity: 'error', facts: {edition: id, profile: profile.sha256}}];
  if (!(await isFolder(folder))) return [...kept, {rule: 'edition-missing', severity: 'error', facts: {edition: id}}];
  const findings =
    manifest === undefined
      ? await differencesOf(folder, contents)
      : (await checkFolder(folder, {key, manifest})).findings;
  return [...kept, ...findings.map((one) => ({...one, facts: {...one.facts, edition: id}}))];
}
