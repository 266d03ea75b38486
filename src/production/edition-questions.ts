/** The questions an edition is released with, and how far their answers can move its total: by one person for each person asked about. */
import type {Finding} from '#concepts/finding';
import {QUESTIONS} from '#register/fact';
import type {EventOf} from './edition-events.ts';
import type {Draft} from './produce.ts';

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
  if (asked.length === 0 && rowsHeld === 0) return undefined;
  return {questions: asked.length, held, rowsHeld, range: {low: held - persons.size, high: held + rowsHeld}};
}

const isQuestion = ({rule}: Finding): boolean => QUESTIONS.some((one) => one === rule);
