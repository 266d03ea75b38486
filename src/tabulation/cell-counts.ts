/** Units as counts by address, over all tables at once: what can be added up, subtracted and told by reason. */
import {isScale, YEAR} from '#concepts/concept';
import type {Period} from '#concepts/period';
import {yearPeriod} from '#concepts/period';
import type {RevisionReason} from '#concepts/revision';
import {REVISION_REASONS} from '#concepts/revision';
import type {Alike} from './alike.ts';
import {codedCells} from './cube.ts';
import type {Definitions} from './definitions.ts';
import type {Change} from './differences.ts';
import {addressText} from './proof.ts';
import type {YearOfUnits} from './series.ts';
import type {TableDefinition} from './table.ts';
import {cubesOf} from './tabulate.ts';

/** What the tables of one edition are counted from. */
export interface EditionUnits {
  readonly period: Period;
  readonly units: readonly Alike[];
  readonly byYear: readonly YearOfUnits[];
}

/** Every cell that anyone is in; a series has its cells of each year, and none over years. */
export function cellCounts(
  {period, units, byYear}: EditionUnits,
  tables: readonly TableDefinition[],
  definitions: Definitions,
): Change {
  const counts = new Map<string, number>();
  const add = (records: readonly Alike[], counted: readonly TableDefinition[], over: Period, year?: number) => {
    if (records.length === 0) return;
    const cubes = cubesOf(records, counted.map(withoutYear), definitions, over);
    for (const [i, {dimensions, cells}] of cubes.entries()) {
      const table = counted[i];
      if (table === undefined) continue;
      const at = table.dimensions.indexOf(YEAR);
      for (const {codes, cell} of codedCells({dimensions, cells})) {
        if (cell.kind !== 'count' || cell.value === 0) continue;
        const full = year === undefined ? codes : codes.toSpliced(at, 0, String(year));
        counts.set(addressText({table: table.id, codes: full}), cell.value);
      }
    }
  };
  const isSeries = ({dimensions}: TableDefinition) => dimensions.includes(YEAR);
  add(
    units,
    tables.filter(({dimensions}) => !dimensions.some(isScale)),
    period,
  );
  for (const {year, records} of byYear) add(records, tables.filter(isSeries), yearPeriod(year), year);
  return counts;
}

const withoutYear = (table: TableDefinition): TableDefinition => ({
  ...table,
  dimensions: table.dimensions.filter((id) => id !== YEAR),
});

export function changeBetween(before: Change, after: Change): Change {
  const change = new Map<string, number>();
  for (const address of new Set([...before.keys(), ...after.keys()])) {
    const difference = (after.get(address) ?? 0) - (before.get(address) ?? 0);
    if (difference !== 0) change.set(address, difference);
  }
  return change;
}

/** By reason, in their order. */
export const inOrder = (changes: ReadonlyMap<RevisionReason, Change>): ReadonlyMap<RevisionReason, Change> =>
  new Map(
    REVISION_REASONS.flatMap((reason) => (changes.has(reason) ? [[reason, changes.get(reason) ?? new Map()]] : [])),
  );
