/**
 * The submissions of a register on a server, shared by all who share the way to it. They are only added, so whoever reads them asks
 * for what came since, together with how often the desk had been taken, in one question.
 */
import {defect} from '#kit/defect';
import {deskSql} from './postgres-locks.ts';
import {integer, type RecordedSubmission, type Row, submissionOf} from './rows.ts';

export interface SubmissionsRead {
  readonly all: readonly RecordedSubmission[];
  /** How often the desk had been taken; undefined while somebody has it. */
  readonly desk: number | undefined;
}

export type Ask = (name: string, sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** From one on, in their order; one row without any where there are none. */
const SINCE = `SELECT desk_now, submission.* FROM (SELECT ${deskSql} AS desk_now FROM opgor.schema_version) AS now
  LEFT JOIN opgor.submission ON id >= $1 ORDER BY id`;

export class Submissions {
  #known: readonly RecordedSubmission[] = [];

  async read(ask: Ask): Promise<SubmissionsRead> {
    const known = this.#known;
    const last = known.at(-1);
    const rows = await ask('submissions-since', SINCE, [last?.id ?? 0]);
    const since = rows.flatMap((row) => (row.id === null ? [] : [submissionOf(row)]));
    if (last !== undefined && !isSame(last, since[0])) return this.#anew(ask);
    const all = last === undefined ? since : since.length === 1 ? known : [...known, ...since.slice(1)];
    if (all.length > this.#known.length) this.#known = all;
    return {all, desk: integerOrNone(rows[0]?.desk_now)};
  }

  /** What was known last was taken back, or it is another register than it was. */
  #anew(ask: Ask): Promise<SubmissionsRead> {
    this.#known = [];
    return this.read(ask);
  }
}

const isSame = (one: RecordedSubmission, other: RecordedSubmission | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const integerOrNone = (cell: Row[string] | undefined): number | undefined =>
  cell === undefined ? defect('a register without its version') : cell === null ? undefined : integer(cell);
