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
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {ClassifiedRow, DeliveredRow, HeldRow} from '#intake/delivery';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type PlainDate, plainDate} from '#kit/plain-date';
import type {FactId, Withdrawal} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import {rankedRowKey, type Token} from '#register/tokens';
import type {SourceRow} from '#storage/store';
import {isKeyed, type Mark} from './receive-marks.ts';
import type {Persons, PersonsTools} from './receive-persons.ts';
import {type HeldReceipt, LISTED, type RowCounts} from './receive-receipt.ts';
import type {Totals} from './receive-totals.ts';

export interface RowsTools extends PersonsTools {
  readonly file: string;
  readonly recordedAt: Instant;
  readonly persons: Persons;
  readonly totals: Totals;
  /** The rows of the source as they stood before. */
  readonly before: ReadonlyMap<Token, SourceRow>;
  readonly heldBack?: ((row: HeldRow) => void) | undefined;
}

export class Rows {
  readonly #tools: RowsTools;
  readonly #day: PlainDate;
  readonly #rows = {read: 0, new: 0, changed: 0, unchanged: 0, withdrawn: 0, held: 0};
  readonly #facts = {recorded: 0, withdrawn: 0};
  readonly #held: HeldReceipt[] = [];
  readonly #findings: Finding[] = [];
  /** Which row of the file has each key. */
  readonly #taken = new Map<Token, number>();
  readonly #ranks = new Map<Token, number>();
  readonly #newPersons = new Set<number>();
  readonly #knownPersons = new Set<number>();
  readonly #duplicates = new Set<number>();

  constructor(tools: RowsTools) {
    this.#tools = tools;
    this.#day = plainDate(tools.recordedAt.slice(0, 10));
  }

  get counts(): RowCounts {
    return {...this.#rows};
  }

  get result() {
    return {
      rows: this.counts,
      facts: {...this.#facts},
      persons: {new: this.#newPersons.size, known: this.#knownPersons.size},
      held: this.#held,
      findings: this.#findings,
    };
  }

  async take(row: DeliveredRow, mark: Mark): Promise<Outcome<void, Refusal>> {
    this.#rows.read += 1;
    const key = isKeyed(row) ? mark.key : this.#ranked(mark.key);
    const other = this.#taken.get(key);
    if (other !== undefined) this.#duplicates.add(other).add(row.row);
    this.#taken.set(key, row.row);
    if (row.kind === 'held') return done(this.#hold(row));

    const before = this.#tools.before.get(key);
    if (before?.digest === mark.digest) {
      this.#rows.unchanged += 1;
      return done(this.#accept(row, before.record));
    }
    return before === undefined ? this.#begin(row, mark, key) : this.#change(row, mark, before);
  }

  /** Refused: two rows of the file have one key, and which of them is right cannot be told. */
  checkKeys(): Outcome<void, Refusal> {
    const rows = [...this.#duplicates].sort((a, b) => a - b).slice(0, LISTED);
    return rows.length === 0 ? done(undefined) : refuse({reason: 'duplicate-key', file: this.#tools.file, rows});
  }

  /** At the end of a snapshot: what is no longer in the file. */
  withdrawMissing(): void {
    for (const [key, row] of this.#tools.before) {
      if (this.#taken.has(key)) continue;
      this.#rows.withdrawn += 1;
      this.#withdraw(row.record, row.facts, 'gone-from-source');
      this.#tools.writer.sourceRow(key, undefined);
    }
  }

  async #begin(row: ClassifiedRow, mark: Mark, key: Token): Promise<Outcome<void, Refusal>> {
    const {persons} = this.#tools;
    const carriers = persons.carriers(mark);
    if (carriers.size > 1) return done(this.#disagree(row));
    const [known] = carriers;
    const record = known ?? this.#newPerson(row, mark);
    if (known !== undefined && row.identity !== undefined) {
      const learnt = await persons.learn(known, row.identity, false);
      if (!learnt.ok) return learnt;
    }
    this.#rows.new += 1;
    this.#stand(key, mark, record, this.#record(record, row));
    this.#note(row);
    return done(this.#accept(row, record));
  }

  async #change(row: ClassifiedRow, mark: Mark, before: SourceRow): Promise<Outcome<void, Refusal>> {
    const {persons, store, recordedAt} = this.#tools;
    const carriers = persons.carriers(mark);
    if (carriers.size > 1) return done(this.#disagree(row));
    const file = (await store.findPersonFile(before.record, recordedAt)) ?? {record: before.record, facts: []};
    const erased = standing(file, 'erasure').length > 0;
    const alone = !erased && isAllThereIs(file, before.facts);
    const record = erased ? before.record : this.#whose(row, mark, before, alone);

    if (!erased && row.identity !== undefined && !this.#newPersons.has(serialOf(record))) {
      const learnt = await persons.learn(record, row.identity, alone && record === before.record);
      if (!learnt.ok) return learnt;
    }
    const touched = this.#facts.recorded + this.#facts.withdrawn;
    const facts = record === before.record ? this.#correct(file, before, row) : this.#move(record, before, row);
    // An erased person's row keeps no digest: what it holds could be guessed from it.
    if (erased && touched === this.#facts.recorded + this.#facts.withdrawn) this.#rows.unchanged += 1;
    else {
      this.#rows.changed += 1;
      this.#stand(before.key, erased ? {digest: ''} : mark, record, facts);
    }
    this.#note(row);
    return done(this.#accept(row, record));
  }

  /**
   * The one its identifiers point to. Where they point to nobody: a number corrected on a person's only row is that person's
   * number corrected; on one of several rows it is another person.
   */
  #whose(row: ClassifiedRow, mark: Mark, before: SourceRow, alone: boolean): RecordNumber {
    const [carrier] = this.#tools.persons.carriers(mark);
    if (carrier !== undefined) return carrier;
    return alone || mark.identifiers.length === 0 ? before.record : this.#newPerson(row, mark);
  }

  #newPerson(row: ClassifiedRow, mark: Mark): RecordNumber {
    const record = this.#tools.persons.add(row.identity, mark);
    this.#newPersons.add(serialOf(record));
    return record;
  }

  /** Only what differs: a fact the row said before and says still is left as it was recorded. */
  #correct(file: PersonFile, before: SourceRow, row: ClassifiedRow): readonly FactId[] {
    const ids = new Set(before.facts);
    const said = Map.groupBy(
      file.facts.filter(({id}) => ids.has(id)),
      ({fact}) => canonicalJson(fact),
    );
    const facts = row.facts.map((fact) => ({fact, kept: said.get(canonicalJson(fact))?.shift()?.id}));
    const kept = new Set(facts.map(({kept}) => kept));
    const unsaid = before.facts.filter((id) => !kept.has(id));
    this.#withdraw(before.record, unsaid, 'corrected');
    return facts.map(({fact, kept}) => kept ?? this.#recordOne(before.record, fact, row));
  }

  #move(record: RecordNumber, before: SourceRow, row: ClassifiedRow): readonly FactId[] {
    this.#withdraw(before.record, before.facts, 'wrong-person');
    return this.#record(record, row);
  }

  #record(record: RecordNumber, row: ClassifiedRow): readonly FactId[] {
    return row.facts.map((fact) => this.#recordOne(record, fact, row));
  }

  #recordOne(record: RecordNumber, fact: ClassifiedRow['facts'][number], row: ClassifiedRow): FactId {
    this.#facts.recorded += 1;
    return this.#tools.writer.fact(record, fact, row.row);
  }

  #withdraw(record: RecordNumber, facts: readonly FactId[], why: Withdrawal['why']): void {
    this.#facts.withdrawn += facts.length;
    for (const of of facts) this.#tools.writer.fact(record, {kind: 'withdrawal', on: this.#day, of, why});
  }

  #stand(key: Token, {digest}: Pick<Mark, 'digest'>, record: RecordNumber, facts: readonly FactId[]): void {
    this.#tools.writer.sourceRow(key, {digest, record, facts});
  }

  #accept({totals}: ClassifiedRow, record: RecordNumber): void {
    const serial = serialOf(record);
    if (!this.#newPersons.has(serial)) this.#knownPersons.add(serial);
    this.#tools.totals.add(totals, record);
  }

  #note({findings}: ClassifiedRow): void {
    if (this.#findings.length < LISTED) this.#findings.push(...findings);
  }

  #disagree(row: ClassifiedRow): void {
    const {file} = this.#tools;
    const findings: readonly Finding[] = [
      {rule: 'identifiers-disagree', severity: 'error', facts: {file, row: row.row}},
    ];
    this.#hold({kind: 'held', row: row.row, key: row.key, content: row.content, findings});
  }

  #hold(row: HeldRow): void {
    this.#rows.held += 1;
    if (this.#held.length < LISTED) this.#held.push({row: row.row, findings: row.findings});
    this.#tools.heldBack?.(row);
  }

  #ranked(equal: Token): Token {
    const rank = this.#ranks.get(equal) ?? 0;
    this.#ranks.set(equal, rank + 1);
    return rankedRowKey(equal, rank, this.#tools.keys);
  }
}

/** Nothing else stands about the person than these facts. */
function isAllThereIs(file: PersonFile, facts: readonly FactId[]): boolean {
  const kinds = new Set(file.facts.map(({fact}) => fact.kind));
  kinds.delete('withdrawal');
  return [...kinds].every((kind) => standing(file, kind).every(({id}) => facts.includes(id)));
}
