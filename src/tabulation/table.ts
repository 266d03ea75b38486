/** A table as the profile defines it: which units, which dimensions, how it is shown. */
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Labels} from '#concepts/labels';
import type {Unit} from '#concepts/unit-record';
import type {PlainDate} from '#kit/plain-date';

export type TableId = string;

export interface TableDefinition {
  readonly id: TableId;
  readonly title: Labels;
  /** What it is called from a later day on, oldest first: a code list may give what it counts another name. */
  readonly retitled?: readonly (Labels & {readonly from: PlainDate})[];
  readonly unit: Unit;
  /** Only units with one of these codes, per concept, at the concept's level. */
  readonly universe: Readonly<Record<ConceptId, readonly Code[]>>;
  /** Concepts in row-major order, the last fastest. `year` makes it a series over reference years. */
  readonly dimensions: readonly ConceptId[];
  /** `all` codes in force, or only those that `occur` (long lists: nationality). Unknown is shown in both. */
  readonly categories: 'all' | 'occurring';
  readonly order: 'list' | 'count';
  /** `dumbbell`: each year's first figure against its latest, of a table over years and editions. */
  readonly chart: 'bar' | 'column' | 'dumbbell' | 'none';
  /** Combinations of codes that nobody can have: shown as not applicable, not as zero. */
  readonly notApplicable?: readonly Readonly<Record<ConceptId, readonly Code[]>>[] | undefined;
  readonly notes: readonly Labels[];
  /** `when-counted`: a table of nobody is left out of the text. */
  readonly shown?: 'always' | 'when-counted' | undefined;
  /** Not counted from units: what editions said of another table's total, and what became of it. */
  readonly revisions?: RevisionView | undefined;
  /** Not counted from units: how far open questions of identity can move the number of persons and of repeats. */
  readonly uncertainty?: 'identity' | undefined;
}

export interface RevisionView {
  readonly show: 'triangle' | 'reasons' | 'measures';
  /** A series over years. */
  readonly of: TableId;
  /** Of a triangle: at most so many editions are shown as columns, the latest. */
  readonly latest?: number | undefined;
}

export const isCounted = ({revisions, uncertainty}: TableDefinition): boolean =>
  revisions === undefined && uncertainty === undefined;
