/**
 * What becomes of each delivered row beside the row the register had in its place.
 *
 *   no predecessor          new: its facts are recorded
 *   the same content        unchanged: nothing
 *   other content           changed: facts it no longer says are withdrawn, those it now says recorded, the rest stand
 *   held                    its predecessor stands as it was
 *   predecessor, no row     in a snapshot: gone, its facts are withdrawn
 */
import type {Finding} from '#concepts/finding';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {ClassifiedRow, DeliveredRow} from '#intake/delivery';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type PersonFile, standing} from '#register/person-file';
import {type IdentityTokens, rankedRowKey, type Token} from '#register/tokens';
import type {SourceRow} from '#storage/store';
import {Ledger, type LedgerTools} from './receive-ledger.ts';
import {isKeyed, type Mark} from './receive-marks.ts';
import type {Persons, PersonsTools} from './receive-persons.ts';
import {LISTED} from './receive-receipt.ts';

export interface RowsTools extends PersonsTools, LedgerTools {
  readonly persons: Persons;
  /** The rows of the source as they stood before. */
  readonly before: ReadonlyMap<Token, SourceRow>;
}

/** After so many rows withdrawn, what changed of identities is sent to be sealed. */
const ROWS_IN_A_BATCH = 1000;

export class Rows {
  readonly #tools: RowsTools;
  readonly #ledger: Ledger;
  /** Which row of the file has each key. */
  readonly #taken = new Map<Token, number>();
  readonly #ranks = new Map<Token, number>();
  readonly #duplicates = new Set<number>();

  constructor(tools: RowsTools) {
    this.#tools = tools;
    this.#ledger = new Ledger(tools);
  }

  get counts() {
    return this.#ledger.counts;
  }

  get result() {
    return this.#ledger.result;
  }

  async take(row: DeliveredRow, mark: Mark): Promise<Outcome<void, Refusal>> {
    this.#ledger.count('read');
    const key = isKeyed(row) ? mark.key : this.#ranked(mark.key);
    const other = this.#taken.get(key);
    if (other !== undefined) this.#duplicates.add(other).add(row.row);
    this.#taken.set(key, row.row);
    if (row.kind === 'held') return done(this.#ledger.hold(row));

    const before = this.#tools.before.get(key);
    if (before?.digest === mark.digest) {
      this.#ledger.count('unchanged');
      return done(this.#ledger.accept(row, before.record));
    }
    return before === undefined ? this.#begin(row, mark, key) : this.#change(row, mark, before);
  }

  /** Refused: two rows of the file have one key, and which of them is right cannot be told. */
  checkKeys(): Outcome<void, Refusal> {
    const rows = [...this.#duplicates].sort((a, b) => a - b).slice(0, LISTED);
    return rows.length === 0 ? done(undefined) : refuse({reason: 'duplicate-key', file: this.#tools.file, rows});
  }

  /** At the end of a snapshot: what is no longer in the file. */
  async withdrawMissing(): Promise<Outcome<void, Refusal>> {
    for (const [key, row] of this.#tools.before) {
      if (this.#taken.has(key)) continue;
      const gone = await this.#withdraw(row);
      if (!gone.ok) return gone;
    }
    return done(undefined);
  }

  async #withdraw({key, record, facts}: SourceRow): Promise<Outcome<void, Refusal>> {
    const {persons, writer} = this.#tools;
    this.#ledger.count('withdrawn');
    this.#ledger.withdraw(record, facts, 'gone-from-source');
    writer.sourceRow(key, undefined);
    if (this.counts.withdrawn % ROWS_IN_A_BATCH === 0) await persons.post();
    return persons.gone(record, key);
  }

  async #begin(row: ClassifiedRow, mark: Mark, key: Token): Promise<Outcome<void, Refusal>> {
    const pointed = await this.#pointedTo(mark, key, undefined);
    if (!pointed.ok) return pointed;
    if (pointed.value.length > 1) return done(this.#disagree(row));
    const [known] = pointed.value;
    const record = known ?? this.#newPerson(row, mark, key);
    const learnt = known === undefined ? done(undefined) : await this.#learn(known, row, key);
    if (!learnt.ok) return learnt;
    this.#ledger.count('new');
    this.#tools.writer.sourceRow(key, {digest: mark.digest, record, facts: this.#ledger.record(record, row)});
    this.#ledger.find(row.findings);
    return done(this.#ledger.accept(row, record));
  }

  async #change(row: ClassifiedRow, mark: Mark, before: SourceRow): Promise<Outcome<void, Refusal>> {
    const {store, recordedAt, writer} = this.#tools;
    const file = (await store.findPersonFile(before.record, recordedAt)) ?? {record: before.record, facts: []};
    if (standing(file, 'erasure').length > 0) return done(this.#correctErased(row, before, file));
    const whose = await this.#whose(row, mark, before);
    if (!whose.ok) return whose;
    const record = whose.value;
    if (record === undefined) return done(this.#disagree(row));
    const facts =
      record === before.record ? this.#ledger.correct(file, before.facts, row) : this.#move(record, before, row);
    this.#ledger.count('changed');
    writer.sourceRow(before.key, {digest: mark.digest, record, facts});
    this.#ledger.find(row.findings);
    return done(this.#ledger.accept(row, record));
  }

  /** An erased person's row keeps no digest: what it holds could be guessed from it. */
  #correctErased(row: ClassifiedRow, before: SourceRow, file: PersonFile): void {
    const written = this.#ledger.written;
    const facts = this.#ledger.correct(file, before.facts, row);
    if (written === this.#ledger.written) this.#ledger.count('unchanged');
    else {
      this.#ledger.count('changed');
      this.#tools.writer.sourceRow(before.key, {digest: '', record: before.record, facts});
    }
    this.#ledger.find(row.findings);
    this.#ledger.accept(row, before.record);
  }

  /**
   * The one its identifiers point to, by what other rows say. Where they point to nobody: a number corrected on a person's only
   * row is that person's number corrected; on one of several rows it is another person. Undefined: they point to several.
   */
  async #whose(
    row: ClassifiedRow,
    mark: Mark,
    {key, record: before}: SourceRow,
  ): Promise<Outcome<RecordNumber | undefined, Refusal>> {
    const {persons} = this.#tools;
    const pointed = await this.#pointedTo(mark, key, before);
    if (!pointed.ok) return pointed;
    if (pointed.value.length > 1) return done(undefined);
    const others = await persons.knownByOthers(before, key);
    if (!others.ok) return others;
    const [known] = pointed.value;
    const record = known ?? (others.value === undefined ? before : undefined);
    if (record !== before) {
      const unsaid = await persons.unsay(before, key);
      if (!unsaid.ok) return unsaid;
    }
    if (record === undefined) return done(this.#newPerson(row, mark, key));
    const learnt = await this.#learn(record, row, key);
    return learnt.ok ? done(record) : learnt;
  }

  /**
   * Those other rows know by the row's identifiers: what only this row said is no witness for it. A person whose every row is
   * gone gives way to one who is still spoken of.
   */
  async #pointedTo(
    mark: Mark,
    key: Token,
    own: RecordNumber | undefined,
  ): Promise<Outcome<readonly RecordNumber[], Refusal>> {
    const {persons} = this.#tools;
    const carriers = [...persons.carriers(mark)];
    if (own === undefined && carriers.length < 2) return done(carriers);
    const spokenOf: RecordNumber[] = [];
    const gone: RecordNumber[] = [];
    for (const record of carriers) {
      const others = await persons.knownByOthers(record, key);
      if (!others.ok) return others;
      if (record === own && !shares(others.value, mark)) continue;
      (others.value === undefined ? gone : spokenOf).push(record);
    }
    if (spokenOf.length !== 1) return done(spokenOf.length === 0 ? gone : spokenOf);
    for (const record of gone) {
      const givenWay = await persons.giveWay(record);
      if (!givenWay.ok) return givenWay;
    }
    return done(spokenOf);
  }

  #learn(record: RecordNumber, {identity}: ClassifiedRow, key: Token): Promise<Outcome<void, Refusal>> {
    const {persons} = this.#tools;
    return identity === undefined ? persons.unsay(record, key) : persons.say(record, {by: key, identity});
  }

  #newPerson({identity}: ClassifiedRow, mark: Mark, key: Token): RecordNumber {
    const record = this.#tools.persons.add(identity && {by: key, identity}, mark);
    this.#ledger.welcome(record);
    return record;
  }

  #move(record: RecordNumber, before: SourceRow, row: ClassifiedRow) {
    this.#ledger.withdraw(before.record, before.facts, 'wrong-person');
    return this.#ledger.record(record, row);
  }

  #disagree({row, key, content}: ClassifiedRow): void {
    const {file} = this.#tools;
    const findings: readonly Finding[] = [{rule: 'identifiers-disagree', severity: 'error', facts: {file, row}}];
    this.#ledger.hold({kind: 'held', row, key, content, findings});
  }

  #ranked(equal: Token): Token {
    const rank = this.#ranks.get(equal) ?? 0;
    this.#ranks.set(equal, rank + 1);
    return rankedRowKey(equal, rank, this.#tools.keys);
  }
}

const shares = (known: IdentityTokens | undefined, {identifiers}: Mark): boolean =>
  known?.identifiers.some((token) => identifiers.includes(token)) ?? false;
