/**
 * The one door between the closed rooms and the open ones (GSBPM 5.5, derive units): persons' files go in, unit records
 * come out. A unit record holds codes, a day and a record number; an age is a band, and no name can pass,
 * since the files read here hold none.
 */

import type {Code, CodeList} from '#concepts/code-list';
import {rowsOn, UNKNOWN} from '#concepts/code-list';
import {type Period, within} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import type {PlainDate} from '#kit/plain-date';
import {
  type Counting,
  type CountingFact,
  countingFacts,
  findAttributed,
  laterReversed,
  standingAssessments,
} from './assessments.ts';
import {attributesOf} from './attributes.ts';
import {statusOn} from './competence.ts';
import type {Assessment} from './fact.ts';
import {type PersonFile, standing} from './person-file.ts';
import {type Question, questionsOf} from './questions.ts';
import {repetitionOf} from './repetition.ts';

export interface CountingDefinitions extends Counting {
  readonly codeLists: ReadonlyMap<string, CodeList>;
}

export interface PeriodUnits {
  readonly period: Period;
  readonly units: readonly UnitRecord[];
  /** What the office is asked about persons counted in the period. */
  readonly questions: readonly Question[];
}

/** The units of each period; a person counts once in each. Periods may overlap. One pass over the register. */
export async function deidentify(
  files: AsyncIterable<PersonFile>,
  definitions: CountingDefinitions,
  periods: readonly Period[],
): Promise<readonly PeriodUnits[]> {
  const found = periods.map(emptyUnits);
  for await (const file of files) {
    for (const {period, units, questions} of found) {
      const person = personOf(file, definitions, period);
      if (person) units.push(person);
      questions.push(...questionsOf(file, definitions, period));
      for (const one of assessmentsOf(file, definitions, period)) units.push(one);
      for (const one of returnsOf(file, definitions, period)) units.push(one);
      for (const one of accompanyingOf(file, definitions, period)) units.push(one);
    }
  }
  return found;
}

function emptyUnits(period: Period): {period: Period; units: UnitRecord[]; questions: Question[]} {
  return {period, units: [], questions: []};
}

function personOf(file: PersonFile, definitions: CountingDefinitions, period: Period): UnitRecord | undefined {
  const attributed = findAttributed(file, definitions, period);
  if (attributed === undefined) return undefined;
  return {
    unit: 'person',
    record: file.record,
    on: attributed.fact.on,
    codes: {
      ...codesAt(file, definitions, attributed),
      repetition: [repetitionOf(file, definitions, period)],
      standing: [laterReversed(file, attributed) ? 'later-reversed' : 'stands'],
      question: [questionsOf(file, definitions, period).length > 0 ? 'in-question' : 'none'],
    },
  };
}

function codesAt(file: PersonFile, {rules, codeLists}: CountingDefinitions, fact: CountingFact): UnitRecord['codes'] {
  const {residence} = statusOn(file, fact.fact.on);
  const {codes} = attributesOf(file, fact, rules);
  const status = residence === undefined ? {} : {residence: [residence]};
  if (fact.fact.kind === 'contact') return {...codes, ...status};
  const age = rules.age && {[rules.age.concept]: [ageBand(fact.fact, codeLists.get(rules.age.list), fact.fact.on)]};
  return {...codes, ...status, ...age, authority: [fact.fact.by], outcome: [fact.fact.outcome]};
}

/** The band both the youngest and the oldest possible age fall in; else unknown. */
function ageBand({age}: Assessment, list: CodeList | undefined, on: PlainDate): Code {
  if (age === undefined || list === undefined) return UNKNOWN;
  const band = rowsOn(list, on).find(
    ({min, max}) => min !== undefined && min <= age.youngest && age.oldest <= (max ?? Number.POSITIVE_INFINITY),
  );
  return band?.code ?? UNKNOWN;
}

function assessmentsOf(file: PersonFile, definitions: CountingDefinitions, period: Period): readonly UnitRecord[] {
  return standingAssessments(file, definitions.rules)
    .filter(({fact}) => within(period, fact.on))
    .map((one) => ({
      unit: 'assessment',
      record: file.record,
      on: one.fact.on,
      codes: codesAt(file, definitions, one),
    }));
}

/**
 * The children with a counted person, as recorded with the decision: by its own source, else by the latest recorded. Two sources
 * may mean the same child, so they are never added; and a child is never in the number of victims.
 */
function accompanyingOf(file: PersonFile, counting: Counting, period: Period): readonly UnitRecord[] {
  const attributed = findAttributed(file, counting, period);
  if (attributed?.fact.kind !== 'assessment') return [];
  const {on, by} = attributed.fact;
  const own = ({source}: {readonly source: string}) => Number(source === attributed.source);
  const [said] = standing(file, 'children')
    .filter(({fact}) => fact.on === on)
    .toSorted(
      (a, b) => own(b) - own(a) || (a.recordedAt < b.recordedAt ? 1 : a.recordedAt > b.recordedAt ? -1 : b.id - a.id),
    );
  const child = {unit: 'accompanying-child', record: file.record, on, codes: {authority: [by]}};
  return Array.from({length: said?.fact.accompanying ?? 0}, () => child);
}

/** Completed in the period, or in process at its end. A second population: its unit is the return, with its people. */
function returnsOf(file: PersonFile, counting: CountingDefinitions, period: Period): readonly UnitRecord[] {
  return standing(file, 'prepared-return').flatMap(({fact}) => {
    const completed = fact.completed !== undefined && within(period, fact.completed);
    const inProcess = fact.on <= period.to && (fact.completed === undefined || fact.completed > period.to);
    if (!completed && !inProcess) return [];
    const status = {'return-status': [completed ? 'completed' : 'in-process'], operator: [fact.operator]};
    const assessed = [assessedWhen(file, counting, period)];
    const unit = {record: file.record, on: completed ? (fact.completed ?? fact.on) : fact.on};
    const child = {...unit, unit: 'returnee', codes: {...status, person: ['child'], assessed: ['not-applicable']}};
    return [
      {
        ...unit,
        unit: 'return',
        codes: {...status, assessed, 'with-child': [fact.children > 0 ? 'with-child' : 'without-child']},
      },
      {...unit, unit: 'returnee', codes: {...status, person: ['victim'], assessed}},
      ...Array.from({length: fact.children}, () => child),
    ];
  });
}

function assessedWhen(file: PersonFile, counting: Counting, period: Period): Code {
  const days = countingFacts(file, counting, period.to).map(({fact}) => fact.on);
  if (days.some((on) => within(period, on))) return 'in-period';
  return days.some((on) => on < period.from) ? 'earlier' : UNKNOWN;
}
