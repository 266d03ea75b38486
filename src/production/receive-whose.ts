/**
 * Whose a row is: the person other rows know by its numbers, an erased person whose numbers they were, the one it was before, or
 * a new one. What only the row itself said is no witness for it.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {ClassifiedRow} from '#intake/delivery';
import {done, type Outcome} from '#kit/outcome';
import type {IdentityTokens, Token} from '#register/tokens';
import type {SourceRow} from '#storage/store';
import type {Ledger} from './receive-ledger.ts';
import type {Mark} from './receive-marks.ts';
import type {Persons} from './receive-persons.ts';

/** Several: its numbers are different persons', and the row is held. Of an erased person's row the identity is not taken. */
export type Whose = 'several' | {readonly record: RecordNumber; readonly erased: boolean};

export class Owners {
  readonly #persons: Persons;
  readonly #ledger: Ledger;

  constructor(persons: Persons, ledger: Ledger) {
    this.#persons = persons;
    this.#ledger = ledger;
  }

  async ofNew(row: ClassifiedRow, mark: Mark, key: Token): Promise<Outcome<Whose, Refusal>> {
    const pointed = await this.#pointedTo(mark, key, undefined);
    if (!pointed.ok) return pointed;
    const [one, ...others] = pointed.value;
    if (others.length > 0) return done('several');
    if (one === undefined) return done({record: this.newPerson(row, mark, key), erased: false});
    return one.erased ? done(one) : this.#learn(one.record, row, key);
  }

  /**
   * Where its identifiers point to nobody: a number corrected on a person's only row is that person's number corrected; on one
   * of several rows it is another person.
   */
  async ofChanged(row: ClassifiedRow, mark: Mark, {key, record}: SourceRow): Promise<Outcome<Whose, Refusal>> {
    const pointed = await this.#pointedTo(mark, key, record);
    if (!pointed.ok) return pointed;
    const [one, ...further] = pointed.value;
    if (further.length > 0) return done('several');
    const others = await this.#persons.knownByOthers(record, key);
    if (!others.ok) return others;
    const whose = one ?? (others.value === undefined ? {record, erased: false} : undefined);
    if (whose?.record !== record) {
      const unsaid = await this.#persons.unsay(record, key);
      if (!unsaid.ok) return unsaid;
    }
    if (whose === undefined) return done({record: this.newPerson(row, mark, key), erased: false});
    return whose.erased ? done(whose) : this.#learn(whose.record, row, key);
  }

  newPerson({identity}: ClassifiedRow, mark: Mark, key: Token): RecordNumber {
    const record = this.#persons.add(identity && {by: key, identity}, mark);
    this.#ledger.welcome(record);
    return record;
  }

  /** A person whose every row is gone gives way to one who is still spoken of. */
  async #pointedTo(
    mark: Mark,
    key: Token,
    own: RecordNumber | undefined,
  ): Promise<Outcome<readonly Exclude<Whose, string>[], Refusal>> {
    const erased = [...this.#persons.erased(mark)].map((record) => ({record, erased: true}));
    const carriers = [...this.#persons.carriers(mark)];
    if (own === undefined && carriers.length < 2) return done([...carriers.map(living), ...erased]);
    const spokenOf: RecordNumber[] = [];
    const gone: RecordNumber[] = [];
    for (const record of carriers) {
      const others = await this.#persons.knownByOthers(record, key);
      if (!others.ok) return others;
      if (record === own && !shares(others.value, mark)) continue;
      (others.value === undefined ? gone : spokenOf).push(record);
    }
    if (spokenOf.length !== 1) return done([...(spokenOf.length === 0 ? gone : spokenOf).map(living), ...erased]);
    for (const record of gone) {
      const givenWay = await this.#persons.giveWay(record);
      if (!givenWay.ok) return givenWay;
    }
    return done([...spokenOf.map(living), ...erased]);
  }

  async #learn(record: RecordNumber, {identity}: ClassifiedRow, key: Token): Promise<Outcome<Whose, Refusal>> {
    const learnt = await (identity === undefined
      ? this.#persons.unsay(record, key)
      : this.#persons.say(record, {by: key, identity}));
    return learnt.ok ? done(living(record)) : learnt;
  }
}

const living = (record: RecordNumber) => ({record, erased: false});

const shares = (known: IdentityTokens | undefined, {identifiers}: Mark): boolean =>
  known?.identifiers.some((token) => identifiers.includes(token)) ?? false;
