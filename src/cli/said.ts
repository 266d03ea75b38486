/** Refusals and findings in the reader's language. */
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import type {Language} from '#language/language';
import {type Said, sayRefusal} from '#language/refusal-words';

export const saidOf = (refusal: Refusal, {refusals}: Language): Said => sayRefusal(refusals, refusal);

export const findingSaid = ({rule, facts}: Finding, {findings}: Language): Said => findings[rule](facts);

/** One finding as a person reads it: what, about whom, and what would mend it. */
export function findingLine(finding: Finding, language: Language): string {
  const {what, remedy} = findingSaid(finding, language);
  const records = finding.records === undefined ? '' : ` (${finding.records.join(', ')})`;
  return `${MARK[finding.severity]} ${what}${records}\n  → ${remedy}`;
}

const MARK = {error: '✗', warning: '!', note: '·'} as const;
