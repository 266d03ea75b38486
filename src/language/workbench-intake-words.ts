/** What is said where an agency's file is received. */
export interface WorkbenchIntakeWords {
  readonly title: string;
  readonly choose: string;
  readonly none: string;
  readonly of: (source: string) => string;
  readonly file: string;
  readonly fileHint: string;
  readonly fileHeld: (name: string) => string;
  readonly totals: string;
  readonly totalsHint: string;
  readonly rehearse: string;
  readonly rehearseAgain: string;
  readonly noFile: string;
  readonly noNumber: string;
  readonly rehearsed: string;
  readonly received: string;
  readonly receive: string;
  readonly letGo: string;
  readonly gone: string;
  readonly accept: string;
  readonly manyGone: string;
  readonly read: string;
  readonly persons: string;
  readonly held: (count: number) => string;
  readonly heldHelp: string;
  readonly errors: string;
  readonly findings: string;
  readonly more: (count: number) => string;
  readonly agrees: string;
  readonly measure: string;
  readonly letter: string;
  readonly counted: string;
  readonly difference: string;
  readonly keptUntil: string;
  readonly nothingWaits: string;
  readonly back: string;
}
