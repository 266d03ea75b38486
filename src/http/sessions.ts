/**
 * Who is signed in: sessions of this process, lost when it ends. The browser has a name by chance for its own, of which only the
 * digest is kept here. A session ends by itself, the sooner when nothing is asked of it.
 */
import {timingSafeEqual} from 'node:crypto';
import type {LanguageTag} from '#concepts/labels';
import {sha256} from '#kit/digest';

export interface Session {
  readonly account: string;
  /** In every form of the session: a form without it was made by somebody else. */
  readonly formToken: string;
  /** Names it to its owner; nobody is let in by it. */
  readonly id: string;
  /** What the browser calls itself, as in `Firefox, Linux`; undefined where that tells nothing. */
  readonly browser: string | undefined;
  readonly since: number;
  seen: number;
  language: LanguageTag | undefined;
  /** Said once, on the next page. */
  notice: string | undefined;
  /** Persons of every authority are open until then, for this reason. */
  glass: Glass | undefined;
  /** What was typed into searches, so that it is in no address. */
  readonly typed: Map<string, string>;
}

export interface Glass {
  readonly until: number;
  readonly why: string;
}

/** How long breaking the glass lasts. */
export const GLASS_MS = 30 * 60_000;

export const IDLE_MS = 30 * 60_000;
export const LONGEST_MS = 12 * 60 * 60_000;
/** As many searches are remembered; the oldest is forgotten. */
const REMEMBERED = 20;

export class Sessions {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #now: () => number;
  readonly #open = new Map<string, Session>();

  constructor(random: (bytes: number) => Uint8Array, now: () => number) {
    this.#random = random;
    this.#now = now;
  }

  /** The name that the browser is to keep. */
  begin(account: string, language: LanguageTag | undefined, browser: string | undefined): string {
    const name = this.#chance();
    const now = this.#now();
    this.#open.set(sha256(name), {
      account,
      formToken: this.#chance(),
      id: this.#chance(),
      browser,
      since: now,
      seen: now,
      language,
      notice: undefined,
      glass: undefined,
      typed: new Map(),
    });
    return name;
  }

  find(name: string | undefined): Session | undefined {
    if (name === undefined) return undefined;
    const key = sha256(name);
    const session = this.#open.get(key);
    if (session === undefined) return undefined;
    const now = this.#now();
    if (isOver(session, now)) {
      this.#open.delete(key);
      return undefined;
    }
    session.seen = now;
    const glass = (session.glass?.until ?? now) - now;
    if (glass <= 0 || glass > GLASS_MS) session.glass = undefined;
    return session;
  }

  end(name: string | undefined): void {
    if (name !== undefined) this.#open.delete(sha256(name));
  }

  /** Those of an account that have not ended, the one seen last first. */
  openOf(account: string): readonly Session[] {
    const now = this.#now();
    const open = [...this.#open.values()].filter((session) => session.account === account && !isOver(session, now));
    return open.sort((one, other) => other.seen - one.seen);
  }

  /** One of the account's own, or with no `id` every one of them but `kept`. */
  endOf({account, id: kept}: Session, id: string | undefined): void {
    for (const [key, session] of this.#open)
      if (session.account === account && session.id !== kept && (id === undefined || session.id === id))
        this.#open.delete(key);
  }

  /** Every session of an account: it was closed, or may no longer what it could. */
  endAllOf(account: string): void {
    for (const [key, session] of this.#open) if (session.account === account) this.#open.delete(key);
  }

  /** Under which name what was typed is remembered. */
  remember({typed}: Session, text: string): string {
    const name = this.#chance().slice(0, 12);
    typed.set(name, text);
    const [oldest] = typed.keys();
    if (typed.size > REMEMBERED && oldest !== undefined) typed.delete(oldest);
    return name;
  }

  #chance(): string {
    return Buffer.from(this.#random(32)).toString('base64url');
  }
}

/** A clock that is set back gives nobody more time than one that goes right. */
const isOver = ({seen, since}: Session, now: number): boolean =>
  Math.abs(now - seen) > IDLE_MS || now - since > LONGEST_MS || since - now > IDLE_MS;

export const isFormOf = ({formToken}: Session, given: string | undefined): boolean =>
  given !== undefined &&
  given.length === formToken.length &&
  timingSafeEqual(Buffer.from(given), Buffer.from(formToken));
