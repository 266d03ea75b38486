/** The years of a statement, each beside the latest edition that printed it: what that said, what is said now, and why. */
import {YEAR} from '#concepts/concept';
import {calendarYear, type Period} from '#concepts/period';
import {ALL, type Cube, findCell} from '#tabulation/cube';
import {differencesOf} from '#tabulation/differences';
import type {RevisedYear} from '#tabulation/revision-tables';
import type {TableId} from '#tabulation/table';
import {referenceYears} from './count.ts';
import {byCutOff} from './editions.ts';
import type {Revised, Vantage} from './revise.ts';

export interface PrintedYear {
  readonly year: number;
  /** Of a table's total; undefined where either has no such year of the table, or neither a figure for it. */
  told(table: TableId): RevisedYear | undefined;
}

type OfPeriod = Vantage & {readonly period: Period};

/** By edition the years that it, and no later one, printed: as its own or in its series. Years that the statement has not are left out. */
export function lastPrinted<E extends OfPeriod>(
  editions: readonly E[],
  now: OfPeriod,
): ReadonlyMap<E, readonly number[]> {
  const shown = yearsIn(now);
  const latest = new Map<number, E>();
  for (const edition of editions.toSorted(byCutOff)) for (const year of yearsIn(edition)) latest.set(year, edition);
  const known = shown.flatMap((year) => {
    const edition = latest.get(year);
    return edition === undefined ? [] : [{year, edition}];
  });
  const together = Map.groupBy(known, ({edition}) => edition);
  return new Map([...together].map(([edition, years]) => [edition, years.map(({year}) => year)]));
}

function yearsIn({definitions, period}: OfPeriod): readonly number[] {
  const own = calendarYear(period);
  return [...new Set([...referenceYears(definitions, period), ...(own === undefined ? [] : [own])])];
}

export function printedYears(years: readonly number[], {before, after, changes}: Revised): readonly PrintedYear[] {
  const {cells, balanced, redefined} = differencesOf(before.cubes, after.cubes, changes);
  const find = (cubes: readonly Cube[], table: TableId) =>
    redefined.includes(table) ? undefined : cubes.find((one) => one.table.id === table);
  return years.map((year) => ({
    year,
    told(table) {
      const [was, is] = [find(before.cubes, table), find(after.cubes, table)];
      const codes = is?.table.dimensions.map((id) => (id === YEAR ? String(year) : ALL)) ?? [];
      const [had, has] = [was && findCell(was, codes), is && findCell(is, codes)];
      if (had === undefined || has === undefined) return undefined;
      if (had.kind !== 'count' && has.kind !== 'count') return undefined;
      const at = codes.join();
      const found = [...cells, ...balanced].find((one) => one.table === table && one.codes.join() === at);
      return {year, before: had, after: has, reasons: found?.reasons ?? []};
    },
  }));
}
