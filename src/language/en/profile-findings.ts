import type {ProfileRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const profileFindings: WordsFor<ProfileRule> = {
  'profile-file-missing': () => ({what: '', remedy: ''}),
};
