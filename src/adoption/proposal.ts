/** What is proposed of an office's folder, with how certain it is, and what a person has to say to it. */
import type {Code} from '#concepts/code-list';
import type {Finding} from '#concepts/finding';
import type {FieldId, SourceFormat} from '#intake/source-format';
import type {Example} from './examples.ts';
import type {TableSeen} from './find-table.ts';
import type {SheetSeen} from './sheet-seen.ts';

/** From here on a proposal is taken unless somebody says otherwise; below it, somebody is asked. */
export const SURE = 0.8;
/** Below this nothing is proposed. */
export const SLIGHT = 0.35;

/** `heading`: what it is called; `content`: what is in it; `remembered`: as in an earlier file; `answered`: somebody said so. */
export type Ground = 'heading' | 'content' | 'remembered' | 'answered';

export interface ColumnProposal {
  readonly place: number;
  readonly heading: string;
  /** Undefined: left out. */
  readonly field: FieldId | undefined;
  readonly certainty: number;
  readonly grounds: readonly Ground[];
  /** Cells that are filled in, and the share of them that can be read as the field. */
  readonly filled: number;
  readonly readable: number | undefined;
  /** What it holds, without saying whose. */
  readonly examples: readonly Example[];
  /** What else it might be, the likeliest first. */
  readonly others: readonly {readonly field: FieldId; readonly certainty: number}[];
}

/** A word of a column of codes, or of an answer: what it stands for. */
export interface WordProposal {
  /** The code list, or the field of a closed question. */
  readonly of: string;
  readonly word: string;
  /** Cells it stands in. */
  readonly cells: number;
  /** Undefined: nothing is proposed. Null: says that none applies. */
  readonly code: Code | null | undefined;
  readonly certainty: number;
  readonly grounds: readonly (Ground | 'label' | 'near')[];
}

/** A member of a fact that no column gives: what is taken to hold of every row. */
export interface Assumption {
  readonly member: string;
  readonly list: string;
  /** Null: it does not hold, so the list cannot be taken. */
  readonly code: Code | null;
  readonly certainty: number;
}

/** A list of persons, or of returns: one row, one of them. */
export interface ListProposal {
  readonly kind: 'list';
  readonly seen: SheetSeen;
  readonly table: TableSeen;
  readonly pattern: SourceFormat;
  readonly columns: readonly ColumnProposal[];
  readonly words: readonly WordProposal[];
  readonly assumptions: readonly Assumption[];
  /** What it is of, by its name or its days. */
  readonly year: number | undefined;
  /** No column gives a day: the rows are of the year. */
  readonly yearOnly: boolean;
  /** Rows that are no persons, most likely. */
  readonly sparse: readonly number[];
  readonly findings: readonly Finding[];
}

/** A sheet of figures: each enters as what was published. */
export interface FiguresProposal {
  readonly kind: 'figures';
  readonly seen: SheetSeen;
  readonly figures: readonly Figure[];
  readonly blocks: readonly BlockProposal[];
  readonly findings: readonly Finding[];
}

export interface BlockProposal {
  /** Its first row. */
  readonly row: number;
  readonly title: string;
  readonly table: string | undefined;
  readonly certainty: number;
  readonly year: number | undefined;
  readonly words: readonly WordProposal[];
  /** The first of its figures, as they stand. */
  readonly examples: readonly string[];
}

export interface Figure {
  readonly table: string;
  readonly year: number;
  readonly code: Code | undefined;
  readonly value: number;
  readonly row: number;
}

/** Nothing of it is taken; its findings say why. */
export interface NoProposal {
  readonly kind: 'none';
  readonly seen: SheetSeen;
  readonly findings: readonly Finding[];
}

export type SheetProposal = ListProposal | FiguresProposal | NoProposal;
