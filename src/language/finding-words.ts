/** The findings of one room in words: what is so, and what would mend it. */
import type {Facts, FindingRule} from '#concepts/finding';
import type {Said} from './refusal-words.ts';

export type WordsFor<Rule extends FindingRule> = Readonly<Record<Rule, (facts: Facts) => Said>>;
export type FindingWords = WordsFor<FindingRule>;
