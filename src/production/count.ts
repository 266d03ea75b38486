/** Persons' files to cubes, in one pass over the register: the period asked for, and every reference year of the series. */
import type {Finding} from '#concepts/finding';
import {calendarYear, type Period, yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import type {Instant} from '#kit/instant';
import {yearOf} from '#kit/plain-date';
import type {Profile} from '#profile/profile';
import {closingOf} from '#register/assessments';
import {deidentify, deidentifyEach} from '#register/deidentify';
import type {PersonFile} from '#register/person-file';
import type {Question} from '#register/questions';
import {type Alike, UnitsOfYears} from '#tabulation/alike';
import type {Cube} from '#tabulation/cube';
import {whereClosed} from '#tabulation/late';
import {isMeasured, tabulateMeasures} from '#tabulation/measures';
import {totalsFor} from '#tabulation/published-totals';
import {isSeries, tabulateSeries, type YearOfUnits} from '#tabulation/series';
import {restatementsOf, tabulateUnder} from '#tabulation/series-under';
import {isCounted} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import type {Progress} from './progress.ts';

export interface Counted {
  readonly period: Period;
  readonly units: readonly UnitRecord[];
  /** Who the units of a reference year are, in a pass of its own: nobody is kept but those of the period. */
  readonly unitsIn: (year: number) => Promise<readonly UnitRecord[]>;
  /** Of the reference years, what their series tell apart. */
  readonly byYear: readonly YearOfUnits[];
  /** Of all the years, each person once. */
  readonly distinct: readonly Alike[];
  readonly cubes: readonly Cube[];
  /** Series that break, counted again under the definitions of each year at a break. */
  readonly restated: readonly Cube[];
  readonly findings: readonly Finding[];
}

/** What of a profile decides a figure. */
export type CountedBy = Pick<
  Profile,
  'digest' | 'firstYear' | 'rules' | 'competence' | 'codeLists' | 'concepts' | 'tables' | 'published'
> & {
  /** When a period's first edition was cut off, by the period's id: what was decided in it and known later may be late. */
  readonly closings?: ReadonlyMap<string, Instant> | undefined;
  /** A few of the register's persons are counted: a year they have nobody of is one all the same. */
  readonly few?: true | undefined;
};

export async function count(
  files: () => AsyncIterable<PersonFile>,
  profile: CountedBy,
  period: Period,
  progress: Progress,
): Promise<Counted> {
  const years = referenceYears(profile, period);
  const tables = profile.tables.filter(isCounted);
  const {units, questions, series} = await unitsOf(files(), profile, period, years, progress);
  const {distinct} = series;
  const byYear = series.byYear.map((one) => ({...one, held: profile.few}));
  const cubes = [
    ...tabulate(units, tables, profile, period),
    ...tabulateSeries(tables, byYear, profile.published, profile, period).map((cube) =>
      whereClosed(cube, (year) => closingOf(profile, yearPeriod(year)) !== undefined),
    ),
    ...tabulateMeasures(tables, {byYear, distinct}, profile.published, profile, period),
  ];
  const restated = restatementsOf(tables, years, profile);
  const place = new Map(tables.map(({id}, i) => [id, i]));
  return {
    period,
    units,
    unitsIn: async (year) => (await deidentify(files(), profile, [yearPeriod(year)]))[0]?.units ?? [],
    byYear,
    distinct,
    cubes: cubes.toSorted((a, b) => (place.get(a.table.id) ?? 0) - (place.get(b.table.id) ?? 0)),
    restated: restated.map((one) =>
      tabulateUnder(one, byYear, totalsFor({...one.table, id: one.of}, profile.published, tables), profile, period),
    ),
    findings: questions.map(asFinding),
  };
}

/** All that the period has, and of each year before it what its series read: the year itself, where it is one, is not asked twice. */
async function unitsOf(
  files: AsyncIterable<PersonFile>,
  profile: CountedBy,
  period: Period,
  years: readonly number[],
  progress: Progress,
): Promise<{readonly units: UnitRecord[]; readonly questions: Question[]; readonly series: UnitsOfYears}> {
  const overYears = profile.tables.filter((table) => isCounted(table) && (isSeries(table) || isMeasured(table)));
  const series = new UnitsOfYears(years, overYears, profile);
  const earlier = years.filter((year) => year !== calendarYear(period));
  const asked = [...earlier.map((year) => ({period: yearPeriod(year), read: series.read})), {period}];
  const units: UnitRecord[] = [];
  const questions: Question[] = [];
  let done = 0;
  await deidentifyEach(files, profile, asked, (person) => {
    progress({stage: 'count', done: ++done});
    series.take(person.map((one) => ({year: years[one.place], units: one.units})));
    const own = person.find(({place}) => place === earlier.length);
    if (own === undefined) return;
    units.push(...own.units);
    questions.push(...own.questions);
  });
  return {units, questions, series};
}

/** From the profile's first year to the period's; a series of a part of a year ends with the last whole year before it. */
export function referenceYears(
  {firstYear, tables}: Pick<Profile, 'firstYear' | 'tables'>,
  period: Period,
): readonly number[] {
  if (!tables.some((table) => isSeries(table) || isMeasured(table))) return [];
  const last = calendarYear(period) ?? yearOf(period.to) - 1;
  return Array.from({length: Math.max(0, last - firstYear + 1)}, (_, i) => firstYear + i);
}

/** A question flags and never judges: it is told in the draft, and stands in nobody's way. */
const asFinding = ({rule, facts, record, of}: Question): Finding => ({
  rule,
  severity: 'warning',
  facts: {...facts, fact: of},
  records: [record],
});
