/** Headings of the columns added to rows that go back to an agency. */
export interface ErrorsFileWords {
  readonly row: string;
  readonly rule: string;
  readonly remedy: string;
}
