/**
 * The register on a server: several processes, one writer at a time, every append on disk when it resolves. What its tables are is
 * in `postgres-schema.ts`.
 *
 * What a verb reads of submissions and facts stays as it first read it. An append that follows is refused where somebody else has
 * written since: nobody decides on what is no longer so.
 */
import type pg from 'pg';
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
import {type Asked, ask, Line} from './postgres-line.ts';
import {takenDesk} from './postgres-locks.ts';
import {openDatabase} from './postgres-open.ts';
import {carriersSql, ERASURES, READ, sourceRowsIn} from './postgres-read.ts';
import {Served} from './postgres-served.ts';
import {type Ask, Submissions} from './postgres-submissions.ts';
import {tablesFilled, tablesRead} from './postgres-tables.ts';
import {alone, connection, kept, type Server, snapshot} from './postgres-transaction.ts';
import {cleared, MANY, settled} from './postgres-upkeep.ts';
import {PostgresWriter} from './postgres-writer.ts';
import {bytes, integer, personOf, type RecordedSubmission, type Row, sourceRowOf, submissionOf, text} from './rows.ts';
import type {FactRow, SealedIdentity, SourceRow, Store, Submission, Token, Writer} from './store.ts';
import {StoreFault} from './store-fault.ts';
import type {Copied, TablesFilled, TablesRead} from './tables.ts';

export interface PostgresOptions {
  /** Where the database holds nothing, an empty register is made. */
  readonly make?: boolean | undefined;
  readonly patienceMs?: number | undefined;
}

const PATIENCE_MS = 120_000;
/** Facts for a recount, read at a time. */
const FACTS_AT_A_TIME = 20_000;

/** Refused: `database-not-reached`, `database-not-usable`, `database-newer`, `database-gone`. */
export async function openPostgresStore(
  url: string,
  {make = false, patienceMs = PATIENCE_MS}: PostgresOptions = {},
): Promise<Outcome<PostgresStore, Refusal>> {
  const opened = await openDatabase(url, make);
  if (!opened.ok) return opened;
  const {made, ...server} = opened.value;
  return done(new PostgresStore({...server, patienceMs}, {wasMade: made}));
}

/** What all have in common who share the way to the server. */
interface Shared {
  readonly served: Served;
  readonly known: Submissions;
}

export class PostgresStore implements Store, Copied {
  readonly #server: Server;
  readonly #served: Served;
  readonly #known: Submissions;
  readonly #isOwner: boolean;
  readonly #files: PersonFiles;
  #turn: Promise<unknown> = Promise.resolve();
  /** As first read; forgotten when an append begins and ends. */
  #entered: Promise<readonly RecordedSubmission[]> | undefined;
  /** The last submission when this verb first read, and how often the desk had been taken; undefined before. */
  #basis: {readonly submission: SubmissionId; readonly desk: number | undefined} | undefined;
  #hasDesk = false;
  /** Connections that hold something until this is closed. */
  readonly #kept: pg.PoolClient[] = [];
  #appending: {readonly line: Line; readonly writer: PostgresWriter} | undefined;
  #closed = false;

  /** The database had nothing of the name before it was opened here. */
  readonly #wasMade: boolean;

  constructor(server: Server, {shared, wasMade = false}: {readonly shared?: Shared; readonly wasMade?: boolean} = {}) {
    this.#server = server;
    this.#served = shared?.served ?? new Served(server);
    this.#known = shared?.known ?? new Submissions();
    this.#isOwner = shared === undefined;
    this.#wasMade = wasMade;
    this.#files = new PersonFiles(this.#tables());
  }

  /** The same register for another verb: it reads for itself, and its end leaves the way to the server open. */
  session(): PostgresStore {
    return new PostgresStore(this.#server, {shared: {served: this.#served, known: this.#known}});
  }

  get where(): string {
    return this.#server.where;
  }

  /** Which workspace the register is of. */
  async workspace(): Promise<string | undefined> {
    const [row] = await this.#ask('workspace', READ.workspace, []);
    return typeof row?.workspace === 'string' ? row.workspace : undefined;
  }

  /** From now on it is of this workspace, or of none. */
  async belongTo(workspace: string | undefined): Promise<void> {
    await alone(this.#server, (client) =>
      client.query('UPDATE opgor.schema_version SET workspace = $1', [workspace ?? null]),
    );
  }

  /** Made here and never used, it is gone again; any other stays. */
  async unmake(): Promise<void> {
    if (!this.#wasMade) return;
    await alone(this.#server, async (client) => {
      const [used] = await ask(client, 'used', READ.workspace, []);
      const [last] = await ask(client, 'last-submission', READ.lastSubmission, []);
      if (used?.workspace === null && last === undefined) await client.query('DROP SCHEMA opgor CASCADE');
    });
  }

  async latest(): Promise<Instant | undefined> {
    return (await this.#submissions()).at(-1)?.recordedAt;
  }

  async submissions(asAt?: Instant): Promise<readonly RecordedSubmission[]> {
    return (await this.#submissions()).filter(({recordedAt}) => asAt === undefined || recordedAt <= asAt);
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
    const until = (await this.#submissions()).at(-1)?.id ?? 0;
    for (let last = 0, more = true; more; ) {
      const rows = await this.#ask('recorded-facts', READ.recordedFacts, [last, until, cutOff, FACTS_AT_A_TIME]);
      yield rows.map((row) => Object.values(row));
      last = integer(rows.at(-1)?.id ?? last);
      more = rows.length === FACTS_AT_A_TIME;
    }
  }

  async latestDay(kind: FactKind): Promise<PlainDate | undefined> {
    const [row] = await this.#ask('latest-day', READ.latestDay, [kind]);
    return typeof row?.day === 'string' ? plainDate(row.day) : undefined;
  }

  async keyCheck(): Promise<string | undefined> {
    const [row] = await this.#ask('key-check', READ.keyCheck, []);
    return row && text(row.value);
  }

  async personsByToken(tokens: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>> {
    if (tokens.length === 0) return new Map();
    const rows = await this.#ask('first-carriers', READ.firstCarriers, [tokens]);
    return inOrder(tokens, new Map(rows.map((row) => [text(row.token), personOf(row)])), (token) => token);
  }

  async recognise(identifiers: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>> {
    if (identifiers.length === 0) return new Map();
    const rows = await this.#ask('tombstones', READ.tombstones, [identifiers.map(tombstoneOf)]);
    return inOrder(identifiers, new Map(rows.map((row) => [text(row.tombstone), personOf(row)])), tombstoneOf);
  }

  async carriersOf(...tokens: readonly Token[]): Promise<readonly RecordNumber[]> {
    if (tokens.length === 0) return [];
    return (await this.#ask(`carriers-of-${tokens.length}`, carriersSql(tokens.length), tokens)).map(personOf);
  }

  async findIdentity(record: RecordNumber): Promise<SealedIdentity | undefined> {
    const [row] = await this.#ask('identity', READ.identity, [serialOf(record)]);
    return row && {wrappedKey: bytes(row.wrapped_key), ciphertext: bytes(row.ciphertext)};
  }

  async sourceRows(source: string): Promise<ReadonlyMap<Token, SourceRow>> {
    const rows = new Map<Token, SourceRow>();
    const read = async (asked: Asked) => {
      for await (const batch of sourceRowsIn(asked, source))
        for (const one of batch.map(sourceRowOf)) rows.set(one.key, one);
    };
    const appending = await this.#flushed();
    await (appending === undefined ? snapshot(this.#server, read) : read(appending.line));
    return rows;
  }

  async rowsAbout(record: RecordNumber): Promise<readonly (SourceRow & {readonly source: string})[]> {
    const rows = await this.#ask('rows-about', READ.rowsAbout, [serialOf(record)]);
    return rows.map((row) => ({...sourceRowOf(row), source: text(row.source)}));
  }

  append<T>(submission: Submission, work: (writer: Writer) => Promise<T> | T): Promise<T> {
    return this.#inTurn(async () => {
      await this.#served.stillTaken();
      const {value, written} = await alone(
        this.#server,
        (client) => this.#append(client, submission, work),
        this.#hasDesk,
      ).finally(() => {
        this.#appending = undefined;
        this.#entered = undefined;
      });
      if (written >= MANY) await settled(this.#server);
      return value;
    });
  }

  async erase(record: RecordNumber, submission: Submission, erasure: Fact): Promise<void> {
    const serial = serialOf(record);
    await this.append(submission, async (writer) => {
      if ((await this.#ask('person', READ.person, [serial])).length === 0) defect('there is no such person to erase');
      for (const row of await this.#ask('joining', READ.joining, [serial]))
        await this.#ask('bury', READ.bury, [tombstoneOf(text(row.token)), serial]);
      for (const [i, sql] of ERASURES.entries()) await this.#ask(`erasure-${i}`, sql, [serial]);
      writer.fact(record, erasure);
    });
    await this.#inTurn(() => cleared(this.#server));
  }

  reading<T>(work: (tables: TablesRead) => Promise<T>): Promise<T> {
    return this.#inTurn(() => snapshot(this.#server, (client) => work(tablesRead(client))));
  }

  filling<T>(work: (tables: TablesFilled) => Promise<T>): Promise<T> {
    this.#entered = undefined;
    return this.#inTurn(async () => {
      const value = await alone(this.#server, (client) => work(tablesFilled(client)));
      await settled(this.#server);
      return value;
    });
  }

  async takeDesk(): Promise<void> {
    if (this.#hasDesk) return;
    const {patienceMs} = this.#server;
    const desk = await kept(this.#server, (client) => takenDesk(client, patienceMs));
    this.#kept.push(desk);
    this.#hasDesk = true;
    // Where the server was away, somebody else may have had it: what was read under it no longer counts.
    desk.once('end', () => {
      this.#hasDesk = false;
    });
    // What was read before may be otherwise.
    this.#entered = undefined;
    this.#basis = undefined;
  }

  serveAlone(): Promise<boolean> {
    return this.#served.take();
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      // Ended, and what they held is free.
      for (const client of this.#kept.splice(0)) client.release(true);
      this.#hasDesk = false;
      if (this.#isOwner && !this.#closed) {
        await this.#served.letGo();
        await this.#server.pool.end();
      }
      this.#closed = true;
    });
  }

  async #append<T>(
    client: pg.PoolClient,
    submission: Submission,
    work: (writer: Writer) => Promise<T> | T,
  ): Promise<{readonly value: T; readonly written: number}> {
    const [row] = await ask(client, 'before', READ.before, []);
    const before = row?.id === null || row === undefined ? undefined : submissionOf(row);
    const desk = this.#hasDesk ? undefined : integer(row?.desk);
    this.#stands(before, desk);
    const {source, file, sha256, recordedAt, recordedBy, rows, held, controlTotals} = submission;
    if (before !== undefined && recordedAt < before.recordedAt) defect('recorded time does not run backwards');
    const id = (before?.id ?? 0) + 1;
    const totals = JSON.stringify(controlTotals);
    await ask(client, 'submit', READ.submit, [id, source, file, sha256, recordedAt, recordedBy, rows, totals, held]);
    const line = new Line(client);
    const writer = new PostgresWriter(line, id, source, {serial: integer(row?.serial), fact: integer(row?.fact)});
    this.#entered = undefined;
    this.#appending = {line, writer};
    try {
      const value = await work(writer);
      await writer.flush();
      this.#basis = {submission: id, desk: this.#basis?.desk ?? desk};
      return {value, written: writer.written};
    } finally {
      writer.end();
    }
  }

  /** Nobody has written since this verb first read, neither here nor beside the register. */
  #stands(before: RecordedSubmission | undefined, desk: number | undefined): void {
    const basis = this.#basis;
    if (basis === undefined) return;
    if ((before?.id ?? 0) !== basis.submission) throw overtakenBy(before);
    if (!this.#hasDesk && desk !== basis.desk) throw overtakenBy(undefined);
  }

  #tables(): FactTables {
    return {
      submissions: () => this.#submissions(),
      lastSerial: async () => integer((await this.#ask('last-serial', READ.lastSerial, []))[0]?.serial),
      facts: (from, to, until) => this.#ask('facts', READ.facts, [from, to, until]),
      pairFacts: (until) => this.#ask('pair-facts', READ.pairFacts, [until]),
      decisions: (until) => this.#ask('decisions', READ.decisions, [until]),
      // What stands until a submission changes only while that one is being written, and is written here.
      version: async () => this.#appending?.writer.lastFact ?? 0,
    };
  }

  #submissions(): Promise<readonly RecordedSubmission[]> {
    const known = this.#entered;
    if (known !== undefined) return known;
    const isWritten = this.#appending !== undefined;
    const asked: Ask = (name, sql, values) => this.#ask(name, sql, values);
    const read = this.#known.read(asked).then(({all, desk}) => {
      if (!isWritten) this.#basis ??= {submission: all.at(-1)?.id ?? 0, desk};
      return all;
    });
    this.#entered = read;
    read.catch(() => {
      if (this.#entered === read) this.#entered = undefined;
    });
    return read;
  }

  async #ask(name: string, sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    const appending = await this.#flushed();
    if (appending !== undefined) return ask(appending.line, name, sql, values);
    const once = () => connection(this.#server, (client) => ask(client, name, sql, values));
    // A connection that stood idle while the server was restarted is not a server that is gone.
    return once().catch((thrown: unknown) => {
      if (thrown instanceof StoreFault && thrown.refusal.reason === 'database-gone') return once();
      throw thrown;
    });
  }

  /** The append under way, with all it has written so far. */
  async #flushed() {
    const appending = this.#appending;
    await appending?.writer.flush();
    return appending;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

/** Whoever read before this was written decides anew. */
const overtakenBy = (before: RecordedSubmission | undefined): StoreFault =>
  new StoreFault({
    reason: 'changed-meanwhile',
    last: before && {by: before.recordedBy, at: before.recordedAt, source: before.source},
  });

/** In the order asked; what is not known is left out. */
const inOrder = <K, V>(asked: readonly K[], known: ReadonlyMap<Token, V>, tokenOf: (one: K) => Token): Map<K, V> =>
  new Map(
    asked.flatMap((one) => {
      const found = known.get(tokenOf(one));
      return found === undefined ? [] : [[one, found] as const];
    }),
  );
