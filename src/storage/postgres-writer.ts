/**
 * What one append may write to a register on a server. What is written is gathered and sent many rows at a time; whoever reads
 * sends it first. Numbers are given here, since nobody else writes meanwhile.
 */
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import {defect} from '#kit/defect';
import type {Fact, FactId, SubmissionId} from '#register/fact';
import type {IdentityTokens} from '#register/tokens';
import {arraysOf, insertInto, unnested} from './postgres-insert.ts';
import type {Line} from './postgres-line.ts';
import type {ReconciledTotal, SealedIdentity, SourceRow, Token, Writer} from './store.ts';
import {TABLES, type Table, type Values} from './tables.ts';

/** What waits before it is sent by itself. */
const AT_ONCE = 5000;

const [FACT, PERSON] = ['fact', 'person'].map((name) => TABLES.find((table) => table.name === name) ?? defect(name));
const KEYS: Table['columns'] = [
  ['serial', 'integer'],
  ['wrapped_key', 'bytes'],
];
const IDENTITIES: Table['columns'] = [
  ['serial', 'integer'],
  ['nth', 'integer'],
  ['ciphertext', 'bytes'],
];
const TOKENS: Table['columns'] = [
  ['token', 'bytes'],
  ['serial', 'integer'],
  ['joins', 'integer'],
];
const ROWS: Table['columns'] = [
  ['source', 'text'],
  ['key', 'bytes'],
  ['digest', 'bytes'],
  ['serial', 'integer'],
  ['facts', 'text'],
  ['by_content', 'integer'],
];
const ROW_KEYS: Table['columns'] = ROWS.slice(0, 2);

const SQL = {
  fact: insertInto(FACT ?? defect('no facts')),
  person: insertInto(PERSON ?? defect('no persons')),
  wrappedKey: `UPDATE opgor.person SET wrapped_key = decode(given.wrapped_key, 'hex')
    FROM ${unnested(KEYS)} WHERE person.serial = given.serial`,
  identity: `INSERT INTO opgor.identity (serial, version, submission, ciphertext)
    SELECT serial, nth + coalesce((SELECT max(version) FROM opgor.identity AS former WHERE former.serial = given.serial), 0),
      $4::bigint, decode(ciphertext, 'hex') FROM ${unnested(IDENTITIES)}`,
  forgetTokens: 'DELETE FROM opgor.token WHERE serial = ANY ($1::bigint[])',
  token: `${insertInto({name: 'token', columns: TOKENS})} ON CONFLICT DO NOTHING`,
  sourceRow: `${insertInto({name: 'source_row', columns: ROWS})} ON CONFLICT (source, key) DO UPDATE
    SET digest = excluded.digest, serial = excluded.serial, facts = excluded.facts, by_content = excluded.by_content`,
  rowGone: `DELETE FROM opgor.source_row USING ${unnested(ROW_KEYS)}
    WHERE source_row.source = given.source AND source_row.key = decode(given.key, 'hex')`,
  received: 'UPDATE opgor.submission SET rows = $1, held = $2, control_totals = $3 WHERE id = $4',
  key: "INSERT INTO opgor.register (name, value) VALUES ('key_check', $1) ON CONFLICT DO NOTHING",
};

/** What waits to be sent. */
const nothing = () => ({
  /** New persons, with their key where they have one. */
  persons: new Map<number, Uint8Array | null>(),
  /** Keys of persons who were there. */
  keys: new Map<number, Uint8Array>(),
  identities: [] as Values[],
  /** Persons of whom versions wait, and how many. */
  versions: new Map<number, number>(),
  /** All tokens a person has from now on, and whether each joins. */
  tokens: new Map<number, ReadonlyMap<Token, number>>(),
  facts: [] as Values[],
  sourceRows: new Map<string, Values>(),
  rowsGone: new Map<string, Values>(),
  count: 0,
});

export class PostgresWriter implements Writer {
  readonly submission: SubmissionId;
  readonly #line: Line;
  readonly #source: string;
  #serial: number;
  #fact: FactId;
  /** Persons of this append without an identity yet: no tokens to forget. */
  readonly #unidentified = new Set<number>();
  #waiting = nothing();
  #sent: Promise<unknown> = Promise.resolve();
  #ended = false;
  #written = 0;

  constructor(
    line: Line,
    submission: SubmissionId,
    source: string,
    last: {readonly serial: number; readonly fact: FactId},
  ) {
    this.#line = line;
    this.submission = submission;
    this.#source = source;
    this.#serial = last.serial;
    this.#fact = last.fact;
  }

  get lastFact(): FactId {
    return this.#fact;
  }

  /** Rows, roughly: an identity with its tokens is one. */
  get written(): number {
    return this.#written;
  }

  received(rows: number, held: number, controlTotals: readonly ReconciledTotal[]): void {
    this.#open();
    this.#send(SQL.received, [rows, held, JSON.stringify(controlTotals), this.submission]);
  }

  keyCheck(check: string): void {
    this.#open();
    this.#send(SQL.key, [check]);
  }

  person(): RecordNumber {
    const waiting = this.#open();
    this.#serial += 1;
    waiting.persons.set(this.#serial, null);
    this.#unidentified.add(this.#serial);
    this.#counted();
    return recordNumber(this.#serial);
  }

  identity(record: RecordNumber, {wrappedKey, ciphertext}: SealedIdentity, tokens: IdentityTokens): void {
    const waiting = this.#open();
    const serial = serialOf(record);
    if (waiting.persons.has(serial)) waiting.persons.set(serial, wrappedKey);
    else waiting.keys.set(serial, wrappedKey);
    const nth = (waiting.versions.get(serial) ?? 0) + 1;
    waiting.versions.set(serial, nth);
    waiting.identities.push([serial, nth, ciphertext]);
    const joining = tokens.identifiers.map((token) => [token, 1] as const);
    waiting.tokens.set(serial, new Map([...tokens.names.map((token) => [token, 0] as const), ...joining]));
    this.#counted();
  }

  fact(record: RecordNumber, fact: Fact, row?: number): FactId {
    const waiting = this.#open();
    this.#fact += 1;
    const body = JSON.stringify(fact);
    waiting.facts.push([this.#fact, serialOf(record), fact.kind, fact.on, this.submission, row ?? null, body]);
    this.#counted();
    return this.#fact;
  }

  sourceRow(key: Token, row: Omit<SourceRow, 'key'> | undefined, source = this.#source): void {
    const {sourceRows, rowsGone} = this.#open();
    const name = `${key} ${source}`;
    if (row === undefined) {
      sourceRows.delete(name);
      rowsGone.set(name, [source, key]);
    } else {
      const {digest, record, facts, byContent} = row;
      rowsGone.delete(name);
      sourceRows.set(name, [source, key, digest, serialOf(record), `[${facts.join(',')}]`, byContent ? 1 : 0]);
    }
    this.#counted();
  }

  /** Everything that was written so far is with the server. */
  async flush(): Promise<void> {
    this.#sendWaiting();
    await this.#sent;
  }

  /** From now on a defect to use. */
  end(): void {
    this.#ended = true;
  }

  #open(): ReturnType<typeof nothing> {
    return this.#ended ? defect('a writer outlived its append') : this.#waiting;
  }

  #counted(): void {
    this.#written += 1;
    this.#waiting.count += 1;
    if (this.#waiting.count >= AT_ONCE) this.#sendWaiting();
  }

  #sendWaiting(): void {
    const {persons, keys, identities, tokens, facts, sourceRows, rowsGone, count} = this.#waiting;
    if (count === 0) return;
    this.#waiting = nothing();
    this.#sendRows(SQL.person, PERSON?.columns ?? [], [...persons]);
    this.#sendRows(SQL.wrappedKey, KEYS, [...keys]);
    if (identities.length > 0) this.#send(SQL.identity, [...arraysOf(IDENTITIES, identities), this.submission]);
    const former = [...tokens.keys()].filter((serial) => !this.#unidentified.delete(serial));
    if (former.length > 0) this.#send(SQL.forgetTokens, [former]);
    const all = [...tokens].flatMap(([serial, of]) => [...of].map(([token, joins]) => [token, serial, joins]));
    this.#sendRows(SQL.token, TOKENS, all);
    this.#sendRows(SQL.fact, FACT?.columns ?? [], facts);
    this.#sendRows(SQL.rowGone, ROW_KEYS, [...rowsGone.values()]);
    this.#sendRows(SQL.sourceRow, ROWS, [...sourceRows.values()]);
  }

  #sendRows(sql: string, columns: Table['columns'], rows: readonly Values[]): void {
    if (rows.length > 0) this.#send(sql, arraysOf(columns, rows));
  }

  /** In the order sent; what goes wrong is told to whoever waits for it. */
  #send(text: string, values: readonly unknown[]): void {
    const sent = this.#line.query({text, values: [...values]});
    this.#sent = Promise.all([this.#sent, sent]);
    this.#sent.catch(() => undefined);
  }
}
