/**
 * Where one case complex makes more than a share of a figure: a reader who knows the case would otherwise read a police
 * operation as a trend. Complexes are counted one by one, by the same tables, so a cell is the same cell.
 */
import {CASE_COMPLEX} from '#concepts/concept';
import type {Concentration, Note} from '#concepts/note';
import type {Period} from '#concepts/period';
import type {UnitRecord} from '#concepts/unit-record';
import {type Cube, codedCells, findCell} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {placeOf} from './notes.ts';
import {tabulateSeries, type YearOfUnits} from './series.ts';
import type {TableId} from './table.ts';
import {tabulate} from './tabulate.ts';

export interface CountedUnits {
  readonly cubes: readonly Cube[];
  readonly units: readonly UnitRecord[];
  readonly byYear: readonly YearOfUnits[];
  readonly period: Period;
}

/** By table. Equal notes are one note at several cells. */
export function concentrations(
  counted: CountedUnits,
  {share, atLeast}: Concentration,
  definitions: Definitions,
): ReadonlyMap<TableId, readonly Note[]> {
  const byTable = new Map<TableId, readonly Note[]>();
  const complexes = largeComplexes(counted, share * atLeast);
  const most = Math.max(0, ...complexes.map(({largest}) => largest));
  const cubes = counted.cubes.filter((cube) => hasFigure(cube, atLeast, most / share));
  const parts = complexes.map((part) => cubesById(part, {...counted, cubes}, definitions));
  for (const cube of cubes) {
    const notes = new Map<string, Note>();
    for (const {codes, cell} of codedCells(cube)) {
      if (cell.kind !== 'count' || cell.published !== undefined || cell.value < atLeast) continue;
      const largest = Math.max(0, ...parts.map((part) => unitsIn(part.get(cube.table.id), codes)));
      if (largest <= share * cell.value) continue;
      const id = `concentration-${cell.value}-${largest}`;
      const on = [...(notes.get(id)?.on ?? []), placeOf(cube, codes)];
      const {id: table, unit} = cube.table;
      notes.set(id, {id, on, says: {kind: 'concentration', table, unit, units: cell.value, largest}});
    }
    byTable.set(cube.table.id, [...notes.values()]);
  }
  return byTable;
}

/** Between what is worth saying and what a complex could be that much of. */
const hasFigure = ({cells}: Cube, least: number, below: number): boolean =>
  cells.some((cell) => cell.kind === 'count' && cell.value >= least && cell.value < below);

interface Part {
  readonly units: readonly UnitRecord[];
  readonly byYear: readonly YearOfUnits[];
}

const complexOf = ({codes}: UnitRecord): string | undefined => codes[CASE_COMPLEX]?.[0];

/** Those that in some period have more than `most` units, and so could be more of a figure: the others need no count. */
function largeComplexes({units, byYear}: CountedUnits, most: number): readonly (Part & {readonly largest: number})[] {
  const own = byComplex(units);
  const yearly = byYear.map(({year, records}) => ({year, held: byComplex(records)}));
  const all = [own, ...yearly.map(({held}) => held)];
  return [...new Set(all.flatMap((held) => [...held.keys()]))]
    .filter((complex) => all.some((held) => unitsOf(held, complex).length > most))
    .map((complex) => ({
      largest: Math.max(...all.map((held) => unitsOf(held, complex).length)),
      units: unitsOf(own, complex),
      byYear: yearly.map(({year, held}) => ({year, records: unitsOf(held, complex)})),
    }));
}

type Held = ReadonlyMap<string | undefined, readonly UnitRecord[]>;

const byComplex = (units: readonly UnitRecord[]): Held =>
  Map.groupBy(
    units.filter((unit) => complexOf(unit) !== undefined),
    complexOf,
  );

const unitsOf = (held: Held, complex: string | undefined): readonly UnitRecord[] => held.get(complex) ?? [];

function cubesById({units, byYear}: Part, {cubes, period}: CountedUnits, definitions: Definitions) {
  const tables = cubes.map(({table}) => table);
  const counted = [
    ...tabulate(units, tables, definitions, period),
    ...tabulateSeries(tables, byYear, [], definitions, period),
  ];
  return new Map(counted.map((cube) => [cube.table.id, cube] as const));
}

function unitsIn(cube: Cube | undefined, codes: readonly string[]): number {
  const cell = cube && findCell(cube, codes);
  return cell?.kind === 'count' ? cell.value : 0;
}
