/**
 * Which assessments of a person stand, and which one the person's year is counted under (mission §4: attributed assessment).
 */

import {type Period, within} from '#concepts/period';
import {type Dated, findInForce} from '#kit/dated';
import type {PlainDate} from '#kit/plain-date';
import type {CountingRules} from './counting-rules.ts';
import type {Assessment, Contact, Recorded} from './fact.ts';
import {type PersonFile, standing} from './person-file.ts';

/** The fact a person counts by: an assessment, or a contact where the register holds no assessments. */
export type CountingFact = Recorded<Assessment> | Recorded<Contact>;

/** Oldest first; of one day, in the order recorded. */
export const byDay = (a: Recorded, b: Recorded): number =>
  a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.id - b.id;

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

/** The facts that make the person count in some period, oldest first. */
export function countingFacts(file: PersonFile, rules: CountingRules, on: PlainDate): readonly CountingFact[] {
  const population = ruleOn(rules.population, on);
  if (population?.fact === 'contact') return standing(file, 'contact').toSorted(byDay);
  return standingAssessments(file, rules).filter(({fact}) => population?.positive.includes(fact.outcome));
}

/** The fact the person counts by in a period; undefined: not counted in it. */
export function findAttributed(file: PersonFile, rules: CountingRules, period: Period): CountingFact | undefined {
  const inPeriod = countingFacts(file, rules, period.to).filter(({fact}) => within(period, fact.on));
  return inPeriod.at(ruleOn(rules.attribution, period.to)?.take === 'last' ? -1 : 0);
}

/** Assessed in the period and set aside on the merits later: still counted, shown apart. */
export const laterReversed = (file: PersonFile, {id}: CountingFact): boolean =>
  standing(file, 'reversal').some(({fact}) => fact.of === id && fact.ground === 'on-the-merits');

export const ruleOn = <P>(rules: readonly (Dated & {readonly parameters: P})[], on: PlainDate): P | undefined =>
  findInForce(rules, on)?.parameters;
