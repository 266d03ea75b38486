/** The figures the files must give when they are read and counted rightly: tallied from the truth they were written from. */
import type {Case, Person, Return} from './case.ts';
import {COUNTRIES} from './countries.ts';
import {addDays, yearOf} from './day.ts';

/** By table and code, several dimensions' codes joined by a full stop. A cell that is not there is zero. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Counted {
  readonly one: Case;
  readonly form: string;
}

export function promised(cases: readonly Case[], returns: readonly Return[], year: number): Counts {
  const inYear = cases.filter(({decidedOn}) => yearOf(decidedOn) === year);
  const positive = cases.filter(({outcome}) => outcome === 'victim');
  const persons = firstOfEach(positive.filter(({decidedOn}) => yearOf(decidedOn) === year)).map((one) => ({
    one,
    form: formOf(one, year),
  }));
  const assessedBefore = new Set(positive.filter((one) => yearOf(one.decidedOn) < year).map(({person}) => person));
  const of = (form: string) => persons.filter((counted) => counted.form === form);
  // The tables on prostitution go on with sexual exploitation, which takes it in from 2017.
  const sexual = [...of('prostitution'), ...of('sexual-exploitation')];
  return {
    'persons-by-year': tally(
      [...new Set(positive.map(({person, decidedOn}) => `${yearOf(decidedOn)} ${person.serial}`))],
      (key) => key.slice(0, 4),
    ),
    repeats: tally(persons, ({one}) => repetition(one, assessedBefore)),
    'persons-by-authority': tally(persons, ({one}) => one.authority),
    'assessments-by-authority': tally(
      inYear.filter(({outcome}) => outcome === 'victim'),
      ({authority}) => authority,
    ),
    'assessments-by-outcome': tally(inYear, ({outcome}) => outcome),
    'persons-by-contact-form': tally(persons, ({one}) => one.contactForm ?? 'unknown'),
    'persons-by-nationality': tally(persons, nationality),
    'persons-by-exploitation': tally(persons, ({form}) => form),
    'persons-by-region-of-origin': tally(persons, ({one}) => regionOf(one)),
    'persons-by-sex': tally(persons, sex),
    'persons-by-age': tally(persons, ({one}) => ageOf(one)),
    'prostitution-by-sex': tally(sexual, sex),
    'prostitution-by-nationality': tally(sexual, nationality),
    'forced-labour-by-sex': tally(of('forced-labour'), sex),
    'forced-labour-by-nationality': tally(of('forced-labour'), nationality),
    'forced-labour-by-industry': tally(of('forced-labour'), ({one}) => one.industry ?? 'unknown'),
    'criminal-acts-by-sex': tally(of('criminal-acts'), sex),
    'criminal-acts-by-nationality': tally(of('criminal-acts'), nationality),
    'criminal-acts-by-crime': tally(of('criminal-acts'), ({one}) => one.exploitation),
    ...returnTables(returns, positive, year),
  };
}

function returnTables(returns: readonly Return[], positive: readonly Case[], year: number): Counts {
  const assessedInYear = new Set(positive.filter((one) => yearOf(one.decidedOn) === year).map((one) => one.person));
  const assessed = (one: Return) => (assessedInYear.has(one.person) ? 'in-period' : 'earlier');
  const end = `${year}-12-31`;
  const completed = returns.filter(({departedOn}) => departedOn !== undefined && yearOf(departedOn) === year);
  const inProcess = returns.filter(({begunOn, departedOn}) => begunOn <= end && (departedOn ?? addDays(end, 1)) > end);
  return {
    returns: tally(
      completed.flatMap((one) => [
        `victim.${assessed(one)}`,
        ...Array.from({length: one.children}, () => 'child.not-applicable'),
      ]),
      (key) => key,
    ),
    'returns-with-child': tally(
      completed,
      (one) => `${assessed(one)}.${one.children > 0 ? 'with-child' : 'without-child'}`,
    ),
    'returns-in-process': tally(inProcess, assessed),
  };
}

function firstOfEach(positive: readonly Case[]): readonly Case[] {
  const first = new Map<number, Case>();
  for (const one of positive) {
    const known = first.get(one.person.serial);
    if (known === undefined || one.decidedOn < known.decidedOn) first.set(one.person.serial, one);
  }
  return [...first.values()];
}

function repetition({person, earlier}: Case, assessedBefore: ReadonlySet<Person>): string {
  if (assessedBefore.has(person)) return 'linked';
  return earlier === 'yes' ? 'attested' : earlier === 'unknown' ? 'unknown' : 'first-time';
}

/** Growing cannabis was forced labour until 2012 and a criminal act from 2013; prostitution is sexual exploitation from 2017. */
function formOf({exploitation}: Case, year: number): string {
  if (exploitation === 'drug-sales') return 'criminal-acts';
  if (exploitation === 'cannabis-production') return year < 2013 ? 'forced-labour' : 'criminal-acts';
  return exploitation === 'prostitution' && year >= 2017 ? 'sexual-exploitation' : exploitation;
}

const sex = ({one}: Counted) => one.person.sex;
const nationality = ({one}: Counted) => one.person.nationalities[0] ?? 'unknown';

const regionOf = ({person}: Case) => {
  const [main] = person.nationalities;
  return main === undefined ? 'unknown' : COUNTRIES[main].region;
};

const BANDS = [
  [18, 'under-18'],
  [25, '18-24'],
  [30, '25-29'],
  [40, '30-39'],
] as const;

/** The files' birth dates are never so vague that two bands would be possible: the end of the span tells the band. */
function ageOf({person: {birth}, decidedOn}: Case): string {
  if (birth === undefined) return 'unknown';
  const birthday = birth.date.length === 10 ? birth.date.slice(5) : '12-31';
  const completed = yearOf(decidedOn) - yearOf(birth.date) - (decidedOn.slice(5) < birthday ? 1 : 0);
  return BANDS.find(([below]) => completed < below)?.[1] ?? '40-plus';
}

function tally<T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
