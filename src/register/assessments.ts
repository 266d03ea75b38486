/**
 * Which assessments of a person stand, and which one the person's year is counted under (mission §4: attributed assessment).
 */

import type {Code} from '#concepts/code-list';
import {type Period, within} from '#concepts/period';
import {type Dated, findInForce} from '#kit/dated';
import type {PlainDate} from '#kit/plain-date';
import {type CompetenceTable, findCompetent, statusOn} from './competence.ts';
import type {CountingRules} from './counting-rules.ts';
import type {Assessment, Contact, Recorded} from './fact.ts';
import {byDay, type PersonFile, standing} from './person-file.ts';

/** The fact a person counts by: an assessment, or a contact where the register holds no assessments. */
export type CountingFact = Recorded<Assessment> | Recorded<Contact>;

/** Every assessment that stands, whatever its outcome: not withdrawn, and not reversed where the rules let a reversal revise. */
export function standingAssessments(file: PersonFile, rules: CountingRules): readonly Recorded<Assessment>[] {
  const removed = new Set(
    standing(file, 'reversal')
      .filter(
        ({fact}) => fact.ground === 'registration-error' || ruleOn(rules.reversal, fact.on)?.onTheMerits === 'remove',
      )
      .map(({fact}) => fact.of),
  );
  return standing(file, 'assessment')
    .filter(({id}) => !removed.has(id))
    .toSorted(byDay);
}

/** What counting needs of a profile. */
export interface Counting {
  readonly rules: CountingRules;
  readonly competence: readonly CompetenceTable[];
}

/** The facts that make the person count in some period, oldest first; without those held back. */
export function countingFacts(file: PersonFile, {rules, competence}: Counting, on: PlainDate): readonly CountingFact[] {
  const population = ruleOn(rules.population, on);
  if (population?.fact === 'contact') return standing(file, 'contact').toSorted(byDay);
  return standingAssessments(file, rules)
    .filter(({fact}) => population?.positive.includes(fact.outcome))
    .filter((one) => !isHeldBack(file, competence, one));
}

/** Opt-in by the profile: a decision outside competence that does not count until the office has answered for it. */
export const isHeldBack = (
  file: PersonFile,
  tables: readonly CompetenceTable[],
  {id, fact}: Recorded<Assessment>,
): boolean =>
  findInForce(tables, fact.on)?.whenOthersDecide === 'hold' &&
  findOtherCompetent(file, tables, fact) !== undefined &&
  !standing(file, 'answer').some(
    ({fact: answer}) => answer.of === id && answer.question === 'assessed-outside-competence',
  );

/** The authority that should have decided, where another did; undefined where the table does not say. */
export function findOtherCompetent(
  file: PersonFile,
  tables: readonly CompetenceTable[],
  {on, by}: Assessment,
): Code | undefined {
  const competent = findCompetent(tables, statusOn(file, on), on);
  return competent === by ? undefined : competent;
}

/** The fact the person counts by in a period; undefined: not counted in it. */
export function findAttributed(file: PersonFile, counting: Counting, period: Period): CountingFact | undefined {
  const inPeriod = countingFacts(file, counting, period.to).filter(({fact}) => within(period, fact.on));
  return inPeriod.at(ruleOn(counting.rules.attribution, period.to)?.take === 'last' ? -1 : 0);
}

/** Assessed in the period and set aside on the merits later: still counted, shown apart. */
export const laterReversed = (file: PersonFile, {id}: CountingFact): boolean =>
  standing(file, 'reversal').some(({fact}) => fact.of === id && fact.ground === 'on-the-merits');

export const ruleOn = <P>(rules: readonly (Dated & {readonly parameters: P})[], on: PlainDate): P | undefined =>
  findInForce(rules, on)?.parameters;
