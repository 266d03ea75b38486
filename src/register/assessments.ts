/**
 * Which assessments of a person stand, and which one the person's year is counted under (mission §4: attributed assessment).
 */

import type {Code} from '#concepts/code-list';
import {type Period, periodId, within} from '#concepts/period';
import {type Dated, findInForce} from '#kit/dated';
import type {Instant} from '#kit/instant';
import type {PlainDate} from '#kit/plain-date';
import {type CompetenceTable, findCompetent, statusOn} from './competence.ts';
import type {CountingRules} from './counting-rules.ts';
import type {Assessment, Contact, Fact, Recorded} from './fact.ts';
import {withoutDuplicates, withoutOtherLooks} from './other-looks.ts';
import {byDay, type PersonFile, standing} from './person-file.ts';

/** The fact a person counts by: an assessment, or a contact where the register holds no assessments. */
export type CountingFact = Recorded<Assessment> | Recorded<Contact>;

/**
 * Every assessment that stands, whatever its outcome: not withdrawn, not reversed where the rules let a reversal revise, and not
 * another one filed twice.
 */
export const standingAssessments = (file: PersonFile, rules: CountingRules): readonly Recorded<Assessment>[] =>
  withoutDuplicates(file, notReversed(file, rules));

/** The same, however often filed. */
export function notReversed(file: PersonFile, rules: CountingRules): readonly Recorded<Assessment>[] {
  const reversals = standing(file, 'reversal');
  if (reversals.length === 0) return standing(file, 'assessment').toSorted(byDay);
  const removed = new Set(
    reversals
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
  /** When a period's first edition was cut off, by the period's id. */
  readonly closings?: ReadonlyMap<string, Instant> | undefined;
}

/** The facts that make the person count in some period, oldest first; without those held back, and without other looks at an incident. */
export const countingFacts = (file: PersonFile, counting: Counting, on: PlainDate): readonly CountingFact[] =>
  withoutOtherLooks(file, positiveFacts(file, counting, on));

/** Those that would make the person count, were they not another look at an incident that does. */
export function otherLooks(file: PersonFile, counting: Counting, on: PlainDate): readonly CountingFact[] {
  const all = positiveFacts(file, counting, on);
  const counted = withoutOtherLooks(file, all);
  return all.filter((one) => !counted.includes(one));
}

function positiveFacts(file: PersonFile, {rules, competence}: Counting, on: PlainDate): readonly CountingFact[] {
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
export const findAttributed = (file: PersonFile, counting: Counting, period: Period): CountingFact | undefined =>
  oneOf(
    inPeriod(file, counting, period).filter((one) => !isLate(file, counting, period, one)),
    counting,
    period,
  );

/** Not counted in the period, and would be, had it been known in time: the fact that came late. */
export function findLate(file: PersonFile, counting: Counting, period: Period): CountingFact | undefined {
  if (closingOf(counting, period) === undefined) return undefined;
  const all = inPeriod(file, counting, period);
  const late = all.filter((one) => isLate(file, counting, period, one));
  return late.length < all.length ? undefined : oneOf(late, counting, period);
}

const inPeriod = (file: PersonFile, counting: Counting, period: Period): readonly CountingFact[] =>
  countingFacts(file, counting, period.to).filter(({fact}) => within(period, fact.on));

const oneOf = (facts: readonly CountingFact[], {rules}: Counting, {to}: Period): CountingFact | undefined =>
  facts.at(ruleOn(rules.attribution, to)?.take === 'last' ? -1 : 0);

/** When the period was closed to decisions known later; undefined: it never is. */
export const closingOf = ({rules, closings}: Omit<Counting, 'competence'>, period: Period): Instant | undefined =>
  ruleOn(rules.lateDecisions, period.to)?.policy === 'next-edition' ? closings?.get(periodId(period)) : undefined;

/** Known only after the period was closed. A decision that was known and is told anew, as a corrected file does, is not. */
export function isLate(file: PersonFile, counting: Counting, period: Period, one: CountingFact): boolean {
  const closed = closingOf(counting, period);
  if (closed === undefined || one.recordedAt <= closed) return false;
  return !file.facts.some(({fact, recordedAt}) => recordedAt <= closed && isSameDecision(fact, one.fact));
}

const isSameDecision = (fact: Fact, decision: Assessment | Contact): boolean =>
  fact.kind === decision.kind &&
  fact.on === decision.on &&
  (fact.kind !== 'assessment' || decision.kind !== 'assessment' || fact.by === decision.by);

/** Assessed in the period and set aside on the merits later: still counted, shown apart. */
export const laterReversed = (file: PersonFile, {id}: CountingFact): boolean =>
  standing(file, 'reversal').some(({fact}) => fact.of === id && fact.ground === 'on-the-merits');

export const ruleOn = <P>(rules: readonly (Dated & {readonly parameters: P})[], on: PlainDate): P | undefined =>
  findInForce(rules, on)?.parameters;
