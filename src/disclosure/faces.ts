/** Tables by whom they count: a table is one face, a series one for each year, a restated one for each year under each definitions. */
import type {Code} from '#concepts/code-list';
import {type ConceptId, DEFINITIONS, isScale, YEAR} from '#concepts/concept';
import type {Observation} from '#concepts/observation';
import {type Period, periodId, yearPeriod} from '#concepts/period';
import type {Unit} from '#concepts/unit-record';
import {lastOf, type PlainDate} from '#kit/plain-date';
import {ALL, type Cube, combinations, findCell} from '#tabulation/cube';
import type {Universe} from '#tabulation/predicate';
import {definitionsOf} from '#tabulation/reading-day';

/** A table of one population. */
export interface Face {
  readonly cube: Cube;
  readonly unit: Unit;
  readonly universe: Universe;
  readonly period: Period;
  /** Every code is read on this day. */
  readonly day: PlainDate | undefined;
  readonly dimensions: Cube['dimensions'];
  /** Codes of the face, margins included, with those of the cube they are in and what stands there. */
  readonly cells: readonly FaceCell[];
  readonly codesIn: (codes: readonly Code[]) => readonly Code[];
}

export interface FaceCell {
  readonly codes: readonly Code[];
  readonly at: readonly Code[];
  readonly cell: Observation;
}

/** Who is counted: tables of one population count the same. */
export const populationOf = (unit: Unit, period: Period): string => `${unit} ${periodId(period)}`;

/** Units that are others of which something holds: every return is one victim who returned. */
export interface SubPopulation {
  readonly unit: Unit;
  readonly of: Unit;
  readonly where: Universe;
}

/** Units of which everybody has at least one: a person assessed has an assessment that says so, by the same authority. */
export interface AtLeastOne {
  readonly unit: Unit;
  readonly of: Unit;
  /** Of those units. */
  readonly where: Universe;
  /** Concepts of which it has the same code. */
  readonly by: readonly ConceptId[];
}

/** None where a table counts no persons: what editions said of others, how far questions move them. */
export function facesOf(cube: Cube, among: readonly SubPopulation[] = []): readonly Face[] {
  const {table, period, dimensions} = cube;
  const scales = table.dimensions.filter(isScale);
  if (scales.length === 0) return [faceOf(cube, among, period, undefined, dimensions, (codes) => codes)];
  if (!scales.includes(YEAR) || scales.some((id) => id !== YEAR && id !== DEFINITIONS)) return [];
  const own = dimensions.filter(({concept}) => !isScale(concept));
  const yearAt = table.dimensions.indexOf(YEAR);
  const definedAt = table.dimensions.indexOf(DEFINITIONS);
  const under = definedAt < 0 ? [ALL] : (dimensions[definedAt]?.codes ?? []);
  return (dimensions[yearAt]?.codes ?? []).flatMap((year) =>
    under.map((one) => {
      const as = definitionsOf(one);
      const codesIn = (codes: readonly Code[]) => {
        let next = 0;
        return table.dimensions.map((_, i) => (i === yearAt ? year : i === definedAt ? one : (codes[next++] ?? ALL)));
      };
      return faceOf(
        cube,
        among,
        yearPeriod(Number(year)),
        typeof as === 'number' ? lastOf(as) : undefined,
        own,
        codesIn,
      );
    }),
  );
}

function faceOf(
  cube: Cube,
  among: readonly SubPopulation[],
  period: Period,
  day: PlainDate | undefined,
  dimensions: Cube['dimensions'],
  codesIn: Face['codesIn'],
): Face {
  const cells = combinations(dimensions.map(({codes}) => [...codes, ALL])).map((codes): FaceCell => {
    const at = codesIn(codes);
    return {codes, at, cell: findCell(cube, at) ?? {kind: 'not-collected'}};
  });
  const {unit, universe} = cube.table;
  const larger = among.find((one) => one.unit === unit);
  return {
    ...{cube, period, day, dimensions, cells, codesIn},
    unit: larger?.of ?? unit,
    universe: within(universe, larger?.where),
  };
}

/** Of both. */
export function within(universe: Universe, where: Universe = {}): Universe {
  const both = Object.entries(where).map(([concept, codes]) => [
    concept,
    codes.filter((code) => universe[concept]?.includes(code) !== false),
  ]);
  return {...universe, ...Object.fromEntries(both)};
}
