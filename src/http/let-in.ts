/** A session begins, in the language of who comes in, and says in which browser. */
import type {Context} from 'hono';
import type {Bench} from './bench.ts';
import {keepSession} from './cookies.ts';
import {languageOf} from './reply.ts';

/** Always under a new name, whoever was signed in here before: none that somebody else could know. */
export function letIn(c: Context, {sessions}: Bench, account: string, origin: string): void {
  const browser = browserOf(c.req.header('user-agent') ?? '');
  keepSession(c, sessions.begin(account, languageOf(c, undefined).tag, browser), origin);
}

/** Browsers name each other too: the first that is found here is the one it is. */
const BROWSERS = {Edge: /Edg/, Opera: /OPR/, Firefox: /Firefox|FxiOS/, Chrome: /Chrom|CriOS/, Safari: /Safari/};
const SYSTEMS = {
  Android: /Android/,
  iOS: /iPhone|iPad/,
  Windows: /Windows/,
  macOS: /Mac OS/,
  ChromeOS: /CrOS/,
  Linux: /Linux/,
};

/** As in `Firefox, Linux`. Only names of ours, whatever the browser says. */
export function browserOf(agent: string): string | undefined {
  const found = [BROWSERS, SYSTEMS].flatMap((names) => {
    const one = Object.entries(names).find(([, sign]) => sign.test(agent));
    return one === undefined ? [] : [one[0]];
  });
  return found.length === 0 ? undefined : found.join(', ');
}
