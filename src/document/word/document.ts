/** A word processor's file as it concerns a text: its paragraphs, figures, notes, remarks and tracked changes. */

export interface WordDocument {
  /** Where the document came from, as it says itself: `opgor.period`. */
  readonly properties: ReadonlyMap<string, string>;
  /** The body outside its tables. */
  readonly paragraphs: readonly WordParagraph[];
  readonly tables: readonly (readonly (readonly WordCell[])[])[];
  /** Footnotes in the order they are mentioned. */
  readonly notes: readonly WordNote[];
  readonly comments: readonly WordComment[];
  /** Changes that nobody has accepted, and that were not to be. */
  readonly pending: readonly TrackedChange[];
  /** How many changes were accepted on the way. */
  readonly accepted: number;
}

export interface WordParagraph {
  readonly kind: 'heading' | 'item' | 'plain';
  readonly level: number;
  readonly style: string;
  readonly pieces: readonly WordPiece[];
}

export interface WordPiece {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly raised: boolean;
  readonly href: string | undefined;
  /** The tag of the content control around it; undefined outside any. */
  readonly control: string | undefined;
  /** Which control of its paragraph it stands in, so that two of the same tag are two. */
  readonly which: number;
  /** The footnote mentioned here; its text is empty. */
  readonly note: string | undefined;
  readonly comments: readonly string[];
}

export interface WordCell {
  readonly text: string;
  readonly control: string | undefined;
}

export interface WordNote {
  readonly id: string;
  readonly pieces: readonly WordPiece[];
}

export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted' | 'moved' | 'paragraph';
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

export const textOfPieces = (pieces: readonly WordPiece[]): string => pieces.map(({text}) => text).join('');
