/**
 * Each unit by itself, with the tables as they are when nobody else is counted: what disclosure control needs that changes who is
 * counted. Of the reference years too, since a series and a year's tables count the same; of a year that
 * has an edition of its own, with its tables, by which it was rounded there.
 */
import {calendarYear, type Period, periodId, yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {chanceOf, recordKeyOf} from '#disclosure/cell-key';
import type {UnitAlone, Units} from '#disclosure/perturb';
import type {KeyedDigest} from '#kit/keyed-digest';
import type {Profile} from '#profile/profile';
import type {Cube} from '#tabulation/cube';
import {tabulateMeasures} from '#tabulation/measures';
import {tabulateSeries} from '#tabulation/series';
import {restatementsOf, tabulateUnder} from '#tabulation/series-under';
import {isCounted} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import type {Counted} from './count.ts';

/**
 * `digest`: by the office's secret; a person's key is the same in every year and edition. `out`: the periods that such an edition told of
 * before.
 */
export async function unitsAlone(
  counted: Counted,
  profile: Profile,
  digest: KeyedDigest,
  out: ReadonlySet<string>,
): Promise<Units> {
  const {period} = counted;
  const own = calendarYear(period);
  const years = counted.byYear.map(({year}) => year);
  const {tablesOf, seriesOf} = tablesOfOne(profile, period, years);
  const each: UnitAlone[] = [];
  const take = (population: string, units: readonly UnitRecord[], alone: (unit: UnitRecord) => Alone) => {
    for (const unit of units)
      each.push({population: `${population} ${unit.unit}`, key: recordKeyOf(digest, unit.record), ...alone(unit)});
  };
  take(periodId(period), counted.units, (unit) => {
    const inSeries = own !== undefined && years.includes(own) ? seriesOf(unit, own) : [];
    return {cubes: [...tablesOf(unit, period), ...inSeries]};
  });
  for (const year of years)
    if (year !== own)
      take(periodId(yearPeriod(year)), await counted.unitsIn(year), (unit) => ({
        cubes: seriesOf(unit, year),
        elsewhere: out.has(String(year)) ? tablesOf(unit, yearPeriod(year)) : [],
      }));
  return {each, definitions: profile, chanceOf: (population) => chanceOf(digest, population)};
}

type Alone = Pick<UnitAlone, 'cubes' | 'elsewhere'>;

/** One unit's tables of a period, and of a year of the series. */
function tablesOfOne(profile: Profile, period: Period, years: readonly number[]) {
  const tables = profile.tables.filter(isCounted);
  const restated = restatementsOf(tables, years, profile);
  const of = (unit: UnitRecord) => tables.filter((table) => table.unit === unit.unit);
  return {
    tablesOf: (unit: UnitRecord, when: Period) => tabulate([unit], of(unit), profile, when),
    seriesOf: (unit: UnitRecord, year: number): readonly Cube[] => {
      const byYear = [{year, records: [unit], held: true}] as const;
      return [
        ...tabulateSeries(of(unit), byYear, [], profile, period),
        ...tabulateMeasures(of(unit), {byYear, distinct: []}, [], profile, period),
        ...restated
          .filter(({table}) => table.unit === unit.unit)
          .map((one) => tabulateUnder(one, byYear, [], profile, period)),
      ];
    },
  };
}
