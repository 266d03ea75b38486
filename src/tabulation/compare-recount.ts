/** Cells counted twice: where the two counts differ, neither is trusted. */
import {MEASURE, YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {ALL, type Cube, codedCells} from './cube.ts';
import {type Address, addressText} from './proof.ts';
import type {TableId} from './table.ts';

/** A cell of a recount; those it leaves out hold nobody. */
export interface RecountedCell extends Address {
  readonly units: number;
}

export interface Comparison {
  readonly findings: readonly Finding[];
  /** Cells counted both ways. */
  readonly cells: number;
}

export function compareRecount(cubes: readonly Cube[], recounted: readonly RecountedCell[]): Comparison {
  const again = new Map(recounted.map((cell) => [addressText(cell), cell] as const));
  const compared = new Set<string>();
  const findings: Finding[] = [];
  const differ = (table: TableId, cell: string, counted: number, units: number) => {
    const facts = {tables: [table], cell, counted, recounted: units};
    findings.push({rule: 'recount-disagrees', severity: 'error', facts});
  };

  for (const cube of cubes) {
    for (const [cell, value] of countedCells(cube)) {
      const units = again.get(cell)?.units ?? 0;
      if (units !== value) differ(cube.table.id, cell, value, units);
      compared.add(cell);
    }
  }
  // What only the recount found: a code that the table does not show. Of several years of which some were only published, it can
  // say no measure.
  const tables = new Set(cubes.filter((cube) => !isPartlyPublished(cube)).map(({table}) => table.id));
  for (const [cell, {table, units}] of again)
    if (tables.has(table) && !compared.has(cell) && units > 0) differ(table, cell, 0, units);
  return {findings, cells: compared.size};
}

/** Those the register was counted for: not what was published, nor a sum over years. */
function countedCells({table, dimensions, cells}: Cube): readonly (readonly [string, number])[] {
  const year = table.dimensions.indexOf(YEAR);
  return codedCells({dimensions, cells}).flatMap(({codes, cell}) => {
    const counted = cell.kind === 'count' && cell.published === undefined && (year < 0 || codes[year] !== ALL);
    return counted ? [[addressText({table: table.id, codes}), cell.value] as const] : [];
  });
}

const isPartlyPublished = ({table, cells}: Cube): boolean =>
  table.dimensions.includes(MEASURE) &&
  cells.some((cell) => (cell.kind === 'count' ? cell.published !== undefined : cell.kind === 'not-collected'));
