/** An answer that anybody between us and the reader may keep, for as long as what it was made of is the same. */
import type {Context} from 'hono';
import {getCookie} from 'hono/cookie';
import {LANGUAGES} from '#concepts/labels';
import {SPOKEN} from '#http/cookies';
import {sha256} from '#kit/digest';
import {type Language, languages} from '#language/language';
import type {ShownEdition} from '#production/published';
import {type PublicPage, publicPage} from '#web/public/frame';
import type {Public} from './app.ts';

/** The one chosen, else the first of ours that the browser names, else English. */
export function languageOf(c: Context): Language {
  const asked = (c.req.header('accept-language') ?? '').split(',').map((one) => one.trim().toLowerCase().slice(0, 2));
  const chosen = LANGUAGES.find((one) => one === getCookie(c, SPOKEN));
  const named = asked.flatMap((one) => LANGUAGES.filter((tag) => tag === one));
  return languages[chosen ?? named[0] ?? 'en'];
}

/** `made`: of these it is made. Undefined: it is as it was when the reader last saw it. */
export function kept(c: Context, {program}: Public, made: readonly ShownEdition[]): Response | undefined {
  const tag = sha256([program, languageOf(c).tag, c.req.url, ...made.map(({seal}) => seal)].join('\n')).slice(0, 32);
  c.header('etag', `"${tag}"`);
  // Asked again each time, and answered by a line where nothing is new: a correction is seen at once.
  c.header('cache-control', 'public, no-cache');
  c.header('vary', 'accept-language, cookie');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(`"${tag}"`) ? c.body(null, 304) : undefined;
}

export async function answerPage(c: Context, shown: Public, page: PublicPage): Promise<Response> {
  const editions = shown.shelf.shown();
  const language = languageOf(c);
  const {pathname, search} = new URL(c.req.url);
  const status = page.status ?? 200;
  const framed = publicPage(page, {
    language,
    office: editions[0]?.office ?? '',
    program: shown.program,
    synthetic: editions.some(({synthetic}) => synthetic),
    path: status === 200 ? `${pathname}${search}` : '/',
  });
  if (status !== 200) c.header('cache-control', 'no-store');
  return c.html(framed, status);
}

/** `name`: kept by the reader under it; undefined: shown. */
export function answerFile(
  c: Context,
  {bytes, mediaType, name}: {bytes: Uint8Array | string; mediaType: string; name: string | undefined},
): Response {
  c.header('content-type', mediaType);
  if (name !== undefined) c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(typeof bytes === 'string' ? bytes : Uint8Array.from(bytes));
}
