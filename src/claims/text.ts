/** Somebody's text as it is read from any kind of file: what stands in it in order, without how it looks. */
export interface Text {
  /** As the file is called, without its folder. */
  readonly name: string;
  readonly blocks: readonly TextBlock[];
}

export type TextBlock =
  | {readonly kind: 'heading'; readonly text: string}
  | {readonly kind: 'paragraph'; readonly text: string}
  | {readonly kind: 'table'; readonly caption: string; readonly rows: readonly (readonly string[])[]};
