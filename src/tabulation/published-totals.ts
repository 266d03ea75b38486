/**
 * What was published of a series: totals of its own, and of its margin those of another series of the same units, since the total of
 * all persons by form of exploitation is the total of all persons.
 */
import {isScale} from '#concepts/concept';
import type {Published} from './series.ts';
import type {TableDefinition} from './table.ts';

export function totalsFor(
  {id, unit, universe}: Pick<TableDefinition, 'id' | 'unit' | 'universe'>,
  published: readonly Published[],
  tables: readonly TableDefinition[],
): readonly Published[] {
  const own = published.filter(({table}) => table === id);
  const sameUnits = tables.filter(
    (one) =>
      one.id !== id &&
      one.unit === unit &&
      JSON.stringify(one.universe) === JSON.stringify(universe) &&
      one.dimensions.every(isScale),
  );
  const others = published.filter(
    ({table, year, code}) =>
      code === undefined &&
      sameUnits.some((one) => one.id === table) &&
      !own.some((one) => one.year === year && one.code === undefined),
  );
  return [...own, ...others.map((total) => ({...total, table: id}))];
}
