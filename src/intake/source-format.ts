/**
 * The layout of one agency's file and what its columns mean: `profiles/<p>/sources/<id>.yaml`, read by the profile
 * through `source-format-schema.ts`.
 */
import type {Code, CodeListId} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Labels, LanguageTag} from '#concepts/labels';
import type {Source} from '#concepts/source';
import type {FactKind} from '#register/fact';

export interface SourceFormat {
  readonly id: string;
  readonly labels: Labels;
  readonly source: Source;
  /** What its agency is written to in. */
  readonly language: LanguageTag;
  readonly file: FileLayout;
  /** `snapshot`: a missing row is a withdrawal. `increment`: only what is there is said. */
  readonly delivery: 'snapshot' | 'increment';
  /** Of a snapshot: the share of the source's rows that may be gone without its being asked for. */
  readonly mostWithdrawn: number;
  /** The headings of the columns that together name a row; none: the file replaces its predecessor as a multiset. */
  readonly key: readonly string[];
  /** The fields whose first value is the row's day: facts are valid on it, codes are read on it, age is taken on it. */
  readonly day: readonly FieldId[];
  /** Of a list whose rows give no day: the year it is of, on whose last day they are valid. */
  readonly year?: number | undefined;
  /** What the source writes when it does not know, in any column; blank always says so. */
  readonly unknownWords: readonly string[];
  readonly columns: readonly Column[];
  /** Days that must follow each other. */
  readonly order: readonly DateOrder[];
  /** Which facts a row makes, and from which fields. */
  readonly facts: readonly FactRule[];
  /** Control totals a covering letter may give: `persons`, `rows`, `returns` …, each a count of accepted rows. */
  readonly controlTotals: readonly ControlTotal[];
}

export type FieldId = string;

export type FileLayout = {
  readonly decimal: ',' | '.';
  /** The first word of a row of totals below the table: left out, and its numbers compared. */
  readonly totals?: string | undefined;
  /** The table ends at the first blank row below its header: what stands further down is another one. */
  readonly ends?: 'blank-row' | undefined;
  /** A number where a day should be is a spreadsheet's: days since the end of 1899, or since the first of 1904. */
  readonly dayNumbers?: DayNumbers | undefined;
} & (
  | {readonly type: 'csv'; readonly delimiter: string; readonly encoding: 'utf-8' | 'windows-1252'}
  | {readonly type: SheetType; readonly sheet?: string | undefined}
);

/** `xls`: the workbook of before 2007. */
export type SheetType = 'xlsx' | 'ods' | 'xls';

export type DayNumbers = 'since-1900' | 'since-1904';

/** One column: its heading, and the field its value becomes. Headings match without case, accents apart, or outer spaces. */
export interface Column {
  readonly heading: string;
  readonly aliases: readonly string[];
  readonly field: FieldId;
  /** Always, never, or where another field says so: a decision has a day, a case that was never decided has none. */
  readonly required: boolean | When;
  readonly type: ColumnType;
}

/** `given` and `family`: a column each, of one name. */
export type NameRole = 'name' | 'alias' | 'given' | 'family';

export type ColumnType =
  | {readonly kind: 'text'}
  | {readonly kind: 'number'; readonly min?: number | undefined; readonly max?: number | undefined}
  /** A closed question (`Ja`, `Nej`): words to answers. A word given here is an answer even where it elsewhere means unknown. */
  | {readonly kind: 'answer'; readonly words: Readonly<Record<string, string>>}
  /** `yes`: words that say it happened, on a day not given. `no`: words that say it did not, the same as a blank cell. */
  | {
      readonly kind: 'date';
      readonly format: DateFormat;
      readonly notBefore?: string | undefined;
      readonly yes: readonly string[];
      readonly no: readonly string[];
    }
  /** Full or partial; `ca. 1990` is an assessed one. */
  | {
      readonly kind: 'birth-date';
      readonly format: 'dd-mm-yyyy' | 'yyyy-mm-dd';
      /** The field that says the date was assessed. */
      readonly assessedIf?: When | undefined;
    }
  /** Words of the file to codes of a list (`null`: says that none applies); several parted by `separators`. An unheard-of word holds the row. */
  | {
      readonly kind: 'code';
      readonly list: CodeListId;
      readonly words: Readonly<Record<string, Code | null>>;
      readonly separators: readonly string[];
    }
  | {readonly kind: 'name'; readonly role: NameRole; readonly separators: readonly string[]}
  | {readonly kind: 'phone'}
  | IdentifierColumn;

/** `yyyy` is valid on the last day of its year: what happened in it had happened by then. */
export type DateFormat = 'dd-mm-yyyy' | 'yyyy-mm-dd' | 'yyyy';

export interface IdentifierColumn {
  readonly kind: 'identifier';
  readonly scheme: string;
  /** A regular expression the whole value matches, after spaces, and the characters of `ignore`, are gone. */
  readonly pattern?: string | undefined;
  readonly ignore: string;
  /** The first six digits are the day, month and year of birth (CPR): an impossible one is noted, never held. */
  readonly startsWithBirthDate: boolean;
  /** A further identifier that is part of it: the first group of `pattern`, in a scheme of its own. */
  readonly part?: {readonly scheme: string; readonly pattern: string} | undefined;
}

/** `earlier` may not lie after `later`. `hold`: the row goes back; `note`: it is taken, with a finding. */
export interface DateOrder {
  readonly earlier: FieldId;
  readonly later: FieldId;
  readonly otherwise: 'hold' | 'note';
}

/** The value of a field (`$field`), or a constant. */
export type Operand = string | number;

/** For rows in which the field has a value, or one of the given codes or answers. */
export interface When {
  readonly field: FieldId;
  readonly is?: readonly string[] | undefined;
}

/**
 * A fact made from a row. `set` gives the fact's own members (the first operand that has a value),
 * `codes` its codes by concept (those of every operand, the main one first). Without `on` the fact is valid on the row's day.
 */
export interface FactRule {
  readonly kind: FactKind;
  readonly when: readonly When[];
  readonly set: Readonly<Record<string, readonly Operand[]>>;
  readonly codes: Readonly<Record<ConceptId, readonly Operand[]>>;
}

export interface ControlTotal {
  readonly measure: string;
  readonly labels: Labels;
  /** Counts accepted rows, or the persons of them, or sums a number field over them. */
  readonly counts: 'rows' | 'persons' | {readonly sum: FieldId};
  readonly when: readonly When[];
  /** A field with a day: the measure is also kept per year, as `persons-2013`. */
  readonly year?: FieldId | undefined;
}

/** The field an operand reads, or undefined for a constant. */
export const fieldOf = (operand: Operand): FieldId | undefined =>
  typeof operand === 'string' && operand.startsWith('$') ? operand.slice(1) : undefined;
