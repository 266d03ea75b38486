/** What is said of a text whose figures were tested. Numbers come written as the text writes them. */
export interface CheckWords {
  readonly summary: (file: string, claims: number, held: number, failed: number, unverified: number) => string;
  /** What the text was held against. */
  readonly against: {
    readonly nothing: string;
    readonly tables: (tables: number) => string;
    readonly internal: (year: string) => string;
    readonly public: (year: string) => string;
  };
  readonly right: (value: string) => string;
  readonly untested: string;
  readonly why: {
    readonly change: (from: string, to: string) => string;
    readonly ratio: (from: string, to: string, times: string) => string;
    readonly share: (part: string, whole: string, percent: string) => string;
    readonly aboveWhole: (part: string, whole: string) => string;
    /** `rest`: how many are not named; below 0, how many too many. */
    readonly parts: (sum: string, total: string, whole: string, rest: number) => string;
    readonly percents: (sum: string) => string;
    readonly tableSum: (sum: string, printed: string) => string;
    readonly known: (table: string, cell: string, value: string) => string;
    readonly largest: (table: string, label: string, value: string) => string;
    readonly sumOfYears: (sum: string, distinct: string | undefined, table: string) => string;
    readonly own: (sentence: string) => string;
    readonly nothing: string;
  };
}
