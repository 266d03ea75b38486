/** Whether and why a person is counted in a period, by which facts and which rules: the answer to the question every figure must bear. */
import type {Period} from '#concepts/period';
import {within} from '#concepts/period';
import {type Dated, findInForce} from '#kit/dated';
import type {PlainDate} from '#kit/plain-date';
import {
  findAttributed,
  isHeldBack,
  laterReversed,
  notReversed,
  otherLooks,
  standingAssessments,
} from './assessments.ts';
import {attributesOf} from './attributes.ts';
import {findCompetent, statusOn} from './competence.ts';
import type {CountingDefinitions} from './deidentify.ts';
import type {Codes, FactId} from './fact.ts';
import type {PersonFile} from './person-file.ts';
import {type Question, questionsOf} from './questions.ts';
import {repetitionOf} from './repetition.ts';

export type Reason =
  | 'counted'
  | 'held-back'
  /** Nothing decided in the period. */
  | 'no-assessment-in-period'
  /** Decided in the period, but not positive. */
  | 'no-positive-assessment'
  /** A positive assessment in the period was withdrawn or reversed as an error. */
  | 'no-standing-assessment'
  /** Another look at an incident the person is counted for. */
  | 'same-incident'
  /** A further record of a decision that is told elsewhere. */
  | 'filed-twice';

export interface Explanation {
  readonly period: Period;
  readonly reason: Reason;
  /** The fact the person counts by. */
  readonly by?: FactId;
  readonly on?: PlainDate;
  readonly codes?: Codes;
  readonly repetition?: string;
  readonly laterReversed?: boolean;
  readonly competent?: string | undefined;
  readonly questions: readonly Question[];
  /** Ids of the profile's rules that decided it. */
  readonly rules: readonly string[];
}

export function explain(file: PersonFile, definitions: CountingDefinitions, period: Period): Explanation {
  const {rules, competence} = definitions;
  const attributed = findAttributed(file, definitions, period);
  if (attributed === undefined) {
    return {
      period,
      reason: reasonNotCounted(file, definitions, period),
      questions: questionsOf(file, definitions, period),
      rules: idsOn(rules.population, period),
    };
  }
  const {fact, id} = attributed;
  return {
    period,
    reason: 'counted',
    by: id,
    on: fact.on,
    codes: {
      ...attributesOf(file, attributed, rules).codes,
      ...(fact.kind === 'assessment' ? {authority: [fact.by], outcome: [fact.outcome]} : {}),
    },
    repetition: repetitionOf(file, definitions, period),
    laterReversed: laterReversed(file, attributed),
    competent: findCompetent(competence, statusOn(file, fact.on), fact.on),
    questions: questionsOf(file, definitions, period),
    rules: [rules.population, rules.attribution, rules.reversal, rules.disagreement, rules.repetition].flatMap((rule) =>
      idsOn(rule, period),
    ),
  };
}

function reasonNotCounted(file: PersonFile, definitions: CountingDefinitions, period: Period): Reason {
  const {rules, competence} = definitions;
  const decided = standingAssessments(file, rules).filter(({fact}) => within(period, fact.on));
  if (decided.some((one) => isHeldBack(file, competence, one))) return 'held-back';
  if (otherLooks(file, definitions, period.to).some(({fact}) => within(period, fact.on))) return 'same-incident';
  if (decided.length === 0 && notReversed(file, rules).some(({fact}) => within(period, fact.on))) return 'filed-twice';
  if (decided.length > 0) return 'no-positive-assessment';
  const ever = file.facts.some(({fact}) => fact.kind === 'assessment' && within(period, fact.on));
  return ever ? 'no-standing-assessment' : 'no-assessment-in-period';
}

const idsOn = (rules: readonly (Dated & {readonly id: string})[], {to}: Period): readonly string[] => {
  const rule = findInForce(rules, to);
  return rule === undefined ? [] : [rule.id];
};
