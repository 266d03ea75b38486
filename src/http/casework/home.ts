/** The overview, and the way out. */

import {may} from '#concepts/rights';
import type {Instant} from '#kit/instant';
import type {AccessLog} from '#production/access-log';
import {overview} from '#production/overview';
import type {Team} from '#production/team';
import {homePage, type Opened} from '#web/casework/home';
import type {Route} from '../route.ts';

export const homeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    verb: 'own',
    long: () => undefined,
    async answer({bench: {folder, effects, log, team}, who, language}) {
      const seen = await overview(folder, {figures: may(who.roles, 'statement.read')}, effects);
      if (!seen.ok) return seen;
      const watches = may(who.roles, 'log.read') || may(who.roles, 'team.read');
      const opened = watches ? await openedLately(log, team, effects.now()) : [];
      return {page: homePage({...seen.value, roles: who.roles, opened}, language)};
    },
  },
  {
    method: 'POST',
    path: '/sign-out',
    verb: 'own',
    answer: async () => ({signedOut: true}),
  },
];

const LATELY_MS = 30 * 86_400_000;

/** Who looked beyond their own authority, and why: those who watch are told. */
async function openedLately(log: AccessLog, team: Team, now: Instant): Promise<readonly Opened[]> {
  const from = new Date(Date.parse(now) - LATELY_MS).toISOString();
  const events = (await log.events()).filter(
    ({verb, answer, why, at}) => verb === 'case.break-glass' && answer === 'done' && why !== undefined && at >= from,
  );
  return events.map(({at, who, why = ''}) => ({at, name: team.all().find(({id}) => id === who)?.name ?? who, why}));
}
