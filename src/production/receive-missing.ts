/**
 * What a snapshot no longer names, at its end. Its facts are withdrawn, unless the row may be one of those held back, or its
 * person was erased: an earlier figure stands, and nobody could put the row back.
 */
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import type {DeliveredRow} from '#intake/delivery';
import type {SourceFormat} from '#intake/source-format';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Token} from '#register/tokens';
import type {SourceRow, Writer} from '#storage/store';
import type {ErasedRows} from './receive-erased.ts';
import type {Ledger} from './receive-ledger.ts';
import {isKeyed} from './receive-marks.ts';
import type {Persons} from './receive-persons.ts';

/** Fewer may well be gone from a short list. */
const MANY = 10;
/** After so many rows, what changed of identities is sent to be sealed. */
const ROWS_IN_A_BATCH = 1000;

export interface MissingTools {
  readonly file: string;
  readonly format: SourceFormat;
  readonly writer: Writer;
  readonly ledger: Ledger;
  readonly persons: Persons;
  readonly erased: ErasedRows;
}

export class MissingRows {
  readonly #tools: MissingTools;
  /** Held rows without a key: each may be any row that is missing. */
  #heldUnnamed = 0;
  /** By person, the new rows without a key: each is in the place of one that is missing. */
  readonly #instead = new Map<number, number>();
  #gone = 0;
  #putOff = 0;

  constructor(tools: MissingTools) {
    this.#tools = tools;
  }

  held(row: DeliveredRow): void {
    if (!isKeyed(row)) this.#heldUnnamed += 1;
  }

  begun(row: DeliveredRow, record: RecordNumber): void {
    if (isKeyed(row)) return;
    const serial = serialOf(record);
    this.#instead.set(serial, (this.#instead.get(serial) ?? 0) + 1);
  }

  async withdraw(
    before: ReadonlyMap<Token, SourceRow>,
    taken: ReadonlyMap<Token, number>,
    mostGone: number,
  ): Promise<Outcome<void, Refusal>> {
    let looked = 0;
    for (const row of before.values()) {
      if (taken.has(row.key) || (await this.#tools.erased.isErased(row))) continue;
      const withdrawn = await this.#withdrawOne(row);
      if (!withdrawn.ok) return withdrawn;
      looked += 1;
      if (looked % ROWS_IN_A_BATCH === 0) await this.#tools.persons.post();
    }
    if (this.#areMany(before.size, mostGone)) {
      const [file, gone] = [this.#tools.file, this.#gone];
      return refuse({reason: 'too-many-gone', file, gone, before: before.size, most: mostGone});
    }
    return done(this.#say(before.size));
  }

  async #withdrawOne(row: SourceRow): Promise<Outcome<void, Refusal>> {
    const replaced = this.#isReplaced(row);
    if (this.#heldUnnamed > 0 && !replaced) {
      this.#putOff += 1;
      return done(undefined);
    }
    if (!replaced) this.#gone += 1;
    const {ledger, writer, persons} = this.#tools;
    ledger.count('withdrawn');
    ledger.withdraw(row.record, row.facts, 'gone-from-source');
    writer.sourceRow(row.key, undefined);
    return persons.gone(row.record, row.key);
  }

  #isReplaced({byContent, record}: SourceRow): boolean {
    const serial = serialOf(record);
    const left = this.#instead.get(serial) ?? 0;
    if (!byContent || left === 0) return false;
    this.#instead.set(serial, left - 1);
    return true;
  }

  #areMany(before: number, share: number): boolean {
    return this.#gone >= MANY && this.#gone > before * share;
  }

  #say(before: number): void {
    const {file, ledger} = this.#tools;
    const [gone, kept, held] = [this.#gone, this.#putOff, this.#heldUnnamed];
    if (kept > 0) ledger.find([{rule: 'withdrawals-put-off', severity: 'warning', facts: {file, kept, held}}]);
    if (this.#areMany(before, this.#tools.format.mostWithdrawn))
      ledger.find([{rule: 'many-rows-gone', severity: 'warning', facts: {file, gone, before}}]);
  }
}
