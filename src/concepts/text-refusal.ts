/** Why a text that came back from a word processor is not taken. */
import type {Finding} from './finding.ts';

export type TextRefusal =
  | {
      readonly reason: 'not-a-word-document';
      readonly file: string;
      readonly found:
        | 'not-a-zip'
        | 'old-word'
        | 'open-document'
        | 'encrypted'
        | 'too-large'
        | 'damaged'
        | 'no-document';
    }
  /** It does not say of which statement it is the text. */
  | {readonly reason: 'text-of-what'; readonly file: string; readonly missing: readonly ('period' | 'language')[]}
  /** Tracked changes that nobody accepted. */
  | {
      readonly reason: 'changes-pending';
      readonly file: string;
      readonly changes: readonly PendingChange[];
      readonly authors: readonly string[];
    }
  | {readonly reason: 'text-not-taken'; readonly file: string; readonly stopping: readonly TextStop[]}
  | {readonly reason: 'no-such-sentence'; readonly sentence: string; readonly near: string | undefined}
  | {readonly reason: 'no-such-form'; readonly sentence: string; readonly form: number; readonly forms: number}
  /** A chip that the sentence does not have. */
  | {readonly reason: 'no-such-chip'; readonly chip: string; readonly known: readonly string[]}
  | {readonly reason: 'not-on-the-menu'; readonly given: string; readonly menu: readonly string[]}
  | {readonly reason: 'form-there-already'; readonly sentence: string; readonly form: number}
  | {readonly reason: 'text-change-faulty'; readonly sentence: string; readonly findings: readonly Finding[]};

export interface PendingChange {
  readonly kind: 'inserted' | 'deleted' | 'moved' | 'paragraph';
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

export type TextStop =
  | {
      readonly kind: 'figure-changed';
      readonly sentence: string;
      readonly address: string;
      readonly bound: string;
      readonly found: string;
    }
  | {readonly kind: 'changed-since'; readonly sentence: string; readonly before: string; readonly after: string}
  | {readonly kind: 'not-written'; readonly sentence: string; readonly after: string};
