/** The language a page is read in: the one chosen, else the account's, else the browser's first of ours. */
import type {Context} from 'hono';
import {LANGUAGES} from '#concepts/labels';
import {keepLanguage} from './cookies.ts';

/** Comes back to the page it was chosen on; never to a place of somebody else's. */
export function chooseLanguage(c: Context): Response {
  const tag = LANGUAGES.find((one) => one === c.req.param('tag'));
  const back = c.req.query('back') ?? '/';
  if (tag !== undefined) keepLanguage(c, tag);
  return c.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303);
}
