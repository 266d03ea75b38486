/**
 * What becomes of each delivered row beside the row the register had in its place.
 *
 *   no predecessor          new: its facts are recorded
 *   the same content        unchanged: nothing
 *   other content           changed: facts it no longer says are withdrawn, those it now says recorded, the rest stand
 *   held                    its predecessor stands as it was; where it has no key it may be any row, so none is gone
 *   predecessor, no row     in a snapshot: gone, its facts are withdrawn
 *   of an erased person     its facts are kept or corrected; nothing else is taken, and nothing is ever gone
 */
import type {Finding} from '#concepts/finding';
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {ClassifiedRow, DeliveredRow, HeldRow} from '#intake/delivery';
import type {SourceFormat} from '#intake/source-format';
import {done, type Outcome, refuse} from '#kit/outcome';
import {standing} from '#register/person-file';
import {rankedRowKey, type Token} from '#register/tokens';
import type {SourceRow} from '#storage/store';
import {ErasedRows} from './receive-erased.ts';
import {Ledger, type LedgerTools} from './receive-ledger.ts';
import {isKeyed, type Mark} from './receive-marks.ts';
import {MissingRows} from './receive-missing.ts';
import type {Persons, PersonsTools} from './receive-persons.ts';
import {LISTED} from './receive-receipt.ts';
import {Owners} from './receive-whose.ts';

export interface RowsTools extends PersonsTools, LedgerTools {
  readonly persons: Persons;
  readonly format: SourceFormat;
  /** The rows of the source as they stood before. */
  readonly before: Map<Token, SourceRow>;
}

export class Rows {
  readonly #tools: RowsTools;
  readonly #ledger: Ledger;
  readonly #owners: Owners;
  readonly #erased: ErasedRows;
  readonly #missing: MissingRows;
  /** Which row of the file has each key. */
  readonly #taken = new Map<Token, number>();
  readonly #ranks = new Map<Token, number>();
  readonly #duplicates = new Set<number>();

  constructor(tools: RowsTools) {
    this.#tools = tools;
    this.#ledger = new Ledger(tools);
    this.#owners = new Owners({...tools, ledger: this.#ledger});
    this.#erased = new ErasedRows({...tools, ledger: this.#ledger});
    this.#missing = new MissingRows({...tools, ledger: this.#ledger, erased: this.#erased});
  }

  get counts() {
    return this.#ledger.counts;
  }

  get result() {
    return this.#ledger.result;
  }

  async take(row: DeliveredRow, mark: Mark): Promise<Outcome<void, Refusal>> {
    this.#ledger.count('read');
    const key = isKeyed(row) ? mark.key : this.#ranked(mark.key, row, mark);
    const other = this.#taken.get(key);
    if (other !== undefined) this.#duplicates.add(other).add(row.row);
    this.#taken.set(key, row.row);
    const before = this.#tools.before.get(key);
    if (row.kind === 'held') return done(this.#hold(row));
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

  /**
   * At the end of the file: rows of erased persons, and, where the file is all there is, what is no longer in it. Refused:
   * more is gone than the share `mostGone`.
   */
  async finish(snapshot: boolean, mostGone: number): Promise<Outcome<void, Refusal>> {
    for (const {row, mark, key} of await this.#erased.settle(this.#taken, snapshot)) {
      const begun = await this.#beginAnew(row, mark, key);
      if (!begun.ok) return begun;
    }
    return snapshot ? this.#missing.withdraw(this.#tools.before, this.#taken, mostGone) : done(undefined);
  }

  async #begin(row: ClassifiedRow, mark: Mark, key: Token): Promise<Outcome<void, Refusal>> {
    const unnamed = !isKeyed(row) && mark.identifiers.length === 0;
    if (!unnamed || !this.#erased.hasUnkeyed) return this.#beginAnew(row, mark, key);
    return done(this.#erased.wait({row, mark, key, record: undefined}));
  }

  async #beginAnew(row: ClassifiedRow, mark: Mark, key: Token): Promise<Outcome<void, Refusal>> {
    const whose = await this.#owners.ofNew(row, mark, key);
    if (!whose.ok) return whose;
    if (whose.value === 'several') return done(this.#disagree(row));
    const {record, erased} = whose.value;
    if (erased) return done(this.#erased.wait({row, mark, key, record}));
    this.#ledger.count('new');
    this.#missing.begun(row, record);
    const facts = this.#ledger.record(record, row);
    this.#tools.writer.sourceRow(key, {digest: mark.digest, record, facts, byContent: !isKeyed(row)});
    this.#ledger.find(row.findings);
    return done(this.#ledger.accept(row, record));
  }

  async #change(row: ClassifiedRow, mark: Mark, before: SourceRow): Promise<Outcome<void, Refusal>> {
    const file = await this.#erased.file(before.record);
    if (standing(file, 'erasure').length > 0) return done(this.#erased.correct(row, before, file));
    const whose = await this.#owners.ofChanged(row, mark, before);
    if (!whose.ok) return whose;
    if (whose.value === 'several') return done(this.#disagree(row));
    const {record, erased} = whose.value;
    const facts =
      record === before.record ? this.#ledger.correct(file, before.facts, row) : this.#move(record, before, row);
    this.#ledger.count('changed');
    this.#tools.writer.sourceRow(before.key, {...before, digest: erased ? '' : mark.digest, record, facts});
    this.#ledger.find(row.findings);
    return done(this.#ledger.accept(row, record));
  }

  #move(record: RecordNumber, before: SourceRow, row: ClassifiedRow) {
    this.#ledger.withdraw(before.record, before.facts, 'wrong-person');
    return this.#ledger.record(record, row);
  }

  #disagree({row, key, content}: ClassifiedRow): void {
    const {file} = this.#tools;
    const findings: readonly Finding[] = [{rule: 'identifiers-disagree', severity: 'error', facts: {file, row}}];
    this.#hold({kind: 'held', row, key, content, findings});
  }

  #hold(row: HeldRow): void {
    this.#missing.held(row);
    this.#ledger.hold(row);
  }

  /** Rows alike of nobody named may be of many; of somebody with a number they are likely one, written twice. */
  #ranked(equal: Token, {row}: DeliveredRow, {identifiers}: Mark): Token {
    const rank = this.#ranks.get(equal) ?? 0;
    this.#ranks.set(equal, rank + 1);
    if (rank > 0 && identifiers.length > 0)
      this.#ledger.find([{rule: 'row-twice', severity: 'warning', facts: {file: this.#tools.file, row}}]);
    return rankedRowKey(equal, rank, this.#tools.keys);
  }
}
