/**
 * Whom a delivery speaks of: persons found by the tokens of their identifiers, made where nobody is found, and identities
 * that grow with what each source adds. Seals are made beside the register's work and written when they are ready.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome} from '#kit/outcome';
import {type Identity, mergeIdentities} from '#register/identity';
import type {Keys} from '#register/keys';
import {open, type Random, type SealedIdentity, type ToSeal, toReseal, toSeal} from '#register/seal';
import {type IdentityTokens, type Token, tokensOf} from '#register/tokens';
import type {Store, Writer} from '#storage/store';
import type {Workshop} from './receive-workshop.ts';

interface Waiting {
  readonly toSeal: ToSeal;
  readonly tokens: IdentityTokens;
}

interface UnderWay {
  readonly waiting: readonly Waiting[];
  readonly sealed: Promise<readonly SealedIdentity[]>;
}

export interface PersonsTools {
  readonly store: Store;
  readonly writer: Writer;
  readonly workshop: Workshop;
  readonly keys: Keys;
  readonly random: Random;
}

export class Persons {
  readonly #tools: PersonsTools;
  /** Decided on, not yet sent to be sealed. */
  #waiting = new Map<RecordNumber, Waiting>();
  #underWay: UnderWay[] = [];
  /** Tokens of this delivery that the register does not know yet. */
  readonly #fresh = new Map<Token, RecordNumber>();
  /** Tokens a person had and, corrected, has no more; the register may not have forgotten them yet. */
  readonly #dropped = new Map<Token, RecordNumber>();
  #written: Token[] = [];
  #known: ReadonlyMap<Token, RecordNumber> = new Map();

  constructor(tools: PersonsTools) {
    this.#tools = tools;
  }

  /** Before a batch: looks up everyone its rows may speak of. */
  async expect(batch: readonly IdentityTokens[]): Promise<void> {
    for (const token of this.#written) this.#fresh.delete(token);
    this.#written = [];
    this.#known = await this.#tools.store.personsByToken(batch.flatMap(({identifiers}) => identifiers));
  }

  /** More than one: the identifiers disagree. */
  carriers({identifiers}: IdentityTokens): ReadonlySet<RecordNumber> {
    const found = new Set<RecordNumber>();
    for (const token of identifiers) {
      const record = this.#fresh.get(token) ?? this.#known.get(token);
      if (record !== undefined && this.#dropped.get(token) !== record) found.add(record);
    }
    return found;
  }

  add(identity: Identity | undefined, tokens: IdentityTokens): RecordNumber {
    const record = this.#tools.writer.person();
    if (identity !== undefined) this.#wait(toSeal(record, identity, this.#tools.random), tokens);
    return record;
  }

  /** What a further row says of a known person. `instead`: the person is known by this row alone, so it replaces what was known. */
  async learn(record: RecordNumber, said: Identity, instead: boolean): Promise<Outcome<void, Refusal>> {
    const waiting = this.#waiting.get(record)?.toSeal;
    if (waiting !== undefined) return done(this.#revise(waiting, said, instead));
    if (this.#underWay.some((batch) => batch.waiting.some(({toSeal}) => toSeal.record === record)))
      await this.#settleAll();

    const {store, keys, random} = this.#tools;
    const sealed = await store.findIdentity(record);
    if (sealed === undefined) return done(this.#wait(toSeal(record, said, random), tokensOf(said, keys)));
    const known = open(record, sealed, keys);
    if (!known.ok) return known;
    const identity = instead ? said : mergeIdentities(known.value.identity, said);
    if (canonicalJson(identity) !== canonicalJson(known.value.identity)) {
      this.#drop(record, known.value.identity);
      this.#wait(toReseal(known.value, identity, random), tokensOf(identity, keys));
    }
    return done(undefined);
  }

  /** After a batch: sends its identities to be sealed, and writes those of earlier batches that are ready. */
  async post(): Promise<void> {
    const waiting = [...this.#waiting.values()];
    this.#waiting = new Map();
    if (waiting.length > 0) {
      const sealed = this.#tools.workshop.seal(waiting.map(({toSeal}) => toSeal));
      // Its failure is met where it is awaited.
      sealed.catch(() => undefined);
      this.#underWay.push({waiting, sealed});
    }
    while (this.#underWay.length > this.#tools.workshop.depth) await this.#settle();
  }

  async finish(): Promise<void> {
    await this.post();
    await this.#settleAll();
  }

  #revise(waiting: ToSeal, said: Identity, instead: boolean): void {
    const identity = instead ? said : mergeIdentities(waiting.identity, said);
    this.#drop(waiting.record, waiting.identity);
    this.#wait({...waiting, identity}, tokensOf(identity, this.#tools.keys));
  }

  #wait(toSeal: ToSeal, tokens: IdentityTokens): void {
    this.#waiting.set(toSeal.record, {toSeal, tokens});
    for (const token of tokens.identifiers) {
      this.#fresh.set(token, toSeal.record);
      this.#dropped.delete(token);
    }
  }

  /** Until the next version, which says again what stays. */
  #drop(record: RecordNumber, identity: Identity): void {
    for (const token of tokensOf(identity, this.#tools.keys).identifiers) this.#dropped.set(token, record);
  }

  async #settleAll(): Promise<void> {
    while (this.#underWay.length > 0) await this.#settle();
  }

  async #settle(): Promise<void> {
    const first = this.#underWay.shift();
    if (first === undefined) return;
    const sealed = await first.sealed;
    for (const [i, {toSeal, tokens}] of first.waiting.entries()) {
      const one = sealed[i];
      if (one === undefined) continue;
      this.#tools.writer.identity(toSeal.record, one, [...tokens.identifiers, ...tokens.names]);
      this.#written.push(...tokens.identifiers);
    }
  }
}
