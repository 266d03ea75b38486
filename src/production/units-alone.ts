/**
 * Each unit by itself, with the tables as they are when nobody else is counted: what disclosure control needs that changes who is
 * counted. Of the reference years too, since a series and a year's tables count the same.
 */
import {calendarYear, periodId} from '#concepts/period';
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

/** `digest`: by the office's secret; a person's key is the same in every year and edition. */
export async function unitsAlone(counted: Counted, profile: Profile, digest: KeyedDigest): Promise<Units> {
  const {period} = counted;
  const own = calendarYear(period);
  const years = counted.byYear.map(({year}) => year);
  const tablesOf = tablesOfOne(profile, period, years);
  const each: UnitAlone[] = [];
  const take = (population: string, units: readonly UnitRecord[], cubesOf: (unit: UnitRecord) => readonly Cube[]) => {
    for (const unit of units)
      each.push({
        population: `${population} ${unit.unit}`,
        key: recordKeyOf(digest, unit.record),
        cubes: cubesOf(unit),
      });
  };
  take(periodId(period), counted.units, (unit) =>
    tablesOf(unit, own !== undefined && years.includes(own) ? own : undefined, true),
  );
  for (const year of years)
    if (year !== own) take(String(year), await counted.unitsIn(year), (unit) => tablesOf(unit, year, false));
  return {each, definitions: profile, below: chanceOf(digest, 'rounding')};
}

/** Of the period, of a year of its series, or of both. */
function tablesOfOne(profile: Profile, period: Counted['period'], years: readonly number[]) {
  const tables = profile.tables.filter(isCounted);
  const restated = restatementsOf(tables, years, profile);
  return (unit: UnitRecord, year: number | undefined, isOfPeriod: boolean): readonly Cube[] => {
    const own = tables.filter((table) => table.unit === unit.unit);
    const ofPeriod = isOfPeriod ? tabulate([unit], own, profile, period) : [];
    if (year === undefined) return ofPeriod;
    const byYear = [{year, records: [unit], held: true}] as const;
    return [
      ...ofPeriod,
      ...tabulateSeries(own, byYear, [], profile, period),
      ...tabulateMeasures(own, {byYear, distinct: []}, [], profile, period),
      ...restated
        .filter(({table}) => table.unit === unit.unit)
        .map((one) => tabulateUnder(one, byYear, [], profile, period)),
    ];
  };
}
