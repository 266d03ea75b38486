/** The facts behind a question to the office, codes by the profile's words. */
import type {Finding} from '#concepts/finding';
import type {Words} from '#concepts/words';
import {QUESTIONS} from '#register/fact';

type Facts = Finding['facts'];

/** Whether a finding is one of what the office is asked about counted persons. */
export const isQuestion = ({rule}: Pick<Finding, 'rule'>): boolean => QUESTIONS.some((one) => one === rule);

export const factsInWords = (facts: Facts, words: Words): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      const word = WORDS[name];
      if (word === undefined || typeof value === 'number') return [name, value];
      return [name, typeof value === 'string' ? word(value, words) : value.map((one) => word(one, words))];
    }),
  );

/** A finding as it is told to people: what it is about by the profile's words. */
export const findingInWords = (finding: Finding, words: Words): Finding => ({
  ...finding,
  facts: factsInWords(finding.facts, words),
});

const WORDS: Readonly<Record<string, ((value: string, words: Words) => string) | undefined>> = {
  'decided-by': (code, words) => words.code('authority', code),
  competent: (code, words) => words.code('authority', code),
  outcomes: (code, words) => words.code('outcome', code),
  concepts: (concept, words) => words.concept(concept),
};
