/**
 * A note: what a reader must know of a figure beside the figure. One model for all of them, whether the office wrote it, a
 * code list's moved row did, or a count found it: where it stands, and what it says, in no language until it is told.
 */
import type {Dated} from '#kit/dated';
import type {CodeChange} from './code-change.ts';
import type {Code} from './code-list.ts';
import type {ConceptId} from './concept.ts';
import type {Labels} from './labels.ts';
import type {Source} from './source.ts';
import type {Unit} from './unit-record.ts';

/** What of a table a note is about. */
export type NotePlace =
  | {readonly kind: 'table'}
  | {readonly kind: 'concept'; readonly concept: ConceptId}
  | {readonly kind: 'category'; readonly concept: ConceptId; readonly code: Code}
  /** A code for each dimension it is not a margin of. */
  | {readonly kind: 'cell'; readonly codes: Readonly<Record<ConceptId, Code>>};

/** A note the office writes (`profiles/<p>/notes.yaml`), in force for the reference periods it touches. */
export interface DeclaredNote extends Dated {
  readonly id: string;
  /** The statement as a whole; or a place, in one table or, for a concept and a category, in every table that has it. */
  readonly on: {readonly kind: 'statement'} | (NotePlace & {readonly table?: string | undefined});
  readonly text: Labels;
  readonly source: Source;
}

/** What is said. What the program itself says has its words in `language/<tag>/`. */
export type NoteContent =
  | {readonly kind: 'written'; readonly text: Labels}
  /** The series breaks before a year: the concept is read differently from then on. */
  | {
      readonly kind: 'series-break';
      readonly concept: ConceptId;
      readonly before: Code;
      readonly changes: readonly CodeChange[];
    }
  /** A code of the list begins, or gets another name: no break, and worth knowing. */
  | {readonly kind: 'list-changed'; readonly concept: ConceptId; readonly changes: readonly CodeChange[]}
  /** Years published before the register beside years it counts. */
  | {readonly kind: 'mixed'; readonly published: readonly number[]; readonly counted: readonly number[]}
  /** What becomes of a decision known only after its year's first edition. */
  | {readonly kind: 'late-decisions'; readonly policy: 'revise' | 'next-edition'}
  | {readonly kind: 'multiple'; readonly concept: ConceptId}
  | {readonly kind: 'published'; readonly sources: readonly string[]}
  | {readonly kind: 'agreeing'; readonly years: readonly number[]; readonly source: string}
  /** Of a figure, how many belong to one and the same case complex. */
  | {
      readonly kind: 'concentration';
      readonly table: string;
      readonly unit: Unit;
      readonly units: number;
      readonly largest: number;
    };

/** A note of a table, at every place of it that it is about. */
export interface Note {
  readonly id: string;
  readonly on: readonly NotePlace[];
  readonly says: NoteContent;
  readonly source?: Source | undefined;
}

/** Which concentrations of figures on one case complex are said. */
export interface Concentration {
  /** More than this part of a figure, below 1. */
  readonly share: number;
  /** Figures below it are left alone: one person is always of one case. */
  readonly atLeast: number;
}
