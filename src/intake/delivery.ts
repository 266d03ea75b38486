/**
 * What a file says, row by row, after reading and classifying (GSBPM 5.2–5.3): facts of a person, or a row held back.
 */
import type {Finding} from '#concepts/finding';
import type {Fact} from '#register/fact';
import type {Identity} from '#register/identity';

export type DeliveredRow = ClassifiedRow | HeldRow;

export interface ClassifiedRow {
  readonly kind: 'classified';
  /** The row of the file as its reader counts, the header included. */
  readonly row: number;
  /** The values of the key columns; empty for a source without a key. */
  readonly key: readonly string[];
  /** Every cell of the row as text, for its digest: the same row is the same content. */
  readonly content: readonly string[];
  /** Undefined: a person who is a record number only. */
  readonly identity?: Identity | undefined;
  readonly facts: readonly Fact[];
  /** What was taken although it looks odd: `in-future` … */
  readonly findings: readonly Finding[];
}

/** A row that cannot be taken as it is. The other rows are; it goes back to the agency with what would mend it. */
export interface HeldRow {
  readonly kind: 'held';
  readonly row: number;
  readonly key: readonly string[];
  readonly content: readonly string[];
  /** Every fault of the row: rule, column, remedy. Values are named by column only. */
  readonly findings: readonly Finding[];
}
