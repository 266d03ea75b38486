/** Whether a year strains the plan its public edition is told by: for the office, which may propose another for the years to come. */
import type {Finding} from '#concepts/finding';
import {calendarYear} from '#concepts/period';
import {isPerturbing} from '#disclosure/policy';
import {type Strain, strainsOn, YEARS_UNUSED} from '#disclosure/strained-plan';
import type {Profile} from '#profile/profile';
import {countedYears} from './counted-years.ts';
import type {Draft, Request} from './produce.ts';
import type {Progress} from './progress.ts';
import type {ReadRegister} from './revise.ts';

/** None of a period that is no year. */
export async function planStrains(
  register: ReadRegister,
  profile: Profile,
  {period, policy, cutOff, highs}: Request,
  {cubes}: Draft,
  progress: Progress,
): Promise<readonly Finding[]> {
  const year = calendarYear(period);
  if (policy.edition !== 'public' || isPerturbing(policy) || policy.rolledUp.length === 0) return [];
  if (year === undefined || highs === undefined) return [];
  const asked = Array.from({length: YEARS_UNUSED}, (_, i) => year - YEARS_UNUSED + 1 + i);
  const reached = asked.filter((one) => one >= profile.firstYear);
  const years = await countedYears(() => register(cutOff), profile, reached, highs, progress);
  return strainsOn(policy, cubes, years).map(asFinding);
}

function asFinding(strain: Strain): Finding {
  const {concept, into} = strain.line;
  switch (strain.kind) {
    case 'rows-withheld':
      return {
        rule: 'plan-rows-withheld',
        severity: 'warning',
        facts: {concept, into, rows: strain.rows, withheld: strain.withheld},
      };
    case 'code-unused':
      return {rule: 'plan-code-unused', severity: 'note', facts: {concept, code: strain.code, years: strain.years}};
    case 'code-large':
      return {rule: 'plan-code-large', severity: 'note', facts: {concept, into, code: strain.code}};
  }
}
