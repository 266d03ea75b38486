/**
 * The questions an edition is released with, and how far their answers can move its total: by one person for each person asked
 * about, and by what open questions of identity were counted to.
 */
import type {Finding} from '#concepts/finding';
import type {EventOf} from './edition-events.ts';
import type {Draft} from './produce.ts';
import {isQuestion} from './question-words.ts';

export type OpenQuestions = NonNullable<EventOf<'validated'>['openQuestions']>;

/** Undefined where nothing is open. A counted person may go, one held back may come, and so may whoever is in a row held back. */
export function openQuestionsOf({counted, findings}: Pick<Draft, 'counted' | 'findings'>): OpenQuestions | undefined {
  const asked = counted.findings.filter(isQuestion);
  const persons = new Set(asked.flatMap(({records}) => records ?? []));
  const here = new Set(counted.units.filter(({unit}) => unit === 'person').map(({record}) => record));
  const held = [...persons].filter((record) => !here.has(record)).length;
  const rowsHeld = findings
    .filter(({rule}) => rule === 'rows-held')
    .reduce((sum, {facts}) => sum + Number(facts.held), 0);
  const identity = identityIn(findings);
  if (asked.length === 0 && rowsHeld === 0 && identity === undefined) return undefined;
  const range = {low: held - persons.size, high: held + rowsHeld};
  return {questions: asked.length, held, rowsHeld, range, ...(identity && {identity})};
}

/** What they and the questions of identity can move the total by together. */
export const movedBy = ({range, identity}: OpenQuestions): OpenQuestions['range'] => ({
  low: range.low + (identity?.persons.low ?? 0),
  high: range.high + (identity?.persons.high ?? 0),
});

/** Whether an edition is released with them by choice alone: somebody waits for an answer to be counted, or may be somebody else. */
export const wantChoice = ({held, identity}: OpenQuestions): boolean => held > 0 || identity !== undefined;

export const howMany = ({questions, identity}: OpenQuestions): number => questions + (identity?.questions ?? 0);

function identityIn(findings: readonly Finding[]): OpenQuestions['identity'] {
  const found = findings.find(({rule}) => rule === 'identity-questions-open')?.facts;
  if (found === undefined) return undefined;
  const range = (low: unknown, high: unknown) => ({low: Number(low), high: Number(high)});
  return {
    questions: Number(found.questions),
    persons: range(found['persons-low'], found['persons-high']),
    repeats: range(found['repeats-low'], found['repeats-high']),
  };
}
