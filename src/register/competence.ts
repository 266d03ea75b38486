/**
 * Who may decide for whom on a day (mission: competence as dated rules). A statistician counts acts and does not adjudicate:
 * an assessment outside competence is counted by the policy and flagged, never judged.
 */

import type {Code} from '#concepts/code-list';
import type {Source} from '#concepts/source';
import type {Dated} from '#kit/dated';

export interface CompetenceTable extends Dated {
  readonly source: Source;
  /** The first row that holds. */
  readonly decidedBy: readonly CompetenceRow[];
  readonly whenOthersDecide: 'count-and-flag' | 'hold';
}

export interface CompetenceRow {
  readonly when: {
    readonly charged?: boolean | undefined;
    readonly residence?: readonly Code[] | undefined;
    readonly asylum?: boolean | undefined;
  };
  readonly authority: Code;
}
