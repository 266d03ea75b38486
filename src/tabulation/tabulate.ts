/**
 * Unit records to cubes (GSBPM 5.7). The records become columns once; tables that need the same columns share one joint count,
 * so a statement of thirty tables goes through its units about ten times.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {isScale} from '#concepts/concept';
import {count} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Unit} from '#concepts/unit-record';
import {defect} from '#kit/defect';
import type {Alike} from './alike.ts';
import {categoriesOf} from './categories.ts';
import {type Column, columnsOf, countRows, type UnitColumns} from './columns.ts';
import {type Joint, reduceJoint} from './count.ts';
import {ALL, type Cube, type Dimension, indexOf, sizes} from './cube.ts';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {shareCounts} from './share.ts';
import type {TableDefinition} from './table.ts';
import {type Tally, tallyJoint, tallyOwners} from './tally.ts';

/** Every table but those over several years, in the order given. */
export function tabulate(
  records: readonly Alike[],
  tables: readonly TableDefinition[],
  definitions: Definitions,
  period: Period,
): readonly Cube[] {
  return cubesOf(
    records,
    tables.filter(({dimensions}) => !dimensions.some(isScale)),
    definitions,
    period,
  );
}

/** Also over years, where `definitions` has them as a concept. */
export function cubesOf(
  records: readonly Alike[],
  tables: readonly TableDefinition[],
  definitions: Definitions,
  period: Period,
): readonly Cube[] {
  const byUnit = Map.groupBy(records, ({unit}) => unit);
  const counters = new Map<Unit, (table: TableDefinition) => readonly Tally[]>();
  for (const unit of new Set(tables.map((table) => table.unit)))
    counters.set(
      unit,
      counter(
        byUnit.get(unit) ?? [],
        tables.filter((table) => table.unit === unit),
        definitions,
      ),
    );
  return tables.map((table) => place(counters.get(table.unit)?.(table) ?? [], table, definitions, period));
}

function counter(records: readonly Alike[], tables: readonly TableDefinition[], definitions: Definitions) {
  const multiple = (table: TableDefinition) => readingsOf(table, definitions).some(({concept}) => concept.multiple);
  const units = columnsOf(records);
  const plan = planOf(
    units,
    tables.filter((table) => !multiple(table)),
    definitions,
  );
  const tally = plan.tally(plan.sets.map((set) => countRows(units, set)));
  return (table: TableDefinition): readonly Tally[] =>
    multiple(table) ? tallyOwners(records, table, definitions) : tally(table);
}

const readingsOf = ({dimensions, universe}: TableDefinition, definitions: Definitions): readonly Reading[] =>
  [...dimensions, ...Object.keys(universe)].map((id) => readingOf(definitions, id));

export interface Plan {
  /** What to count: all that depends on how many units there are, so it may be done in parts and elsewhere. */
  readonly sets: readonly (readonly Column[])[];
  /** The tables, given the joint count of each set. */
  readonly tally: (joints: readonly Joint[]) => (table: TableDefinition) => readonly Tally[];
}

export function planOf(
  {column}: Pick<UnitColumns, 'column'>,
  tables: readonly TableDefinition[],
  definitions: Definitions,
): Plan {
  const needs = (table: TableDefinition) => new Set(readingsOf(table, definitions).map(column));
  const {sets, serving} = shareCounts(tables.map(needs));
  const tally = (joints: readonly Joint[]) => (table: TableDefinition) => {
    const needed = needs(table);
    const set = serving(needed);
    const joint = reduceJoint(joints[sets.indexOf(set)] ?? defect('a set that was not counted'), set, needed);
    return tallyJoint(
      joint,
      set.filter((one) => needed.has(one)),
      column,
      table,
      definitions,
    );
  };
  return {sets, tally};
}

/** The tallies in the cube's own order, every category shown. */
export function place(
  tallies: readonly Tally[],
  table: TableDefinition,
  definitions: Definitions,
  period: Period,
): Cube {
  const dimensions = table.dimensions.map((id, i): Dimension => {
    const only = tallies.filter(({codes}) => codes.every((code, j) => (code === ALL) === (j !== i)));
    const units = new Map<Code, number>();
    for (const {codes, units: n} of only) units.set(codes[i] ?? UNKNOWN, (units.get(codes[i] ?? UNKNOWN) ?? 0) + n);
    const codes = categoriesOf(id, table, definitions, period, units);
    return {concept: id, codes, multiple: readingOf(definitions, id).concept.multiple};
  });
  const cells = new Array<number>(sizes(dimensions).reduce((product, size) => product * size, 1)).fill(0);
  for (const {codes, units} of tallies) {
    const at = indexOf(dimensions, codes) ?? defect(`${table.id}: a unit outside its categories`);
    cells[at] = (cells[at] ?? 0) + units;
  }
  return {table, period, dimensions, cells: cells.map(count)};
}
