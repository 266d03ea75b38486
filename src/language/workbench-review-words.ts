/** What is said where pairs that may be one person are reviewed in the browser. */
export interface WorkbenchReviewWords {
  readonly title: string;
  readonly find: string;
  readonly findHelp: string;
  readonly begin: string;
  readonly pair: string;
  readonly weight: string;
  readonly look: string;
  readonly verdict: string;
  readonly moves: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly decide: string;
  readonly skip: string;
  readonly queue: string;
  readonly keys: string;
  readonly chooseVerdict: string;
  readonly giveReason: string;
  readonly about: string;
  readonly forAndAgainst: string;
  readonly compared: string;
  readonly bits: string;
  /** The odds before anything is compared. */
  readonly start: string;
  readonly more: (count: number) => string;
}
