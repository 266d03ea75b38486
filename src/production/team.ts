/**
 * The people of the workbench, `workbench/team.json`: accounts with their roles and passkeys. An account is entered by a passkey,
 * or once by a link that an administrator, or whoever has the terminal, makes. Of a link only its digest is kept.
 */
import {join} from 'node:path';
import * as z from 'zod';
import {LANGUAGES} from '#concepts/labels';
import type {Refusal} from '#concepts/refusal';
import {ROLES, type Role} from '#concepts/rights';
import {isAlike} from '#kit/alike';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import {type Instant, instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type Effects, exists, readBytes, writeWhole} from './effects.ts';

const Passkey = z.strictObject({
  id: z.string(),
  publicKey: z.string(),
  counter: z.int().nonnegative(),
  name: z.string(),
  addedAt: z.string(),
});
export type Passkey = Readonly<z.infer<typeof Passkey>>;

const Account = z.strictObject({
  id: z.string(),
  /** Empty until whoever it is for has entered. */
  name: z.string().max(80),
  roles: z.array(z.enum(ROLES)).readonly(),
  /** A caseworker's: the persons this authority knows are theirs to see. Undefined: all. */
  authority: z.string().optional(),
  language: z.enum(LANGUAGES).optional(),
  addedAt: z.string(),
  closedAt: z.string().optional(),
  link: z.strictObject({digest: z.string(), until: z.string()}).optional(),
  passkeys: z.array(Passkey).readonly(),
  /** Who it is at the office's identity provider: issuer and subject. */
  oidc: z.strictObject({issuer: z.string(), subject: z.string()}).optional(),
});
export type Account = Readonly<z.infer<typeof Account>>;
type Subject = NonNullable<Account['oidc']>;

const Shape = z.strictObject({accounts: z.array(Account)});

export const TEAM = join('workbench', 'team.json');
const DAY_MS = 86_400_000;
export const LINK_DAYS = 7;

export interface Team {
  /** Those that are not closed, in the order they were added. */
  open(): readonly Account[];
  all(): readonly Account[];
  find(id: string): Account | undefined;
  /** A new account, and the only copy of the token that enters it. Refused: `name-taken`, also by one that is like it. */
  invite(account: Pick<Account, 'name' | 'roles' | 'authority'>): Promise<Outcome<Invited, Refusal>>;
  /** A fresh link to an account, in place of any it has. */
  link(id: string, lifeMs?: number): Promise<Outcome<Invited, Refusal>>;
  /** Who a token is for, until it is taken. */
  whose(token: string): Account | undefined;
  /** Enters by a token, which is then spent. Refused: `link-not-valid`; `name-taken`, and the token is not spent. */
  enter(token: string, name: string | undefined): Promise<Outcome<Account, Refusal>>;
  /** Refused: `no-such-account`, `last-administrator`. */
  change(id: string, change: Partial<Pick<Account, ChangeableMember>>): Promise<Outcome<Account, Refusal>>;
  /** Whose account somebody at the office's identity provider is joined to. */
  bySubject(who: Subject): Account | undefined;
  /** From then on entered by that person of the provider. Refused: `no-such-account`, `joined-to-another`. */
  join(id: string, who: Subject): Promise<Outcome<Account, Refusal>>;
  /** Refused: `no-such-account`, `last-administrator`. */
  close(id: string): Promise<Outcome<Account, Refusal>>;
}

type ChangeableMember = 'name' | 'roles' | 'authority' | 'language' | 'passkeys' | 'oidc';

export interface Invited {
  readonly account: Account;
  readonly token: string;
}

/** Refused: `team-not-readable`. */
export async function openTeam(workspace: string, effects: Effects): Promise<Outcome<Team, Refusal>> {
  const path = join(workspace, TEAM);
  const read = await readTeam(path);
  return read === undefined ? refuse({reason: 'team-not-readable', path}) : done(new TeamFile(path, read, effects));
}

async function readTeam(path: string): Promise<readonly Account[] | undefined> {
  if (!(await exists(path))) return [];
  try {
    return Shape.safeParse(JSON.parse(Buffer.from(await readBytes(path)).toString('utf8'))).data?.accounts;
  } catch {
    return undefined;
  }
}

class TeamFile implements Team {
  readonly #path: string;
  readonly #effects: Effects;
  #accounts: readonly Account[];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(path: string, accounts: readonly Account[], effects: Effects) {
    this.#path = path;
    this.#accounts = accounts;
    this.#effects = effects;
  }

  all(): readonly Account[] {
    return this.#accounts;
  }

  open(): readonly Account[] {
    return this.#accounts.filter(({closedAt}) => closedAt === undefined);
  }

  find(id: string): Account | undefined {
    return this.open().find((one) => one.id === id);
  }

  whose(token: string): Account | undefined {
    const digest = sha256(token);
    const now = this.#effects.now();
    return this.open().find(
      ({link}) => link?.digest === digest && link.until > now && link.until <= later(now, LINK_DAYS * DAY_MS),
    );
  }

  invite({name, roles, authority}: Pick<Account, 'name' | 'roles' | 'authority'>): Promise<Outcome<Invited, Refusal>> {
    const id = `a-${Buffer.from(this.#effects.random(5)).toString('hex')}`;
    const account: Account = {
      id,
      name,
      roles,
      ...(authority === undefined ? {} : {authority}),
      addedAt: this.#effects.now(),
      passkeys: [],
    };
    return this.#inTurn(async () => {
      if (this.#isTaken(name, id)) return refuse({reason: 'name-taken'});
      const kept = await this.#keep([...this.#accounts, account]);
      return kept.ok ? this.#linked(id, LINK_DAYS * DAY_MS) : kept;
    });
  }

  link(id: string, lifeMs = LINK_DAYS * DAY_MS): Promise<Outcome<Invited, Refusal>> {
    return this.#inTurn(() => this.#linked(id, lifeMs));
  }

  async #linked(id: string, lifeMs: number): Promise<Outcome<Invited, Refusal>> {
    const token = Buffer.from(this.#effects.random(32)).toString('base64url');
    const until = later(this.#effects.now(), lifeMs);
    const changed = await this.#changed(id, (one) => ({...one, link: {digest: sha256(token), until}}));
    return changed.ok ? done({account: changed.value, token}) : changed;
  }

  enter(token: string, name: string | undefined): Promise<Outcome<Account, Refusal>> {
    return this.#inTurn(async () => {
      const account = this.whose(token);
      if (account === undefined) return refuse({reason: 'link-not-valid'});
      if (name !== undefined && this.#isTaken(name, account.id)) return refuse({reason: 'name-taken'});
      return this.#changed(account.id, ({link: _, ...rest}) => ({...rest, name: name ?? rest.name}));
    });
  }

  change(id: string, change: Partial<Pick<Account, ChangeableMember>>): Promise<Outcome<Account, Refusal>> {
    return this.#inTurn(() => this.#changed(id, (one) => ({...one, ...change})));
  }

  bySubject({issuer, subject}: Subject): Account | undefined {
    return this.open().find(({oidc}) => oidc?.issuer === issuer && oidc.subject === subject);
  }

  join(id: string, who: Subject): Promise<Outcome<Account, Refusal>> {
    return this.#inTurn(async () => {
      const other = this.bySubject(who);
      return other !== undefined && other.id !== id
        ? refuse({reason: 'joined-to-another'})
        : this.#changed(id, (one) => ({...one, oidc: who}));
    });
  }

  close(id: string): Promise<Outcome<Account, Refusal>> {
    return this.#inTurn(() =>
      this.#changed(id, ({link: _, oidc: __, ...one}) => ({...one, passkeys: [], closedAt: this.#effects.now()})),
    );
  }

  /** What somebody does stands under their name, so no two who have access go by one. */
  #isTaken(name: string, by: string): boolean {
    return name !== '' && this.open().some((one) => one.id !== by && isAlike(one.name, name));
  }

  async #changed(id: string, change: (account: Account) => Account): Promise<Outcome<Account, Refusal>> {
    const before = this.find(id);
    if (before === undefined) return refuse({reason: 'no-such-account'});
    const after = change(before);
    const accounts = this.#accounts.map((one) => (one.id === id ? after : one));
    if (isAdministrator(before) && !accounts.some(isAdministrator)) return refuse({reason: 'last-administrator'});
    const kept = await this.#keep(accounts);
    return kept.ok ? done(after) : kept;
  }

  async #keep(accounts: readonly Account[]): Promise<Outcome<void, Refusal>> {
    if (!(await writeWhole(this.#path, `${canonicalJson({accounts}, 2)}\n`, 0o600)))
      return refuse({reason: 'file-not-writable', path: this.#path});
    this.#accounts = accounts;
    return done(undefined);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

const isAdministrator = ({roles, closedAt}: Account): boolean =>
  closedAt === undefined && roles.includes('administrator' satisfies Role);

const later = (now: Instant, ms: number): Instant => instant(new Date(Date.parse(now) + ms).toISOString());
