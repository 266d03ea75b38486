/** What a browser keeps for us: the name of its session, never seen by a script, and the language it reads in. */
import type {Context} from 'hono';
import {deleteCookie, getCookie, setCookie} from 'hono/cookie';
import type {LanguageTag} from '#concepts/labels';

export const SESSION = 'opgor-session';
export const SPOKEN = 'opgor-language';

/** `origin`: where the browser found us; a name kept for an encrypted place is sent to no other. */
export const keepSession = (c: Context, name: string, origin: string): void =>
  setCookie(c, SESSION, name, {path: '/', httpOnly: true, sameSite: 'Strict', secure: isEncrypted(origin)});

export const dropSession = (c: Context): void => {
  deleteCookie(c, SESSION, {path: '/'});
};

/** By which an answer is known to be to the question that was put to this browser. */
const QUESTION = 'opgor-question';

export const keepQuestion = (c: Context, name: string, origin: string): void =>
  setCookie(c, QUESTION, name, {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isEncrypted(origin),
    maxAge: 300,
  });

export const questionOf = (c: Context): string | undefined => getCookie(c, QUESTION);

/** By which whoever comes back from the office's identity provider is known: `Lax`, as they come from there. */
const OFFICE = 'opgor-office';
const OFFICE_S = 600;

export const keepOffice = (c: Context, name: string, origin: string): void =>
  setCookie(c, OFFICE, name, {
    path: '/sign-in/office',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isEncrypted(origin),
    maxAge: OFFICE_S,
  });

export const askedOffice = (c: Context): string | undefined => getCookie(c, OFFICE);

export const forgetOffice = (c: Context): void => {
  deleteCookie(c, OFFICE, {path: '/sign-in/office'});
};

const YEAR_S = 365 * 86_400;

export const keepLanguage = (c: Context, tag: LanguageTag): void =>
  setCookie(c, SPOKEN, tag, {path: '/', httpOnly: true, sameSite: 'Lax', maxAge: YEAR_S});

const isEncrypted = (origin: string): boolean => origin.startsWith('https:');
