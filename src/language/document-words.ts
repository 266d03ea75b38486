import type {UNCERTAINTIES} from '#concepts/concept';
import type {RevisionReason} from '#concepts/revision';

/** Words the program puts into a statement: marks, captions, symbols, axis and table heads. */
export interface DocumentWords {
  readonly internal: string;
  readonly synthetic: string;
  /** What is said on every page of figures that were changed so that no small one is true. */
  readonly changed: {
    /** No figure is below the base but none; how far one can be from the truth. */
    round(base: number, by: number): string;
    cellKey(by: number): string;
  };
  readonly draft: string;
  /** Over the findings of a draft that stand at no place in it. */
  readonly open: string;
  readonly contents: string;
  readonly table: string;
  readonly figure: string;
  readonly notes: string;
  readonly total: string;
  readonly symbols: {
    readonly 'not-collected': string;
    /** Held as a published total alone. */
    readonly 'published-only': string;
    readonly 'not-applicable': string;
    readonly withheld: string;
    readonly published: string;
    readonly break: string;
  };
  /** What helps a reader find the way: in pages, and in the head of every medium. */
  readonly reading: {
    readonly skipToContent: string;
    readonly backToText: string;
    readonly period: string;
    readonly cutOff: string;
    readonly producedBy: string;
    readonly source: string;
    readonly seeTable: string;
    readonly note: string;
    /** The heading of what is to be known of the statement as a whole. */
    readonly notesOnAll: string;
    /** Between a page's number and the number of pages. */
    readonly pageOf: string;
  };
  /** Said of cells: beside figures, under tables, in text alternatives. Labels and numbers come written. */
  readonly telling: {
    outOf(part: string, base: string): string;
    /** A period that is neither a year nor a day, as a noun. */
    span(from: string, to: string): string;
    /** When something happened: in a year, on a day, or from one day to another. */
    inYear(year: string): string;
    onDay(day: string): string;
    between(from: string, to: string): string;
    seriesBreak(concept: string, before: string): string;
    published(sources: string): string;
    /** Of years that the register counts and others have published alike. */
    agreeing(years: string, sources: string): string;
    multiple(concept: string): string;
    /** Of a figure, how many belong to one and the same case. */
    concentrated(whole: string, largest: string, unit: string): string;
    signed(by: string, on: string): string;
    /** Bars of parts in the order drawn: `Women: 64; Men: 12`. */
    bars(unit: string, period: string, parts: string, total: string | undefined): string;
    series(told: SeriesTold): string;
    /** All whose figures are withheld, at the end of a list of those whose are not. */
    readonly others: string;
    nothing(period: string): string;
    madeBy(program: string, profile: string): string;
  };
  /** Of figures that are other ones than an earlier edition said. */
  readonly revising: {
    /** What the program counts along in tables of revisions. */
    readonly edition: string;
    readonly change: string;
    readonly measure: string;
    readonly before: string;
    readonly after: string;
    readonly measures: Readonly<Record<'years' | 'mean' | 'mean-absolute' | 'relative', string>>;
    /** An edition in a column: its number among those of its period. */
    named(period: string, kind: string, number: string): string;
    readonly thisOne: string;
    readonly none: string;
    readonly noNumber: string;
    /** Reasons as a sentence names them; a column's head begins with a capital. */
    readonly reasons: Readonly<Record<RevisionReason, string>>;
    because(reason: string, change: string): string;
    moved(table: string, year: string, before: string, after: string): string;
    dueTo(reasons: string): string;
    readonly reasonsWithheld: string;
    stands(table: string, years: string): string;
    corrects(edition: string, erratum: string): string;
    /** The marks of a chart of each year's first figure and its latest. */
    readonly marks: {readonly first: string; readonly latest: string; readonly same: string};
    /** The same in words, year by year. */
    firstAndLatest(unit: string, years: string): string;
    differs(year: string, first: string, latest: string): string;
    same(year: string, figure: string): string;
    once(year: string, figure: string): string;
  };
  /** Of series whose definitions change: written from the code lists' dated rows, each with the last and the first time it holds. */
  readonly changing: {
    moved(code: string, before: string | undefined, after: string | undefined, until: string, since: string): string;
    begun(code: string, since: string): string;
    ended(code: string, until: string): string;
    renamed(before: string, after: string, since: string): string;
    /** How many of the last year before are read differently. */
    concerns(units: string, of: string, unit: string, year: string): string;
    /** The head of a table of changes, and its columns: the change, what is real of it, what is by definition. */
    from(first: string, last: string): string;
    readonly parts: readonly [change: string, real: string, definitional: string];
    split(category: string, change: string, real: string, definitional: string, from: string, to: string): string;
    /** A series under the definitions of one year, or of several. */
    restated(table: string, year: string | undefined): string;
    /** What the program itself counts along. */
    readonly definitions: string;
    readonly asPublished: string;
    under(year: string): string;
    readonly measure: string;
    readonly sumOfYears: string;
    readonly distinctPersons: string;
    /** Years published before the register beside years it counts. */
    mixed(published: string, counted: string): string;
    readonly lateDecisions: Readonly<Record<'revise' | 'next-edition', string>>;
  };
  /** How far what is not known can move the figures. */
  readonly uncertain: {
    readonly uncertainty: string;
    readonly measures: Readonly<Record<(typeof UNCERTAINTIES)[number], string>>;
  };
}

export interface SeriesTold {
  readonly unit: string;
  readonly first: YearTold;
  readonly last: YearTold;
  readonly highest: YearTold;
  readonly lowest: YearTold;
  readonly change: 'rises' | 'falls' | 'stays';
  /** Years without a figure, written out, with the reason: where there are any, highest and lowest are among the others. */
  readonly without: readonly string[];
}

export interface YearTold {
  readonly year: string;
  readonly count: string;
}
