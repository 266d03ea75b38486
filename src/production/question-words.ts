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
  facts: (PLAN.some((rule) => rule === finding.rule) ? planInWords : factsInWords)(finding.facts, words),
});

/** Of a roll-up plan, and what a year does to it. */
const PLAN: readonly Finding['rule'][] = ['plan-rows-withheld', 'plan-code-unused', 'plan-code-large'];

const planInWords = (facts: Facts, words: Words): Facts => {
  const of = String(facts.concept);
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (name === 'concept') return [name, words.concept(of)];
      return [name, name === 'code' || name === 'into' ? words.code(of, String(value)) : value];
    }),
  );
};

const WORDS: Readonly<Record<string, ((value: string, words: Words) => string) | undefined>> = {
  'decided-by': (code, words) => words.code('authority', code),
  competent: (code, words) => words.code('authority', code),
  outcomes: (code, words) => words.code('outcome', code),
  concepts: (concept, words) => words.concept(concept),
};
