/** What is said of a figure of the statement. */
export interface WorkbenchFigureWords {
  readonly title: string;
  readonly what: string;
  readonly table: string;
  readonly of: string;
  readonly total: string;
  readonly whole: string;
  readonly base: string;
  readonly unit: string;
  readonly universe: string;
  readonly everybody: string;
  readonly period: string;
  readonly cutOff: string;
  readonly edition: string;
  /** Of a total that was published before the register: its source. */
  readonly published: string;
  readonly now: string;
  readonly rules: string;
  readonly rule: {
    readonly population: string;
    readonly attribution: string;
    readonly reversal: string;
    readonly lateDecisions: string;
    readonly disagreement: string;
    readonly repetition: string;
  };
  readonly editions: string;
  readonly noEditions: string;
  readonly notInIt: string;
  readonly proofs: string;
  readonly noProofs: string;
  readonly holds: string;
  readonly broken: string;
  readonly provenOnly: string;
  readonly sentences: string;
  readonly behind: string;
  readonly behindHelp: (shown: number, total: number) => string;
  readonly nobody: string;
  readonly notYours: string;
  readonly notPublic: string;
  readonly nothing: Readonly<Record<'not-collected' | 'not-applicable' | 'withheld', string>>;
}
