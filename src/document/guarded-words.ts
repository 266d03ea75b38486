/**
 * Words of a language that claim something of figures ("alle", "fordoblet") and when each is true:
 * `profiles/<p>/statement/words.<lang>.yaml`. Bound by a function they change with the data; typed, they are marked.
 */
import type {LanguageTag} from '#concepts/labels';

export interface GuardedWords {
  readonly language: LanguageTag;
  readonly file: string;
  /** Result of `:quantifier` or `:comparison` → the words that claim it. */
  readonly words: readonly {readonly claim: string; readonly forms: readonly string[]}[];
  /** When each claim holds, as shares or ratios: `most: {atLeast: 0.5}`. */
  readonly thresholds: Readonly<
    Record<string, {readonly atLeast?: number | undefined; readonly below?: number | undefined}>
  >;
  /** Number words that count as typed figures, and expressions that do not (laws, dates). */
  readonly numberWords: readonly string[];
  readonly allowed: readonly {readonly pattern: string; readonly why: string}[];
}
