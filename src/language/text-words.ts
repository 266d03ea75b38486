/** What is said of the office's text: what came back from a word processor, its sentences in plain words, conditions as a menu. */
export interface TextWords {
  readonly taken: Readonly<
    Record<'reworded' | 'removed' | 'added' | 'moved' | 'parted' | 'joined', (sentence: string) => string>
  >;
  readonly typed: (text: string, sentence: string) => string;
  readonly wordTyped: (text: string, sentence: string) => string;
  readonly couldBe: (placeholder: string, title: string) => string;
  readonly noCandidate: string;
  readonly dropped: (bound: string, address: string, sentence: string) => string;
  readonly left: Readonly<
    Record<'program' | 'commentary' | 'front' | 'heading' | 'table', (before: string, after: string) => string>
  >;
  readonly otherForms: (sentence: string, form: number, others: number) => string;
  readonly figureWords: (sentence: string, option: string, before: string, after: string) => string;
  readonly byText: (figures: number) => string;
  readonly accepted: (changes: number) => string;
  readonly remark: (author: string, sentence: string, text: string) => string;
  readonly behind: (language: string, sentence: string, why: string) => string;
  readonly nothingToTake: string;
  readonly written: (file: string) => string;
  readonly notWritten: string;
}
