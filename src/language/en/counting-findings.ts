import type {CountingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';
import {movedFrom} from '#language/signed';

const list = (facts: unknown): string => (Array.isArray(facts) ? facts.join(', ') : String(facts));

export const countingFindings: WordsFor<CountingRule> = {
  'period-not-over': ({day}) => ({
    what: "The period ends after the register's last day; the figures are provisional.",
    remedy: `Receive what the sources have for the whole period, or choose a period that ends no later than ${day}.`,
  }),
  'assessed-outside-competence': (facts) => ({
    what: `The assessment of ${facts.on} was made by ${facts['decided-by']}; on that day the competent authority was ${facts.competent}.`,
    remedy: 'It is counted and flagged. Ask the authority, and record the answer with `opgor add answer`.',
  }),
  'assessments-differ': ({outcomes}) => ({
    what: `Assessments in the period differ: ${list(outcomes)}.`,
    remedy: 'The positive one is counted. Ask which stands, and record the answer with `opgor add answer`.',
  }),
  'attributes-disagree': ({concepts}) => ({
    what: `Sources disagree on ${list(concepts)}.`,
    remedy: 'The source of the assessment is believed. Ask, and record the answer with `opgor add answer`.',
  }),
  'deadline-over-maximum': ({days, maximum, on}) => ({
    what: `A deadline of ${days} days given on ${on} is longer than the ${maximum} the law allowed that day.`,
    remedy: 'Ask the authority, and record the answer with `opgor add answer`.',
  }),
  'disclosure-unproven': ({numbers}) => ({
    what: `${numbers === 1 ? 'A number' : `${numbers} numbers`} that must be withheld can be known too closely from what is public already, or from tables that are shown by decision.`,
    remedy:
      '`opgor protect YEAR --explain` names them. Withhold what gives them away, or record the decision to show them.',
  }),
  'identity-questions-open': (facts) => ({
    what: `${facts.questions === 1 ? 'A question' : `${facts.questions} questions`} of who is the same person ${facts.questions === 1 ? 'is' : 'are'} not answered. The answers can move the number of persons ${between(facts['persons-low'], facts['persons-high'])} and the number of repeats ${between(facts['repeats-low'], facts['repeats-high'])}.`,
    remedy:
      'Until then they are counted as different persons. Answer with `opgor review`; `opgor questions YEAR` shows the figures they can move.',
  }),
};

const between = (low: unknown, high: unknown): string => movedFrom(Number(low), Number(high), ['by', 'to']);
