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
import {countsOf, type Kind, roundedKinds} from './small-count-rounding.ts';
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
  readonly elsewhere?: readonly Cube[];
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
  const others = new Map<string, number>();
  const numberOf = (place: string): number => {
    const number = others.get(place) ?? figures.size + others.size;
    others.set(place, number);
    return number;
  };
  const units = each.map(({cubes: alone, elsewhere = [], population, key}): UnitIn => {
    const here = countedIn(alone).flatMap((place) => figures.get(place)?.number ?? []);
    const there = countedIn(elsewhere).map((place) => numberOf(`${population} ${place}`));
    return {
      population,
      key,
      cells: [...here, ...there],
      places: kindOf([...countedIn(alone), ...countedIn(elsewhere)]),
    };
  });
  const told =
    policy.method === 'round'
      ? toldByRounding(units, policy.base, chanceOf, (population) => {
          const before = (earlier.get(population) ?? []).map((edition) =>
            edition.map(({cubes: alone}) => kindOf(countedIn(alone))),
          );
          return roundedBefore(before, policy.base, () => chanceOf(population));
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

interface UnitIn {
  readonly population: string;
  readonly key: RecordKey;
  readonly cells: readonly number[];
  readonly places: string;
}

/** The figures that count a unit, by its tables when nobody else is counted. Units alike share them. */
function placesIn(plan: readonly RollUp[]): (alone: readonly Cube[]) => readonly string[] {
  const known = new Map<readonly Cube[], readonly string[]>();
  return (alone) => {
    const places =
      known.get(alone) ??
      [...figuresOf(alone.map((cube) => rolledUp(cube, plan)))].flatMap(([place, {value}]) =>
        value === 0 ? [] : [place],
      );
    known.set(alone, places);
    return places;
  };
}

/** Units that the same figures count are of one kind, in one edition or another. */
const kindOf = (places: readonly string[]): string => [...new Set(places)].sort().join('\n');

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

function toldByRounding(
  units: readonly UnitIn[],
  base: number,
  chanceOf: Units['chanceOf'],
  before: (population: string) => ReadonlyMap<string, Rounded>,
): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (const [population, own] of Map.groupBy(units, (one) => one.population)) {
    const alike = Map.groupBy(own, ({places}) => places);
    const kinds = [...alike.values()].map((all): Kind => ({units: all.length, cells: all[0]?.cells ?? []}));
    const kept = keptOf(before(population), [...alike.keys()], kinds);
    for (const [cell, value] of countsOf(kinds, roundedKinds(kinds, base, chanceOf(population), kept)))
      told.set(cell, (told.get(cell) ?? 0) + value);
  }
  return told;
}

interface Rounded {
  readonly units: number;
  readonly to: number;
}

/** As editions rounded them one after the other, each keeping what the one before it did to kinds that stayed. */
function roundedBefore(
  editions: readonly (readonly string[])[],
  base: number,
  chance: () => (below: number) => number,
): ReadonlyMap<string, Rounded> {
  let before: ReadonlyMap<string, Rounded> = new Map();
  for (const units of editions) {
    const numbers = new Map<string, number>();
    const numberOf = (place: string) => {
      const number = numbers.get(place) ?? numbers.size;
      numbers.set(place, number);
      return number;
    };
    const alike = [...Map.groupBy(units, (kind) => kind)];
    const kinds = alike.map(([kind, all]): Kind => ({units: all.length, cells: kind.split('\n').map(numberOf)}));
    const names = alike.map(([kind]) => kind);
    const rounded = roundedKinds(kinds, base, chance(), keptOf(before, names, kinds));
    before = new Map(names.map((kind, at) => [kind, {units: kinds[at]?.units ?? 0, to: rounded[at] ?? 0}]));
  }
  return before;
}

/** A kind of as many units as it had. */
const keptOf = (before: ReadonlyMap<string, Rounded>, names: readonly string[], kinds: readonly Kind[]) =>
  names.map((name, at) => {
    const was = before.get(name);
    return was?.units === kinds[at]?.units ? was?.to : undefined;
  });

function toldByKeys(units: readonly UnitIn[], table: NoiseTable): ReadonlyMap<number, number> {
  const keys = new Map<number, RecordKey[]>();
  for (const {cells, key} of units)
    for (const cell of cells) {
      const known = keys.get(cell);
      if (known === undefined) keys.set(cell, [key]);
      else known.push(key);
    }
  return new Map([...keys].map(([cell, all]) => [cell, moved(all.length, sumOfKeys(all), table)]));
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
