/** Who asks, and what: the session by its cookie, the account as it stands now, and the fields of the form. */
import type {Context} from 'hono';
import {getCookie} from 'hono/cookie';
import {defect} from '#kit/defect';
import {silent} from '#production/progress';
import type {Account} from '#production/team';
import type {Served} from './app.ts';
import type {Bench} from './bench.ts';
import {SESSION} from './cookies.ts';
import {originOf} from './headers.ts';
import {languageOf} from './reply.ts';
import type {Asked} from './route.ts';
import type {Session} from './sessions.ts';

export interface Asking {
  readonly session: Session;
  readonly who: Account;
}

/** Undefined: nobody is signed in, or their account is closed since. */
export function knownFrom(c: Context, {sessions, team}: Bench): Asking | undefined {
  const session = sessions.find(getCookie(c, SESSION));
  const who = session && team.find(session.account);
  return session && who && {session, who};
}

export async function askedOf(c: Context, {bench, origins}: Served, {session, who}: Asking): Promise<Asked> {
  const form = await formOf(c);
  const texts = (name: string) =>
    form.getAll(name).flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));
  return {
    bench,
    progress: silent,
    who,
    session,
    authority: session.glass === undefined ? who.authority : undefined,
    language: languageOf(c, {session, who}),
    origin: originOf(c, origins) ?? defect('a place that is not ours'),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
    field: (name) => texts(name)[0],
    fields: texts,
    file: (name) => {
      const found = form.get(name);
      return found instanceof File && found.size > 0 ? found : undefined;
    },
  };
}

/** What somebody wrote into a form: what the form itself brings begins with `_`. */
export const typedIn = (form: FormData): readonly string[] =>
  [...form].flatMap(([name, value]) =>
    !name.startsWith('_') && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [],
  );

/** A body that is no form has no fields. */
export async function formOf(c: Context): Promise<FormData> {
  if (c.req.method !== 'POST') return new FormData();
  try {
    // Read once: a body that is read is kept for whoever asks again.
    return await c.req.formData();
  } catch {
    return new FormData();
  }
}
