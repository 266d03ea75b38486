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
  /** Why a sentence of the other language lags. */
  readonly lag: Readonly<Record<'reworded' | 'removed' | 'added' | 'moved', string>>;
  readonly chips: string;
  /** What a chip shows of its cells, by its function. */
  readonly shows: Readonly<Record<string, string>>;
  /** What is the same for the whole statement, by its name. */
  readonly given: Readonly<Record<string, string>>;
  readonly capital: string;
  readonly always: string;
  readonly otherwise: string;
  readonly when: (conditions: readonly string[]) => string;
  /** An entry of a menu in words: by the function it is chosen by, and its key. */
  readonly entry: (applied: string, key: string) => string;
  readonly against: (label: string) => string;
  readonly form: (number: number) => string;
  readonly saysNothing: string;
  readonly nothingToCount: string;
}
