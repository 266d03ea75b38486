/** What is said where what was decided of two records is read, and taken back. */
export interface WorkbenchDecidedWords {
  readonly title: string;
  readonly none: string;
  readonly count: (count: number) => string;
  readonly help: string;
  readonly link: string;
  readonly of: (on: string, other: string) => string;
  readonly on: string;
  readonly by: string;
  readonly verdict: string;
  /** What takes a decision made by the profile's rule, and not by a reviewer, besides its name. */
  readonly byPolicy: string;
  readonly takeBack: string;
  readonly wouldMove: string;
  readonly movesNothing: string;
  readonly year: string;
  readonly persons: string;
  readonly repeats: string;
  readonly cells: (year: string, count: number) => string;
  readonly more: (count: number) => string;
  readonly after: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly giveReason: string;
  readonly takenBack: string;
  readonly back: string;
}
