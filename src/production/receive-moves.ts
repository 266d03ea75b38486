/**
 * Rows of other deliveries that follow one to another person, or are left by one that joined them to theirs: with what they said
 * and the facts they made.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import type {Said} from '#register/identity';
import {tokensOf} from '#register/tokens';
import type {SourceRow} from '#storage/store';
import type {Ledger, LedgerTools} from './receive-ledger.ts';
import type {Persons, PersonsTools} from './receive-persons.ts';

export interface MovesTools extends PersonsTools, LedgerTools {
  readonly ledger: Ledger;
  readonly persons: Persons;
  /** The rows of the source as they stand, for the rows of the file still to come. */
  readonly before: Map<string, SourceRow>;
}

export class Moves {
  readonly #tools: MovesTools;

  constructor(tools: MovesTools) {
    this.#tools = tools;
  }

  /** Rows that nothing joins to the person any more are of a person of their own. */
  async part(from: RecordNumber, rows: readonly Said[]): Promise<Outcome<void, Refusal>> {
    const [first] = rows;
    if (first === undefined) return done(undefined);
    const {persons, ledger, keys} = this.#tools;
    const unsaid = await persons.unsay(from, first.by);
    if (!unsaid.ok) return unsaid;
    const record = persons.add(first, tokensOf(first.identity, keys));
    ledger.welcome(record);
    return this.follow(from, rows, record);
  }

  async follow(from: RecordNumber, rows: readonly Said[], to: RecordNumber): Promise<Outcome<void, Refusal>> {
    const {persons, store} = this.#tools;
    for (const said of rows) {
      const unsaid = await persons.unsay(from, said.by);
      const moved = unsaid.ok ? await persons.say(to, said) : unsaid;
      if (!moved.ok) return moved;
    }
    const about = await store.rowsAbout(from);
    for (const row of about) if (rows.some(({by}) => by === row.key)) await this.#moveFacts(row, to);
    return done(undefined);
  }

  async #moveFacts({source, ...row}: SourceRow & {readonly source: string}, to: RecordNumber): Promise<void> {
    const {store, writer, ledger, recordedAt, before} = this.#tools;
    const file = await store.findRecord(row.record, recordedAt);
    const facts = file?.facts.filter(({id}) => row.facts.includes(id)).map(({fact}) => fact) ?? [];
    ledger.withdraw(row.record, row.facts, 'wrong-person');
    const moved = {...row, record: to, facts: facts.map((fact) => ledger.recordOne(to, fact, undefined))};
    writer.sourceRow(row.key, moved, source);
    if (before.has(row.key)) before.set(row.key, moved);
  }
}
