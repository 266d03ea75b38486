/** What `adopt` says: what it proposes, asks and found. */
export type GroundWord = 'heading' | 'content' | 'remembered' | 'answered' | 'label' | 'near';

export interface AdoptionWords {
  readonly list: (name: string, what: string, year: number | undefined, rows: number) => string;
  readonly figures: (name: string, figures: number) => string;
  readonly notTaken: (name: string) => string;
  readonly leftOut: string;
  readonly nothing: string;
  readonly grounds: Readonly<Record<GroundWord, string>>;
  /** How many of its cells can be read as the field. */
  readonly readable: (share: number, filled: number) => string;
  readonly certainty: (of: number) => string;
  /** What a column or a block of figures holds. */
  readonly examples: (examples: readonly string[]) => string;
  readonly words: string;
  readonly cells: (number: number) => string;
  readonly assumption: (member: string, code: string) => string;
  readonly open: (questions: number) => string;
  readonly howToAnswer: string;
  readonly written: (path: string) => string;
  readonly answersHead: string;
  readonly ask: {
    readonly column: (heading: string, sheets: string, examples: readonly string[]) => string;
    /** `others`: what else it might be, each with how certain that is. */
    readonly columnAnswers: (proposed: string | undefined, certainty: number, others: string) => string;
    readonly word: (word: string, of: string, cells: number, sheets: string) => string;
    readonly wordAnswers: (proposed: string | undefined, certainty: number) => string;
    readonly assume: (member: string, code: string, sheets: string) => string;
    readonly table: (title: string, sheets: string, examples: readonly string[]) => string;
    readonly tableAnswers: (proposed: string | undefined, certainty: number) => string;
    readonly unknownAnswer: (given: string) => string;
    readonly sure: (lists: number, rows: number, figures: number) => string;
    readonly undo: (adoption: string) => string;
    readonly newCode: {
      readonly code: (list: string) => string;
      readonly label: (language: string, word: string) => string;
    };
  };
  readonly yes: readonly string[];
  readonly adopted: (adoption: string) => string;
  readonly rehearsed: string;
  readonly received: (name: string, source: string, rows: number, taken: number, held: number) => string;
  readonly heldRow: (row: number) => string;
  readonly more: (number: number) => string;
  readonly published: (figures: number) => string;
  readonly agrees: (cells: number) => string;
  readonly differs: (differences: number, cells: number) => string;
  readonly notCompared: (figures: number) => string;
  readonly nothingPublished: (years: string) => string;
  readonly difference: (cell: string, published: number, counted: number, source: string) => string;
  readonly behind: (records: string) => string;
  readonly placeRow: (file: string, row: number) => string;
  readonly causes: {
    readonly held: (rows: string) => string;
    readonly twice: (rows: string) => string;
    readonly elsewhere: (rows: string) => string;
    readonly unknown: (rows: string) => string;
  };
  readonly profileFiles: (files: string) => string;
  readonly undone: (adoption: string, sources: number, rows: number, files: number) => string;
  readonly couldUndo: (adoption: string, sources: number, rows: number, files: number) => string;
  readonly listed: (
    adoption: string,
    at: string,
    by: string,
    files: number,
    undoneAt: string | undefined,
    unfinished: boolean,
  ) => string;
  readonly none: string;
}
