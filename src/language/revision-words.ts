/** What is said of revisions: why a figure is another, and what became of an edition since. Numbers and labels come written. */
import type {Observation} from '#concepts/observation';
import type {RevisionReason} from '#concepts/revision';

export interface RevisionWords {
  readonly reasons: Readonly<Record<RevisionReason, string>>;
  readonly nothing: Readonly<Record<Exclude<Observation['kind'], 'count'>, string>>;
  /** The present register, beside an edition's id. */
  readonly now: string;
  readonly heading: (period: string, earlier: string, later: string) => string;
  readonly asAt: (cutOff: string) => string;
  readonly unchanged: (cells: number) => string;
  readonly differ: (cells: number, compared: number) => string;
  /** Cells with the number they had, for reasons that make up for each other. */
  readonly balanced: (cells: number) => string;
  readonly withoutNumber: string;
  readonly total: string;
  readonly added: (tables: string) => string;
  readonly removed: (tables: string) => string;
  readonly redefined: (tables: string) => string;
  /** Heads of the table that `--out` writes. */
  readonly columns: Readonly<Record<'table' | 'title' | 'cell' | 'label' | 'earlier' | 'later' | 'difference', string>>;
  readonly triangle: {
    /** The latest figure of a year less the first. */
    readonly revision: string;
    readonly once: string;
    /** `relative`: in per cent; undefined where nothing was said first to be relative to. */
    readonly measures: (years: number, mean: string, absolute: string, relative: string | undefined) => string;
  };
  readonly ledger: {
    readonly none: string;
    readonly ofPerson: (record: string) => string;
    readonly edition: (edition: string, cutOff: string, profile: string) => string;
    readonly unknownThen: string;
    readonly counted: (period: string, authority: string, on: string) => string;
    readonly notCounted: (period: string) => string;
    readonly underRules: (rules: string) => string;
    readonly late: string;
    readonly lateFor: (decision: string, recorded: string, editions: string) => string;
    readonly countedThen: (persons: number) => string;
    readonly lateSince: (decisions: number) => string;
    readonly since: (reason: string, joined: number, left: number) => string;
    readonly countedNow: (persons: number) => string;
  };
}
