/**
 * The layout of one agency's file and what its columns mean: `profiles/<p>/sources/<id>.yaml`, read by the profile.
 */
import type {Code, CodeListId} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Labels} from '#concepts/labels';
import type {Source} from '#concepts/source';
import type {FactKind} from '#register/fact';

export interface SourceFormat {
  readonly id: string;
  readonly labels: Labels;
  readonly source: Source;
  readonly file: FileLayout;
  /** `snapshot`: a missing row is a withdrawal. `increment`: only what is there is said. */
  readonly delivery: 'snapshot' | 'increment';
  /** The headings of the columns that together name a row; none: the file replaces its predecessor as a multiset. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** Which facts a row makes, and from which fields. */
  readonly facts: readonly FactRule[];
  /** Control totals a covering letter may give: `persons`, `rows`, `returns` …, each a count of accepted rows. */
  readonly controlTotals: readonly ControlTotal[];
}

export type FileLayout =
  | {
      readonly type: 'csv';
      readonly delimiter: string;
      readonly encoding: 'utf-8' | 'windows-1252';
      readonly decimal: ',' | '.';
    }
  | {readonly type: 'xlsx' | 'ods'; readonly sheet?: string | undefined};

/** One column: its heading, and the field its value becomes. Headings match without case, accents apart, or outer spaces. */
export interface Column {
  readonly heading: string;
  readonly aliases: readonly string[];
  readonly field: string;
  readonly required: boolean;
  readonly type: ColumnType;
}

export type ColumnType =
  | {readonly kind: 'text'}
  | {readonly kind: 'number'; readonly min?: number | undefined; readonly max?: number | undefined}
  | {readonly kind: 'flag'; readonly yes: readonly string[]; readonly no: readonly string[]}
  | {
      readonly kind: 'date';
      readonly format: 'dd-mm-yyyy' | 'yyyy-mm-dd' | 'yyyy';
      readonly notBefore?: string | undefined;
    }
  | {readonly kind: 'birth-date'; readonly format: 'dd-mm-yyyy' | 'yyyy-mm-dd'}
  /** Words of the file to codes of a list; several values parted by `separator`. A word that is in no row is held. */
  | {
      readonly kind: 'code';
      readonly list: CodeListId;
      readonly words: Readonly<Record<string, Code>>;
      readonly separator?: string | undefined;
    }
  | {readonly kind: 'name'; readonly role: 'name' | 'alias'; readonly separator?: string | undefined}
  | {readonly kind: 'identifier'; readonly scheme: string};

/**
 * A fact made from a row. `when`: only for rows in which the field has a value (or one of the given codes).
 * `set` gives the fact's own members from fields (`$field`) or constants; `codes` its codes by concept, likewise.
 */
export interface FactRule {
  readonly kind: FactKind;
  readonly when?: {readonly field: string; readonly is?: readonly string[] | undefined} | undefined;
  readonly set: Readonly<Record<string, string | number>>;
  readonly codes: Readonly<Record<ConceptId, string>>;
}

export interface ControlTotal {
  readonly measure: string;
  readonly labels: Labels;
  /** Counts accepted rows, or sums a number field over them. */
  readonly counts: 'rows' | 'persons' | {readonly sum: string};
  readonly when?: FactRule['when'];
}
