/**
 * What a language says of figures, as data: how it writes numbers, and its words for parts, shares, changes and ranks. Another
 * language is another file of these. Words are matched without regard to case, the longest first.
 */
export interface ReadingWords {
  /** Common words, to tell the language of a text by. */
  readonly common: readonly string[];
  readonly decimal: ',' | '.';
  /** What ends with a full stop and ends no sentence, without it. */
  readonly abbreviations: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly marks: Readonly<Record<MarkWord, readonly string[]>>;
  /** Shares of a whole, as one number: `a third`. What comes before (more than, about) widens it. */
  readonly fractions: Readonly<Record<string, number>>;
  /** Shares of a whole between two limits. `open`: the limits themselves are not meant. */
  readonly quantifiers: readonly {
    readonly forms: readonly string[];
    readonly low: number;
    readonly high: number;
    readonly open?: boolean;
  }[];
  /** How many times the earlier or the other number. */
  readonly ratios: readonly {readonly forms: readonly string[]; readonly low: number; readonly high: number}[];
  /** Parts that make up a whole by themselves, each in all its forms; the first is what the others are read as. */
  readonly exhaustive: readonly (readonly (readonly string[])[])[];
  /** What a part is called of which nothing is known. */
  readonly unknown: readonly string[];
  /** Words for persons who are counted in more years than one. */
  readonly repeats: readonly string[];
  /** Words that may be said of any count of persons and leave it what it is, besides those of the statement itself. */
  readonly ofAny: readonly string[];
  /** Words of a sentence that speaks of the number of all and of nothing else. */
  readonly theNumber: readonly string[];
  /** How many years from the one a text is about: the year before is -1. */
  readonly relativeYears: Readonly<Record<string, number>>;
  /** Endings that are taken off to compare words. */
  readonly endings: readonly string[];
  /** Expressions with figures that are none: dates, laws, pages, ages, sums of money. */
  readonly passedOver: readonly string[];
}

export type MarkWord =
  | 'percent'
  | 'points'
  | 'rise'
  | 'fall'
  | 'from'
  | 'to'
  | 'by'
  | 'of'
  | 'ofWhich'
  | 'compared'
  | 'and'
  | 'more'
  | 'fewer'
  | 'about'
  | 'nearly'
  | 'wellOver'
  | 'atLeast'
  | 'atMost'
  | 'inAll'
  | 'person'
  | 'assessed'
  | 'since'
  | 'first'
  | 'other'
  | 'addedUp'
  | 'distributed'
  | 'not';
