/**
 * The embedded register: one SQLite file, one process at a time, every append on disk when it resolves (WAL, synchronous FULL).
 * What its tables are is in `sqlite-schema.ts`.
 */
import {backup, type DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite';
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import type {Instant} from '#kit/instant';
import {done, type Outcome} from '#kit/outcome';
import type {Fact, Recorded, SubmissionId} from '#register/fact';
import {byNumber} from '#register/identities';
import type {PersonFile} from '#register/person-file';
import {tombstoneOf} from '#register/tokens';
import {type Identities, SqliteIdentities} from './sqlite-identities.ts';
import {dropCopies, openDatabase} from './sqlite-open.ts';
import {
  bytes,
  integer,
  personOf,
  type RecordedSubmission,
  type Row,
  recordedOf,
  sourceRowOf,
  submissionOf,
  text,
} from './sqlite-rows.ts';
import {prepareWrites, SqliteWriter, type Statements} from './sqlite-writer.ts';
import type {SealedIdentity, SourceRow, Store, Submission, Token, Writer} from './store.ts';

/** Makes an empty register where there is no file. Refused: `register-in-use`, `register-not-readable`, `file-not-writable`. */
export function openSqliteStore(path: string): Outcome<SqliteStore, Refusal> {
  const opened = openDatabase(path);
  return opened.ok ? done(new SqliteStore(opened.value)) : opened;
}

/** Persons read at a time: memory stays the same however many there are. */
const PERSONS_AT_A_TIME = 1000;
const PAGES_AT_A_TIME = 65_536;

export class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #read: ReturnType<typeof prepareReads>;
  readonly #write: Statements;
  readonly #identities: SqliteIdentities;
  #turn: Promise<unknown> = Promise.resolve();
  /** As last read; forgotten when an append begins and ends. */
  #entered: readonly RecordedSubmission[] | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#read = prepareReads(database);
    this.#write = prepareWrites(database);
    this.#identities = new SqliteIdentities(database);
  }

  async latest(): Promise<Instant | undefined> {
    return this.#submissions().at(-1)?.recordedAt;
  }

  async submissions(asAt?: Instant): Promise<readonly RecordedSubmission[]> {
    return this.#submissions().filter(({recordedAt}) => asAt === undefined || recordedAt <= asAt);
  }

  async *personFiles(asAt: Instant): AsyncIterable<PersonFile> {
    const submissions = this.#known(asAt);
    const identities = this.#identitiesOf(submissions);
    const last = integer(this.#read.lastSerial.get()?.serial);
    for (let from = 1; from <= last; from += PERSONS_AT_A_TIME) {
      const rows = this.#read.facts.all(from, from + PERSONS_AT_A_TIME - 1, lastOf(submissions));
      const files = filesOf(rows, submissions);
      if (identities.circle.size === 0) yield* files;
      else for (const file of files) yield* this.#asDecided(file, identities, submissions);
    }
  }

  async findPersonFile(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined> {
    const submissions = this.#known(asAt);
    const identities = this.#identitiesOf(submissions);
    const serial = serialOf(record);
    const file = this.#recordOf(identities.lowest.get(serial) ?? serial, submissions);
    return file && this.#asDecided(file, identities, submissions)[0];
  }

  async pairFacts(asAt: Instant): Promise<readonly Recorded[]> {
    const submissions = this.#known(asAt);
    return this.#read.pairFacts
      .all(lastOf(submissions))
      .map((row) => recordedOf(row, recordNumber(integer(row.serial)), submissionIn(submissions, row)));
  }

  async findRecord(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined> {
    return this.#recordOf(serialOf(record), this.#known(asAt));
  }

  #recordOf(serial: number, submissions: Submissions): PersonFile | undefined {
    return filesOf(this.#read.facts.all(serial, serial, lastOf(submissions)), submissions)[0];
  }

  /** The file that a record's becomes, with those of all it is one with; none, where it is in another's. */
  #asDecided(file: PersonFile, {lowest, members, circle}: Identities, submissions: Submissions): readonly PersonFile[] {
    const serial = serialOf(file.record);
    const widest = circle.get(serial);
    if (widest === undefined) return [file];
    if ((lowest.get(serial) ?? serial) !== serial) return [];
    const others = (members.get(serial) ?? []).filter((one) => one !== serial);
    const facts = others.flatMap((one) => this.#recordOf(one, submissions)?.facts ?? []);
    const all = facts.length === 0 ? file.facts : [...file.facts, ...facts].sort(byNumber);
    return [{record: file.record, facts: all, circle: recordNumber(widest)}];
  }

  #identitiesOf(submissions: Submissions): Identities {
    return this.#identities.at(lastOf(submissions), (row) => submissionIn(submissions, row));
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

  async carriersOf(token: Token): Promise<readonly RecordNumber[]> {
    return this.#read.carriers.all(token).map(personOf);
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
    return this.#inTurn(async () => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        const writer = new SqliteWriter(this.#write, this.#enter(submission), submission.source);
        const value = await work(writer);
        writer.end();
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

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#database.isOpen) this.#database.close();
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

  #known(asAt: Instant): Submissions {
    const known = this.#submissions().filter(({recordedAt}) => recordedAt <= asAt);
    return new Map(known.map((submission) => [submission.id, submission]));
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
  keyCheck: database.prepare("SELECT value FROM register WHERE name = 'key_check'"),
  carriers: database.prepare('SELECT serial FROM token WHERE token = unhex(?) ORDER BY serial'),
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

type Submissions = ReadonlyMap<SubmissionId, RecordedSubmission>;

const lastOf = (submissions: Submissions): SubmissionId => Math.max(0, ...submissions.keys());
const submissionIn = (submissions: Submissions, row: Row): RecordedSubmission =>
  submissions.get(integer(row.submission)) ?? defect('a fact without its submission');

/** Rows in the order of person and fact, one file per person. */
function filesOf(rows: readonly Row[], submissions: Submissions): readonly PersonFile[] {
  const files = Map.groupBy(rows, ({serial}) => integer(serial));
  return [...files].map(([serial, facts]) => {
    const record = recordNumber(serial);
    return {record, facts: facts.map((row) => recordedOf(row, record, submissionIn(submissions, row)))};
  });
}
