/** The questions that are open about counted persons, and their answers. */
import {type Period, yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {add, questions} from '#production/casework';
import {lastPeriod} from '#production/hand-over';
import {questionsPage} from '#web/casework/questions';
import type {Asked, Route} from '../route.ts';

export const questionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/questions',
    verb: 'question.read',
    long: () => undefined,
    async answer(asked) {
      const {bench, who, session, language} = asked;
      const period = await periodAsked(asked);
      if (!period.ok) return period;
      const open = await questions(bench.folder, period.value, {ranges: false});
      if (!open.ok) return open;
      const records = open.value.questions.map(({record}) => record);
      return {
        page: questionsPage(
          {...open.value, period: period.value, roles: who.roles, formToken: session.formToken},
          language,
        ),
        looked: {records},
      };
    },
  },
  {
    method: 'POST',
    path: '/questions',
    verb: 'question.answer',
    async answer({bench: {folder, effects}, who, language, field}) {
      const {workbench: words} = language;
      const [record, of, question, reason] = [field('_record'), field('_of'), field('_question'), field('reason')];
      if (reason === undefined) return {refusal: {reason: 'not-filled-in', field: words.questions.reason}};
      if (record === undefined || of === undefined || question === undefined)
        return {refusal: {reason: 'no-such-page'}};
      const given = {on: effects.now().slice(0, 10), of, question, reason};
      const added = await add(
        folder,
        {record, kind: 'answer', given, recordedAt: undefined, recordedBy: who.name},
        effects,
      );
      if (!added.ok) return added;
      const year = field('_year') ?? '';
      return {
        goTo: `/questions?year=${encodeURIComponent(year)}`,
        notice: words.questions.answered,
        looked: {records: [added.value.record]},
      };
    },
  },
];

/** The year asked for, else the last of which anything was decided. */
export async function periodAsked({bench: {folder, effects}, query}: Asked): Promise<Outcome<Period, Refusal>> {
  const year = query('year') ?? '';
  if (/^[12]\d{3}$/.test(year)) return done(yearPeriod(Number(year)));
  const last = await lastPeriod(folder);
  if (!last.ok) return last;
  return last.value === undefined
    ? refuse({reason: 'nothing-to-count', period: effects.now().slice(0, 4)})
    : done(last.value);
}
