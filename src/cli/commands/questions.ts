/** `opgor questions YEAR`: what the office is asked about persons counted in a period. Answered by `opgor add answer`. */
import {periodId} from '#concepts/period';
import {done} from '#kit/outcome';
import {questions as openQuestions} from '#production/casework';
import type {Command} from '../command.ts';
import {isMisuse, periodOf} from '../options.ts';
import {questionText} from '../print-question.ts';

export const questions: Command = {
  name: 'questions',
  positionals: [{name: 'YEAR', required: false}],
  options: {from: {type: 'string', value: 'DAY'}, to: {type: 'string', value: 'DAY'}},
  example: 'opgor questions 2013',
  async run(given, {folder, language}) {
    const period = periodOf(given, given.positionals[0], language);
    if (isMisuse(period)) return period;
    if (period === undefined) return {misuse: language.cli.misuse.missing('YEAR')};
    const open = await openQuestions(folder, period);
    if (!open.ok) return open;
    const {answers} = language;
    const {questions: asked, naming} = open.value;
    const lines = asked.map((one) => questionText(one, naming.words(language.tag, period.to), language));
    const head =
      lines.length === 0 ? answers.noQuestions(periodId(period)) : answers.questions(lines.length, periodId(period));
    return done({json: {period, questions: asked}, text: [head, ...lines].join('\n')});
  },
};
