/** What is said of how a public edition is protected. */
import type {LanguageTag} from '#concepts/labels';

export interface ProtectionWords {
  readonly kept: (figures: string, of: string, share: string) => string;
  readonly persons: (share: string) => string;
  readonly sentences: (
    language: LanguageTag,
    of: number,
    asTheyStand: number,
    rewritten: number,
    out: number,
  ) => string;
  readonly withheld: (number: number) => string;
  readonly why: Readonly<Record<'few' | 'rest' | 'all-alike' | 'zero' | 'guard', string>>;
  readonly proven: (numbers: number, width: number) => string;
  readonly exposed: (numbers: number) => string;
  readonly unproven: (numbers: number) => string;
  readonly outer: string;
  /** A table that the policy shows by decision of two. */
  readonly shownAnyway: (table: string, by: string, approvedBy: string, on: string, why: string) => string;
  /** Between which numbers a reader can know a withheld one to lie. */
  readonly between: (low: string, high: string) => string;
  /** Only at least. */
  readonly orMore: (low: string) => string;
  readonly guards: (figure: string) => string;
  /** What is guarded is no figure but what is left of one without another. */
  readonly restWithout: (whole: string, part: string) => string;
  readonly all: string;
  /** How many data sets of persons fit what is published; `exact`: there are no others. */
  readonly dataSets: (number: string, exact: boolean) => string;
  /** The same of tables, where persons were not looked at. */
  readonly fillings: (number: string, exact: boolean) => string;
  /** Numbers of persons in no published table, of whom there can be any number in each of those data sets. */
  readonly leftOut: (numbers: number) => string;
  /** Over further tables, beside the edition as it stands. */
  readonly further: string;
  readonly furtherKept: (figures: string, of: string) => string;
  /** Of figures that are changed instead. */
  readonly changed: {
    readonly round: (base: number) => string;
    readonly cellKey: string;
    readonly moved: (figures: string, of: string, share: string) => string;
    readonly apart: (largest: string, mean: string) => string;
    readonly utility: (share: string) => string;
    readonly withheld: (figures: number) => string;
  };
  readonly plan: PlanWords;
}

/** What is said of a proposed roll-up plan, and what the rows are called that it makes. */
export interface PlanWords {
  readonly other: (concept: string) => string;
  readonly otherOrUnknown: (concept: string, unknown: string) => string;
  /** `to` undefined: and over. */
  readonly ages: (from: number, to: number | undefined) => string;
  /** Over the YAML: from which years, and where it belongs. */
  readonly proposed: (years: string, tried: number) => string;
  readonly none: string;
  readonly unfinished: string;
  readonly unproven: (numbers: number) => string;
  /** Over the table by year. */
  readonly columns: {
    readonly year: string;
    readonly without: string;
    readonly inForce: string;
    readonly proposed: string;
    readonly all: string;
  };
  readonly legend: string;
  /** Over the lines. */
  readonly lines: string;
  readonly together: (codes: string, more: number) => string;
  readonly fewer: (figures: string) => string;
  readonly gains: (figures: string, persons: string) => string;
  /** A plan is not changed within its policy. */
  readonly newPolicy: string;
}
