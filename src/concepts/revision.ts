/** Why a figure is another one in a later edition: the reasons a revision can have, and no others. They sum to the difference. */

import type {Code} from './code-list.ts';

export const REVISION_REASONS = [
  /** Decided or done in the period or before it; the register learned of it later. */
  'late-decision',
  /** An authority or a court set an assessment aside, or that was taken back. */
  'overturned',
  /** What was recorded was wrong, or incomplete. */
  'correction',
  /** Two persons turned out to be one, or one two: facts were moved from one record to another. */
  'identity-decision',
  /** The same facts under other code lists, concepts or tables. */
  'reclassification',
  /** The same facts under other counting rules or another competence. */
  'rule-change',
] as const;

/** In a table of reasons: what a figure was, and what it is. */
export const BEFORE: Code = 'before';
export const AFTER: Code = 'after';

export type RevisionReason = (typeof REVISION_REASONS)[number];

/** Those that come of facts; the others come of definitions. */
export type DataReason = Exclude<RevisionReason, 'reclassification' | 'rule-change'>;
