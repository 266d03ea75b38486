/**
 * What tables can say together: one table; one year of a series; or a family, the tables whose universes differ in one code
 * and which so make a table by that code (three tables by sex, one per form, are forms by sex).
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, isScale, YEAR} from '#concepts/concept';
import {type Period, periodId, yearPeriod} from '#concepts/period';
import type {Unit} from '#concepts/unit-record';
import {ALL, type Cube, type Dimension, findCell} from './cube.ts';
import type {Universe} from './predicate.ts';
import type {TableId} from './table.ts';

/** A counted cell where it stands. */
export interface SeenCell {
  readonly table: TableId;
  readonly codes: readonly Code[];
  readonly value: number;
}

/** A code the table does not show, since nobody has it; or a cell that nothing was counted for. */
export type NotSeen = 'not-shown' | 'not-counted';

export interface View {
  readonly kind: 'table' | 'series' | 'family';
  readonly unit: Unit;
  readonly period: Period;
  readonly universe: Universe;
  readonly dimensions: readonly Pick<Dimension, 'concept' | 'codes' | 'multiple'>[];
  readonly cell: (codes: readonly Code[]) => SeenCell | NotSeen;
}

/** Views that may be compared: of one unit in one period. */
export const comparable = (views: readonly View[]): readonly (readonly View[])[] => [
  ...Map.groupBy(views, ({unit, period}) => `${unit} ${periodId(period)}`).values(),
];

/** Tables and the years of series; families are made of those of one unit and period. */
export const viewsOf = (cubes: readonly Cube[]): readonly View[] =>
  cubes.flatMap((cube) => {
    const [scale, ...others] = cube.table.dimensions.filter(isScale);
    if (scale === undefined) return [tableView(cube)];
    return scale === YEAR && others.length === 0 ? yearsOf(cube) : [];
  });

/** Of the codes a universe names, those that anyone can have: one that is not in force says nothing of the table. */
export function narrowed(view: View, codesOf: (concept: ConceptId) => readonly Code[]): View {
  const universe = Object.entries(view.universe).map(([concept, codes]) => {
    const possible = codes.filter((code) => codesOf(concept).includes(code));
    return [concept, possible.length === 0 ? codes : possible] as const;
  });
  return {...view, universe: Object.fromEntries(universe)};
}

function tableView(cube: Cube): View {
  const {table, period, dimensions} = cube;
  const cell = (codes: readonly Code[]) => seen(cube, codes);
  return {kind: 'table', unit: table.unit, period, universe: table.universe, dimensions, cell};
}

function yearsOf(cube: Cube): readonly View[] {
  const at = cube.table.dimensions.indexOf(YEAR);
  const {unit, universe} = cube.table;
  return (cube.dimensions[at]?.codes ?? []).map((year) => ({
    kind: 'series',
    unit,
    period: yearPeriod(Number(year)),
    universe,
    dimensions: cube.dimensions.toSpliced(at, 1),
    cell: (codes) => seen(cube, codes.toSpliced(at, 0, year)),
  }));
}

/** What was published before the register is no count of ours: it proves nothing. */
function seen(cube: Cube, codes: readonly Code[]): SeenCell | NotSeen {
  const cell = findCell(cube, codes);
  if (cell === undefined) return 'not-shown';
  if (cell.kind !== 'count' || cell.published !== undefined) return 'not-counted';
  return {table: cube.table.id, codes, value: cell.value};
}

export function familiesOf(views: readonly View[]): readonly View[] {
  const members = views.flatMap((view) =>
    Object.entries(view.universe).flatMap(([concept, [code, ...others]]) =>
      code === undefined || others.length > 0 ? [] : [{view, concept, code, rest: without(view.universe, concept)}],
    ),
  );
  const key = ({view, concept, rest}: (typeof members)[number]) =>
    JSON.stringify([view.kind, concept, rest, view.dimensions.map((dimension) => dimension.concept)]);
  return [...Map.groupBy(members, key).values()].flatMap(([first, ...more]) => {
    if (first === undefined || first.view.dimensions.some(({multiple}) => multiple)) return [];
    const byCode = new Map([first, ...more].map(({code, view}) => [code, view] as const));
    const {unit, period, dimensions} = first.view;
    const own = dimensions.map((dimension, i) => ({...dimension, codes: codesOfAll([...byCode.values()], i)}));
    const told = {concept: first.concept, codes: [...byCode.keys()], multiple: false};
    return [{kind: 'family', unit, period, universe: first.rest, dimensions: [told, ...own], cell: cellOf(byCode)}];
  });
}

const without = (universe: Universe, concept: ConceptId): Universe =>
  Object.fromEntries(Object.entries(universe).filter(([id]) => id !== concept));

const codesOfAll = (views: readonly View[], i: number): readonly Code[] => [
  ...new Set(views.flatMap(({dimensions}) => dimensions[i]?.codes ?? [])),
];

const cellOf =
  (byCode: ReadonlyMap<Code, View>) =>
  ([code = ALL, ...codes]: readonly Code[]) =>
    byCode.get(code)?.cell(codes) ?? 'not-counted';
