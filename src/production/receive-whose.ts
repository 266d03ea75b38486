/**
 * Whose a row is: the person other rows know by its numbers, an erased person whose numbers they were, the one it was before, or
 * a new one. What only the row itself said is no witness for it.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {ClassifiedRow} from '#intake/delivery';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome} from '#kit/outcome';
import {type Identity, NOBODY} from '#register/identity';
import type {Keys} from '#register/keys';
import type {Token} from '#register/tokens';
import type {SourceRow} from '#storage/store';
import {groupsOf} from './receive-groups.ts';
import type {Ledger} from './receive-ledger.ts';
import type {Mark} from './receive-marks.ts';
import {Moves, type MovesTools} from './receive-moves.ts';
import type {Persons} from './receive-persons.ts';

/** Several: its numbers are different persons', and the row is held. Of an erased person's row the identity is not taken. */
export type Whose = 'several' | {readonly record: RecordNumber; readonly erased: boolean};

export class Owners {
  readonly #persons: Persons;
  readonly #ledger: Ledger;
  readonly #moves: Moves;
  readonly #keys: Keys;

  constructor(tools: MovesTools) {
    this.#persons = tools.persons;
    this.#ledger = tools.ledger;
    this.#keys = tools.keys;
    this.#moves = new Moves(tools);
  }

  async ofNew(row: ClassifiedRow, mark: Mark, key: Token): Promise<Outcome<Whose, Refusal>> {
    const pointed = await this.#pointedTo(mark, undefined);
    if (!pointed.ok) return pointed;
    const [one, ...others] = pointed.value;
    if (others.length > 0) return done('several');
    if (one === undefined) return done({record: this.newPerson(row, mark, key), erased: false});
    return one.erased ? done(one) : this.#learn(one.record, row, key);
  }

  /**
   * The rows of its person are grouped anew by the numbers they share, as if it had always said what it says now. It stays with
   * the first of them, or goes, with those that belong to it; rows that nothing but it had joined to the first part.
   */
  async ofChanged(row: ClassifiedRow, mark: Mark, {key, record}: SourceRow): Promise<Outcome<Whose, Refusal>> {
    const said = await this.#persons.saidOf(record);
    if (!said.ok) return said;
    const now = {by: key, identity: row.identity ?? NOBODY};
    if (sameNumbers(said.value.find(({by}) => by === key)?.identity, now.identity))
      return this.#learn(record, row, key);
    const others = said.value.filter(({by}) => by !== key);
    const pointed = await this.#pointedTo(mark, record);
    if (!pointed.ok) return pointed;
    const [first = [], ...further] = groupsOf([...others, now], this.#keys);
    const stays = first.includes(now);
    const [one, ...more] = pointed.value;
    if (more.length > 0 || (stays && others.length > 0 && one !== undefined)) return done('several');

    const whose = await this.#place(row, mark, key, one ?? (stays ? living(record) : undefined), record);
    if (!whose.ok || whose.value === 'several') return whose;
    for (const group of further) {
      const rest = group.filter((one) => one !== now);
      const follows = rest.length < group.length && !whose.value.erased;
      const moved = await (follows
        ? this.#moves.follow(record, rest, whose.value.record)
        : this.#moves.part(record, rest));
      if (!moved.ok) return moved;
    }
    return whose;
  }

  async #place(
    row: ClassifiedRow,
    mark: Mark,
    key: Token,
    whose: Exclude<Whose, string> | undefined,
    before: RecordNumber,
  ): Promise<Outcome<Whose, Refusal>> {
    if (whose?.record !== before) {
      const unsaid = await this.#persons.unsay(before, key);
      if (!unsaid.ok) return unsaid;
    }
    if (whose === undefined) return done(living(this.newPerson(row, mark, key)));
    return whose.erased ? done(whose) : this.#learn(whose.record, row, key);
  }

  newPerson({identity}: ClassifiedRow, mark: Mark, key: Token): RecordNumber {
    const record = this.#persons.add(identity && {by: key, identity}, mark);
    this.#ledger.welcome(record);
    return record;
  }

  /** Others than its own. A person whose every row is gone gives way to one who is still spoken of. */
  async #pointedTo(
    mark: Mark,
    own: RecordNumber | undefined,
  ): Promise<Outcome<readonly Exclude<Whose, string>[], Refusal>> {
    const erased = [...this.#persons.erased(mark)].map((record) => ({record, erased: true}));
    const carriers = [...this.#persons.carriers(mark)].filter((record) => record !== own);
    if (carriers.length < 2) return done([...carriers.map(living), ...erased]);
    const spokenOf: RecordNumber[] = [];
    const gone: RecordNumber[] = [];
    for (const record of carriers) {
      const said = await this.#persons.saidOf(record);
      if (!said.ok) return said;
      (said.value.length === 0 ? gone : spokenOf).push(record);
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

const sameNumbers = (before: Identity | undefined, now: Identity): boolean =>
  before !== undefined && canonicalJson(before.identifiers) === canonicalJson(now.identifiers);
