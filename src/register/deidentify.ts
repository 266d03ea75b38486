/**
 * The one door between the closed rooms and the open ones (GSBPM 5.5, derive units): persons' files go in, unit records
 * come out. A unit record holds codes, a day and a record number; an age is a band, and no name can pass,
 * since the files read here hold none.
 */

import type {Code, CodeList} from '#concepts/code-list';
import {rowsOn, UNKNOWN} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import {type Period, within} from '#concepts/period';
import type {UnitRecord, UnitsRead} from '#concepts/unit-record';
import {defect} from '#kit/defect';
import {firstOf, lastOf, type PlainDate} from '#kit/plain-date';
import {
  type Counting,
  type CountingFact,
  countingFacts,
  findAttributed,
  findLate,
  isLate,
  laterReversed,
  standingAssessments,
} from './assessments.ts';
import {attributesOf, codesRead} from './attributes.ts';
import {CaseComplexes} from './case-complexes.ts';
import {statusOn} from './competence.ts';
import type {Assessment, PreparedReturn} from './fact.ts';
import {withoutReturnsTwice} from './other-looks.ts';
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

/** A period whose units are wanted. */
export interface Asked {
  readonly period: Period;
  /** What of them is read, where that is not everything: then nothing else is worked out, nor any question. */
  readonly read?: UnitsRead | undefined;
}

/** One person's units of one of the periods, which is told by its place. */
export interface PersonUnits extends Omit<PeriodUnits, 'period'> {
  readonly place: number;
}

/** The units of each period; a person counts once in each. Periods may overlap. One pass over the register. */
export async function deidentify(
  files: AsyncIterable<PersonFile>,
  definitions: CountingDefinitions,
  periods: readonly Period[],
): Promise<readonly PeriodUnits[]> {
  const all = periods.map(emptyUnits);
  const asked = periods.map((period) => ({period}));
  await deidentifyEach(files, definitions, asked, (person) => {
    for (const {place, units, questions} of person) {
      all[place]?.units.push(...units);
      all[place]?.questions.push(...questions);
    }
  });
  return all;
}

function emptyUnits(period: Period): {period: Period; units: UnitRecord[]; questions: Question[]} {
  return {period, units: [], questions: []};
}

/** The same, person by person in the register's order, of everyone: nobody's units are kept. */
export async function deidentifyEach(
  files: AsyncIterable<PersonFile>,
  definitions: CountingDefinitions,
  asked: readonly Asked[],
  tell: (person: readonly PersonUnits[]) => void,
): Promise<void> {
  const complexes = new CaseComplexes();
  const concerned = concernedOf(asked);
  const workedOut = asked.map((one) => workOf(one, definitions));
  for await (const file of files) {
    const complexed = complexes.of(file);
    const person = concerned(file).map((place): PersonUnits => {
      const {period, units, questions} = workedOut[place]?.(file) ?? defect('a period that nobody asked for');
      return {place, units: complexed(units, period), questions};
    });
    tell(person);
  }
}

/** The same as `concernsOf`, of many files: the places of the periods, each day looked up once. */
function concernedOf(asked: readonly Asked[]): (file: PersonFile) => readonly number[] {
  const known = new Map<PlainDate, readonly number[]>();
  const placesOf = (on: PlainDate): readonly number[] => {
    const places = known.get(on) ?? asked.flatMap(({period}, place) => (within(period, on) ? [place] : []));
    known.set(on, places);
    return places;
  };
  const withReturns = asked.flatMap(({period, read}, place) =>
    read === undefined || read.has('return') || read.has('returnee') ? [{period, place}] : [],
  );
  return ({facts}) => {
    const found: number[] = [];
    const add = (place: number) => found.includes(place) || found.push(place);
    for (const {fact} of facts) {
      if (fact.kind === 'assessment' || fact.kind === 'contact') placesOf(fact.on).forEach(add);
      else if (fact.kind === 'prepared-return')
        for (const {period, place} of withReturns) if (statusIn(fact, period) !== undefined) add(place);
    }
    return found.sort((a, b) => a - b);
  };
}

/** Whether a period can have units of the person at all: most have none, and nothing need be worked out. */
export function concernsOf({facts}: Pick<PersonFile, 'facts'>): (period: Period) => boolean {
  const days: PlainDate[] = [];
  const returns: PreparedReturn[] = [];
  for (const {fact} of facts) {
    if (fact.kind === 'assessment' || fact.kind === 'contact') days.push(fact.on);
    else if (fact.kind === 'prepared-return') returns.push(fact);
  }
  const [first, last] = [days.reduce(earlier, LAST), days.reduce(later, FIRST)];
  return (period) =>
    (first <= period.to && last >= period.from && days.some((on) => within(period, on))) ||
    (returns.length > 0 && returns.some((one) => statusIn(one, period) !== undefined));
}

const [FIRST, LAST] = [firstOf(1000), lastOf(9999)];
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (b < a ? b : a);
const later = (a: PlainDate, b: PlainDate): PlainDate => (b > a ? b : a);

/** The units of one person in one period. */
export function unitsOf(file: PersonFile, definitions: CountingDefinitions, period: Period): PeriodUnits {
  const attributed = findAttributed(file, definitions, period);
  const questions = questionsOf(file, definitions, period, attributed);
  const codes = attributed && codesAt(file, definitions, attributed);
  const units: UnitRecord[] = [];
  if (attributed !== undefined && codes !== undefined)
    units.push(personOf(file, definitions, period, attributed, {...codes, question: [asked(questions)]}));
  for (const one of assessmentsIn(file, definitions, period)) {
    const own = one.id === attributed?.id ? codes : undefined;
    units.push({
      unit: 'assessment',
      record: file.record,
      on: one.fact.on,
      codes: own ?? codesAt(file, definitions, one),
    });
  }
  units.push(
    ...returnsOf(file, definitions, period),
    ...accompanyingOf(file, attributed),
    ...lateOf(file, definitions, period),
  );
  return {period, units, questions};
}

const asked = (questions: readonly Question[]): Code => (questions.length > 0 ? 'in-question' : 'none');

/** How a period's units are worked out: all of them, or those that are read, with the codes that are and perhaps others. */
function workOf({period, read}: Asked, definitions: CountingDefinitions): (file: PersonFile) => PeriodUnits {
  if (read === undefined) return (file) => unitsOf(file, definitions, period);
  const [concepts, late] = [read.get('person'), read.has('late-person')];
  if ([...read.keys()].some((unit) => unit !== 'person' && unit !== 'late-person'))
    return (file) => {
      const units = unitsOf(file, definitions, period).units.filter(({unit}) => read.has(unit));
      return {period, units, questions: []};
    };
  return (file) => {
    const person = concepts && personUnit(file, definitions, period, concepts);
    const units = late ? lateOf(file, definitions, period) : [];
    return {period, units: person === undefined ? units : [person, ...units], questions: []};
  };
}

/** A person's unit with these of its codes and perhaps others, and no other unit. */
export function personUnit(
  file: PersonFile,
  definitions: CountingDefinitions,
  period: Period,
  concepts: ReadonlySet<ConceptId>,
): UnitRecord | undefined {
  const attributed = findAttributed(file, definitions, period);
  if (attributed === undefined) return undefined;
  const codes = codesAt(file, definitions, attributed, concepts);
  if (!DERIVED.some((one) => concepts.has(one)))
    return {unit: 'person', record: file.record, on: attributed.fact.on, codes};
  const question = concepts.has('question')
    ? {question: [asked(questionsOf(file, definitions, period, attributed))]}
    : {};
  return personOf(file, definitions, period, attributed, {...codes, ...question});
}

/** What is worked out of a person's other codes and facts. */
const DERIVED: readonly ConceptId[] = ['repetition', 'standing', 'question'];

const personOf = (
  file: PersonFile,
  definitions: CountingDefinitions,
  period: Period,
  attributed: CountingFact,
  codes: UnitRecord['codes'],
): UnitRecord => ({
  unit: 'person',
  record: file.record,
  on: attributed.fact.on,
  codes: {
    ...codes,
    repetition: [repetitionOf(file, definitions, period)],
    standing: [laterReversed(file, attributed) ? 'later-reversed' : 'stands'],
  },
});

/** `read`: these and perhaps others. */
function codesAt(
  file: PersonFile,
  {rules, codeLists}: CountingDefinitions,
  fact: CountingFact,
  read?: ReadonlySet<ConceptId>,
): UnitRecord['codes'] {
  const said = read === undefined ? attributesOf(file, fact, rules).codes : codesRead(file, fact, rules, read);
  if (read !== undefined && !(BESIDE.some((one) => read.has(one)) || (rules.age && read.has(rules.age.concept))))
    return said;
  const {residence} = statusOn(file, fact.fact.on);
  const status = residence === undefined ? {} : {residence: [residence]};
  if (fact.fact.kind === 'contact') return {...said, ...status};
  const age = rules.age && {[rules.age.concept]: [ageBand(fact.fact, codeLists.get(rules.age.list), fact.fact.on)]};
  return {...said, ...status, ...age, authority: [fact.fact.by], outcome: [fact.fact.outcome]};
}

/** What is told of a person beside the codes that sources give. */
const BESIDE: readonly ConceptId[] = ['residence', 'authority', 'outcome'];

/** The band both the youngest and the oldest possible age fall in; else unknown. */
function ageBand({age}: Assessment, list: CodeList | undefined, on: PlainDate): Code {
  if (age === undefined || list === undefined) return UNKNOWN;
  const band = rowsOn(list, on).find(
    ({min, max}) => min !== undefined && min <= age.youngest && age.oldest <= (max ?? Number.POSITIVE_INFINITY),
  );
  return band?.code ?? UNKNOWN;
}

const assessmentsIn = (file: PersonFile, definitions: CountingDefinitions, period: Period) =>
  standingAssessments(file, definitions.rules).filter(
    (one) => within(period, one.fact.on) && !isLate(file, definitions, period, one),
  );

/** A measure of its own: decided in the period, known after its first edition, and counted in no year. */
function lateOf(file: PersonFile, definitions: CountingDefinitions, period: Period): readonly UnitRecord[] {
  const late = findLate(file, definitions, period)?.fact;
  if (late === undefined) return [];
  const codes = late.kind === 'assessment' ? {authority: [late.by]} : {};
  return [{unit: 'late-person', record: file.record, on: late.on, codes}];
}

/**
 * The children with a counted person, as recorded with the decision: by its own source, else by the latest recorded. Two sources
 * may mean the same child, so they are never added; and a child is never in the number of victims.
 */
function accompanyingOf(file: PersonFile, attributed: CountingFact | undefined): readonly UnitRecord[] {
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
  return withoutReturnsTwice(file, standing(file, 'prepared-return')).flatMap(({fact}) => {
    const found = statusIn(fact, period);
    if (found === undefined) return [];
    const completed = found === 'completed';
    const status = {'return-status': [found], operator: [fact.operator]};
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

function statusIn({on, completed}: PreparedReturn, period: Period): 'completed' | 'in-process' | undefined {
  if (completed !== undefined && within(period, completed)) return 'completed';
  return on <= period.to && (completed === undefined || completed > period.to) ? 'in-process' : undefined;
}

function assessedWhen(file: PersonFile, counting: Counting, period: Period): Code {
  const days = countingFacts(file, counting, period.to).map(({fact}) => fact.on);
  if (days.some((on) => within(period, on))) return 'in-period';
  return days.some((on) => on < period.from) ? 'earlier' : UNKNOWN;
}
