/**
 * What the access log says of one registered person, for their right of access: when their file was asked for, to do what, and whether
 * it was shown. Who it was, other persons' numbers and what somebody wrote as a reason are in none of it.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {AccessEvent} from './access-log.ts';

export interface Excerpted {
  readonly at: string;
  readonly verb: string;
  readonly answer: 'shown' | 'done' | 'refused';
  /** Beyond the authority of whoever asked, for a reason that is in the log. */
  readonly beyond: boolean;
}

/** Oldest first; what was `asked` stands as what came of it. */
export const excerptOf = (events: readonly AccessEvent[], record: RecordNumber): readonly Excerpted[] =>
  events
    .filter(
      ({records, what, answer}) =>
        answer !== 'asked' && (records?.includes(record) || what.split('/').includes(record)),
    )
    .map(({at, verb, answer, why}) => ({
      at,
      verb,
      answer: answer.startsWith('refused') ? 'refused' : answer === 'done' ? 'done' : 'shown',
      beyond: why !== undefined,
    }));
