/** What is said of a linked table: how it was compared, what the model is, and what to beware of. Shares and weights come written. */
export interface LinkageWords {
  /** What parts the decimals of a number. */
  readonly decimal: '.' | ',';
  readonly summary: (records: number, pairs: number, clusters: number) => string;
  readonly review: (pairs: number) => string;
  readonly compared: (pairs: number) => string;
  /** Of the rows that differ none was compared with another; `identical`: rows that say the same were linked. */
  readonly noneCompared: (identical: boolean) => string;
  /** `recall` undefined: no likely match was there to tell. */
  readonly blocked: (pairs: number, recall: string | undefined) => string;
  readonly rule: (name: string, pairs: number, recall: string | undefined) => string;
  readonly oversized: (blocks: number, pairs: number) => string;
  readonly identical: (groups: number, records: number) => string;
  readonly unsaid: (groups: number, records: number) => string;
  readonly silent: (records: number) => string;
  readonly repeatedIds: (rows: number) => string;
  readonly lambda: (share: string, expected: number) => string;
  readonly field: (name: string, known: number) => string;
  readonly level: (name: string, m: string, u: string, weight: string) => string;
  readonly start: string;
  readonly missing: string;
  readonly frequency: string;
  readonly sum: string;
  readonly proven: string;
  /** Of a list that was encoded; each is a comment of one line. */
  readonly encoded: {
    readonly newKey: (path: string) => string;
    readonly written: (rows: number, path: string) => string;
    readonly wouldWrite: (rows: number, path: string) => string;
    readonly columns: (names: string) => string;
    readonly field: (name: string, encoded: number, missing: number, unread: number) => string;
    readonly leftOut: (part: string) => string;
    readonly ids: Readonly<Record<'row' | 'keyed' | 'as-is', string>>;
    readonly order: string;
    readonly policy: string;
  };
  readonly warnings: {
    readonly 'm-below-u': (facts: {readonly field: string}) => string;
    readonly 'not-monotone': (facts: {readonly field: string}) => string;
    readonly 'lambda-far-from-deterministic': (facts: {
      readonly lambda: number;
      readonly deterministic: number;
    }) => string;
    readonly 'too-few-matches': (facts: {readonly matches: number}) => string;
    readonly 'nothing-to-compare': () => string;
    readonly 'identical-records': (facts: {
      readonly blocks: number;
      readonly records: number;
      readonly largest: number;
    }) => string;
    readonly contradiction: (facts: {readonly pairs: number}) => string;
  };
}
