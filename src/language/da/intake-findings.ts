import type {IntakeRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const intakeFindings: WordsFor<IntakeRule> = {
  'required-cell-empty': () => ({what: '', remedy: ''}),
};
