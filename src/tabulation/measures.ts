/**
 * Two measures of several years, which are never the same figure: the sum of the years, in which a person assessed in two of them
 * is counted twice; and the distinct persons, each counted once. Of years held as published totals nobody can say who is in both.
 */
import {DISTINCT_PERSONS, MEASURE, SUM_OF_YEARS, YEAR} from '#concepts/concept';
import type {Observation} from '#concepts/observation';
import {count} from '#concepts/observation';
import type {Period} from '#concepts/period';
import {defect} from '#kit/defect';
import {firstOf, lastOf} from '#kit/plain-date';
import type {UnitsOfYears} from './alike.ts';
import {ALL, type Cube, combinations, findCell} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {totalsFor} from './published-totals.ts';
import {type Published, tabulateSeries} from './series.ts';
import type {TableDefinition} from './table.ts';
import {cubesOf} from './tabulate.ts';

export const isMeasured = ({dimensions}: TableDefinition): boolean => dimensions.includes(MEASURE);

/** What of a table is counted by year, and what over all of them. */
const yearly = (table: TableDefinition): TableDefinition => ({
  ...table,
  dimensions: table.dimensions.map((id) => (id === MEASURE ? YEAR : id)),
});
const overall = (table: TableDefinition): TableDefinition => ({
  ...table,
  dimensions: table.dimensions.filter((id) => id !== MEASURE),
});

export function tabulateMeasures(
  tables: readonly TableDefinition[],
  {byYear: years, distinct}: Pick<UnitsOfYears, 'byYear' | 'distinct'>,
  published: readonly Published[],
  definitions: Definitions,
  period: Period,
): readonly Cube[] {
  const [first, last] = [years.at(0)?.year, years.at(-1)?.year];
  if (first === undefined || last === undefined) return [];
  const whole = {from: firstOf(first), to: lastOf(last)};
  return tables.filter(isMeasured).map((table) => {
    const totals = totalsFor(table, published, tables);
    const [each = defect('no series')] = tabulateSeries([yearly(table)], years, totals, definitions, period);
    const [all = defect('no table')] = cubesOf(distinct, [overall(table)], definitions, whole);
    return {...measured(each, all), table};
  });
}

/** The years of a cube in the two measures; `all` has its other dimensions. */
export function measured(each: Cube, all: Cube): Cube {
  const at = each.dimensions.findIndex(({concept}) => concept === YEAR);
  const years = each.dimensions[at]?.codes ?? [];
  const codes = [SUM_OF_YEARS, DISTINCT_PERSONS];
  const dimensions = each.dimensions.with(at, {concept: MEASURE, codes, multiple: false});
  const cells = combinations(dimensions.map((one) => [...one.codes, ALL])).map((where): Observation => {
    const ofYears = years.map((year) => findCell(each, where.with(at, year)) ?? count(0));
    if (where[at] === SUM_OF_YEARS) return sumOf(ofYears);
    if (where[at] !== DISTINCT_PERSONS) return {kind: 'not-applicable'};
    return isCounted(ofYears) ? (findCell(all, where.toSpliced(at, 1)) ?? count(0)) : missing(ofYears);
  });
  return {...each, dimensions, cells};
}

const isCounted = (years: readonly Observation[]) =>
  years.every((cell) => cell.kind === 'count' && cell.published === undefined);

function sumOf(years: readonly Observation[]): Observation {
  const counts = years.flatMap((cell) => (cell.kind === 'count' ? [cell] : []));
  if (counts.length < years.length) return missing(years);
  const [source] = counts.flatMap(({published}) => published ?? []);
  const value = counts.reduce((total, one) => total + one.value, 0);
  return {kind: 'count', value, ...(source === undefined ? {} : {published: source})};
}

/** What keeps a measure from being computed: definitions have no sum; a published total has no persons. */
function missing(years: readonly Observation[]): Observation {
  if (years.every(({kind}) => kind === 'not-applicable')) return {kind: 'not-applicable'};
  const known = years.some((cell) =>
    cell.kind === 'count' ? cell.published !== undefined : cell.kind === 'not-collected' && cell.why !== undefined,
  );
  return known ? {kind: 'not-collected', why: 'published-only'} : {kind: 'not-collected'};
}
