/**
 * `opgor questions YEAR`: what the office is asked about persons counted in a period, answered by `opgor add answer`; and how far open
 * questions of who is the same person can move its figures, answered by `opgor review`.
 */
import {periodId} from '#concepts/period';
import {done} from '#kit/outcome';
import {findingLine, findingWhat} from '#language/said';
import {questions as openQuestions} from '#production/casework';
import {identityFindings} from '#production/identity-ranges';
import type {Command} from '../command.ts';
import {isMisuse, periodOf} from '../options.ts';
import {questionText, rangeLines} from '../print-question.ts';

export const questions: Command = {
  name: 'questions',
  positionals: [{name: 'YEAR', required: false}],
  options: {
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    ranges: {type: 'boolean'},
  },
  example: 'opgor questions 2013',
  async run(given, {folder, language}) {
    const period = periodOf(given, given.positionals[0], language);
    if (isMisuse(period)) return period;
    if (period === undefined) return {misuse: language.cli.misuse.missing('YEAR')};
    const open = await openQuestions(folder, period, {ranges: given.flag('ranges')});
    if (!open.ok) return open;
    const {answers} = language;
    const {questions: asked, naming, identity, ranges} = open.value;
    const words = naming.words(language.tag, period.to);
    const lines = asked.map((one) => questionText(one, words, language));
    const head =
      lines.length === 0 ? answers.noQuestions(periodId(period)) : answers.questions(lines.length, periodId(period));
    const ofIdentity = [
      ...identityFindings(identity).map((one) => (ranges === undefined ? findingLine : findingWhat)(one, language)),
      ...rangeLines(ranges, words),
    ];
    const json = {period, questions: asked, identity, ...(ranges === undefined ? {} : {ranges})};
    return done({json, text: [head, ...lines, ...ofIdentity].join('\n')});
  },
};
