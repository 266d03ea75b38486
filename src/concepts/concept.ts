/**
 * A concept: what a dimension of a table or a column of a file is about (SDMX: concept).
 * Several concepts may read the same recorded codes at different levels of one list:
 * `exploitation` at the top, `crime` at the leaves; `region-of-origin` above `nationality`.
 */
import type {Code, CodeListId} from './code-list.ts';
import type {Labels} from './labels.ts';

export type ConceptId = string;

export interface Concept {
  readonly id: ConceptId;
  readonly labels: Labels;
  readonly list: CodeListId;
  /** Whose recorded codes it reads: itself, or the concept it is derived from. */
  readonly of: ConceptId;
  /** `recorded` as it stands; `top` rolled up on the decision's day; `leaf`: a code with children is unknown here. */
  readonly level: 'recorded' | 'top' | 'leaf';
  /** A person may have several (multi-response): shares need not sum to 100 %. */
  readonly multiple: boolean;
}

/** The concept of a time series: its codes are reference years, not a list. */
export const YEAR: ConceptId = 'year';

/** By which definitions codes were read: as published then, or those of one year. */
export const DEFINITIONS: ConceptId = 'definitions';

/** Which measure of several years a figure is: the sum of the years, or the distinct persons in them. */
export const MEASURE: ConceptId = 'measure';
export const SUM_OF_YEARS: Code = 'sum-of-years';
export const DISTINCT_PERSONS: Code = 'distinct-persons';

/** The concept of a revision triangle: its codes are editions. */
export const EDITION: ConceptId = 'edition';

/** What became of a figure: what it was (`before`), its changes by reason, and what it is (`after`). */
export const REVISION: ConceptId = 'revision';

/** How much figures are revised: years revised at all, and the measures of `revision-measures.ts`. */
export const REVISION_MEASURE: ConceptId = 'revision-measure';

/** How far figures may be moved by what is not known: open questions of identity, and what their answers leave at least and at most. */
export const UNCERTAINTY: ConceptId = 'uncertainty';
export const UNCERTAINTIES = ['questions', 'persons-low', 'persons-high', 'repeats-low', 'repeats-high'] as const;

const SCALES: ReadonlySet<ConceptId> = new Set([
  YEAR,
  DEFINITIONS,
  MEASURE,
  EDITION,
  REVISION,
  REVISION_MEASURE,
  UNCERTAINTY,
]);

/** What the program itself counts along: no list has their codes, nobody is unknown there, and they do not add up. */
export const isScale = (id: ConceptId): boolean => SCALES.has(id);

/** Which units are of one and the same case. Counted and never shown: it is no dimension of a table. */
export const CASE_COMPLEX: ConceptId = 'case-complex';
