/** One thing planted wrong, and how the program told it. */
export interface Defect {
  readonly kind: 'files' | 'counts' | 'prose' | 'documents';
  readonly planted: string;
  /** The file and row, the cell, the sentence it was planted in. */
  readonly where: string;
  /** What was told of that place; undefined where nothing was, or only of another. */
  readonly told: () => Promise<string | undefined>;
}

export type Json = (...args: readonly string[]) => Promise<{readonly code: number; readonly answer: Answer}>;

/** An answer of the command as it is read here. */
// biome-ignore lint/suspicious/noExplicitAny: what a command answers is looked into, member by member
export type Answer = any;
