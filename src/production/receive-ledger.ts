/**
 * What a delivery does to the register's facts and rows, counted where it is written: the receipt cannot say anything else.
 */
import type {Finding} from '#concepts/finding';
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {ClassifiedRow, HeldRow} from '#intake/delivery';
import {canonicalJson} from '#kit/canonical-json';
import type {Instant} from '#kit/instant';
import {type PlainDate, plainDate} from '#kit/plain-date';
import type {Fact, FactId, Withdrawal} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import type {Writer} from '#storage/store';
import {type HeldReceipt, LISTED, type RowCounts} from './receive-receipt.ts';
import type {Totals} from './receive-totals.ts';

export interface LedgerTools {
  readonly writer: Writer;
  readonly file: string;
  readonly recordedAt: Instant;
  readonly totals: Totals;
  readonly heldBack?: ((row: HeldRow) => void) | undefined;
  readonly accepted?: ((record: RecordNumber) => void) | undefined;
}

export class Ledger {
  readonly #tools: LedgerTools;
  readonly #day: PlainDate;
  readonly #rows = {read: 0, new: 0, changed: 0, unchanged: 0, withdrawn: 0, held: 0};
  readonly #facts = {recorded: 0, withdrawn: 0};
  readonly #held: HeldReceipt[] = [];
  readonly #findings: Finding[] = [];
  readonly #newPersons = new Set<number>();
  readonly #knownPersons = new Set<number>();

  constructor(tools: LedgerTools) {
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

  /** How many facts were written so far. */
  get written(): number {
    return this.#facts.recorded + this.#facts.withdrawn;
  }

  count(what: keyof RowCounts): void {
    this.#rows[what] += 1;
  }

  welcome(record: RecordNumber): void {
    this.#newPersons.add(serialOf(record));
  }

  accept({totals}: ClassifiedRow, record: RecordNumber): void {
    const serial = serialOf(record);
    if (!this.#newPersons.has(serial)) this.#knownPersons.add(serial);
    this.#tools.totals.add(totals, record);
    this.#tools.accepted?.(record);
  }

  find(findings: readonly Finding[]): void {
    if (this.#findings.length < LISTED) this.#findings.push(...findings);
  }

  hold(row: HeldRow): void {
    this.#rows.held += 1;
    if (this.#held.length < LISTED) this.#held.push({row: row.row, findings: row.findings});
    this.#tools.heldBack?.(row);
  }

  record(record: RecordNumber, row: ClassifiedRow): readonly FactId[] {
    return row.facts.map((fact) => this.recordOne(record, fact, row.row));
  }

  withdraw(record: RecordNumber, facts: readonly FactId[], why: Withdrawal['why']): void {
    this.#facts.withdrawn += facts.length;
    for (const of of facts) this.#tools.writer.fact(record, {kind: 'withdrawal', on: this.#day, of, why});
  }

  /** Only what differs: a fact the row said before and says still is left as it was recorded. */
  correct(file: PersonFile, before: readonly FactId[], row: ClassifiedRow): readonly FactId[] {
    const ids = new Set(before);
    const said = Map.groupBy(
      file.facts.filter(({id}) => ids.has(id)),
      ({fact}) => canonicalJson(fact),
    );
    const facts = row.facts.map((fact) => ({fact, kept: said.get(canonicalJson(fact))?.shift()?.id}));
    const kept = new Set(facts.map(({kept}) => kept));
    const unsaid = before.filter((id) => !kept.has(id));
    this.withdraw(file.record, unsaid, 'corrected');
    return facts.map(({fact, kept}) => kept ?? this.recordOne(file.record, fact, row.row));
  }

  /** `row`: undefined for a fact that moves with a row of another file. */
  recordOne(record: RecordNumber, fact: Fact, row: number | undefined): FactId {
    this.#facts.recorded += 1;
    return this.#tools.writer.fact(record, fact, row);
  }
}
