/**
 * Questions put to the office about a counted person: an assessment outside competence, outcomes that differ, sources that
 * disagree. They flag and never judge; an answer with a reason closes them.
 */

import {type Period, within} from '#concepts/period';
import type {RecordNumber} from '#concepts/record-number';
import {findInForce} from '#kit/dated';
import {type CountingFact, findAttributed, ruleOn, standingAssessments} from './assessments.ts';
import {attributesOf} from './attributes.ts';
import {type CompetenceTable, findCompetent, statusOn} from './competence.ts';
import type {CountingRules} from './counting-rules.ts';
import type {Answer, FactId} from './fact.ts';
import {type PersonFile, standing} from './person-file.ts';

export interface Question {
  readonly rule: Answer['question'];
  readonly record: RecordNumber;
  /** The fact it is about; an answer names it. */
  readonly of: FactId;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
}

interface Definitions {
  readonly rules: CountingRules;
  readonly competence: readonly CompetenceTable[];
}

/** The open questions about a person counted in the period. */
export function questionsOf(file: PersonFile, definitions: Definitions, period: Period): readonly Question[] {
  const attributed = findAttributed(file, definitions.rules, period);
  if (attributed === undefined) return [];
  const answered = standing(file, 'answer').map(({fact}) => fact);
  return [
    ...outsideCompetence(file, definitions, attributed),
    ...differingOutcomes(file, definitions, attributed, period),
    ...disagreeing(file, definitions, attributed),
    ...overMaximum(file, definitions, attributed),
  ].filter(({rule, of}) => !answered.some((answer) => answer.of === of && answer.question === rule));
}

/** Opt-in by the profile: not counted until the question is answered. */
export function isHeldBack(file: PersonFile, definitions: Definitions, attributed: CountingFact): boolean {
  const held = findInForce(definitions.competence, attributed.fact.on)?.whenOthersDecide === 'hold';
  if (!held || outsideCompetence(file, definitions, attributed).length === 0) return false;
  return !standing(file, 'answer').some(
    ({fact}) => fact.of === attributed.id && fact.question === 'assessed-outside-competence',
  );
}

function outsideCompetence(file: PersonFile, {competence}: Definitions, attributed: CountingFact): readonly Question[] {
  const {fact, id} = attributed;
  if (fact.kind !== 'assessment') return [];
  const competent = findCompetent(competence, statusOn(file, fact.on), fact.on);
  if (competent === undefined || competent === fact.by) return [];
  const facts = {'decided-by': fact.by, competent, on: fact.on};
  return [{rule: 'assessed-outside-competence', record: file.record, of: id, facts}];
}

function differingOutcomes(
  file: PersonFile,
  {rules}: Definitions,
  attributed: CountingFact,
  period: Period,
): readonly Question[] {
  if (attributed.fact.kind !== 'assessment') return [];
  const outcomes = standingAssessments(file, rules)
    .filter(({fact}) => within(period, fact.on) && DECIDED.has(fact.outcome))
    .map(({fact}) => fact.outcome);
  const distinct = [...new Set(outcomes)].sort();
  return distinct.length < 2
    ? []
    : [{rule: 'assessments-differ', record: file.record, of: attributed.id, facts: {outcomes: distinct}}];
}

/** Outcomes that decide the question; the others leave it open and contradict nobody. */
const DECIDED: ReadonlySet<string> = new Set(['victim', 'not-victim']);

function disagreeing(file: PersonFile, {rules}: Definitions, attributed: CountingFact): readonly Question[] {
  const {disputed} = attributesOf(file, attributed, rules);
  return disputed.length === 0
    ? []
    : [{rule: 'attributes-disagree', record: file.record, of: attributed.id, facts: {concepts: disputed}}];
}

/** A deadline to leave or to reflect that is longer than the law of its day allows. */
function overMaximum(file: PersonFile, {rules}: Definitions, {fact: {on}}: CountingFact): readonly Question[] {
  const given = [...standing(file, 'departure-deadline'), ...standing(file, 'reflection-period')];
  return given.flatMap(({id, fact}): readonly Question[] => {
    const kept = rules.deadlines?.filter(({parameters}) => parameters.fact === fact.kind) ?? [];
    const maximum = ruleOn(kept, fact.on)?.maximum;
    if (fact.on !== on || maximum === undefined || fact.days <= maximum) return [];
    const facts = {deadline: fact.kind, days: String(fact.days), maximum: String(maximum), on: fact.on};
    return [{rule: 'deadline-over-maximum', record: file.record, of: id, facts}];
  });
}
