/** Whether and why a person is counted, as a person reads it: codes in words, rules with their source, facts with what they say. */
import {periodId} from '#concepts/period';
import type {Source} from '#concepts/source';
import type {Words} from '#concepts/words';
import type {Language} from '#language/language';
import type {Explained} from '#production/casework';
import {inWords, type ToldValue, valuesOf} from '#production/naming';
import {questionText} from './print-question.ts';
import {indented} from './print-receipt.ts';

export function explanationText({file, explanations, gone, naming}: Explained, language: Language): string {
  const {answers, tag} = language;
  return [
    answers.person(file.record),
    ...explanations.flatMap((one) => {
      const words = naming.words(tag, one.period.to);
      return [
        `  ${answers.reasons[one.reason](periodId(one.period))}${one.by === undefined ? '' : `, ${answers.byFact(one.by, one.on ?? '')}`}`,
        ...Object.entries(one.codes ?? {}).map((value) => `    ${valueText(value, words, language)}`),
        ...(one.repetition === undefined
          ? []
          : [`    ${answers.repetition}: ${words.code('repetition', one.repetition)}`]),
        ...(one.laterReversed === true ? [`    ${answers.laterReversed}`] : []),
        `    ${answers.rules}:`,
        ...one.rules.map((rule) => `      ${rule}${sourceText(naming.sourceOf(rule))}`),
        ...one.questions.map((question) => indented(questionText(question, words, language), '    ')),
      ];
    }),
    `  ${answers.facts}:`,
    ...file.facts.flatMap(({id, record, fact, source, recordedAt, recordedBy, row}) => {
      const words = naming.words(tag, fact.on);
      const own = row === undefined ? source : `${source}:${row}`;
      // Of several records decided to be one person, whose it is.
      const place = record === file.record ? own : `${record}, ${own}`;
      const withdrawn = gone.includes(id) ? ` (${answers.withdrawn})` : '';
      const values = valuesOf(fact).map((value) => valueText(value, words, language));
      return [
        `    ${String(id).padStart(6)}  ${fact.on}  ${answers.kinds[fact.kind]}${withdrawn}  ${place}, ${recordedAt.slice(0, 10)}, ${recordedBy}`,
        ...(values.length === 0 ? [] : [`            ${values.join('; ')}`]),
      ];
    }),
  ].join('\n');
}

const valueText = (value: ToldValue, words: Words, language: Language): string =>
  inWords(value, words, language).join(': ');

const sourceText = (source: Source | undefined) =>
  source === undefined ? '' : ` – ${[source.title, source.at].filter((part) => part !== undefined).join(', ')}`;
