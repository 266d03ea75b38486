import type {TableRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const tableFindings: WordsFor<TableRule> = {
  'tables-disagree': () => ({what: '', remedy: ''}),
  'recount-disagrees': () => ({what: '', remedy: ''}),
  'published-total-disagrees': () => ({what: '', remedy: ''}),
  'control-total-disagrees': () => ({what: '', remedy: ''}),
};
