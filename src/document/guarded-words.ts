/**
 * Words of a language that claim something of figures ("alle", "fordoblet") and when each is true:
 * `profiles/<p>/statement/words.<lang>.yaml`. Bound by a function they change with the data; typed, they are marked.
 */
import type {LanguageTag} from '#concepts/labels';
import type {Source} from '#concepts/source';

export interface GuardedWords {
  readonly language: LanguageTag;
  readonly file: string;
  /** Since when, and on whose word, the thresholds hold. */
  readonly from: string;
  readonly source: Source;
  /** Result of a selecting function → the words that claim it. `1` is the claim of "one". */
  readonly words: readonly {readonly claim: string; readonly forms: readonly string[]}[];
  /** When each claim holds: shares of a base for `:quantifier`, ratios for `:comparison`. */
  readonly thresholds: Readonly<Record<Claim, Threshold>>;
  /** Number words that count as typed figures. */
  readonly numberWords: readonly string[];
  /** Expressions with figures that are none: laws, dates, years. */
  readonly allowed: readonly {readonly pattern: string; readonly why: string}[];
}

/** The claims a threshold decides; `all`, `none` and `equal` hold exactly or not at all. */
export const CLAIMS = ['most', 'half', 'some', 'few', 'about-equal', 'doubled', 'more-than-doubled', 'halved'] as const;
export type Claim = (typeof CLAIMS)[number];

export interface Threshold {
  readonly atLeast?: number | undefined;
  readonly below?: number | undefined;
}

export const reaches = ({atLeast, below}: Threshold, x: number): boolean =>
  (atLeast === undefined || x >= atLeast) && (below === undefined || x < below);
