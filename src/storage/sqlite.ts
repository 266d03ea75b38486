/**
 * The embedded register: one SQLite file, one process at a time, every append on disk when it resolves (WAL, synchronous FULL).
 * What its tables are is in `sqlite-schema.ts`.
 */
import {backup, type DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite';
import {type RecordNumber, serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import {type PlainDate, plainDate} from '#kit/plain-date';
import type {Fact, FactKind, Recorded, SubmissionId} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import {tombstoneOf} from '#register/tokens';
import {type FactTables, PersonFiles} from './person-files.ts';
import {bytes, integer, personOf, type RecordedSubmission, type Row, sourceRowOf, submissionOf, text} from './rows.ts';
import {dropCopies, openDatabase} from './sqlite-open.ts';
import {tablesFilled, tablesRead} from './sqlite-tables.ts';
import {prepareWrites, SqliteWriter, type Statements} from './sqlite-writer.ts';
import type {FactRow, SealedIdentity, SourceRow, Store, Submission, Token, Writer} from './store.ts';
import type {Copied, TablesFilled, TablesRead} from './tables.ts';

/** Makes an empty register where there is no file. Refused: `register-in-use`, `register-not-readable`, `file-not-writable`. */
export function openSqliteStore(path: string): Outcome<SqliteStore, Refusal> {
  const opened = openDatabase(path);
  return opened.ok ? done(new SqliteStore(opened.value)) : opened;
}

/** Facts for a recount, likewise: memory stays the same. */
const FACTS_AT_A_TIME = 20_000;
const PAGES_AT_A_TIME = 65_536;
/** Borne by so many, a word of a name is common: how many more does not matter. */
const COMMON = 10_000;

export class SqliteStore implements Store, Copied {
  readonly #database: DatabaseSync;
  readonly #read: ReturnType<typeof prepareReads>;
  readonly #write: Statements;
  readonly #files: PersonFiles;
  #turn: Promise<unknown> = Promise.resolve();
  /** As last read; forgotten when an append begins and ends. */
  #entered: readonly RecordedSubmission[] | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#read = prepareReads(database);
    this.#write = prepareWrites(database);
    this.#files = new PersonFiles(this.#tables());
  }

  async latest(): Promise<Instant | undefined> {
    return this.#submissions().at(-1)?.recordedAt;
  }

  async submissions(asAt?: Instant): Promise<readonly RecordedSubmission[]> {
    return this.#submissions().filter(({recordedAt}) => asAt === undefined || recordedAt <= asAt);
  }

  personFiles(asAt: Instant): AsyncIterable<PersonFile> {
    return this.#files.all(asAt);
  }

  findPersonFile(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined> {
    return this.#files.find(record, asAt);
  }

  pairFacts(asAt: Instant): Promise<readonly Recorded[]> {
    return this.#files.pairFacts(asAt);
  }

  findRecord(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined> {
    return this.#files.findRecord(record, asAt);
  }

  async *recordedFacts(cutOff: Instant): AsyncIterable<readonly FactRow[]> {
    for (let last = 0, more = true; more; ) {
      const rows = this.#read.recordedFacts.all(last, cutOff, FACTS_AT_A_TIME);
      yield rows.map((row) => Object.values(row));
      last = integer(rows.at(-1)?.id ?? last);
      more = rows.length === FACTS_AT_A_TIME;
    }
  }

  async latestDay(kind: FactKind): Promise<PlainDate | undefined> {
    const day = this.#read.latestDay.get(kind)?.day;
    return typeof day === 'string' ? plainDate(day) : undefined;
  }

  #tables(): FactTables {
    const read = this.#read;
    return {
      submissions: async () => this.#submissions(),
      lastSerial: async () => integer(read.lastSerial.get()?.serial),
      facts: async (from, to, until) => read.facts.all(from, to, until),
      pairFacts: async (until) => read.pairFacts.all(until),
      decisions: async (until) => (read.anyDecision.get(until) === undefined ? [] : read.decisions.all(until)),
      version: async () => integer(read.lastFact.get()?.id),
    };
  }

  async keyCheck(): Promise<string | undefined> {
    const row = this.#read.keyCheck.get();
    return row && text(row.value);
  }

  async personsByToken(tokens: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>> {
    const carriers = new Map<Token, RecordNumber>();
    for (const token of tokens) {
      const row = this.#read.carriers.get(token);
      if (row !== undefined) carriers.set(token, personOf(row));
    }
    return carriers;
  }

  async recognise(identifiers: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>> {
    const erased = new Map<Token, RecordNumber>();
    if (this.#read.anyTombstone.get() === undefined) return erased;
    for (const token of identifiers) {
      const row = this.#read.tombstones.get(tombstoneOf(token));
      if (row !== undefined) erased.set(token, personOf(row));
    }
    return erased;
  }

  /** From the rarest on: of whoever has it, few have the next. */
  async carriersOf(...tokens: readonly Token[]): Promise<readonly RecordNumber[]> {
    const counted = tokens.map((token) => ({
      token,
      carriers: integer(this.#read.carriersUpTo.get(token, COMMON)?.carriers),
    }));
    const [first, ...others] = counted.sort((a, b) => a.carriers - b.carriers).map(({token}) => token);
    if (first === undefined) return [];
    if (others.length === 0) return this.#read.carriers.all(first).map(personOf);
    const also = others.map(() => ' AND EXISTS (SELECT 1 FROM token WHERE token = unhex(?) AND serial = one.serial)');
    const sql = `SELECT serial FROM token AS one WHERE token = unhex(?)${also.join('')} ORDER BY serial`;
    return this.#database
      .prepare(sql)
      .all(first, ...others)
      .map(personOf);
  }

  async findIdentity(record: RecordNumber): Promise<SealedIdentity | undefined> {
    const row = this.#read.identity.get(serialOf(record));
    return row && {wrappedKey: bytes(row.wrapped_key), ciphertext: bytes(row.ciphertext)};
  }

  async sourceRows(source: string): Promise<ReadonlyMap<Token, SourceRow>> {
    const rows = new Map<Token, SourceRow>();
    for (const row of this.#read.sourceRows.iterate(source)) {
      const one = sourceRowOf(row);
      rows.set(one.key, one);
    }
    return rows;
  }

  async rowsAbout(record: RecordNumber): Promise<readonly (SourceRow & {readonly source: string})[]> {
    return this.#read.rowsAbout.all(serialOf(record)).map((row) => ({...sourceRowOf(row), source: text(row.source)}));
  }

  append<T>(submission: Submission, work: (writer: Writer) => Promise<T> | T): Promise<T> {
    return this.#inTransaction(async () => {
      const writer = new SqliteWriter(this.#write, this.#enter(submission), submission.source);
      const value = await work(writer);
      writer.end();
      return value;
    });
  }

  async erase(record: RecordNumber, submission: Submission, erasure: Fact): Promise<void> {
    const serial = serialOf(record);
    await this.append(submission, (writer) => {
      if (this.#read.person.get(serial) === undefined) defect('there is no such person to erase');
      for (const row of this.#read.joining.all(serial)) this.#read.bury.run(tombstoneOf(text(row.token)), serial);
      for (const statement of this.#read.erasures) statement.run(serial);
      writer.fact(record, erasure);
    });
    // Deleted is not gone: the file is written anew without what was deleted, and the journal, which still holds it, cut to nothing.
    await this.#inTurn(async () => {
      this.#database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
      dropCopies(this.#database);
    });
  }

  /** For recounts by SQL over the facts: reads, and can only read. The columns are in `sqlite-schema.ts`. */
  query(sql: string, params: readonly SQLInputValue[] = []): readonly Row[] {
    this.#database.exec('PRAGMA query_only = ON');
    try {
      return this.#database.prepare(sql).all(...params);
    } finally {
      this.#database.exec('PRAGMA query_only = OFF');
    }
  }

  /** The register as it is, journal and all, in another file: between appends, page by page. */
  async copyTo(path: string): Promise<void> {
    await this.#inTurn(() => backup(this.#database, path, {rate: PAGES_AT_A_TIME}));
  }

  /** How many rows each table has. */
  rowCounts(): Readonly<Record<string, number>> {
    const tables = this.query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    const count = (table: string) => integer(this.query(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows);
    return Object.fromEntries(tables.map(({name}) => [text(name), count(text(name))]));
  }

  reading<T>(work: (tables: TablesRead) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(tablesRead(this.#database)));
  }

  filling<T>(work: (tables: TablesFilled) => Promise<T>): Promise<T> {
    return this.#inTransaction(() => work(tablesFilled(this.#database)));
  }

  session(): this {
    return this;
  }

  /** Whoever has the file open has it alone. */
  async takeDesk(): Promise<void> {}

  async serveAlone(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#database.isOpen) this.#database.close();
    });
  }

  #inTransaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        const value = await work();
        this.#database.exec('COMMIT');
        return value;
      } catch (error) {
        this.#database.exec('ROLLBACK');
        throw error;
      } finally {
        this.#entered = undefined;
      }
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #enter(submission: Submission): SubmissionId {
    const {source, file, sha256, recordedAt, recordedBy, rows, held, controlTotals} = submission;
    const before = this.#submissions().at(-1);
    if (before !== undefined && recordedAt < before.recordedAt) defect('recorded time does not run backwards');
    const id = (before?.id ?? 0) + 1;
    this.#read.submit.run(id, source, file, sha256, recordedAt, recordedBy, rows, JSON.stringify(controlTotals), held);
    this.#entered = undefined;
    return id;
  }

  #submissions(): readonly RecordedSubmission[] {
    this.#entered ??= this.#read.submissions.all().map(submissionOf);
    return this.#entered;
  }
}

const prepareReads = (database: DatabaseSync) => ({
  submissions: database.prepare('SELECT * FROM submission ORDER BY id'),
  submit: database.prepare('INSERT INTO submission VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  person: database.prepare('SELECT serial FROM person WHERE serial = ?'),
  lastSerial: database.prepare('SELECT coalesce(max(serial), 0) AS serial FROM person'),
  facts: database.prepare(
    'SELECT id, serial, submission, row, body FROM fact WHERE serial BETWEEN ? AND ? AND submission <= ? ORDER BY serial, id',
  ),
  pairFacts: database.prepare(`
    SELECT id, serial, submission, row, body FROM fact
    WHERE kind IN ('identity-question', 'identity-judgement', 'identity-decision', 'withdrawal') AND submission <= ? AND serial IN
      (SELECT serial FROM fact WHERE kind IN ('identity-question', 'identity-judgement', 'identity-decision'))
    ORDER BY id`),
  lastFact: database.prepare('SELECT coalesce(max(id), 0) AS id FROM fact'),
  anyDecision: database.prepare("SELECT 1 FROM fact WHERE kind = 'identity-decision' AND submission <= ? LIMIT 1"),
  decisions: database.prepare(`
    SELECT id, serial, submission, row, body FROM fact
    WHERE serial IN (SELECT serial FROM fact WHERE kind = 'identity-decision')
      AND kind IN ('identity-decision', 'withdrawal') AND submission <= ? ORDER BY id`),
  recordedFacts: database.prepare(`
    SELECT id, serial, kind, valid_on, source, recorded_at, body FROM recorded_fact
    WHERE id > ? AND recorded_at <= ? ORDER BY id LIMIT ?`),
  latestDay: database.prepare('SELECT max(valid_on) AS day FROM fact WHERE kind = ?'),
  keyCheck: database.prepare("SELECT value FROM register WHERE name = 'key_check'"),
  carriers: database.prepare('SELECT serial FROM token WHERE token = unhex(?) ORDER BY serial'),
  carriersUpTo: database.prepare(
    'SELECT count(*) AS carriers FROM (SELECT 1 FROM token WHERE token = unhex(?) LIMIT ?)',
  ),
  identity: database.prepare(
    'SELECT wrapped_key, ciphertext FROM identity JOIN person USING (serial) WHERE serial = ? ORDER BY version DESC LIMIT 1',
  ),
  sourceRows: database.prepare(
    'SELECT lower(hex(key)) AS key, lower(hex(digest)) AS digest, serial, facts, by_content FROM source_row WHERE source = ?',
  ),
  rowsAbout: database.prepare(
    'SELECT source, lower(hex(key)) AS key, lower(hex(digest)) AS digest, serial, facts, by_content FROM source_row WHERE serial = ? ORDER BY source, key',
  ),
  joining: database.prepare('SELECT lower(hex(token)) AS token FROM token WHERE serial = ? AND joins = 1'),
  bury: database.prepare('INSERT OR IGNORE INTO tombstone (tombstone, serial) VALUES (unhex(?), ?)'),
  anyTombstone: database.prepare('SELECT 1 FROM tombstone LIMIT 1'),
  tombstones: database.prepare('SELECT serial FROM tombstone WHERE tombstone = unhex(?) ORDER BY serial'),
  // What an agency calls a row stays, so that its next file does not bring the person back. Nothing made of a row's content does:
  // a row known by its content gets a key by chance, and is known again by the person's tombstones.
  erasures: [
    'UPDATE person SET wrapped_key = NULL WHERE serial = ?',
    'DELETE FROM identity WHERE serial = ?',
    'DELETE FROM token WHERE serial = ?',
    "UPDATE source_row SET digest = x'', key = iif(by_content = 1, randomblob(16), key) WHERE serial = ?",
  ].map((sql): StatementSync => database.prepare(sql)),
});
