/**
 * What the register asks of a store. One contract, one suite (`test/storage/store.contract.test.ts`), several members.
 *
 * Facts are appended in the order of their recorded time and never changed; a person's key and tokens are all that can be deleted.
 * Whatever `append` did is durable when it resolves, and nothing of it is there if it rejects.
 */

import type {RecordNumber} from '#concepts/record-number';
import type {Instant} from '#kit/instant';
import type {Fact, FactId, SubmissionId} from '#register/fact';
import type {PersonFile} from '#register/person-file';

/** A keyed hash (HMAC-SHA-256, truncated to 16 bytes, hexadecimal) of an identifier or name token: finds, never tells. */
export type Token = string;

/** An identity as the store sees it. AES-256-GCM: nonce ‖ ciphertext ‖ tag. */
export interface SealedIdentity {
  /** The person's own key, wrapped by the workspace's key. */
  readonly wrappedKey: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** One delivery of one source, or one entry by hand. */
export interface Submission {
  readonly source: string;
  /** The file's name without its folder; empty for an entry by hand. */
  readonly file: string;
  readonly sha256: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly rows: number;
  /** Control totals of the covering letter, by measure. */
  readonly controlTotals: Readonly<Record<string, number>>;
}

/** A row of a source as the register last took it. */
export interface SourceRow {
  /** Keyed hash of the row's key in its source; for a source without a key, of the whole row and its rank among equals. */
  readonly key: Token;
  /** Keyed hash of the row's content. */
  readonly digest: Token;
  readonly record: RecordNumber;
  readonly facts: readonly FactId[];
}

export interface Store {
  /** The latest recorded time: the default cut-off. Undefined for an empty register. */
  latest(): Promise<Instant | undefined>;
  submissions(asAt?: Instant): Promise<readonly (Submission & {readonly id: SubmissionId})[]>;
  /** Every person's file as it stood, by record number. */
  personFiles(asAt: Instant): AsyncIterable<PersonFile>;
  findPersonFile(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined>;
  /** Who carries each token; tokens nobody carries are left out. */
  personsByToken(tokens: readonly Token[]): Promise<ReadonlyMap<Token, RecordNumber>>;
  /** The latest identity of a person; undefined when erased or never known. */
  findIdentity(record: RecordNumber): Promise<SealedIdentity | undefined>;
  /** The rows of a source as they stand now, by key. */
  sourceRows(source: string): Promise<ReadonlyMap<Token, SourceRow>>;
  /** One transaction: all or nothing. */
  append<T>(submission: Submission, work: (writer: Writer) => Promise<T> | T): Promise<T>;
  /** Destroys the person's key, ciphertexts and tokens, and records the erasure. The facts stand. */
  erase(record: RecordNumber, submission: Submission, erasure: Fact): Promise<void>;
  close(): Promise<void>;
}

export interface Writer {
  /** A new person: the next record number. */
  person(): RecordNumber;
  identity(record: RecordNumber, sealed: SealedIdentity, tokens: readonly Token[]): void;
  fact(record: RecordNumber, fact: Fact, row?: number): FactId;
  /** How a row of the submission's source stands from now on; undefined: it is gone. */
  sourceRow(key: Token, row: Omit<SourceRow, 'key'> | undefined): void;
}
