/**
 * The desk where editions are made: the workspace open alone and with its key, its log whole, its clock not behind. Whoever opens the
 * register holds it, so that two releases never write at once.
 */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {EDITIONS} from './edition-files.ts';
import {keepLog, LOG, type Log, logged, OFFICE, officeOf, readLog, type Signatory} from './edition-log.ts';
import {publicPem} from './edition-signing.ts';
import type {Effects} from './effects.ts';
import {type KeyedRegister, openCasework, withStore} from './workspace.ts';

export interface Desk {
  readonly register: KeyedRegister;
  /** The workspace's `editions`. */
  readonly folder: string;
  /** With the workspace's own key in its first line, whether or not that is kept yet. */
  readonly log: Log;
  readonly office: Signatory;
  readonly now: Instant;
  readonly effects: Effects;
}

/** Refused: as a workspace is, and `log-faulty`, `clock-behind-log`, `clock-behind-register`, `key-does-not-fit`. */
export const atDesk = async <T>(
  workspace: string,
  effects: Effects,
  work: (desk: Desk) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> =>
  withStore(await openCasework(workspace, effects), async (register) => {
    await register.store.takeDesk();
    const folder = join(workspace, EDITIONS);
    const read = await readLog(folder);
    if (!read.ok) return read;
    const now = effects.now();
    const [last, latest] = [read.value.events.at(-1)?.at, await register.store.latest()];
    if (last !== undefined && last > now) return refuse({reason: 'clock-behind-log', now, latest: last});
    if (latest !== undefined && latest > now) return refuse({reason: 'clock-behind-register', now, latest});

    const own: Signatory = {name: OFFICE, key: register.keys.signing};
    const log = read.value.lines.length > 0 ? read.value : opened(read.value, own, register.settings.workspace, now);
    const office = officeOf(log.signers);
    if (office === undefined || publicPem(office.key) !== publicPem(own.key))
      return refuse({reason: 'key-does-not-fit'});
    return work({register, folder, log, office: own, now, effects});
  });

const opened = (log: Log, own: Signatory, workspace: string, now: Instant): Log =>
  logged(log, {kind: 'opened', workspace, publicKey: publicPem(own.key)}, own, now);

export const keep = async ({folder}: Desk, log: Log): Promise<Outcome<Log, Refusal>> =>
  (await keepLog(folder, log)) ? done(log) : refuse({reason: 'file-not-writable', path: join(folder, LOG)});
