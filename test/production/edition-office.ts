/** A real office that releases editions: its own folder, keys and clock, the agencies' synthetic files, two persons who sign. */
import {cpSync} from 'node:fs';
import {join} from 'node:path';
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {initWorkspace, receiveInto} from '#production/casework';
import {addPerson} from '#production/edition-persons';
import {type Release, type ReleaseRequest, release} from '#production/edition-release';
import type {EditionRecord} from '#production/editions';
import type {Effects} from '#production/effects';
import {silent} from '#production/progress';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const INPUT = join('examples', 'denmark-2013', 'input');
export const [A, B] = ['Anne Holm', 'Bo Lind'] as const;

export interface Office {
  readonly folder: string;
  readonly workspace: string;
  readonly effects: Effects;
  /** Sets the clock. */
  at(moment: string): void;
  receive(file: string, source: string, recordedAt: string): Promise<void>;
  /** The same office as it is now, in another folder: what is done there is not done here. */
  twin(name: string): Office;
  remove(): void;
}

const officeIn = (folder: string, keys: string, remove: () => void): Office => {
  let now = '2014-03-03T09:00:00Z';
  const workspace = join(folder, 'office');
  const effects: Effects = {...effectsIn(keys), now: () => instant(now)};
  return {
    folder,
    workspace,
    effects,
    remove,
    at: (moment) => {
      now = moment;
    },
    async receive(file, source, recordedAt) {
      const request = {path: join(INPUT, file), source, controlTotals: {}, recordedAt: instant(recordedAt)};
      const rest = {recordedBy: 'test', dryRun: false, errors: undefined, acceptWithdrawals: false};
      value(await receiveInto(workspace, {...request, ...rest}, effects, silent));
    },
    twin(name) {
      cpSync(workspace, join(folder, name, 'office'), {recursive: true});
      const twin = officeIn(join(folder, name), keys, () => {});
      twin.at(now);
      return twin;
    },
  };
};

export const value = <T>(
  outcome: {readonly ok: true; readonly value: T} | {readonly ok: false; readonly refusal: object},
): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusal));
};

export const reason = (outcome: {readonly ok: boolean; readonly refusal?: {readonly reason: string}}) =>
  outcome.refusal?.reason;

/** With the Immigration Service's decisions received, and nobody's yet of CMM. */
export async function openOffice(name: string): Promise<Office> {
  const {path, remove} = temporaryFolder(name);
  const office = officeIn(path, path, remove);
  value(await initWorkspace(office.workspace, {profile: 'denmark', synthetic: true}, office.effects));
  await office.receive('us-afgoerelser-2013.csv', 'us', '2014-01-27T09:30:00Z');
  for (const person of [A, B]) value(await addPerson(office.workspace, person, office.effects));
  return office;
}

export const REQUEST: ReleaseRequest = {
  period: yearPeriod(2013),
  kind: 'internal',
  asAt: undefined,
  languages: ['en'],
  by: A,
  approval: {by: B},
  reason: '',
  overFindings: false,
  withOpenQuestions: false,
  recipients: [],
  embargo: undefined,
  corrects: undefined,
  dryRun: false,
};

export const releaseIn = ({workspace, effects}: Office, request: Partial<ReleaseRequest> = {}) =>
  release(workspace, {...REQUEST, ...request}, effects, silent);

export const recordOf = ({record}: Release): EditionRecord => {
  if (record === undefined) throw new Error('a dry run keeps nothing');
  return record;
};
