/** A question to the office, in words, with the command that answers it. */
import type {Words} from '#concepts/words';
import type {Language} from '#language/language';
import {findingLine} from '#language/said';
import type {Asked} from '#production/casework';
import {factsInWords} from '#production/question-words';

type Question = Asked['questions'][number];

export function questionText({rule, record, of, facts}: Question, words: Words, language: Language): string {
  const said = factsInWords(facts, words);
  const line = findingLine({rule, severity: 'warning', facts: {...said, fact: of}, records: [record]}, language);
  return `${line}\n  → opgor add answer ${record} --set of=${of} --set question=${rule}`;
}

/** `   7 … 9  Repeats: linked (8)` */
export const rangeLines = (ranges: Asked['ranges'], words: Words): readonly string[] =>
  (ranges ?? []).map(({table, cell, counted, low, high}) => {
    const codes = Object.entries(cell).map(([concept, code]) => words.code(concept, code));
    const named = [words.table(table), ...(codes.length === 0 ? [] : [codes.join(', ')])].join(': ');
    return `${`${low} … ${high}`.padStart(12)}  ${named} (${counted})`;
  });
