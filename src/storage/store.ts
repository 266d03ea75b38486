/**
 * What the register asks of a store. One contract, one suite (`test/storage/store.contract.test.ts`), several members.
 *
 * Facts are appended in the order of their recorded time and never changed; a person's key and tokens are all that can be deleted.
 * Whatever `append` did is durable when it resolves, and nothing of it is there if it rejects. Appends wait for each other;
 * reads made while one is under way, as its work may, see what it has written so far.
 */

import type {RecordNumber} from '#concepts/record-number';
import type {Instant} from '#kit/instant';
import type {PlainDate} from '#kit/plain-date';
import type {Fact, FactId, FactKind, Recorded, SubmissionId} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import type {SealedIdentity} from '#register/seal';
import type {IdentityTokens, Token} from '#register/tokens';

export type {SealedIdentity, Token};

/** One delivery of one source, or one entry by hand. */
export interface Submission {
  readonly source: string;
  /** The file's name without its folder; empty for an entry by hand. */
  readonly file: string;
  readonly sha256: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly rows: number;
  /** Of these, how many were held back. */
  readonly held: number;
  /** Control totals of the covering letter beside what the rows taken came to. */
  readonly controlTotals: readonly ReconciledTotal[];
}

export interface ReconciledTotal {
  readonly measure: string;
  /** Where the measure was given without the year it was counted for. */
  readonly meant?: string;
  readonly given: number;
  readonly counted: number;
}

/** A row of a source as the register last took it. */
export interface SourceRow {
  /** Keyed hash of the row's key in its source, or of its content and its rank among equals; by chance once its person is erased. */
  readonly key: Token;
  /** The row has no key in its source: it is known by its content. */
  readonly byContent: boolean;
  /** Keyed hash of the row's content; empty for an erased person's. */
  readonly digest: Token;
  readonly record: RecordNumber;
  readonly facts: readonly FactId[];
}

/** A fact as a recount takes it in: id, serial, kind, day, source, recorded time, body (the fact as JSON). */
export type FactRow = readonly (null | number | bigint | string | Uint8Array)[];

export interface Store {
  /** The latest recorded time: the default cut-off. Undefined for an empty register. */
  latest(): Promise<Instant | undefined>;
  submissions(asAt?: Instant): Promise<readonly (Submission & {readonly id: SubmissionId})[]>;
  /** Every person's file as it stood, by record number: records that decisions of the moment join are one file, under the lowest. */
  personFiles(asAt: Instant): AsyncIterable<PersonFile>;
  /** The file that the record is in. */
  findPersonFile(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined>;
  /** What was said of pairs of records, and what took it back: questions, judgements and decisions of who is the same person. */
  pairFacts(asAt: Instant): Promise<readonly Recorded[]>;
  /** What the record itself holds, whoever it was decided to be: what its sources said and correct. */
  findRecord(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined>;
  /** Every fact as it stood, in the order recorded, in batches: what a recount reads, which shares no code with the files. */
  recordedFacts(cutOff: Instant): AsyncIterable<readonly FactRow[]>;
  /** The latest day that a fact of a kind is of, whether or not it stands. */
  latestDay(kind: FactKind): Promise<PlainDate | undefined>;
  /** The check of the workspace key its identities and tokens were made with; undefined before the first. */
  keyCheck(): Promise<string | undefined>;
  /** Who carries each token, of several the one registered first; tokens nobody carries are left out. */
  personsByToken(tokens: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>>;
  /** Which erased person had each identifier: so that a row is known to be theirs. Finds nobody who can be named, and no names. */
  recognise(identifiers: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>>;
  /** All who carry every one of these tokens, as several may carry a name; of no tokens, nobody. */
  carriersOf(...tokens: readonly Token[]): Promise<readonly RecordNumber[]>;
  /** The latest identity of a person; undefined when erased or never known. */
  findIdentity(record: RecordNumber): Promise<SealedIdentity | undefined>;
  /** The rows of a source as they stand now, by key. */
  sourceRows(source: string): Promise<ReadonlyMap<Token, SourceRow>>;
  /** The rows about a person as they stand now, of every source. */
  rowsAbout(record: RecordNumber): Promise<readonly (SourceRow & {readonly source: string})[]>;
  /** One transaction: all or nothing. */
  append<T>(submission: Submission, work: (writer: Writer) => Promise<T> | T): Promise<T>;
  /**
   * Destroys the person's key, ciphertexts, tokens and whatever was made of the content of their rows, and records the erasure.
   * What is left of each identifier is its tombstone. The facts stand.
   */
  erase(record: RecordNumber, submission: Submission, erasure: Fact): Promise<void>;
  /** The same register for another verb, where several share the way to it: each reads for itself, and closes what it was given. */
  session(): Store;
  /**
   * Until it is closed, nobody else appends, nor has the desk: for what is written beside the register, as editions are. Whoever
   * read before and appends after is refused.
   */
  takeDesk(): Promise<void>;
  /** Until it is closed, this process alone serves the register, which others may still open; false where one does already. */
  serveAlone(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Writer {
  readonly submission: SubmissionId;
  /** For a delivery that is counted as it streams by: how many rows it had, how many were held, and what the others came to. */
  received(rows: number, held: number, controlTotals: readonly ReconciledTotal[]): void;
  /** Which workspace key the register is kept with; said once, never changed. */
  keyCheck(check: string): void;
  /** A new person: the next record number. */
  person(): RecordNumber;
  /** A further version of the person's identity, with all the tokens it has: those of earlier versions are forgotten. */
  identity(record: RecordNumber, sealed: SealedIdentity, tokens: IdentityTokens): void;
  fact(record: RecordNumber, fact: Fact, row?: number): FactId;
  /** How a row of a source, the submission's unless told, stands from now on; undefined: it is gone. */
  sourceRow(key: Token, row: Omit<SourceRow, 'key'> | undefined, source?: string): void;
}
