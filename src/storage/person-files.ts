/**
 * Files of persons out of a store's tables, the same of every member: facts as they stood at a moment, records that decisions
 * of that moment join under the lowest. Facts are only added, and every read is cut at the submission last known when it began:
 * read in any number of batches, it is of one moment.
 */
import {type RecordNumber, recordNumber, serialOf} from '#concepts/record-number';
import {breath} from '#kit/breath';
import {defect} from '#kit/defect';
import type {Instant} from '#kit/instant';
import type {Recorded, SubmissionId} from '#register/fact';
import {byNumber} from '#register/identities';
import type {PersonFile} from '#register/person-file';
import {type Decided, decidedBy} from './decided.ts';
import {integer, type RecordedSubmission, type Row, recordedOf} from './rows.ts';

/** What is asked of a member's tables. Rows of facts have `id, serial, submission, row, body`. */
export interface FactTables {
  /** All, in their order. */
  submissions(): Promise<readonly RecordedSubmission[]>;
  /** The last person's; 0 of none. */
  lastSerial(): Promise<number>;
  /** Of these persons, by person and fact. */
  facts(from: number, to: number, until: SubmissionId): Promise<readonly Row[]>;
  /** Of all that are about pairs, and what withdrew them, in their order. */
  pairFacts(until: SubmissionId): Promise<readonly Row[]>;
  /** Of decisions alone, likewise. */
  decisions(until: SubmissionId): Promise<readonly Row[]>;
  /** Another number once a fact was added until a submission. */
  version(): Promise<number>;
}

/** Persons read at a time: memory stays the same however many there are. */
const PERSONS_AT_A_TIME = 1000;

type Submissions = ReadonlyMap<SubmissionId, RecordedSubmission>;

export class PersonFiles {
  readonly #tables: FactTables;
  /** As last read. */
  #decided: {readonly until: SubmissionId; readonly version: number; readonly decided: Decided} | undefined;

  constructor(tables: FactTables) {
    this.#tables = tables;
  }

  async *all(asAt: Instant): AsyncIterable<PersonFile> {
    const submissions = await this.#known(asAt);
    const decided = await this.#decidedAt(submissions);
    const last = await this.#tables.lastSerial();
    for (let from = 1; from <= last; from += PERSONS_AT_A_TIME) {
      await breath();
      const rows = await this.#tables.facts(from, from + PERSONS_AT_A_TIME - 1, lastOf(submissions));
      const files = filesOf(rows, submissions);
      if (decided.circle.size === 0) yield* files;
      else for (const file of files) yield* await this.#asDecided(file, decided, submissions);
    }
  }

  async find(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined> {
    const submissions = await this.#known(asAt);
    const decided = await this.#decidedAt(submissions);
    const serial = serialOf(record);
    const file = await this.#recordOf(decided.lowest.get(serial) ?? serial, submissions);
    return file && (await this.#asDecided(file, decided, submissions))[0];
  }

  async pairFacts(asAt: Instant): Promise<readonly Recorded[]> {
    const submissions = await this.#known(asAt);
    return recordedIn(await this.#tables.pairFacts(lastOf(submissions)), submissions);
  }

  async findRecord(record: RecordNumber, asAt: Instant): Promise<PersonFile | undefined> {
    return this.#recordOf(serialOf(record), await this.#known(asAt));
  }

  async #recordOf(serial: number, submissions: Submissions): Promise<PersonFile | undefined> {
    return filesOf(await this.#tables.facts(serial, serial, lastOf(submissions)), submissions)[0];
  }

  /** The file that a record's becomes, with those of all it is one with; none, where it is in another's. */
  async #asDecided(
    file: PersonFile,
    {lowest, members, circle}: Decided,
    submissions: Submissions,
  ): Promise<readonly PersonFile[]> {
    const serial = serialOf(file.record);
    const widest = circle.get(serial);
    if (widest === undefined) return [file];
    if ((lowest.get(serial) ?? serial) !== serial) return [];
    const others = (members.get(serial) ?? []).filter((one) => one !== serial);
    const facts: Recorded[] = [];
    for (const one of others) facts.push(...((await this.#recordOf(one, submissions))?.facts ?? []));
    const all = facts.length === 0 ? file.facts : [...file.facts, ...facts].sort(byNumber);
    return [{record: file.record, facts: all, circle: recordNumber(widest)}];
  }

  async #decidedAt(submissions: Submissions): Promise<Decided> {
    const until = lastOf(submissions);
    const version = await this.#tables.version();
    if (this.#decided?.until === until && this.#decided.version === version) return this.#decided.decided;
    const decided = decidedBy(recordedIn(await this.#tables.decisions(until), submissions));
    this.#decided = {until, version, decided};
    return decided;
  }

  async #known(asAt: Instant): Promise<Submissions> {
    const known = (await this.#tables.submissions()).filter(({recordedAt}) => recordedAt <= asAt);
    return new Map(known.map((submission) => [submission.id, submission]));
  }
}

const lastOf = (submissions: Submissions): SubmissionId => [...submissions.keys()].at(-1) ?? 0;
const submissionIn = (submissions: Submissions, row: Row): RecordedSubmission =>
  submissions.get(integer(row.submission)) ?? defect('a fact without its submission');

const recordedIn = (rows: readonly Row[], submissions: Submissions): readonly Recorded[] =>
  rows.map((row) => recordedOf(row, recordNumber(integer(row.serial)), submissionIn(submissions, row)));

/** Rows in the order of person and fact, one file per person. */
function filesOf(rows: readonly Row[], submissions: Submissions): readonly PersonFile[] {
  const files = Map.groupBy(rows, ({serial}) => integer(serial));
  return [...files].map(([serial, facts]) => {
    const record = recordNumber(serial);
    return {record, facts: facts.map((row) => recordedOf(row, record, submissionIn(submissions, row)))};
  });
}
