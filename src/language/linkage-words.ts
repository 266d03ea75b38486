/** What is said of a linked table: how it was compared, what the model is, and what to beware of. Shares and weights come written. */
export interface LinkageWords {
  readonly summary: (records: number, pairs: number, clusters: number) => string;
  readonly review: (pairs: number) => string;
  readonly compared: (pairs: number) => string;
  readonly blocked: (pairs: number, recall: string) => string;
  readonly rule: (name: string, pairs: number, recall: string) => string;
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
  readonly warnings: {
    readonly 'm-below-u': (facts: {readonly field: string}) => string;
    readonly 'not-monotone': (facts: {readonly field: string}) => string;
    readonly 'lambda-far-from-deterministic': (facts: {
      readonly lambda: number;
      readonly deterministic: number;
    }) => string;
    readonly 'too-few-matches': (facts: {readonly matches: number}) => string;
    readonly 'nothing-to-compare': () => string;
    readonly contradiction: (facts: {readonly pairs: number}) => string;
  };
}
