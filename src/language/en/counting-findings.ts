import type {CountingRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const countingFindings: WordsFor<CountingRule> = {
  'assessed-outside-competence': () => ({what: '', remedy: ''}),
  'assessments-differ': () => ({what: '', remedy: ''}),
  'attributes-disagree': () => ({what: '', remedy: ''}),
  'decided-before-contact': () => ({what: '', remedy: ''}),
};
