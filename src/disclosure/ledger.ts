/**
 * The ledger: everything a statement prints, as whole numbers of persons that are not known and the sums that hold between them
 * whoever they are. Cells of two tables that count the same persons are one number in it. Whatever is in it is what a reader who
 * knows the tables' definitions can reckon with.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, DEFINITIONS, DISTINCT_PERSONS, isScale, MEASURE, SUM_OF_YEARS, YEAR} from '#concepts/concept';
import {type Period, periodId, yearPeriod} from '#concepts/period';
import {isRolledUp, type RollUp, rollUpOf} from '#concepts/roll-up';
import type {Unit} from '#concepts/unit-record';
import {lastOf, type PlainDate} from '#kit/plain-date';
import {ALL, type Cube, codedCells, findCell} from '#tabulation/cube';
import type {Definitions} from '#tabulation/definitions';
import {Meanings, type Predicate, predicateKey, type Universe} from '#tabulation/predicate';
import {type Address, addressText} from '#tabulation/proof';
import {definitionsOf} from '#tabulation/reading-day';
import type {CellSystem, Equation} from './cell-system.ts';
import {Classes, circleOf, maximal, type Region, regionKey} from './regions.ts';

export interface Ledger {
  /** All that anybody knows before a figure is printed. */
  readonly system: CellSystem;
  /** What is printed or might be, by the number it is: its value, and where it stands. */
  readonly figures: ReadonlyMap<number, Figure>;
  /** Circles of tables that are too many cells together: what is proven is proven of tables and not of persons. */
  readonly outer: boolean;
  /** Figures beside those of which they are a part by one source more: `source` is the concept it is recorded under. */
  readonly parts: readonly Part[];
  readonly cellAt: (table: string, codes: readonly Code[]) => number | undefined;
}

export interface Part {
  readonly whole: number;
  readonly part: number;
  readonly source: ConceptId;
}

export interface Figure {
  readonly value: number;
  readonly places: Address[];
  /** Public before the register, or of everybody there is. */
  readonly known: boolean;
  readonly total: boolean;
}

/** What tables of one unit and period count from. */
class Population {
  readonly meanings: Meanings;
  readonly asked: {readonly predicate: Predicate; readonly cell: number}[] = [];
  readonly #byKey = new Map<string, number>();

  constructor(meanings: Meanings) {
    this.meanings = meanings;
  }

  cell(predicate: Predicate, make: () => number): number {
    const known = this.#byKey.get(predicate.key);
    if (known !== undefined) return known;
    const cell = make();
    this.#byKey.set(predicate.key, cell);
    this.asked.push({predicate, cell});
    return cell;
  }

  parts(): readonly Part[] {
    return this.asked.flatMap(({predicate: {within, among}, cell}) =>
      [...within.keys()].flatMap((source) => {
        const others = new Map([...within].filter(([other]) => other !== source));
        const whole = this.#byKey.get(predicateKey({within: others, among}));
        const [of = ''] = source.split(' ');
        return whole === undefined ? [] : [{whole, part: cell, source: of}];
      }),
    );
  }
}

/** A table of one population: a cube, or one year of it. */
interface Face {
  readonly cube: Cube;
  readonly unit: Unit;
  readonly period: Period;
  readonly universe: Universe;
  /** Every code is read on this day. */
  readonly day: PlainDate | undefined;
  readonly dimensions: Cube['dimensions'];
  readonly codesIn: (codes: readonly Code[]) => readonly Code[];
}

/** Cells in a circle beyond which persons are not looked at. */
const MOST_JOINT = 20_000;

export function ledgerOf(
  cubes: readonly Cube[],
  definitions: Definitions,
  spanOf: (unit: Unit, period: Period) => Period,
  plan: readonly RollUp[] = [],
): Ledger {
  return new Builder(definitions, spanOf, plan).build(cubes);
}

class Builder {
  readonly #definitions: Definitions;
  readonly #spanOf: (unit: Unit, period: Period) => Period;
  readonly #populations = new Map<string, Population>();
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  readonly #equations: Equation[] = [];
  readonly #figures = new Map<number, Figure>();
  readonly #at = new Map<string, number>();
  readonly #plan: readonly RollUp[];
  #outer = false;

  constructor(definitions: Definitions, spanOf: (unit: Unit, period: Period) => Period, plan: readonly RollUp[]) {
    this.#plan = plan;
    this.#definitions = definitions;
    this.#spanOf = spanOf;
  }

  build(cubes: readonly Cube[]): Ledger {
    for (const face of cubes.flatMap(facesOf)) this.#print(face);
    for (const cube of cubes) if (cube.table.dimensions.includes(MEASURE)) this.#measure(cube, yearsOf(cubes));
    for (const population of this.#populations.values()) this.#join(population);
    const at = this.#at;
    return {
      system: {lows: this.#lows, highs: this.#highs, equations: this.#equations},
      figures: this.#figures,
      parts: [...this.#populations.values()].flatMap((population) => population.parts()),
      outer: this.#outer,
      cellAt: (table, codes) => at.get(addressText({table, codes})),
    };
  }

  readonly #make = (high = Number.POSITIVE_INFINITY): number => {
    this.#highs.push(high);
    return this.#lows.push(0) - 1;
  };

  #add(total: number, parts: readonly number[], slack?: 1 | -1): void {
    const more = slack === undefined ? [] : [this.#make()];
    this.#equations.push({
      cells: [total, ...parts, ...more],
      coefficients: [-1, ...parts.map(() => 1), ...more.map(() => slack ?? 1)],
      sum: 0,
    });
  }

  #population(unit: Unit, period: Period): Population {
    const key = `${unit} ${periodId(period)}`;
    const known = this.#populations.get(key);
    if (known !== undefined) return known;
    const made = new Population(new Meanings(this.#definitions, this.#spanOf(unit, period)));
    this.#populations.set(key, made);
    return made;
  }

  /** Its cells, and that nobody is in a code it does not show. */
  #print({cube, unit, period, universe, day, dimensions, codesIn}: Face): void {
    const population = this.#population(unit, period);
    const {meanings} = population;
    const concepts = dimensions.map(({concept}) => concept);
    const combinations = codedCells({
      dimensions,
      cells: cellsOf(dimensions, (codes) => findCell(cube, codesIn(codes))),
    });
    for (const {codes, cell} of combinations) {
      if (cell.kind === 'not-collected' || cell.kind === 'withheld') continue;
      const predicate = this.#predicate(cube.table.id, meanings, universe, concepts, codes, day);
      const at = population.cell(predicate, this.#make);
      const address = {table: cube.table.id, codes: codesIn(codes)};
      this.#at.set(addressText(address), at);
      if (cell.kind === 'not-applicable') this.#highs[at] = 0;
      else
        this.#note(at, address, {
          value: cell.value,
          known: cell.published !== undefined,
          total: predicate.within.size + predicate.among.size === 0,
        });
    }
    dimensions.forEach(({concept, codes, multiple}, i) => {
      if (multiple) {
        for (const {codes: where} of combinations) {
          if (where[i] !== ALL) continue;
          const parts = codes.map((code) => this.#found(cube, codesIn(where.with(i, code))));
          const total = this.#found(cube, codesIn(where));
          if (total !== undefined && parts.every((part) => part !== undefined)) this.#add(total, parts, -1);
        }
        return;
      }
      const rollUp = rollUpOf(this.#plan, cube.table.id, concept);
      const isShown = (code: Code) =>
        codes.includes(code) || (rollUp !== undefined && codes.includes(rollUp.into) && isRolledUp(rollUp, code));
      const others = meanings.codesOf(concept, day).filter((code) => !isShown(code));
      const limited = others.filter((code) => universe[concept]?.includes(code) !== false);
      if (limited.length === 0) return;
      const nobody = meanings.predicate({...universe, [concept]: limited}, [], [], day);
      this.#highs[population.cell(nobody, this.#make)] = 0;
    });
  }

  /** A code of the plan is all those that became it. */
  #predicate(
    table: string,
    meanings: Meanings,
    universe: Universe,
    concepts: readonly ConceptId[],
    codes: readonly Code[],
    day?: PlainDate,
  ): Predicate {
    const limits = {...universe};
    const own = codes.map((code, i) => {
      const concept = concepts[i] ?? '';
      const rollUp = rollUpOf(this.#plan, table, concept);
      if (code !== rollUp?.into) return code;
      limits[concept] = meanings
        .codesOf(concept, day)
        .filter((one) => isRolledUp(rollUp, one) && universe[concept]?.includes(one) !== false);
      return ALL;
    });
    return meanings.predicate(limits, concepts, own, day);
  }

  #found = (cube: Cube, codes: readonly Code[]): number | undefined =>
    this.#at.get(addressText({table: cube.table.id, codes}));

  #note(at: number, address: Address, {value, known, total}: Omit<Figure, 'places'>): void {
    const figure = this.#figures.get(at);
    if (figure === undefined) this.#figures.set(at, {value, known, total, places: [address]});
    else figure.places.push(address);
  }

  /** The sum of years is one of populations; nobody is in fewer years than one. */
  #measure(cube: Cube, years: readonly number[]): void {
    const {unit, universe} = cube.table;
    const place = cube.table.dimensions.indexOf(MEASURE);
    const concepts = cube.table.dimensions.filter((id) => id !== MEASURE);
    for (const {codes, cell} of codedCells(cube)) {
      if (cell.kind !== 'count') continue;
      const at = this.#make();
      const address = {table: cube.table.id, codes};
      this.#at.set(addressText(address), at);
      this.#note(at, address, {value: cell.value, known: cell.published !== undefined, total: concepts.length === 0});
      const ofYears = years.map((year) => {
        const population = this.#population(unit, yearPeriod(year));
        const where = codes.toSpliced(place, 1);
        const predicate = this.#predicate(cube.table.id, population.meanings, universe, concepts, where);
        return population.cell(predicate, this.#make);
      });
      if (codes[place] === SUM_OF_YEARS) this.#add(at, ofYears);
      if (codes[place] !== DISTINCT_PERSONS) continue;
      this.#add(at, ofYears, -1);
      for (const one of ofYears) this.#add(at, [one], 1);
    }
  }

  /** What the numbers of a population are sums of. */
  #join({asked, meanings}: Population): void {
    const classes = new Classes(
      asked.map(({predicate}) => predicate),
      (source) => meanings.everythingOf(source).set,
    );
    const sets = asked.map(({predicate}) => classes.sourcesOf(predicate));
    const cliques = [...maximal(sets)];
    const circle = [...new Set(circleOf(cliques).flat())].sort();
    const joint = circle.reduce((product, source) => product * classes.countOf(source), 1);
    if (circle.length > 0 && joint <= MOST_JOINT) cliques.push(circle);
    else if (circle.length > 0) this.#outer = true;
    const top = maximal(cliques);
    const shared = top.flatMap((one, at) =>
      top.slice(at + 1).map((other) => one.filter((source) => other.includes(source))),
    );
    const numbers = new Map<string, number>();
    const summed = new Set<string>();
    const numberOf = (region: Region): number => {
      const key = regionKey(region);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const made = this.#make();
      numbers.set(key, made);
      return made;
    };
    const regions = asked.map(({predicate, cell}) => ({cell, of: classes.regionsOf(predicate)}));
    for (const {cell, of} of regions) {
      const [only, ...others] = of;
      if (only !== undefined && others.length === 0) numbers.set(regionKey(only), cell);
    }
    for (const {cell, of} of regions) if (of.length !== 1) this.#add(cell, of.map(numberOf));
    for (const sources of [...sets, ...shared]) {
      const key = sources.join('\n');
      if (summed.has(key)) continue;
      summed.add(key);
      for (const clique of top) {
        if (clique.length === sources.length || !sources.every((source) => clique.includes(source))) continue;
        for (const region of classes.regionsIn(sources, {sources: [], classes: []}))
          this.#add(numberOf(region), classes.regionsIn(clique, region).map(numberOf));
      }
    }
  }
}

const yearsOf = (cubes: readonly Cube[]): readonly number[] => [
  ...new Set(
    cubes.flatMap(({dimensions}) =>
      dimensions.flatMap(({concept, codes}) => (concept === YEAR ? codes.map(Number) : [])),
    ),
  ),
];

function cellsOf(
  dimensions: Cube['dimensions'],
  find: (codes: readonly Code[]) => ReturnType<typeof findCell>,
): Cube['cells'] {
  const lists = dimensions.map(({codes}) => [...codes, ALL]);
  const rows = lists.reduce<readonly (readonly Code[])[]>(
    (all, list) => all.flatMap((row) => list.map((code) => [...row, code])),
    [[]],
  );
  return rows.map((codes) => find(codes) ?? {kind: 'not-collected'});
}

/** A table as it is, a series year by year, a restated one year by year under each definitions. Others count no persons. */
function facesOf(cube: Cube): readonly Face[] {
  const {table, period, dimensions} = cube;
  const {unit, universe} = table;
  const scales = table.dimensions.filter(isScale);
  if (scales.length === 0)
    return [{cube, unit, period, universe, day: undefined, dimensions, codesIn: (codes) => codes}];
  if (!scales.includes(YEAR) || scales.some((id) => id !== YEAR && id !== DEFINITIONS)) return [];
  const own = dimensions.filter(({concept}) => !isScale(concept));
  const yearAt = table.dimensions.indexOf(YEAR);
  const definedAt = table.dimensions.indexOf(DEFINITIONS);
  const under = definedAt < 0 ? [undefined] : (dimensions[definedAt]?.codes ?? []);
  return (dimensions[yearAt]?.codes ?? []).flatMap((year) =>
    under.map((one): Face => {
      const as = one === undefined ? undefined : definitionsOf(one);
      const codesIn = (codes: readonly Code[]) => {
        let next = 0;
        return table.dimensions.map((_, i) =>
          i === yearAt ? year : i === definedAt ? (one ?? ALL) : (codes[next++] ?? ALL),
        );
      };
      const day = typeof as === 'number' ? lastOf(as) : undefined;
      return {cube, unit, period: yearPeriod(Number(year)), universe, day, dimensions: own, codesIn};
    }),
  );
}
