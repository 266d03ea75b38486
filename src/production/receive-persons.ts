/**
 * Whom a delivery speaks of: persons found by the tokens of their identifiers, made where nobody is found, and identities
 * that are what the rows about them say: they grow with each row, and shrink when one turns out to be about another. Seals are made beside the register's work and written when they are ready.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome} from '#kit/outcome';
import {type Identity, identityOf, mergeIdentities, NOBODY, type Said} from '#register/identity';
import type {Keys} from '#register/keys';
import {type Opened, open, type Random, type SealedIdentity, toReseal, toSeal} from '#register/seal';
import {type IdentityTokens, type Token, tokensOf} from '#register/tokens';
import type {Store, Writer} from '#storage/store';
import type {Workshop} from './receive-workshop.ts';

/** A person as known: what each row says, and what that comes to. */
interface Known {
  readonly said: Map<Token, Identity>;
  readonly identity: Identity;
  /** As the register has it; undefined where it has none. */
  readonly sealed: Opened | undefined;
}

interface Waiting extends Known {
  readonly tokens: IdentityTokens;
}

interface UnderWay {
  readonly waiting: ReadonlyMap<RecordNumber, Waiting>;
  readonly sealed: Promise<readonly SealedIdentity[]>;
}

export interface PersonsTools {
  readonly store: Store;
  readonly writer: Writer;
  readonly workshop: Workshop;
  readonly keys: Keys;
  readonly random: Random;
}

/** Says what is known of a person whose every row is gone, until a row speaks of them again. */
const GONE: Token = '';

export class Persons {
  readonly #tools: PersonsTools;
  /** Decided on, not yet sent to be sealed. */
  #waiting = new Map<RecordNumber, Waiting>();
  #underWay: UnderWay[] = [];
  /** Tokens of this delivery that the register does not know yet. */
  readonly #fresh = new Map<Token, RecordNumber>();
  /** Tokens a person had and, corrected, has no more; the register may not have forgotten them yet. */
  readonly #dropped = new Set<string>();
  #written: Token[] = [];
  #known: ReadonlyMap<Token, RecordNumber> = new Map();
  #erased: ReadonlyMap<Token, RecordNumber> = new Map();

  constructor(tools: PersonsTools) {
    this.#tools = tools;
  }

  /** Before a batch: looks up everyone its rows may speak of. */
  async expect(batch: readonly IdentityTokens[]): Promise<void> {
    for (const token of this.#written) this.#fresh.delete(token);
    this.#written = [];
    const identifiers = batch.flatMap((one) => one.identifiers);
    this.#known = await this.#tools.store.personsByToken(identifiers);
    this.#erased = await this.#tools.store.recognise(identifiers);
  }

  /** More than one: the identifiers disagree. */
  carriers({identifiers}: IdentityTokens): ReadonlySet<RecordNumber> {
    const found = new Set<RecordNumber>();
    for (const token of identifiers) {
      const record = this.#carrier(token);
      if (record !== undefined) found.add(record);
    }
    return found;
  }

  /** The erased persons who had those of the identifiers that nobody has now. */
  erased({identifiers}: IdentityTokens): ReadonlySet<RecordNumber> {
    const free = identifiers.filter((token) => this.#carrier(token) === undefined);
    return new Set(free.flatMap((token) => this.#erased.get(token) ?? []));
  }

  add(said: Said | undefined, tokens: IdentityTokens): RecordNumber {
    const record = this.#tools.writer.person();
    if (said === undefined) return record;
    const {by, identity} = said;
    this.#wait(record, {said: new Map([[by, identity]]), identity, sealed: undefined, tokens});
    return record;
  }

  /** What a row says of a person from now on, instead of what it said before. */
  async say(record: RecordNumber, {by, identity}: Said): Promise<Outcome<void, Refusal>> {
    const known = await this.#find(record);
    if (!known.ok) return known;
    const {said} = known.value;
    const before = said.get(by);
    if (before !== undefined && canonicalJson(before) === canonicalJson(identity)) return done(undefined);
    const further = before === undefined && !said.has(GONE);
    said.delete(GONE);
    said.delete(by);
    said.set(by, identity);
    const merged = further ? mergeIdentities(known.value.identity, identity) : undefined;
    return done(this.#revise(record, known.value, merged));
  }

  /** The row speaks of another: what only it said is known no more. */
  unsay(record: RecordNumber, by: Token): Promise<Outcome<void, Refusal>> {
    return this.#takeBack(record, by, false);
  }

  /** The row is gone. Should it have been the last, the person is still known by it, and found again when it comes back. */
  gone(record: RecordNumber, by: Token): Promise<Outcome<void, Refusal>> {
    return this.#takeBack(record, by, true);
  }

  /** No row speaks of the person any more, and another is now known by the same numbers. */
  giveWay(record: RecordNumber): Promise<Outcome<void, Refusal>> {
    return this.#takeBack(record, GONE, false);
  }

  /** What each row says of a person; nothing of a person whose every row is gone. */
  async saidOf(record: RecordNumber): Promise<Outcome<readonly Said[], Refusal>> {
    const known = await this.#find(record);
    return known.ok ? done(listed(known.value.said).filter(({by}) => by !== GONE)) : known;
  }

  /** After a batch: sends its identities to be sealed, and writes those of earlier batches that are ready. */
  async post(): Promise<void> {
    const waits = Map.groupBy(this.#waiting, ([, known]) => isWorthSealing(known));
    this.#waiting = new Map(waits.get(false));
    await this.#send(new Map(waits.get(true)));
  }

  async #send(waiting: ReadonlyMap<RecordNumber, Waiting>): Promise<void> {
    if (waiting.size > 0) {
      const {random, workshop} = this.#tools;
      const toBeSealed = [...waiting].map(([record, {said, sealed}]) =>
        sealed === undefined ? toSeal(record, listed(said), random) : toReseal(sealed, listed(said), random),
      );
      const sealed = workshop.seal(toBeSealed);
      // Its failure is met where it is awaited.
      sealed.catch(() => undefined);
      this.#underWay.push({waiting, sealed});
    }
    while (this.#underWay.length > this.#tools.workshop.depth) await this.#settle();
  }

  async finish(): Promise<void> {
    await this.#send(this.#waiting);
    this.#waiting = new Map();
    await this.#settleAll();
  }

  #carrier(token: Token): RecordNumber | undefined {
    const record = this.#fresh.get(token) ?? this.#known.get(token);
    return record === undefined || this.#dropped.has(token + record) ? undefined : record;
  }

  async #find(record: RecordNumber): Promise<Outcome<Known, Refusal>> {
    const waiting = this.#waiting.get(record);
    if (waiting !== undefined) return done(waiting);
    if (this.#underWay.some((batch) => batch.waiting.has(record))) await this.#settleAll();
    const {store, keys} = this.#tools;
    const sealed = await store.findIdentity(record);
    if (sealed === undefined) return done({said: new Map(), identity: NOBODY, sealed: undefined});
    const opened = open(record, sealed, keys);
    if (!opened.ok) return opened;
    const said = new Map(opened.value.said.map(({by, identity}) => [by, identity]));
    return done({said, identity: opened.value.identity, sealed: opened.value});
  }

  async #takeBack(record: RecordNumber, by: Token, keepLast: boolean): Promise<Outcome<void, Refusal>> {
    const known = await this.#find(record);
    if (!known.ok) return known;
    const {said} = known.value;
    const last = said.get(by);
    if (last === undefined) return done(undefined);
    said.delete(by);
    if (keepLast && said.size === 0) said.set(GONE, last);
    return done(this.#revise(record, known.value));
  }

  #revise(record: RecordNumber, {said, identity: before, sealed}: Known, identity = identityOf(listed(said))): void {
    this.#drop(record, before);
    this.#wait(record, {said, identity, sealed, tokens: tokensOf(identity, this.#tools.keys)});
  }

  #wait(record: RecordNumber, person: Waiting): void {
    this.#waiting.set(record, person);
    for (const token of person.tokens.identifiers) {
      this.#fresh.set(token, record);
      this.#dropped.delete(token + record);
    }
  }

  /** Until the next version, which says again what stays. */
  #drop(record: RecordNumber, identity: Identity): void {
    for (const token of tokensOf(identity, this.#tools.keys).identifiers) {
      if (this.#fresh.get(token) === record) this.#fresh.delete(token);
      this.#dropped.add(token + record);
    }
  }

  async #settleAll(): Promise<void> {
    while (this.#underWay.length > 0) await this.#settle();
  }

  async #settle(): Promise<void> {
    const first = this.#underWay.shift();
    if (first === undefined) return;
    const sealed = await first.sealed;
    for (const [i, [record, {tokens}]] of [...first.waiting].entries()) {
      const one = sealed[i];
      if (one === undefined) continue;
      this.#tools.writer.identity(record, one, tokens);
      this.#written.push(...tokens.identifiers);
    }
  }
}

/** So many rows speak of few persons. */
const MANY = 16;

/**
 * A person is sealed with all that their rows say. One of whom every batch speaks would be sealed ever longer, so they wait until
 * twice as many rows do, or for the end of the file.
 */
const isWorthSealing = ({said, sealed}: Known): boolean =>
  sealed === undefined || said.size < MANY || said.size >= 2 * sealed.said.length;

const listed = (said: ReadonlyMap<Token, Identity>): readonly Said[] =>
  [...said].map(([by, identity]) => ({by, identity}));
