/** Whose turn does not come at once is told so within a second, and how far the work before them has come; the page asks again by itself. */
import type {Context} from 'hono';
import {busyPage} from '#web/working';
import type {Served} from './app.ts';
import type {Asking} from './asking.ts';
import {languageOf} from './reply.ts';
import {replied} from './respond.ts';
import {PATIENCE_MS} from './works.ts';

const AGAIN_SECONDS = 2;

/** Whether somebody else is still changing something after so long as a page is waited for. */
export async function isBusy({bench}: Served): Promise<boolean> {
  const {promise, resolve} = Promise.withResolvers<true>();
  const patience = setTimeout(resolve, PATIENCE_MS, true);
  const busy = await Promise.race([bench.turns.free().then(() => false as const), promise]);
  clearTimeout(patience);
  return busy;
}

/** In place of a page that only looks: nothing is begun that would wait. */
export function busy(c: Context, served: Served, known: Asking): Promise<Response> {
  c.header('refresh', String(AGAIN_SECONDS));
  return replied(c, served, known, {page: busyPage(served.bench.works.step(), languageOf(c, known))});
}
