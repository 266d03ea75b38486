/** An answer as the browser gets it: a page in its frame, a file, or where to look next. */
import type {Context} from 'hono';
import {getCookie} from 'hono/cookie';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {type Language, languages} from '#language/language';
import {framed} from '#web/page';
import type {Asking} from './asking.ts';
import type {Bench} from './bench.ts';
import {dropSession, SESSION, SPOKEN} from './cookies.ts';
import {FRAMED} from './headers.ts';
import type {Answer} from './route.ts';
import type {Glass} from './sessions.ts';

export function languageOf(c: Context, known: Asking | undefined): Language {
  const chosen = LANGUAGES.find((one) => one === getCookie(c, SPOKEN));
  return languages[chosen ?? known?.who.language ?? preferred(c.req.header('accept-language') ?? '')];
}

/** The first of ours that the browser names; English where it names neither. */
const preferred = (accepted: string): LanguageTag =>
  accepted
    .split(',')
    .map((one) => LANGUAGES.find((tag) => one.trim().toLowerCase().startsWith(tag)))
    .find((tag) => tag !== undefined) ?? 'en';

export async function answerWith(
  c: Context,
  {office, program, synthetic, sessions}: Bench,
  known: Asking | undefined,
  answer: Exclude<Answer, {refusal: unknown}>,
  language: Language,
): Promise<Response> {
  c.header('cache-control', 'no-store');
  if ('signedOut' in answer) {
    sessions.end(getCookie(c, SESSION));
    dropSession(c);
    return c.redirect('/sign-in?out=1', 303);
  }
  if ('goTo' in answer) {
    if (known !== undefined && answer.notice !== undefined) known.session.notice = answer.notice;
    return c.redirect(answer.goTo, 303);
  }
  if ('json' in answer) return c.json(answer.json);
  if ('file' in answer) {
    const {bytes, mediaType, name, framed: inside} = answer.file;
    if (inside === true) c.header('content-security-policy', FRAMED);
    c.header('content-type', mediaType);
    c.header('content-length', String(bytes.length));
    if (name !== undefined) c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return c.body(Uint8Array.from(bytes));
  }
  const notice = answer.page.passing ? undefined : known?.session.notice;
  if (known !== undefined && notice !== undefined) known.session.notice = undefined;
  const page = await framed(answer.page, {
    language,
    office: office[language.tag],
    program,
    synthetic,
    who: known && {name: known.who.name, roles: known.who.roles, formToken: known.session.formToken},
    notice,
    glass: known?.session.glass && glassShown(known.session.glass),
    path: c.req.method === 'GET' ? c.req.path : '/',
  });
  c.header('content-length', String(Buffer.byteLength(String(page))));
  return c.html(page, answer.page.status ?? 200);
}

const glassShown = ({until, why}: Glass) => ({until: new Date(until).toISOString().slice(11, 16), why});
