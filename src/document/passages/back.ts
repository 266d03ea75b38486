/** What came back with a text, kind by kind: what is taken, what stands in the way, and what is told. */

import type {TextStop} from '#concepts/text-refusal';

/** A cell that a typed figure could be bound to, with what the office would write for it. */
export interface Candidate {
  readonly placeholder: string;
  readonly address: string;
  readonly title: string;
}

export type Taken =
  | {readonly kind: 'reworded'; readonly sentence: string; readonly before: string; readonly after: string}
  | {readonly kind: 'added'; readonly after: string; readonly text: string}
  | {readonly kind: 'removed'; readonly sentence: string; readonly before: string}
  | {readonly kind: 'moved'; readonly sentence: string; readonly after: string; readonly text: string}
  | {readonly kind: 'parted' | 'joined'; readonly sentence: string};

/**
 * `figure-changed`: a figure that is bound reads otherwise; both are said. `changed-since`: the office's own text has been changed since
 * the document was written, and the document changes it otherwise. `not-written`: nothing that was read back says the same.
 */
export type Stopping = TextStop;

export type Told =
  | {
      readonly kind: 'typed';
      readonly sentence: string;
      readonly text: string;
      readonly rule: 'typed-figure' | 'guarded-word-typed';
      readonly candidates: readonly Candidate[];
    }
  /** A figure that was bound is not in its sentence any more. */
  | {readonly kind: 'figure-dropped'; readonly sentence: string; readonly address: string; readonly bound: string}
  /** Written by the program, or in another file of the profile: not taken. */
  | {
      readonly kind: 'left';
      readonly what: 'program' | 'commentary' | 'front' | 'heading' | 'table';
      readonly before: string;
      readonly after: string;
    }
  /** The sentence has other forms, for other years, which are as they were. */
  | {readonly kind: 'other-forms'; readonly sentence: string; readonly form: number; readonly forms: number}
  /** The words beside a figure, in the form for this number. */
  | {
      readonly kind: 'figure-words';
      readonly sentence: string;
      readonly option: string;
      readonly before: string;
      readonly after: string;
    }
  /** So many figures had lost what they were bound to, and were found by their text and place. */
  | {readonly kind: 'by-text'; readonly figures: number};

export interface Commented {
  readonly sentence: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}
