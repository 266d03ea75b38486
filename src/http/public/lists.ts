/** The front page, an edition, and its own files as they were signed. */
import type {Context} from 'hono';
import {FRAMED} from '#http/headers';
import type {ShownEdition} from '#production/published';
import {editionPage, frontPage} from '#web/public/editions';
import {missingPage} from '#web/public/frame';
import type {Public} from './app.ts';
import {answerFile, answerPage, kept, languageOf} from './reply.ts';

/** Of each period the latest, which corrects those before it. */
export const currentOf = (all: readonly ShownEdition[]): readonly ShownEdition[] =>
  all.filter((one) => all.find(({of}) => of === one.of) === one);

/** `2013`, the edition in force; `2013-public-1`, that one for ever. */
export const editionNamed = (all: readonly ShownEdition[], name: string): ShownEdition | undefined =>
  all.find(({id}) => id === name) ?? all.find(({of}) => of === name);

export async function front(c: Context, shown: Public): Promise<Response> {
  const all = shown.shelf.shown();
  const listing = {all, current: currentOf(all), search: searchIn(c)};
  return kept(c, shown, all) ?? answerPage(c, shown, frontPage(listing, languageOf(c)));
}

export async function editionAt(c: Context, shown: Public): Promise<Response> {
  const name = c.req.param('edition') ?? '';
  const edition = editionNamed(shown.shelf.shown(), name);
  if (edition === undefined) return answerPage(c, shown, missingPage(languageOf(c)));
  return kept(c, shown, [edition]) ?? answerPage(c, shown, editionPage(edition, name, searchIn(c), languageOf(c)));
}

const LONGEST_SEARCH = 80;
const searchIn = (c: Context): string => (c.req.query('search') ?? '').trim().slice(0, LONGEST_SEARCH);

/** What a browser shows by itself; the rest is kept by the reader. */
const SHOWN_BY_BROWSERS = ['text/html', 'application/pdf', 'image/png', 'image/svg+xml'];

export async function file(c: Context, shown: Public): Promise<Response> {
  const edition = editionNamed(shown.shelf.shown(), c.req.param('edition') ?? '');
  const found = edition?.files.find(({name}) => name === c.req.param('file'));
  // Only what the manifest lists: a name that climbs out of the folder is in no manifest.
  const bytes = await found?.read();
  if (edition === undefined || found === undefined || bytes === undefined)
    return answerPage(c, shown, missingPage(languageOf(c)));
  const isShown = SHOWN_BY_BROWSERS.some((type) => found.mediaType.startsWith(type));
  if (isShown) c.header('content-security-policy', FRAMED);
  const name = isShown ? undefined : (found.name.split('/').at(-1) ?? found.name);
  return kept(c, shown, [edition]) ?? answerFile(c, {bytes, mediaType: found.mediaType, name});
}
