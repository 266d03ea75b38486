/**
 * The statement's text as the office wrote it, per language: Markdown split first, then each sentence MessageFormat 2.
 * `profiles/<p>/statement/<lang>.md` read into blocks, with the line of each message for findings.
 */
import type {LanguageTag} from '#concepts/labels';

export interface Outline {
  readonly language: LanguageTag;
  readonly file: string;
  readonly title: Message;
  readonly subtitle: Message | undefined;
  readonly blocks: readonly OutlineBlock[];
  readonly notes: readonly {readonly id: string; readonly line: number; readonly messages: readonly Message[]}[];
}

/** One or more sentences in MessageFormat 2, whose text is Markdown. */
export interface Message {
  readonly line: number;
  readonly source: string;
}

export type OutlineBlock =
  | {
      readonly kind: 'heading';
      readonly line: number;
      readonly level: 2 | 3;
      readonly id: string;
      readonly message: Message;
    }
  /** Messages that stand together: a plain paragraph and the `mf2` blocks that touch it. */
  | {readonly kind: 'paragraph'; readonly line: number; readonly messages: readonly Message[]}
  | {readonly kind: 'list'; readonly line: number; readonly items: readonly (readonly Message[])[]}
  | {readonly kind: 'table' | 'chart'; readonly line: number; readonly id: string}
  /** Where the note stands, written from the code lists, on codes that moved in the period: of a table's concepts. */
  | {readonly kind: 'breaks'; readonly line: number; readonly id: string}
  /** Where it stands what became of the figures of earlier editions, written from a table of reasons. */
  | {readonly kind: 'revisions'; readonly line: number; readonly id: string}
  /** Where this period's commentary stands. */
  | {readonly kind: 'commentary'; readonly line: number; readonly id: string};
