/** What is said where rows that were held back are answered one by one. */
export interface WorkbenchHeldWords {
  readonly title: (source: string) => string;
  readonly of: (row: number) => string;
  readonly answer: string;
  readonly waiting: (count: number, file: string) => string;
  readonly none: string;
  /** Where the rows are, and until when. */
  readonly kept: (until: string) => string;
  readonly notKept: (count: number) => string;
  readonly row: string;
  readonly wrong: string;
  readonly column: string;
  readonly help: string;
  readonly required: string;
  readonly receive: string;
  readonly received: (row: number) => string;
  readonly stillHeld: (count: number) => string;
  readonly letGo: string;
  readonly letGoHelp: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly giveReason: string;
  readonly gone: (row: number) => string;
  readonly all: string;
  readonly toFile: string;
}
