/**
 * What a file says, row by row, after reading and classifying (GSBPM 5.2–5.3): facts of a person, or a row held back.
 *
 * A stream of rows always ends with one `end`: what was found about the file as a whole, and, where its later part could
 * not be read or contradicts itself, the refusal of the whole delivery. Nothing of a refused delivery may be kept.
 */
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import type {Fact} from '#register/fact';
import type {Identity} from '#register/identity';

export type Delivered = DeliveredRow | DeliveryEnd;

export type DeliveredRow = ClassifiedRow | HeldRow;

export interface ClassifiedRow {
  readonly kind: 'classified';
  /** The row of the file as its reader counts, the header included. */
  readonly row: number;
  /** The values of the key columns; empty for a source without a key. */
  readonly key: readonly string[];
  /** Every cell of the row as text, for its digest: the same row is the same content. In the order of the layout's columns. */
  readonly content: readonly string[];
  /** Undefined: a person who is a record number only. */
  readonly identity?: Identity | undefined;
  readonly facts: readonly Fact[];
  /** What was taken although it looks odd: `dates-out-of-order` … */
  readonly findings: readonly Finding[];
  /**
   * What the row adds to each control total of its source, by measure (`rows`, `returns-2013` …).
   * A measure of persons adds 1 for each row: whoever knows the persons counts each of them once.
   */
  readonly totals: Readonly<Record<string, number>>;
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

export interface DeliveryEnd {
  readonly kind: 'end';
  /** Rows given, held ones included. */
  readonly rows: number;
  /** About the file: columns the layout does not know, a row of totals that disagrees. */
  readonly findings: readonly Finding[];
  readonly refusal?: Refusal | undefined;
}
