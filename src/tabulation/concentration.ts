/**
 * Where one case complex makes more than a share of a figure: a reader who knows the case would otherwise read a police
 * operation as a trend. Complexes are counted by the same tables, so a cell is the same cell.
 */
import type {Code} from '#concepts/code-list';
import {CASE_COMPLEX} from '#concepts/concept';
import type {Concentration, Note} from '#concepts/note';
import type {Period} from '#concepts/period';
import {type Alike, howMany} from './alike.ts';
import {type Cube, codedCells, findCell} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {placeOf} from './notes.ts';
import {withScale} from './scale.ts';
import {tabulateSeries, type YearOfUnits} from './series.ts';
import type {TableId} from './table.ts';
import {tabulate} from './tabulate.ts';

export interface CountedUnits {
  readonly cubes: readonly Cube[];
  readonly units: readonly Alike[];
  readonly byYear: readonly YearOfUnits[];
  readonly period: Period;
}

/** By table. Equal notes are one note at several cells. */
export function concentrations(
  counted: CountedUnits,
  {share, atLeast}: Concentration,
  definitions: Definitions,
): ReadonlyMap<TableId, readonly Note[]> {
  const {complexes, largest: most} = largeComplexes(counted, share * atLeast);
  const cubes = counted.cubes.filter((cube) => hasFigure(cube, atLeast, most / share));
  const parts = byComplex(counted, complexes, cubes, definitions);
  const byTable = new Map<TableId, readonly Note[]>();
  for (const cube of cubes) {
    const part = parts.get(cube.table.id);
    const notes = new Map<string, Note>();
    for (const {codes, cell} of codedCells(cube)) {
      if (cell.kind !== 'count' || cell.published !== undefined || cell.value < atLeast) continue;
      const largest = Math.max(0, ...[...complexes].map((complex) => unitsIn(part, [...codes, complex])));
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

const complexOf = ({codes}: Alike): Code | undefined => codes[CASE_COMPLEX]?.[0];

/** Those that in some period have more than `most` units, and so could be more of a figure: the others need no count. */
function largeComplexes(
  {units, byYear}: CountedUnits,
  most: number,
): {readonly complexes: ReadonlySet<Code>; readonly largest: number} {
  const sizes = [units, ...byYear.map(({records}) => records)].flatMap((records) =>
    [...Map.groupBy(records, complexOf)].flatMap(([complex, own]) => {
      const units = own.reduce((sum, one) => sum + howMany(one), 0);
      return complex === undefined || units <= most ? [] : [{complex, units}];
    }),
  );
  const complexes = new Set(sizes.map(({complex}) => complex));
  return {complexes, largest: Math.max(0, ...sizes.map((one) => one.units))};
}

/** The same tables once more, over the units of these complexes alone, and by complex. */
function byComplex(
  {units, byYear, period}: CountedUnits,
  complexes: ReadonlySet<Code>,
  cubes: readonly Cube[],
  definitions: Definitions,
): ReadonlyMap<TableId, Cube> {
  const ofThese = (records: readonly Alike[]) => records.filter((unit) => complexes.has(complexOf(unit) ?? ''));
  const tables = cubes.map(({table}) => ({...table, dimensions: [...table.dimensions, CASE_COMPLEX]}));
  const scaled = withScale(CASE_COMPLEX, [...complexes], definitions);
  const years = byYear.map(({year, records}) => ({year, records: ofThese(records)}));
  const counted = [
    ...tabulate(ofThese(units), tables, scaled, period),
    ...tabulateSeries(tables, years, [], scaled, period),
  ];
  return new Map(counted.map((cube) => [cube.table.id, cube]));
}

function unitsIn(cube: Cube | undefined, codes: readonly Code[]): number {
  const cell = cube && findCell(cube, codes);
  return cell?.kind === 'count' ? cell.value : 0;
}
