/** Where a definition comes from. Without one it does not load. */
export interface Source {
  readonly title: string;
  /** The place in it: a paragraph, a page, a table. */
  readonly at?: string | undefined;
  readonly url?: string | undefined;
}
