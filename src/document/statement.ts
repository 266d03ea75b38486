/**
 * A composed statement in one language: what every medium renders, with every figure still carrying its address.
 * Renderers lay out; they decide no word and no number.
 */

import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import type {Observation} from '#concepts/observation';

export interface Statement {
  readonly language: LanguageTag;
  readonly title: string;
  readonly subtitle: string;
  readonly office: string;
  /** `2013`, or `2013-04-01--2013-06-30`. */
  readonly period: string;
  /** The latest recorded time the register was read at. */
  readonly cutOff: string;
  readonly edition: 'internal' | 'public';
  /** Shown at the top and on every page: internal, synthetic data, figures that were changed, draft with findings. */
  readonly marks: readonly Mark[];
  /** What stands in the way of a release and has no other place in the text: said at the head. */
  readonly open: readonly string[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** The text, sentence by sentence, that stands in the way of a release. */
  readonly findings: readonly Finding[];
  /** Which form of each sentence of the office's text is told. */
  readonly told?: readonly ToldForm[];
  /** Remarks on sentences that came back with the text; only in what the office keeps to itself. */
  readonly remarks?: readonly Remark[];
  /** Name and version of the program, the profile and its version. */
  readonly producedBy: string;
}

/** `form`: the variant that is told, of so many. `source`: a fingerprint of the sentence as the office wrote it. */
export interface ToldForm {
  readonly sentence: string;
  readonly form: number;
  readonly forms: number;
  readonly source: string;
}

/** What a colleague remarked on a sentence in a word processor. */
export interface Remark {
  readonly sentence: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

export interface Mark {
  readonly kind: 'internal' | 'synthetic' | 'changed' | 'draft';
  readonly text: string;
}

export type Block =
  | {readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly content: readonly Inline[]}
  | {readonly kind: 'paragraph'; readonly content: readonly Inline[]}
  | {readonly kind: 'list'; readonly items: readonly (readonly Inline[])[]}
  /** The office's own judgement, signed and dated. */
  | {readonly kind: 'commentary'; readonly content: readonly (readonly Inline[])[]; readonly signed: string}
  | {readonly kind: 'table'; readonly table: TableView}
  | {readonly kind: 'chart'; readonly chart: ChartView};

/** Which placeholder of which sentence printed it. */
export interface Origin {
  readonly sentence: string;
  readonly placeholder: number;
  /** What the placeholder is of: `persons-by-sex.female`, `when`. */
  readonly name: string;
  /** Words that the text gave to a figure: `one=kvinde`. */
  readonly words?: true;
}

/** `sentence`: of the office's text. What the program writes itself is of none. */
export type Inline = InlineContent & {readonly sentence?: string; readonly from?: Origin};

type InlineContent =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'emphasis' | 'strong'; readonly content: readonly Inline[]}
  | {readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[]}
  /** A figure or guarded word bound to cells: `forced-labour-by-sex.female`. `title` says what it is, its base, its period. */
  | {
      readonly kind: 'figure';
      /** None for a figure quoted from elsewhere: `title` is its source. */
      readonly addresses: readonly string[];
      readonly text: string;
      readonly title: string;
      /** The same in no language, to compare languages by: `76`, `84 %`. */
      readonly value?: string;
    }
  | {readonly kind: 'note'; readonly id: string}
  /** A fault marked where it stands: a typed figure, a part that does not close. */
  | {readonly kind: 'fault'; readonly text: string; readonly message: string};

/** Numbered in order of first mention. */
export interface Note {
  readonly id: string;
  readonly number: number;
  readonly content: readonly Inline[];
}

export interface TableView {
  readonly id: string;
  /** Counted through the statement: Table 3. */
  readonly number: number;
  readonly caption: string;
  /** What is counted, for the head of a one-way table: `Persons`. */
  readonly unit: string;
  /** What the rows are: `Nationality`. */
  readonly rowHeading: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly TableNote[];
  /** What a check found wrong with this table, marked where it stands. */
  readonly faults?: readonly string[];
  /** The symbols used in it and what they mean. */
  readonly symbols: readonly {readonly symbol: string; readonly meaning: string}[];
}

/** A note under a table or chart. `mark` stands at what it is about: `[1]`, or the symbol it explains; empty for the whole. */
export interface TableNote {
  readonly id: string;
  readonly mark: string;
  readonly content: readonly Inline[];
}

export interface TableRow {
  readonly label: string;
  readonly total: boolean;
  readonly cells: readonly CellView[];
}

/** A cell as shown: a number in the language's form, or a symbol with its meaning. */
export interface CellView {
  readonly address: string;
  readonly text: string;
  readonly observation: Observation;
  /** For screen readers where `text` is a symbol. */
  readonly meaning?: string;
}

export type ChartView = BarChart | DumbbellChart;

interface DrawnCells {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What is counted: the axis' unit. */
  readonly unit: string;
  /** The text alternative, written from the cells. */
  readonly alternative: string;
  readonly symbols: TableView['symbols'];
  /** Those of the table of the same cells, under the same marks. */
  readonly notes: readonly TableNote[];
  readonly source: string;
}

export interface BarChart extends DrawnCells {
  readonly kind: 'bar' | 'column';
  readonly bars: readonly ChartBar[];
}

/** Each year's first figure against its latest. */
export interface DumbbellChart extends DrawnCells {
  readonly kind: 'dumbbell';
  /** What the marks mean. */
  readonly marks: {readonly first: string; readonly latest: string; readonly same: string};
  readonly rows: readonly DumbbellRow[];
}

/** Where no edition gave the year, both are the same nothing. */
export interface DumbbellRow {
  readonly label: string;
  readonly first: DumbbellFigure;
  readonly latest: DumbbellFigure;
}

/** As its table's cell has it: `17 †`. Without a value there is nothing to draw, and the symbol says why. */
export interface DumbbellFigure {
  readonly text: string;
  readonly value: number | undefined;
  readonly symbol: string | undefined;
}

export interface ChartBar {
  readonly label: string;
  readonly text: string;
  /** Undefined: nothing to draw, `text` says why. */
  readonly value: number | undefined;
  /** Drawn apart: a total published before the register. */
  readonly muted: boolean;
  /** A break in the series before this bar. */
  readonly breakBefore: boolean;
}
