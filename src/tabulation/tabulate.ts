/**
 * Unit records to cubes (GSBPM 5.7). The records become columns once; tables that need the same columns share one joint count,
 * so a statement of thirty tables goes through its units about ten times.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import {count} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {Unit, UnitRecord} from '#concepts/unit-record';
import {defect} from '#kit/defect';
import {categoriesOf} from './categories.ts';
import {type Column, columnOf} from './columns.ts';
import {countJoint, type Joint} from './count.ts';
import {ALL, type Cube, type Dimension, indexOf, sizes} from './cube.ts';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {shareCounts} from './share.ts';
import type {TableDefinition} from './table.ts';
import {type Tally, tallyJoint, tallyOwners} from './tally.ts';

/** Every table but the series over years, in the order given. */
export function tabulate(
  records: readonly UnitRecord[],
  tables: readonly TableDefinition[],
  definitions: Definitions,
  period: Period,
): readonly Cube[] {
  return cubesOf(
    records,
    tables.filter(({dimensions}) => !dimensions.includes(YEAR)),
    definitions,
    period,
  );
}

/** Also over years, where `definitions` has them as a concept. */
export function cubesOf(
  records: readonly UnitRecord[],
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

function counter(records: readonly UnitRecord[], tables: readonly TableDefinition[], definitions: Definitions) {
  const columns = new Map<string, Column>();
  const column = ({concept, list}: Reading): Column => {
    const key = `${concept.of} ${list.id}`;
    const known = columns.get(key) ?? columnOf(records, concept.of, list);
    columns.set(key, known);
    return known;
  };
  const readings = ({dimensions, universe}: TableDefinition) =>
    [...dimensions, ...Object.keys(universe)].map((id) => readingOf(definitions, id));
  const multiple = (table: TableDefinition) => readings(table).some(({concept}) => concept.multiple);
  const needs = (table: TableDefinition): ReadonlySet<Column> => new Set(readings(table).map(column));

  const shared = shareCounts(tables.filter((table) => !multiple(table)).map(needs));
  const joints = new Map<readonly Column[], Joint>();
  return (table: TableDefinition): readonly Tally[] => {
    if (multiple(table)) return tallyOwners(records, table, definitions);
    const joined = shared(needs(table));
    const joint = joints.get(joined) ?? countJoint(joined, {from: 0, to: records.length});
    joints.set(joined, joint);
    return tallyJoint(joint, joined, column, table, definitions);
  };
}

function place(tallies: readonly Tally[], table: TableDefinition, definitions: Definitions, period: Period): Cube {
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
