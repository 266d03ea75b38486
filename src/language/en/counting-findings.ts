import type {CountingRule, Facts} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';
import {movesOfIdentity} from './identity-moves.ts';

const list = (facts: unknown): string => (Array.isArray(facts) ? facts.join(', ') : String(facts));

const named = (facts: unknown, what: string): string =>
  Array.isArray(facts) && facts.length > 0 ? ` ${what}: ${facts.join('; ')}.` : '';

const NEW_PLAN =
  '`opgor protect --propose` proposes another plan: it is not changed in this policy, but in a new one with its own first day.';

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
  'disclosure-methods-differ': ({editions}) => ({
    what: `Earlier public editions protect by another method: ${list(editions)}. Together they tell more than each alone, and how much was not worked out.`,
    remedy: 'Keep to one method for a reference year (docs/method/disclosure.md).',
  }),
  'no-print-here': () => ({
    what: 'No PDF files were made: the library for it is not published for machines of this kind.',
    remedy: 'Print the HTML pages, or compile on a machine with Linux. Editions are released there.',
  }),
  'disclosure-periods-overlap': ({editions}) => ({
    what: `Public editions of days that this one counts too are out: ${list(editions)}. What is shown of some of the days can be taken from what is shown of all, and that was not worked out.`,
    remedy: 'Publish periods that do not overlap, whole years for instance (docs/method/disclosure.md).',
  }),
  'disclosure-exposed': ({numbers}) => ({
    what: `${numbers === 1 ? 'A number' : `${numbers} numbers`} that would be withheld can be known from what is public already, or from tables that are shown by decision; nothing that is withheld now can change that.`,
    remedy: '`opgor protect YEAR --explain` names them.',
  }),
  'disclosure-unproven': ({numbers}) => ({
    what: `Of ${numbers === 1 ? 'a number' : `${numbers} numbers`} that must be withheld it was not proven that nobody can know ${numbers === 1 ? 'it' : 'them'} closer than the policy allows.`,
    remedy:
      '`opgor protect YEAR --explain` names them. Roll up more in `policies.yaml` (docs/method/disclosure.md), so that less has to be guarded.',
  }),
  'little-shown': ({figures, of, smallest, persons, whole, together}) => ({
    what: `Next to nothing is left: ${figures} of ${of} figures. The policy shows nothing below ${smallest}, and no table has more than ${persons}.${named(whole, 'However they are put together, these cannot be divided')}${named(together, 'These would have to be told together')}`,
    remedy:
      'Tell them together with `rolled-up:` in a new policy (`opgor protect --propose` tries plans over all years), publish several years in one period, or lower `smallest`.',
  }),
  'plan-rows-withheld': ({concept, into, rows, withheld}) => ({
    what: `Of ${rows} rows of “${concept}”, which the plan tells with “${into}”, ${withheld} are withheld this year all the same.`,
    remedy: NEW_PLAN,
  }),
  'plan-code-unused': ({concept, code, years}) => ({
    what: `The plan lets “${code}” of “${concept}” stand alone, and nobody has had it for ${years} years.`,
    remedy: NEW_PLAN,
  }),
  'plan-code-large': ({concept, code, into}) => ({
    what: `“${code}” of “${concept}” is told as “${into}” and is now among the largest: told alone, more is shown of this year.`,
    remedy: NEW_PLAN,
  }),
  'identity-questions-open': (facts) => ({
    what: `${facts.questions === 1 ? 'A question' : `${facts.questions} questions`} of who is the same person ${facts.questions === 1 ? 'is' : 'are'} not answered. The answers ${movesOfIdentity(range(facts, 'persons'), range(facts, 'repeats'))}.`,
    remedy:
      'Until then they are counted as different persons. Answer with `opgor review`; `opgor questions YEAR --ranges` tells every figure they can move.',
  }),
};

const range = (facts: Facts, of: 'persons' | 'repeats') => ({
  low: Number(facts[`${of}-low`]),
  high: Number(facts[`${of}-high`]),
});
