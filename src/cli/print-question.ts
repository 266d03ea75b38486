/** A question to the office, in words, with the command that answers it. */
import type {Words} from '#concepts/words';
import type {Language} from '#language/language';
import type {Asked} from '#production/casework';
import {findingLine} from './said.ts';

type Question = Asked['questions'][number];

export function questionText({rule, record, of, facts}: Question, words: Words, language: Language): string {
  const said = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, inWords(name, value, words)]));
  const line = findingLine({rule, severity: 'warning', facts: {...said, fact: of}, records: [record]}, language);
  return `${line}\n  → opgor add answer ${record} --set of=${of} --set question=${rule}`;
}

type Value = Question['facts'][string];

function inWords(name: string, value: Value, words: Words): Value {
  const word = WORDS[name];
  if (word === undefined) return value;
  return typeof value === 'string' ? word(value, words) : value.map((one) => word(one, words));
}

const WORDS: Readonly<Record<string, ((value: string, words: Words) => string) | undefined>> = {
  'decided-by': (code, words) => words.code('authority', code),
  competent: (code, words) => words.code('authority', code),
  outcomes: (code, words) => words.code('outcome', code),
  concepts: (concept, words) => words.concept(concept),
};

/** `   7 … 9  Repeats: linked (8)` */
export const rangeLines = (ranges: Asked['ranges'], words: Words): readonly string[] =>
  (ranges ?? []).map(({table, cell, counted, low, high}) => {
    const codes = Object.entries(cell).map(([concept, code]) => words.code(concept, code));
    const named = [words.table(table), ...(codes.length === 0 ? [] : [codes.join(', ')])].join(': ');
    return `${`${low} … ${high}`.padStart(12)}  ${named} (${counted})`;
  });
