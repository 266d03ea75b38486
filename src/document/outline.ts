/**
 * The statement's text as the office wrote it, per language: Markdown split first, then each sentence MessageFormat 2.
 * `profiles/<p>/statement/<lang>.md` read into blocks, with the line of each for findings.
 */
import type {LanguageTag} from '#concepts/labels';

export interface Outline {
  readonly language: LanguageTag;
  readonly file: string;
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly OutlineBlock[];
  readonly notes: readonly {readonly id: string; readonly line: number; readonly message: string}[];
}

export type OutlineBlock =
  | {
      readonly kind: 'heading';
      readonly line: number;
      readonly level: 2 | 3;
      readonly id: string;
      readonly message: string;
    }
  /** One or more sentences that stand together, each an MF2 message over Markdown text. */
  | {readonly kind: 'paragraph'; readonly line: number; readonly messages: readonly string[]}
  | {readonly kind: 'list'; readonly line: number; readonly items: readonly string[]}
  | {readonly kind: 'table' | 'chart'; readonly line: number; readonly id: string}
  /** Where this year's commentary stands. */
  | {readonly kind: 'commentary'; readonly line: number; readonly id: string};
