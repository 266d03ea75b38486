/**
 * Who may decide for whom on a day. A statistician counts acts and does not adjudicate: an assessment outside
 * competence is counted by the policy and flagged, never judged.
 */

import type {Code} from '#concepts/code-list';
import type {Source} from '#concepts/source';
import {type Dated, findInForce} from '#kit/dated';
import type {PlainDate} from '#kit/plain-date';
import {byDay, type PersonFile, standing} from './person-file.ts';

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

/** What was known of the person's standing on a day; a status nobody recorded is undefined, and decides nothing. */
export interface StatusOn {
  readonly charged: boolean;
  readonly asylum: boolean;
  readonly residence: Code | undefined;
}

export function statusOn(file: PersonFile, day: PlainDate): StatusOn {
  const pending = ({fact}: {readonly fact: {readonly on: PlainDate; readonly ended?: PlainDate}}) =>
    fact.on <= day && (fact.ended === undefined || day <= fact.ended);
  return {
    charged: standing(file, 'charge').some(pending),
    asylum: standing(file, 'asylum-claim').some(pending),
    residence: standing(file, 'residence-status')
      .filter(({fact}) => fact.on <= day)
      .toSorted(byDay)
      .at(-1)?.fact.status,
  };
}

/** The authority that may decide for a person of this status on the day; undefined when the table does not say. */
export function findCompetent(tables: readonly CompetenceTable[], status: StatusOn, day: PlainDate): Code | undefined {
  const holds = ({when}: CompetenceRow) =>
    (when.charged === undefined || when.charged === status.charged) &&
    (when.asylum === undefined || when.asylum === status.asylum) &&
    (when.residence === undefined || (status.residence !== undefined && when.residence.includes(status.residence)));
  return findInForce(tables, day)?.decidedBy.find(holds)?.authority;
}
