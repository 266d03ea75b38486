/** The hand-over as blocks: one content for a page of the web, for Markdown and for paper. A text's commands are between backticks. */
import type {LanguageTag} from '#concepts/labels';
import type {Instant} from '#kit/instant';
import type {PlainDate} from '#kit/plain-date';

export interface HandOverText {
  readonly language: LanguageTag;
  readonly title: string;
  readonly office: string;
  /** What it is called, where the office stands beside it. */
  readonly name: string;
  readonly made: Instant;
  readonly blocks: readonly Block[];
}

export type Block =
  | {readonly kind: 'heading' | 'text'; readonly text: string}
  /** To be ticked off. */
  | {readonly kind: 'open' | 'list'; readonly items: readonly string[]}
  | {readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]}
  | YearBlock;

/** The year from a day on, once round: as a picture, and as a list of the days in it. */
export interface YearBlock {
  readonly kind: 'year';
  readonly head: readonly [day: string, what: string, how: string];
  readonly today: PlainDate;
  /** Beside the hand at today. */
  readonly now: string;
  readonly days: readonly YearDay[];
  /** What the picture shows, for whoever does not see it. */
  readonly alternative: string;
}

export interface YearDay {
  readonly on: PlainDate;
  /** As it is written in the language. */
  readonly day: string;
  readonly what: string;
  readonly command: string | undefined;
  /** Told to others: it may not be moved in silence. */
  readonly promised: boolean;
}

/** A text parted into what is read and what is typed. */
export const runsOf = (text: string): readonly {readonly text: string; readonly command: boolean}[] =>
  text.split('`').flatMap((piece, i) => (piece === '' ? [] : [{text: piece, command: i % 2 === 1}]));
