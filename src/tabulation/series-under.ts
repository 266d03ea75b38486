/**
 * A series counted again under other definitions: the same units of the same years, their codes read as one year had them.
 * Of a year held as a published total alone nothing can be read again, and the cell says so.
 */
import {DEFINITIONS, YEAR} from '#concepts/concept';
import type {Period} from '#concepts/period';
import {defect} from '#kit/defect';
import {firstOf, lastOf, yearOf} from '#kit/plain-date';
import type {Alike} from './alike.ts';
import {breaksIn} from './breaks.ts';
import type {Cube} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {AS_PUBLISHED, codeFor, type DefinitionsOf, readUnder} from './reading-day.ts';
import {withCode, withScale} from './scale.ts';
import {isSeries, observed, type Published, type YearOfUnits} from './series.ts';
import type {TableDefinition} from './table.ts';
import {cubesOf} from './tabulate.ts';

/** A series with its definitions as a dimension ahead of its own, and which of them. */
export interface Restatement {
  readonly table: TableDefinition;
  /** The series it restates. */
  readonly of: TableDefinition['id'];
  readonly under: readonly DefinitionsOf[];
}

/** What ends the id of a restated series; its series is what stands before. */
export const BY_DEFINITIONS = '-by-definitions';

export const restatement = (series: TableDefinition, under: readonly DefinitionsOf[]): Restatement => ({
  table: {...series, id: series.id + BY_DEFINITIONS, dimensions: [DEFINITIONS, ...series.dimensions]},
  of: series.id,
  under,
});

/** Of every series that breaks: as published, and under the definitions of each year at a break and of the last. */
export function restatementsOf(
  tables: readonly TableDefinition[],
  years: readonly number[],
  definitions: Definitions,
): readonly Restatement[] {
  const last = years.at(-1);
  return tables.filter(isSeries).flatMap((table) => {
    const broken = breaksIn(table, years.map(String), definitions).map(({code}) => Number(code));
    if (last === undefined || broken.length === 0) return [];
    const fixed = [...new Set([...broken, last])].sort((a, b) => a - b);
    return [restatement(table, [AS_PUBLISHED, ...fixed])];
  });
}

export function tabulateUnder(
  {table, under}: Restatement,
  years: readonly YearOfUnits[],
  totals: readonly Published[],
  definitions: Definitions,
  period: Period,
): Cube {
  const shown = years.map(({year}) => year);
  const ofYears = years.flatMap(({year, records: units}) => withCode(units, YEAR, String(year)));
  const records = under.flatMap((one) => withCode(readUnder(ofYears, one), DEFINITIONS, codeFor(one)));
  const scaled = withScale(DEFINITIONS, under.map(codeFor), withScale(YEAR, shown.map(String), definitions));
  const [cube = defect('a table that was not counted')] = cubesOf(records, [table], scaled, spanOf(shown, under));
  return {...cube, period, cells: observed(cube, years, totals, definitions)};
}

/** All the years at once, under the same definitions: each person in them once. */
export function tabulateOver(
  {table, under}: Restatement,
  distinct: readonly Alike[],
  definitions: Definitions,
  period: Period,
): Cube {
  const records = under.flatMap((one) => withCode(readUnder(distinct, one), DEFINITIONS, codeFor(one)));
  const scaled = withScale(DEFINITIONS, under.map(codeFor), definitions);
  const overall = {...table, dimensions: table.dimensions.filter((id) => id !== YEAR)};
  const days = spanOf([yearOf(period.from), yearOf(period.to)], under);
  const [cube = defect('a table that was not counted')] = cubesOf(records, [overall], scaled, days);
  return {...cube, period};
}

/** The days on which codes are read: those of the years, where these are read as they were; of definitions, their own. */
function spanOf(years: readonly number[], under: readonly DefinitionsOf[]): Period {
  const read = under.flatMap((one) =>
    one === AS_PUBLISHED ? [firstOf(Math.min(...years)), lastOf(Math.max(...years))] : [lastOf(one)],
  );
  const [from = firstOf(1000), ...later] = read.toSorted();
  return {from, to: later.at(-1) ?? from};
}
