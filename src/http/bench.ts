/** What a workbench is made of while it serves: a workspace held open, its people, its log, and whose turn it is. */
import type {Labels} from '#concepts/labels';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {type AccessLog, openAccessLog} from '#production/access-log';
import {backUpChanges} from '#production/backup';
import type {Effects} from '#production/effects';
import {anchorPath, layAnchor} from '#production/log-anchor';
import {readProvider} from '#production/sign-in-settings';
import {openTeam, type Team} from '#production/team';
import {programVersion} from '#production/version';
import {holdRegister, openWorkspace} from '#production/workspace';
import {Attempts} from './attempts.ts';
import {IdentityProvider} from './identity-provider.ts';
import {Challenges} from './passkeys.ts';
import {Sessions} from './sessions.ts';
import {Turns} from './turns.ts';
import {Works} from './works.ts';

export interface Bench {
  readonly folder: string;
  readonly effects: Effects;
  readonly office: Labels;
  readonly synthetic: boolean;
  /** Its name and version. */
  readonly program: string;
  readonly team: Team;
  readonly log: AccessLog;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly challenges: Challenges;
  /** The office's identity provider, where the settings name one. */
  readonly provider: IdentityProvider | undefined;
  readonly turns: Turns;
  readonly works: Works;
  /** Something was changed: pages that were worked out are not shown any more, and it is written a second time, where the workspace has places for that, once nobody is at work. */
  changed(): void;
  /** Lays the log's anchor, where the settings name a place; unless asked to do it now, no oftener than each quarter of an hour. */
  anchor(now?: boolean): Promise<void>;
  /** A fault of ours, told where the program tells of such. */
  told(thrown: unknown): void;
  close(): Promise<void>;
}

const ANCHOR_MS = 15 * 60_000;

/** Refused: as a workspace with its key is, `issuer-not-encrypted`, `client-secret-missing`, `anchor-inside`, `team-not-readable`, `access-log-faulty`. */
export async function openBench(
  folder: string,
  effects: Effects,
  told: (thrown: unknown) => void,
): Promise<Outcome<Bench, Refusal>> {
  const workspace = await openWorkspace(folder);
  if (!workspace.ok) return workspace;
  const signIn = workspace.value.settings['sign-in'];
  const provider = signIn && (await readProvider(signIn, effects));
  if (provider?.ok === false) return provider;
  const laid = workspace.value.settings['log-anchor'];
  const anchorAt = laid === undefined ? undefined : anchorPath(folder, laid);
  if (anchorAt?.ok === false) return anchorAt;
  const team = await openTeam(folder, effects);
  if (!team.ok) return team;
  const held = await holdRegister(folder, effects);
  if (!held.ok) return held;
  const log = await openAccessLog(folder);
  if (!log.ok) {
    await held.value.letGo();
    return log;
  }
  const now = () => Date.parse(effects.now());
  let anchored = Number.NEGATIVE_INFINITY;
  const anchor = async (asked = false): Promise<void> => {
    if (anchorAt === undefined || (!asked && Math.abs(now() - anchored) < ANCHOR_MS)) return;
    anchored = now();
    if (!(await layAnchor(anchorAt.value, log.value.durable(), effects.now())))
      await log.value.add({who: '-', verb: 'own', what: 'anchor', answer: 'refused: file-not-writable'}, effects.now());
  };
  await anchor();
  const turns = new Turns();
  const works = new Works(effects.random);
  let waiting = false;
  const changed = () => {
    works.changed();
    if (waiting) return;
    waiting = true;
    turns
      .change(() => {
        waiting = false;
        return backUpChanges(folder, effects).then(() => anchor(true));
      })
      .catch(told);
  };
  return done({
    folder,
    effects,
    office: workspace.value.profile.office,
    synthetic: workspace.value.settings.synthetic,
    program: `Opgør ${await programVersion(effects)}`,
    team: team.value,
    log: log.value,
    sessions: new Sessions(effects.random, now),
    attempts: new Attempts(now),
    challenges: new Challenges(now),
    provider: provider && new IdentityProvider(provider.value, effects.random, now),
    turns,
    works,
    changed,
    anchor,
    told,
    async close() {
      await turns.change(async () => undefined);
      await anchor(true);
      await held.value.letGo();
      await log.value.close();
    },
  });
}
