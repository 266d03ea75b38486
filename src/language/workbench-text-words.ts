/** What is said where the statement's text is read and changed beside what it says. */
import type {LanguageTag} from '#concepts/labels';

export interface WorkbenchTextWords {
  readonly title: (language: LanguageTag, period: string) => string;
  readonly toText: string;
  readonly toStatement: string;
  readonly toPage: string;
  readonly otherLanguage: (language: LanguageTag) => string;
  /** Of a statement, beside its text. */
  readonly says: string;
  readonly source: string;
  readonly head: string;
  readonly note: (id: string) => string;
  readonly saysNothing: string;
  readonly edit: string;
  readonly editSection: string;
  /** For whoever hears a link alone. */
  readonly about: (passage: string) => string;
  readonly readOnly: string;
  readonly notYours: string;
  readonly proofs: {
    readonly title: string;
    readonly allHold: string;
    readonly broken: (count: number) => string;
    readonly hold: (count: number) => string;
    readonly inTables: (count: number) => string;
    readonly inTable: string;
    readonly inTableHelp: string;
    readonly claimFails: (printed: string, right: string | undefined, why: string) => string;
    readonly claimHelp: string;
    readonly ofSection: string;
    readonly notText: string;
  };
  readonly behind: (language: LanguageTag) => string;
  readonly undo: string;
  readonly undoHelp: (passage: string, by: string, day: string) => string;
  readonly undone: {readonly undone: string; readonly nothing: string; readonly 'changed-since': string};
  readonly kept: string;
  readonly editTitle: (passage: string) => string;
  readonly help: string;
  readonly text: string;
  readonly try: string;
  readonly keep: string;
  readonly cancel: string;
  readonly now: string;
  readonly becomes: string;
  readonly notKept: (faults: number) => string;
  readonly gone: string;
  readonly further: string;
  readonly meanwhile: string;
  readonly stands: string;
  readonly rule: string;
}
