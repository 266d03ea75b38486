/** What was received, as plain data without names: the answer to an agency's file. */
import type {Finding} from '#concepts/finding';
import type {Instant} from '#kit/instant';
import type {SubmissionId} from '#register/fact';

export interface Receipt {
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  readonly recordedAt: Instant;
  /** Undefined after a rehearsal, and for the file the register had last from the source, which changes nothing. */
  readonly submission?: SubmissionId;
  readonly dryRun: boolean;
  readonly rows: RowCounts;
  readonly facts: {readonly recorded: number; readonly withdrawn: number};
  /** Of the rows taken: persons the register did not have, and those it had. */
  readonly persons: {readonly new: number; readonly known: number};
  /** At most {@link LISTED} of them; `rows.held` counts all. */
  readonly held: readonly HeldReceipt[];
  readonly controlTotals: readonly Reconciled[];
  /** About the file, about rows taken although they look odd (at most {@link LISTED}), and control totals that disagree. */
  readonly findings: readonly Finding[];
}

export interface RowCounts {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** No longer in the source's file. */
  readonly withdrawn: number;
  readonly held: number;
}

export interface HeldReceipt {
  readonly row: number;
  readonly findings: readonly Finding[];
}

export interface Reconciled {
  readonly measure: string;
  /** What a measure without a year was held against: that of the latest year in the file, `persons-2013`. */
  readonly meant?: string;
  readonly given: number;
  readonly counted: number;
  /** Counted less given. */
  readonly difference: number;
}

/** More would help nobody: a file with more faults has one fault. */
export const LISTED = 10_000;
