import type {TextRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const textFindings: WordsFor<TextRule> = {
  'typed-figure': () => ({what: '', remedy: ''}),
};
