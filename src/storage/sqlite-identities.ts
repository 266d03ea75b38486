/**
 * Which records are read as one file at a moment, and which were ever decided to be one: from the decisions, which are few and
 * found by an index of their own. A register without any asks once and knows.
 */
import type {DatabaseSync} from 'node:sqlite';
import {recordNumber} from '#concepts/record-number';
import type {SubmissionId} from '#register/fact';
import {everEdges, lowestOf, standingEdges} from '#register/identities';
import {integer, type RecordedSubmission, type Row, recordedOf} from './sqlite-rows.ts';

export interface Identities {
  /** The record whose file holds this one's facts, where that may be another. */
  readonly lowest: ReadonlyMap<number, number>;
  /** The records of one file, by the one it is under: lowest first. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  /** The lowest of all that a record was ever decided to be one with. */
  readonly circle: ReadonlyMap<number, number>;
}

const NONE: Identities = {lowest: new Map(), members: new Map(), circle: new Map()};

export class SqliteIdentities {
  readonly #read: ReturnType<typeof prepare>;
  /** As last read. Facts are only ever added, so it holds until there is a further one. */
  #known: {readonly until: SubmissionId; readonly fact: number; readonly identities: Identities} | undefined;

  constructor(database: DatabaseSync) {
    this.#read = prepare(database);
  }

  at(until: SubmissionId, submissionOf: (row: Row) => RecordedSubmission): Identities {
    const fact = integer(this.#read.lastFact.get()?.id);
    if (this.#known?.until === until && this.#known.fact === fact) return this.#known.identities;
    const identities = this.#read.any.get(until) === undefined ? NONE : this.#worked(until, submissionOf);
    this.#known = {until, fact, identities};
    return identities;
  }

  #worked(until: SubmissionId, submissionOf: (row: Row) => RecordedSubmission): Identities {
    const facts = this.#read.decisions
      .all(until)
      .map((row) => recordedOf(row, recordNumber(integer(row.serial)), submissionOf(row)));
    const lowest = lowestOf(standingEdges(facts));
    const members = Map.groupBy([...lowest.keys()].sort(byNumber), (serial) => lowest.get(serial) ?? serial);
    return {lowest, members, circle: lowestOf(everEdges(facts))};
  }
}

const byNumber = (a: number, b: number) => a - b;

const prepare = (database: DatabaseSync) => ({
  lastFact: database.prepare('SELECT coalesce(max(id), 0) AS id FROM fact'),
  any: database.prepare("SELECT 1 FROM fact WHERE kind = 'identity-decision' AND submission <= ? LIMIT 1"),
  decisions: database.prepare(`
    SELECT id, serial, submission, row, body FROM fact
    WHERE serial IN (SELECT serial FROM fact WHERE kind = 'identity-decision')
      AND kind IN ('identity-decision', 'withdrawal') AND submission <= ? ORDER BY id`),
});
