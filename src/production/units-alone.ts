/**
 * Each unit by itself, with the tables as they are when nobody else is counted: what disclosure control needs that changes who is
 * counted. Of the reference years too, since a series and a year's tables count the same; of a year that
 * has an edition of its own, with its tables, by which it was rounded there, and as each of its editions counted it.
 */
import {calendarYear, type Period, periodId, yearPeriod} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {chanceOf, recordKeyOf} from '#disclosure/cell-key';
import type {UnitAlone, UnitBefore, Units} from '#disclosure/perturb';
import type {KeyedDigest} from '#kit/keyed-digest';
import type {Profile} from '#profile/profile';
import {kindsBy} from '#tabulation/alike';
import type {Cube} from '#tabulation/cube';
import {tabulateMeasures} from '#tabulation/measures';
import {tabulateSeries} from '#tabulation/series';
import {restatementsOf, tabulateUnder} from '#tabulation/series-under';
import {isCounted, type TableDefinition} from '#tabulation/table';
import {tabulate} from '#tabulation/tabulate';
import {type Counted, type CountedBy, referenceYears} from './count.ts';
import type {CountedBefore} from './earlier-printings.ts';

/**
 * `digest`: by the office's secret; a person's key is the same in every year and edition. `before`: whom editions counted that changed
 * their figures in the same way, so that a year keeps what they made of it.
 */
export async function unitsAlone(
  counted: Counted,
  profile: Profile,
  digest: KeyedDigest,
  before: readonly CountedBefore[],
): Promise<Units> {
  const {period} = counted;
  const own = calendarYear(period);
  const years = counted.byYear.map(({year}) => year);
  const tables = tablesOfOne(profile, period, years);
  const each: UnitAlone[] = [];
  const take = (of: Period, units: readonly UnitRecord[], alone: (unit: UnitRecord) => Alone) => {
    for (const unit of units)
      each.push({population: populationOf(of, unit), key: recordKeyOf(digest, unit.record), ...alone(unit)});
  };
  take(period, counted.units, (unit) => ({cubes: tables.ofEdition(unit)}));
  for (const year of years) {
    if (year === own) continue;
    const of = yearPeriod(year);
    const isOut = before.some((one) => periodId(one.period) === periodId(of));
    take(of, await counted.unitsIn(year), (unit) => ({
      cubes: tables.seriesOf(unit, year),
      elsewhere: isOut ? tables.tablesOf(unit, of) : undefined,
    }));
  }
  return {
    each,
    definitions: profile,
    chanceOf: (population) => chanceOf(digest, population),
    earlier: earlierOf(before),
  };
}

const populationOf = (period: Period, {unit}: UnitRecord): string => `${periodId(period)} ${unit}`;

function earlierOf(before: readonly CountedBefore[]): Units['earlier'] {
  const editions = new Map<string, (readonly UnitBefore[])[]>();
  for (const {period, definitions, units} of before) {
    const {ofEdition} = tablesOfOne(definitions, period, referenceYears(definitions, period));
    for (const [population, own] of Map.groupBy(units, (unit) => populationOf(period, unit))) {
      const alone = own.map((unit) => ({cubes: ofEdition(unit)}));
      editions.set(population, [...(editions.get(population) ?? []), alone]);
    }
  }
  return editions;
}

type Alone = Pick<UnitAlone, 'cubes' | 'elsewhere'>;

/**
 * One unit's tables of a period, and of a year of the series. Each table is worked out once for units that it cannot tell apart, and the
 * list of them once for units that no table can.
 */
function tablesOfOne(profile: CountedBy, period: Period, years: readonly number[]) {
  const tables = profile.tables.filter(isCounted);
  const restated = restatementsOf(tables, years, profile);
  const kindIn = new Map(tables.map((table) => [table, kindsBy([table], profile).kindOf]));
  const {kindOf} = kindsBy(tables, profile);
  const [ofTable, ofAll] = [remembered(), remembered()];
  const inEach = (what: string, unit: UnitRecord, make: (table: TableDefinition) => readonly Cube[]) =>
    ofAll(`${what} ${kindOf(unit)}`, () =>
      tables
        .filter((table) => table.unit === unit.unit)
        .flatMap((table) => ofTable(`${what} ${table.id} ${kindIn.get(table)?.(unit) ?? ''}`, () => make(table))),
    );
  const seriesIn = (unit: UnitRecord, year: number, table: TableDefinition): readonly Cube[] => {
    const byYear = [{year, records: [unit], held: true}] as const;
    return [
      ...tabulateSeries([table], byYear, [], profile, period),
      ...tabulateMeasures([table], {byYear, distinct: []}, [], profile, period),
      ...restated.filter((one) => one.of === table.id).map((one) => tabulateUnder(one, byYear, [], profile, period)),
    ];
  };
  const tablesIn = (unit: UnitRecord, when: Period, table: TableDefinition) => tabulate([unit], [table], profile, when);
  const own = calendarYear(period);
  return {
    tablesOf: (unit: UnitRecord, when: Period) =>
      inEach(`tables ${periodId(when)}`, unit, (table) => tablesIn(unit, when, table)),
    seriesOf: (unit: UnitRecord, year: number) =>
      inEach(`series ${year}`, unit, (table) => seriesIn(unit, year, table)),
    /** All that the period's own edition tells of it. */
    ofEdition: (unit: UnitRecord) =>
      inEach('edition', unit, (table) => [
        ...tablesIn(unit, period, table),
        ...(own !== undefined && years.includes(own) ? seriesIn(unit, own, table) : []),
      ]),
  };
}

/** Made once for each name. */
function remembered(): (name: string, make: () => readonly Cube[]) => readonly Cube[] {
  const known = new Map<string, readonly Cube[]>();
  return (name, make) => {
    const cubes = known.get(name) ?? make();
    known.set(name, cubes);
    return cubes;
  };
}
