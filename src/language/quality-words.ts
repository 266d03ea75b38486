/** What is said of how well the linkage does. */
export interface QualityWords {
  readonly head: (day: string, link: string, review: string) => string;
  readonly columns: readonly [
    part: string,
    pairs: string,
    decided: string,
    same: string,
    share: string,
    interval: string,
  ];
  readonly parts: Readonly<Record<'link' | 'clerical' | 'identifier' | 'weight' | 'through', string>>;
  /** A stratum of the sample, by what it was drawn from. */
  readonly stratum: (stratum: string, of: string) => string;
  readonly precision: string;
  readonly recall: Readonly<Record<'linked' | 'put', string>>;
  readonly beyond: (expected: string) => string;
  readonly origins: string;
  readonly originColumns: readonly [origin: string, decided: string, precision: string, recall: string];
  readonly tooFew: (least: string) => string;
  readonly differing: string;
  readonly unknown: string;
  readonly none: string;
  readonly interval: (from: string, to: string) => string;
  readonly missing: {
    readonly 'nothing-decided': string;
    readonly 'no-sample': string;
    readonly 'sample-older': string;
    readonly undecided: (pairs: string) => string;
    readonly 'sample-undecided': (pairs: string) => string;
    readonly 'decided-by-weight': (pairs: string) => string;
  };
  /** For the quality section of a statement; undefined: what is not known. */
  readonly forStatement: string;
  readonly statement: (precision: string | undefined, recall: string | undefined) => string;
  readonly estimate: (share: string, from: string, to: string) => string;
}
