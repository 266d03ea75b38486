/** `opgor why RECORD [YEAR]`: whether and why a person is counted, by which facts and rules. */
import {periodId} from '#concepts/period';
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {type Explained, why as whyCounted} from '#production/casework';
import type {Command} from '../command.ts';
import {instantOf, isMisuse, periodOf} from '../options.ts';
import {indented} from '../print-receipt.ts';
import {findingLine} from '../said.ts';

export const why: Command = {
  name: 'why',
  positionals: [
    {name: 'RECORD', required: true},
    {name: 'YEAR', required: false},
  ],
  options: {
    from: {type: 'string', value: 'DAY'},
    to: {type: 'string', value: 'DAY'},
    'as-at': {type: 'string', value: 'MOMENT'},
  },
  example: 'opgor why P-000012-4 2013',
  async run(given, {folder, language}) {
    const [record = '', year] = given.positionals;
    const period = periodOf(given, year, language);
    if (isMisuse(period)) return period;
    const asAt = instantOf(given, 'as-at', language);
    if (isMisuse(asAt)) return asAt;
    const explained = await whyCounted(folder, record, period, asAt);
    if (!explained.ok) return explained;
    return done({
      json: {
        record: explained.value.file.record,
        periods: explained.value.explanations,
        facts: explained.value.file.facts,
        gone: explained.value.gone,
      },
      text: explanationText(explained.value, language),
    });
  },
};

function explanationText({file, explanations, gone}: Explained, language: Language): string {
  const {answers} = language;
  return [
    answers.person(file.record),
    ...explanations.flatMap((one) => [
      `  ${answers.reasons[one.reason](periodId(one.period))}${one.by === undefined ? '' : `, ${answers.byFact(one.by, one.on ?? '')}`}`,
      ...Object.entries(one.codes ?? {}).map(([concept, codes]) => `    ${concept}: ${codes.join(', ')}`),
      ...(one.repetition === undefined ? [] : [`    ${answers.repetition}: ${one.repetition}`]),
      ...(one.laterReversed === true ? [`    ${answers.laterReversed}`] : []),
      `    ${answers.rules}: ${one.rules.join(', ')}`,
      ...one.questions.map(({rule, facts, of}) =>
        indented(findingLine({rule, severity: 'warning', facts: {...facts, fact: of}}, language), '    '),
      ),
    ]),
    `  ${answers.facts}:`,
    ...file.facts.map(({id, fact, source, recordedAt, recordedBy, row}) => {
      const place = row === undefined ? source : `${source}:${row}`;
      const withdrawn = gone.includes(id) ? ` (${answers.withdrawn})` : '';
      return `    ${String(id).padStart(6)}  ${fact.on}  ${fact.kind}${withdrawn}  ${place}, ${recordedAt.slice(0, 10)}, ${recordedBy}`;
    }),
  ].join('\n');
}
