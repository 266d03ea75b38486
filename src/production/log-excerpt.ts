/**
 * What the access log says of one registered person, for their right of access: when their file was asked for, to do what, and whether
 * it was shown. Who it was, other persons' numbers and what somebody wrote as a reason are in none of it.
 */
import type {RecordNumber} from '#concepts/record-number';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type AccessEvent, checkAccessLog} from './access-log.ts';
import {openRegister, withStore} from './workspace.ts';

export interface Excerpted {
  readonly at: string;
  readonly verb: string;
  readonly answer: 'shown' | 'done' | 'refused';
  /** Beyond the authority of whoever asked, for a reason that is in the log. */
  readonly beyond: boolean;
}

export interface Excerpt {
  /** Every record that is decided to be the person's, the lowest first: an event of any of them is of the person. */
  readonly records: readonly RecordNumber[];
  readonly events: readonly Excerpted[];
}

/** Refused: as a workspace is, `no-such-person`, `access-log-faulty`. */
export async function excerpt(folder: string, record: RecordNumber): Promise<Outcome<Excerpt, Refusal>> {
  const records = await withStore(await openRegister(folder), async ({store}) => {
    const now = await store.latest();
    const file = now && (await store.findPersonFile(record, now));
    if (!file) return refuse({reason: 'no-such-person', record});
    return done([...new Set([file.record, ...file.facts.map((one) => one.record)])]);
  });
  if (!records.ok) return records;
  const checked = await checkAccessLog(folder);
  if (!checked.ok) return checked;
  return done({records: records.value, events: excerptOf(checked.value.events, new Set(records.value))});
}

/** Oldest first; what was `asked` stands as what came of it. */
const excerptOf = (events: readonly AccessEvent[], records: ReadonlySet<string>): readonly Excerpted[] =>
  events
    .filter(
      ({records: looked = [], what, answer}) =>
        answer !== 'asked' && [...looked, ...what.split('/')].some((one) => records.has(one)),
    )
    .map(({at, verb, answer, why}) => ({
      at,
      verb,
      answer: answer.startsWith('refused') ? 'refused' : answer === 'done' ? 'done' : 'shown',
      beyond: why !== undefined,
    }));
