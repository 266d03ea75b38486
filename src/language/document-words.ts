/** Words the program puts into a statement: marks, captions, symbols, axis and table heads. */
export interface DocumentWords {
  readonly internal: string;
  readonly synthetic: string;
  readonly draft: string;
  readonly contents: string;
  readonly table: string;
  readonly figure: string;
  readonly notes: string;
  readonly total: string;
  readonly symbols: {
    readonly 'not-collected': string;
    readonly 'not-applicable': string;
    readonly withheld: string;
    readonly published: string;
    readonly break: string;
  };
}
