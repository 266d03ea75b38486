/**
 * What a file of published tables gives: its tables of counts, and what was left out of it because it counts nothing: shares and
 * differences beside counts, and figures about figures. Only what stands beside counts is left out; a table of nothing else is refused.
 */
import type {CountRule} from '#concepts/attack-refusal';
import {REVISION, REVISION_MEASURE, UNCERTAINTY} from '#concepts/concept';
import type {Refusal} from '#concepts/refusal';
import type {PublishedCell, PublishedTable} from '#disclosure/published-table';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Said} from './published-count.ts';

export interface ReadTables {
  readonly tables: readonly PublishedTable[];
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly table: string;
  /** Of its measures this one alone; else the whole table. */
  readonly measure?: string | undefined;
  readonly why: 'shares-or-differences' | 'figures-about-figures' | 'nothing-told';
}

export interface CellAsRead {
  readonly codes: readonly string[];
  readonly printed: string;
  readonly row: number;
  readonly said: Said | CountRule;
}

/** How far editions and open questions move figures: the statement's own tables of no persons. */
const ABOUT_FIGURES: ReadonlySet<string> = new Set([REVISION, REVISION_MEASURE, UNCERTAINTY]);

export const isAboutFigures = (dimensions: readonly string[]): boolean =>
  dimensions.some((name) => ABOUT_FIGURES.has(name));

/**
 * The cells that count. A measure with a share or a difference in it goes, whole; `measures`: the places of the dimensions that say what is
 * told. Anything else that is no count is refused, by its row.
 */
export function countsAmong(
  {file, name}: {readonly file: string; readonly name: string},
  read: readonly CellAsRead[],
  measures: readonly number[],
): Outcome<{readonly cells: readonly PublishedCell[]; readonly leftOut: readonly LeftOut[]}, Refusal> {
  const measureOf = ({codes}: CellAsRead) => measures.map((at) => codes[at]).join(' · ');
  const gone = new Set(
    read.flatMap((cell) =>
      measures.length > 0 && (cell.said === 'fraction' || cell.said === 'negative') ? [measureOf(cell)] : [],
    ),
  );
  // Nothing is left: what is wrong is not a measure beside others.
  if (read.every((cell) => gone.has(measureOf(cell)))) gone.clear();
  const cells: PublishedCell[] = [];
  for (const cell of read) {
    if (gone.has(measureOf(cell))) continue;
    const {said, ...rest} = cell;
    if (typeof said === 'string') return refuse({reason: 'not-a-count', file, row: cell.row, rule: said});
    cells.push({...rest, ...said});
  }
  return done({
    cells,
    leftOut: [...gone].map((measure) => ({table: name, measure, why: 'shares-or-differences' as const})),
  });
}
