/**
 * A statement whose figures are changed so that no small one is true. What is changed are not figures but who is counted: each unit is
 * known by the figures that count it, and figures that count the same units stay the same figure, in whichever tables they stand.
 * A figure that the units do not add up to, such as different persons over several years, cannot be told and is withheld.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {DEFINITIONS, isScale, MEASURE, YEAR} from '#concepts/concept';
import {count, type Observation} from '#concepts/observation';
import type {RollUp} from '#concepts/roll-up';
import {defect} from '#kit/defect';
import {ALL, type Cube, codedCells, combinations, findCell} from '#tabulation/cube';
import {type Definitions, readingOf} from '#tabulation/definitions';
import {addressText} from '#tabulation/proof';
import {rolledUp} from '#tabulation/roll-up';
import {moved, type RecordKey, sumOfKeys} from './cell-key.ts';
import {type NoiseTable, noiseTable} from './noise-table.ts';
import type {CellKeyPolicy, PerturbingPolicy} from './policy.ts';
import {
  cellsOf,
  type Kinds,
  kindsIn,
  type Numbers,
  nameOf,
  numbersAlone,
  type Rounded,
  roundedAfter,
} from './rounded-before.ts';
import {countsOf, type Kind} from './small-count-rounding.ts';
import {type Loss, lossOf} from './utility.ts';

/** Units, each by itself. */
export interface Units {
  readonly each: readonly UnitAlone[];
  readonly definitions: Definitions;
  /** Chance of a population under the office's secret: the same units, the same figures. */
  readonly chanceOf: (population: string) => (below: number) => number;
  /** Of each population, the units that editions before this one rounded, in the order released: those that stay are rounded as they were. */
  readonly earlier?: ReadonlyMap<string, readonly (readonly UnitBefore[])[]> | undefined;
}

export type UnitBefore = Pick<UnitAlone, 'cubes'>;

export interface UnitAlone {
  /** Whom it is counted with: units of others are rounded apart. */
  readonly population: string;
  readonly key: RecordKey;
  /** The tables, when nobody else is counted. */
  readonly cubes: readonly Cube[];
  /** Tables that other editions print of it: it is rounded as in them, so that a year keeps its figures. */
  readonly elsewhere?: readonly Cube[] | undefined;
}

export interface Perturbation extends Loss {
  readonly method: PerturbingPolicy['method'];
  /** Figures that cannot be told. */
  readonly withheld: number;
}

export function perturbed(
  counted: readonly Cube[],
  policy: PerturbingPolicy,
  {each, definitions, chanceOf, earlier = new Map()}: Units,
): {readonly cubes: readonly Cube[]; readonly perturbation: Perturbation} {
  const cubes = counted.map((cube) => rolledUp(cube, policy.rolledUp));
  const figures = figuresOf(cubes);
  const countedIn = placesIn(policy.rolledUp);
  const numbered = numbering(figures);
  const known = new Map<readonly Cube[], Map<readonly Cube[], Placement>>();
  const placed = (population: string, alone: readonly Cube[], elsewhere: readonly Cube[]): Placement => {
    const [here, there] = [countedIn(alone), countedIn(elsewhere)];
    const kind = nameOf([...here, ...there]);
    return {kind, cells: cellsOf(kind, numbered(population, here, there))};
  };
  const units = each.map(({cubes: alone, elsewhere = NOWHERE, population, key}): UnitIn => {
    const beside = known.get(alone) ?? new Map<readonly Cube[], Placement>();
    const placement = beside.get(elsewhere) ?? placed(population, alone, elsewhere);
    known.set(alone, beside.set(elsewhere, placement));
    return {population, key, ...placement};
  });
  const told =
    policy.method === 'round'
      ? toldByRounding(units, policy.base, chanceOf, {
          numbersOf: (population) => numbered(population, [], []),
          earlier: (population) => (earlier.get(population) ?? []).map(kindsOf(countedIn)),
        })
      : toldByKeys(units, tableOf(policy));
  const kinds = units.map(({cells}): Kind => ({units: 1, cells}));
  const truly = countsOf(
    kinds,
    kinds.map(() => 1),
  );
  const pairs: (readonly [number, number])[] = [];
  let withheld = 0;
  const tell = (cube: Cube): Cube => ({
    ...cube,
    cells: codedCells(cube).map(({codes, cell}): Observation => {
      const figure = figures.get(addressText({table: cube.table.id, codes}));
      if (figure === undefined) return cell;
      if (!isOfUnits(cube) || (truly.get(figure.number) ?? 0) !== figure.value) {
        withheld++;
        return {kind: 'withheld'};
      }
      const value = told.get(figure.number) ?? 0;
      if (figure.value > 0) pairs.push([figure.value, value]);
      return count(value);
    }),
  });
  const published = cubes.map((cube) => inOrder(withoutEmpty(withoutAgreement(tell(cube))), definitions));
  return {cubes: published, perturbation: {...lossOf(pairs), method: policy.method, withheld}};
}

/** That there is one, the profile check has seen to. */
const tableOf = ({noise}: CellKeyPolicy): NoiseTable => noiseTable(noise) ?? defect('noise that no table has');

interface UnitIn extends Placement {
  readonly population: string;
  readonly key: RecordKey;
}

/** Units alike share it. */
interface Placement {
  /** The figures that count it, by number. */
  readonly cells: readonly number[];
  readonly kind: string;
}

const NOWHERE: readonly Cube[] = [];

/** The figures that count a unit, by its tables when nobody else is counted. Units alike share the tables. */
function placesIn(plan: readonly RollUp[]): (alone: readonly Cube[]) => readonly string[] {
  const known = new Map<Cube, readonly string[]>();
  const placesOf = (cube: Cube): readonly string[] => {
    const places =
      known.get(cube) ??
      [...figuresOf([rolledUp(cube, plan)])].flatMap(([place, {value}]) => (value === 0 ? [] : place));
    known.set(cube, places);
    return places;
  };
  return (alone) => alone.flatMap(placesOf);
}

/** The numbers of a population's figures: of those that are told here, and of those elsewhere that it is rounded by too. */
function numbering(figures: ReturnType<typeof figuresOf>) {
  const populations = new Map<
    string,
    {readonly numbers: Map<string, readonly number[]>; readonly seen: Set<string>[]}
  >();
  let next = figures.size;
  return (population: string, ...places: readonly (readonly string[])[]): Numbers => {
    const {numbers, seen} = populations.get(population) ?? {numbers: new Map(), seen: [new Set(), new Set()]};
    populations.set(population, {numbers, seen});
    places.forEach((some, at) => {
      for (const place of some) {
        if (seen[at]?.has(place)) continue;
        seen[at]?.add(place);
        const number = at === 0 ? figures.get(place)?.number : next++;
        numbers.set(place, [...(numbers.get(place) ?? []), ...(number === undefined ? [] : [number])]);
      }
    });
    return numbers;
  };
}

/** An edition's units by their kinds. */
const kindsOf =
  (countedIn: (alone: readonly Cube[]) => readonly string[]) =>
  (edition: readonly UnitBefore[]): Kinds => {
    const names = new Map<readonly Cube[], string>();
    for (const {cubes} of edition) if (!names.has(cubes)) names.set(cubes, nameOf(countedIn(cubes)));
    return kindsIn(edition.map(({cubes}) => names.get(cubes) ?? ''));
  };

/** What a cube counts here, by its address. What others published stays as they did. */
function figuresOf(cubes: readonly Cube[]): ReadonlyMap<string, {readonly number: number; readonly value: number}> {
  const figures = new Map<string, {readonly number: number; readonly value: number}>();
  for (const cube of cubes)
    for (const {codes, cell} of codedCells(cube))
      if (cell.kind === 'count' && cell.published === undefined)
        figures.set(addressText({table: cube.table.id, codes}), {number: figures.size, value: cell.value});
  return figures;
}

/** What editions before it said, how far questions move it: figures about figures. */
const isOfUnits = ({table}: Cube): boolean =>
  table.dimensions.every((id) => !isScale(id) || id === YEAR || id === DEFINITIONS || id === MEASURE);

interface OfPopulation {
  readonly numbersOf: (population: string) => Numbers;
  /** Whom editions before this one counted, by their kinds. */
  readonly earlier: (population: string) => readonly Kinds[];
}

function toldByRounding(
  units: readonly UnitIn[],
  base: number,
  chanceOf: Units['chanceOf'],
  {numbersOf, earlier}: OfPopulation,
): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (const [population, own] of Map.groupBy(units, (one) => one.population)) {
    const chance = () => chanceOf(population);
    const numbers = numbersOf(population);
    let before: Rounded = new Map();
    for (const kinds of earlier(population)) before = roundedAfter(kinds, numbersAlone(kinds), before, base, chance);
    for (const [kind, {to}] of roundedAfter(kindsIn(own.map((one) => one.kind)), numbers, before, base, chance))
      for (const cell of to === 0 ? [] : cellsOf(kind, numbers)) told.set(cell, (told.get(cell) ?? 0) + to);
  }
  return told;
}

function toldByKeys(units: readonly UnitIn[], table: NoiseTable): ReadonlyMap<number, number> {
  const cellsIn = new Map<number, {units: number; keys: RecordKey}>();
  for (const {cells, key} of units)
    for (const cell of cells) {
      const {units: before, keys} = cellsIn.get(cell) ?? {units: 0, keys: 0};
      cellsIn.set(cell, {units: before + 1, keys: sumOfKeys([keys, key])});
    }
  return new Map([...cellsIn].map(([cell, {units: all, keys}]) => [cell, moved(all, keys, table)]));
}

/** That a year agrees with what others published is said of what is true. */
const withoutAgreement = (cube: Cube): Cube => ({
  ...cube,
  notes: (cube.notes ?? []).filter(({says}) => says.kind !== 'agreeing' && says.kind !== 'concentration'),
});

/** Of a table of what occurs, a row of nobody would tell that there is somebody. */
function withoutEmpty(cube: Cube): Cube {
  if (cube.table.categories !== 'occurring') return cube;
  const isEmpty = (at: number, code: Code) =>
    codedCells(cube).every(({codes, cell}) => codes[at] !== code || (cell.kind === 'count' && cell.value === 0));
  const dimensions = cube.dimensions.map((one, at) =>
    isScale(one.concept) ? one : {...one, codes: one.codes.filter((code) => code === UNKNOWN || !isEmpty(at, code))},
  );
  return rearranged(cube, dimensions);
}

/** Where rows stand by size, by the size they are told with. */
function inOrder(cube: Cube, definitions: Definitions): Cube {
  const [first, ...others] = cube.dimensions;
  if (cube.table.order !== 'count' || first === undefined || isScale(first.concept)) return cube;
  const list = readingOf(definitions, first.concept).list.rows.map(({code}) => code);
  const size = (code: Code) => {
    const cell = findCell(cube, [code]);
    return cell?.kind === 'count' ? cell.value : 0;
  };
  const place = (code: Code) => (code === UNKNOWN ? 2 : code === first.rolledUp?.into ? 1 : 0);
  const codes = first.codes.toSorted(
    (a, b) => place(a) - place(b) || (place(a) === 0 ? size(b) - size(a) : 0) || list.indexOf(a) - list.indexOf(b),
  );
  return rearranged(cube, [{...first, codes}, ...others]);
}

function rearranged(cube: Cube, dimensions: Cube['dimensions']): Cube {
  const cells = combinations(dimensions.map(({codes}) => [...codes, ALL])).map(
    (where) => findCell(cube, where) ?? {kind: 'not-collected' as const},
  );
  return {...cube, dimensions, cells};
}
