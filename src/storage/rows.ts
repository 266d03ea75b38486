/** Rows of a register's tables as values of the house. A value of another type than the schema's is a defect. */
import {type RecordNumber, recordNumber} from '#concepts/record-number';
import {defect} from '#kit/defect';
import {instant} from '#kit/instant';
import type {Fact, Recorded, SubmissionId} from '#register/fact';
import type {SourceRow, Submission} from './store.ts';

export type Cell = null | number | bigint | string | Uint8Array;
export type Row = Readonly<Record<string, Cell>>;
export type RecordedSubmission = Submission & {readonly id: SubmissionId};

export const text = (value: Cell | undefined): string =>
  typeof value === 'string' ? value : defect('the register gave no text');
export const integer = (value: Cell | undefined): number =>
  typeof value === 'number' ? value : defect('the register gave no number');
export const bytes = (value: Cell | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : defect('the register gave no bytes');

export const personOf = (row: Row): RecordNumber => recordNumber(integer(row.serial));

export const submissionOf = (row: Row): RecordedSubmission => ({
  id: integer(row.id),
  source: text(row.source),
  file: text(row.file),
  sha256: text(row.sha256),
  recordedAt: instant(text(row.recorded_at)),
  recordedBy: text(row.recorded_by),
  rows: integer(row.rows),
  held: integer(row.held),
  controlTotals: JSON.parse(text(row.control_totals)),
});

export function recordedOf(row: Row, record: RecordNumber, submission: RecordedSubmission): Recorded {
  const fact: Fact = JSON.parse(text(row.body));
  return {
    id: integer(row.id),
    record,
    recordedAt: submission.recordedAt,
    recordedBy: submission.recordedBy,
    submission: submission.id,
    source: submission.source,
    ...(row.row !== null && {row: integer(row.row)}),
    fact,
  };
}

export const sourceRowOf = (row: Row): SourceRow => ({
  key: text(row.key),
  byContent: row.by_content === 1,
  digest: text(row.digest),
  record: personOf(row),
  facts: JSON.parse(text(row.facts)),
});
