/**
 * Questions put to the office about a counted person: an assessment outside competence, outcomes that differ, sources that
 * disagree. They flag and never judge; an answer with a reason closes them.
 */

import {type Period, within} from '#concepts/period';
import type {RecordNumber} from '#concepts/record-number';
import {
  type Counting,
  type CountingFact,
  findAttributed,
  findOtherCompetent,
  isHeldBack,
  ruleOn,
  standingAssessments,
} from './assessments.ts';
import {attributesOf} from './attributes.ts';
import type {Answer, FactId} from './fact.ts';
import {type PersonFile, standing} from './person-file.ts';

export interface Question {
  readonly rule: Answer['question'];
  readonly record: RecordNumber;
  /** The fact it is about; an answer names it. */
  readonly of: FactId;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
}

/** The open questions about a person counted in the period, or who would be, were it not for one. */
export function questionsOf(
  file: PersonFile,
  counting: Counting,
  period: Period,
  attributed = findAttributed(file, counting, period),
): readonly Question[] {
  const {rules, competence} = counting;
  const answered = standing(file, 'answer').map(({fact}) => fact);
  const held = standingAssessments(file, rules).filter(
    (one) => within(period, one.fact.on) && isHeldBack(file, competence, one),
  );
  const about = attributed === undefined ? held : [...held, attributed];
  return [
    ...about.flatMap((one) => outsideCompetence(file, counting, one)),
    ...(attributed === undefined ? [] : aboutCounted(file, counting, attributed, period)),
  ].filter(({rule, of}) => !answered.some((answer) => answer.of === of && answer.question === rule));
}

const aboutCounted = (file: PersonFile, counting: Counting, attributed: CountingFact, period: Period) => [
  ...differingOutcomes(file, counting, attributed, period),
  ...disagreeing(file, counting, attributed),
  ...overMaximum(file, counting, attributed),
];

function outsideCompetence(file: PersonFile, {competence}: Counting, {fact, id}: CountingFact): readonly Question[] {
  const competent = fact.kind === 'assessment' ? findOtherCompetent(file, competence, fact) : undefined;
  if (competent === undefined || fact.kind !== 'assessment') return [];
  const facts = {'decided-by': fact.by, competent, on: fact.on};
  return [{rule: 'assessed-outside-competence', record: file.record, of: id, facts}];
}

function differingOutcomes(
  file: PersonFile,
  {rules}: Counting,
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

function disagreeing(file: PersonFile, {rules}: Counting, attributed: CountingFact): readonly Question[] {
  const {disputed} = attributesOf(file, attributed, rules);
  return disputed.length === 0
    ? []
    : [{rule: 'attributes-disagree', record: file.record, of: attributed.id, facts: {concepts: disputed}}];
}

/** A deadline to leave or to reflect that is longer than the law of its day allows. */
function overMaximum(file: PersonFile, {rules}: Counting, {fact: {on}}: CountingFact): readonly Question[] {
  const given = [...standing(file, 'departure-deadline'), ...standing(file, 'reflection-period')];
  return given.flatMap(({id, fact}): readonly Question[] => {
    const kept = rules.deadlines?.filter(({parameters}) => parameters.fact === fact.kind) ?? [];
    const maximum = ruleOn(kept, fact.on)?.maximum;
    if (fact.on !== on || maximum === undefined || fact.days <= maximum) return [];
    const facts = {deadline: fact.kind, days: String(fact.days), maximum: String(maximum), on: fact.on};
    return [{rule: 'deadline-over-maximum', record: file.record, of: id, facts}];
  });
}
