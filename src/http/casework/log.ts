/** What the access log says: all of it to the auditor, of oneself to everybody. */
import {logPage} from '#web/casework/log';
import type {Asked, Route} from '../route.ts';

const AT_A_TIME = 100;

export const logRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/log',
    verb: 'log.read',
    apart: true,
    answer: (asked) => shownLog(asked, undefined),
  },
  {
    method: 'GET',
    path: '/me',
    verb: 'own',
    apart: true,
    answer: (asked) => shownLog(asked, asked.who.id),
  },
];

async function shownLog({bench: {log, team}, language, query}: Asked, of: string | undefined) {
  const events = (await log.events()).filter(({who}) => of === undefined || who === of).toReversed();
  const from = Math.max(0, Number.parseInt(query('from') ?? '0', 10) || 0);
  const names = new Map(team.all().map(({id, name}) => [id, name]));
  const view = {events: events.slice(from, from + AT_A_TIME), all: events.length, from, step: AT_A_TIME, names};
  return {page: logPage({...view, mine: of !== undefined}, language)};
}
