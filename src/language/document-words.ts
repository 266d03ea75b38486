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
  /** What helps a reader find the way: in pages, and in the head of every medium. */
  readonly reading: {
    readonly skipToContent: string;
    readonly backToText: string;
    readonly period: string;
    readonly cutOff: string;
    readonly producedBy: string;
    readonly source: string;
    readonly seeTable: string;
    readonly close: string;
    readonly note: string;
    /** Between a page's number and the number of pages. */
    readonly pageOf: string;
  };
}
