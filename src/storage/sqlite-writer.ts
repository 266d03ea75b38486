/** What one append may write to the embedded register, through prepared statements; good until its transaction ends. */
import type {DatabaseSync, StatementSync} from 'node:sqlite';
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import {defect} from '#kit/defect';
import type {Fact, FactId, SubmissionId} from '#register/fact';
import type {IdentityTokens} from '#register/tokens';
import {integer} from './rows.ts';
import type {ReconciledTotal, SealedIdentity, SourceRow, Token, Writer} from './store.ts';

export type Statements = ReturnType<typeof prepareWrites>;

export const prepareWrites = (database: DatabaseSync) => ({
  person: database.prepare('INSERT INTO person (serial) VALUES (?)'),
  wrappedKey: database.prepare('UPDATE person SET wrapped_key = ? WHERE serial = ?'),
  latestVersion: database.prepare('SELECT max(version) AS version FROM identity WHERE serial = ?'),
  identity: database.prepare('INSERT INTO identity (serial, version, submission, ciphertext) VALUES (?, ?, ?, ?)'),
  forgetTokens: database.prepare('DELETE FROM token WHERE serial = ?'),
  token: database.prepare('INSERT OR IGNORE INTO token (token, serial, joins) VALUES (unhex(?), ?, ?)'),
  fact: database.prepare(
    'INSERT INTO fact (id, serial, kind, valid_on, submission, row, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  sourceRow: database.prepare(
    'INSERT OR REPLACE INTO source_row (source, key, digest, serial, facts, by_content) VALUES (?, unhex(?), unhex(?), ?, ?, ?)',
  ),
  rowGone: database.prepare('DELETE FROM source_row WHERE source = ? AND key = unhex(?)'),
  received: database.prepare('UPDATE submission SET rows = ?, held = ?, control_totals = ? WHERE id = ?'),
  key: database.prepare("INSERT OR IGNORE INTO register (name, value) VALUES ('key_check', ?)"),
  last: database.prepare(
    'SELECT (SELECT coalesce(max(serial), 0) FROM person) AS serial, (SELECT coalesce(max(id), 0) FROM fact) AS fact',
  ),
});

export class SqliteWriter implements Writer {
  readonly submission: SubmissionId;
  readonly #write: Statements;
  readonly #source: string;
  #serial: number;
  #fact: FactId;
  /** Persons of this append without an identity yet: nothing to look up or forget. */
  readonly #unidentified = new Set<number>();
  #ended = false;

  constructor(write: Statements, submission: SubmissionId, source: string) {
    this.#write = write;
    this.submission = submission;
    this.#source = source;
    const last = write.last.get();
    this.#serial = integer(last?.serial);
    this.#fact = integer(last?.fact);
  }

  received(rows: number, held: number, controlTotals: readonly ReconciledTotal[]): void {
    this.#open().received.run(rows, held, JSON.stringify(controlTotals), this.submission);
  }

  keyCheck(check: string): void {
    this.#open().key.run(check);
  }

  person(): RecordNumber {
    this.#serial += 1;
    this.#open().person.run(this.#serial);
    this.#unidentified.add(this.#serial);
    return recordNumber(this.#serial);
  }

  identity(record: RecordNumber, {wrappedKey, ciphertext}: SealedIdentity, tokens: IdentityTokens): void {
    const write = this.#open();
    const serial = serialOf(record);
    const first = this.#unidentified.delete(serial);
    const version = first ? 1 : next(write.latestVersion, serial);
    if (!first) write.forgetTokens.run(serial);
    write.wrappedKey.run(wrappedKey, serial);
    write.identity.run(serial, version, this.submission, ciphertext);
    for (const token of tokens.identifiers) write.token.run(token, serial, 1);
    for (const token of tokens.names) write.token.run(token, serial, 0);
  }

  fact(record: RecordNumber, fact: Fact, row?: number): FactId {
    this.#fact += 1;
    const body = JSON.stringify(fact);
    this.#open().fact.run(this.#fact, serialOf(record), fact.kind, fact.on, this.submission, row ?? null, body);
    return this.#fact;
  }

  sourceRow(key: Token, row: Omit<SourceRow, 'key'> | undefined, source = this.#source): void {
    if (row === undefined) return void this.#open().rowGone.run(source, key);
    const {digest, record, facts, byContent} = row;
    const ids = `[${facts.join(',')}]`;
    this.#open().sourceRow.run(source, key, digest, serialOf(record), ids, byContent ? 1 : 0);
  }

  /** From now on a defect to use. */
  end(): void {
    this.#ended = true;
  }

  #open(): Statements {
    return this.#ended ? defect('a writer outlived its append') : this.#write;
  }
}

const next = (latest: StatementSync, serial: number): number => {
  const version = latest.get(serial)?.version;
  return typeof version === 'number' ? version + 1 : 1;
};
