/** Refusals and findings in the reader's language. */
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import type {Language} from './language.ts';
import {type Said, sayRefusal} from './refusal-words.ts';

export const saidOf = (refusal: Refusal, {refusals}: Language): Said => sayRefusal(refusals, refusal);

export const findingSaid = ({rule, facts}: Finding, {findings}: Language): Said => findings[rule](facts);

/** One finding as a person reads it: what, about whom, and what would mend it. */
export const findingLine = (finding: Finding, language: Language): string =>
  `${findingWhat(finding, language)}\n  → ${findingSaid(finding, language).remedy}`;

/** Where what would mend it is said by itself. */
export function findingWhat(finding: Finding, language: Language): string {
  const records = finding.records === undefined ? '' : ` (${finding.records.join(', ')})`;
  return `${MARK[finding.severity]} ${findingSaid(finding, language).what}${records}`;
}

const MARK = {error: '✗', warning: '!', note: '·'} as const;
