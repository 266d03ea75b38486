/**
 * The ledger: everything a statement prints, and every edition before it printed of the same years, as whole numbers of persons that
 * are not known and the sums that hold between them whoever they are. Cells of two tables that count the same persons are one
 * number in it. Whatever is in it is what a reader who knows the tables' definitions can reckon with.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {DISTINCT_PERSONS, isScale, MEASURE, SUM_OF_YEARS, YEAR} from '#concepts/concept';
import {type Period, yearPeriod} from '#concepts/period';
import {isRolledUp, rollUpOf} from '#concepts/roll-up';
import type {Unit} from '#concepts/unit-record';
import {defect} from '#kit/defect';
import {ALL, type Cube, codedCells} from '#tabulation/cube';
import {type Address, addressText} from '#tabulation/proof';
import type {CellSystem} from './cell-system.ts';
import {type AtLeastOne, type Face, facesOf, populationOf, type SubPopulation, within} from './faces.ts';
import {Meant, movedBetween, type ReadBy} from './meant.ts';
import {NOW, type Part, Population, type Version} from './population.ts';
import {Sums} from './sums.ts';

export interface Ledger {
  /** All that anybody knows before a figure is printed. */
  readonly system: CellSystem;
  /** What is printed or was or might be, by the number it is. */
  readonly figures: ReadonlyMap<number, Figure>;
  /** Circles of tables that are too many cells together: what is proven is proven of tables and not of persons. */
  readonly outer: boolean;
  readonly parts: readonly Part[];
  /** The number that the statement itself would print there. */
  readonly cellAt: (table: string, codes: readonly Code[]) => number | undefined;
}

export interface Figure {
  readonly value: number;
  /** Where it stands; of an earlier edition's tables the edition is named first. */
  readonly places: readonly Address[];
  /** Public whatever is withheld now: from before the register, or from an earlier edition. */
  readonly known: boolean;
  /** Not counted here: nobody's to keep. */
  readonly foreign: boolean;
  /** Of everybody there is. */
  readonly total: boolean;
  /** The statement has a place for it. */
  readonly printable: boolean;
}

/** What is to be printed, or was. */
export interface Printing extends ReadBy {
  /** As counted. */
  readonly cubes: readonly Cube[];
  /** Undefined: it is to be. */
  readonly released?: {readonly edition: string; readonly shows: (address: Address) => boolean} | undefined;
}

/** `earlier`: all editions that a reader may have beside the statement. */
export function ledgerOf(
  now: Printing,
  earlier: readonly Printing[],
  spanOf: (unit: Unit, period: Period) => Period,
  among: readonly SubPopulation[] = [],
  atLeastOne: readonly AtLeastOne[] = [],
): Ledger {
  return openLedger(now, earlier, spanOf, among, atLeastOne).ledger;
}

/** The same, and what it would be with a table more. */
export function openLedger(
  now: Printing,
  earlier: readonly Printing[],
  spanOf: (unit: Unit, period: Period) => Period,
  among: readonly SubPopulation[] = [],
  atLeastOne: readonly AtLeastOne[] = [],
): OpenLedger {
  const printings = [now, ...earlier];
  const builder = new Builder(printings, new Meant(printings, spanOf), among, atLeastOne);
  return {ledger: builder.build(), beside: (cube) => builder.beside(cube)};
}

export interface OpenLedger {
  readonly ledger: Ledger;
  /**
   * The ledger of the statement with this table too: its system has all that of {@link ledger} in the same places, and more. Undefined:
   * the table tells apart what was not told apart, and the ledger has to be made anew.
   */
  readonly beside: (cube: Cube) => Ledger | undefined;
}

class Builder {
  readonly #printings: readonly Printing[];
  readonly #meant: Meant;
  readonly #among: readonly SubPopulation[];
  readonly #atLeastOne: readonly AtLeastOne[];
  readonly #sums: Sums;
  readonly #populations = new Map<string, Population>();
  #asked: ReadonlySet<string> = new Set();
  /** What is counted now, and what other editions counted of the same, by predicate. */
  readonly #counted = new Set<string>();
  readonly #countedThen = new Set<string>();
  readonly #figures = new Map<number, Figure>();
  readonly #at = new Map<string, number>();

  constructor(
    printings: readonly Printing[],
    meant: Meant,
    among: readonly SubPopulation[],
    atLeastOne: readonly AtLeastOne[],
    sums = new Sums(),
  ) {
    this.#among = among;
    this.#atLeastOne = atLeastOne;
    this.#sums = sums;
    this.#printings = printings;
    this.#meant = meant;
  }

  build(): Ledger {
    const faces = this.#printings.map(({cubes}) => cubes.flatMap((cube) => facesOf(cube, this.#among)));
    this.#asked = new Set(faces[0]?.map(({unit, period}) => populationOf(unit, period)));
    const versions = faces.map((own, i) => this.#versionsOf(own, faces[0] ?? [], i));
    faces.forEach((own, i) => {
      for (const face of own) {
        const key = populationOf(face.unit, face.period);
        if (this.#asked.has(key)) this.#print(face, versions[i]?.get(key) ?? NOW, i);
      }
      for (const face of own) this.#limit(face, versions[i] ?? new Map(), i);
    });
    const [now] = this.#printings;
    for (const cube of now?.cubes ?? [])
      if (cube.table.dimensions.includes(MEASURE)) this.#measure(cube, yearsOf(now?.cubes ?? []));
    return this.#joined();
  }

  beside(cube: Cube): Ledger | undefined {
    const faces = facesOf(cube, this.#among);
    const isOfOthers = faces.some(({unit, period}) => !this.#asked.has(populationOf(unit, period)));
    if (faces.length === 0 || isOfOthers || cube.table.dimensions.includes(MEASURE)) return undefined;
    if (this.#meant.keysOf(faces, 0).some((key) => this.#countedThen.has(key) && !this.#counted.has(key)))
      return undefined;
    return this.#copy().#grown(faces);
  }

  #copy(): Builder {
    const copy = new Builder(this.#printings, this.#meant, this.#among, this.#atLeastOne, this.#sums.copy());
    copy.#asked = this.#asked;
    for (const [key, one] of this.#populations) copy.#populations.set(key, one.copy(copy.#sums));
    for (const [cell, figure] of this.#figures) copy.#figures.set(cell, figure);
    for (const [address, cell] of this.#at) copy.#at.set(address, cell);
    return copy;
  }

  #grown(faces: readonly Face[]): Ledger | undefined {
    for (const face of faces) {
      this.#print(face, NOW, 0);
      this.#limit(face, new Map(), 0);
    }
    const isAsFine = [...this.#populations].every(([key, one]) =>
      one.isAsFine((source) => this.#meant.everything(key, source)),
    );
    return isAsFine ? this.#joined() : undefined;
  }

  #joined(): Ledger {
    const outer = [...this.#populations].map(([key, population]) =>
      population.join(this.#sums, (source) => this.#meant.everything(key, source)),
    );
    const at = this.#at;
    return {
      system: this.#sums,
      figures: this.#figures,
      parts: [...this.#populations.values()].flatMap((population) => population.parts()),
      outer: outer.includes(true),
      cellAt: (table, codes) => at.get(addressText({table, codes})),
    };
  }

  #printing(at: number): Printing {
    return this.#printings[at] ?? defect('a printing that is not there');
  }

  /** By population: whether an edition counted the same as is counted now; of those where not, how many came or went. */
  #versionsOf(faces: readonly Face[], now: readonly Face[], edition: number): ReadonlyMap<string, Version> {
    const {released} = this.#printing(edition);
    const counted = released === undefined ? this.#counted : this.#countedThen;
    for (const key of this.#meant.keysOf(faces, edition)) counted.add(key);
    if (released === undefined) return new Map();
    const moved = movedBetween(this.#meant, {faces, edition}, now);
    for (const {face, persons} of moved)
      this.#populationOf(face.unit, face.period).movedSince(released.edition, persons);
    return new Map(moved.map(({face}) => [populationOf(face.unit, face.period), released.edition]));
  }

  #populationOf(unit: Unit, period: Period): Population {
    const key = populationOf(unit, period);
    const population = this.#populations.get(key) ?? new Population();
    this.#populations.set(key, population);
    return population;
  }

  /** Its cells, and that nobody is in a code it does not show. */
  #print(face: Face, version: Version, printing: number): void {
    const {cube, unit, period, dimensions, cells, codesIn} = face;
    const population = this.#populationOf(unit, period);
    const {released} = this.#printing(printing);
    for (const {codes, at, cell} of cells) {
      if (cell.kind === 'not-collected' || cell.kind === 'withheld') continue;
      const predicate = this.#meant.predicateOf(face, codes, printing);
      const number = population.cell(version, predicate, this.#sums);
      const address = {
        table: released === undefined ? cube.table.id : `${released.edition}/${cube.table.id}`,
        codes: at,
      };
      this.#at.set(addressText(address), number);
      if (cell.kind === 'not-applicable') this.#sums.none(number);
      else if (cell.value > 0 && isListed(face, codes)) this.#sums.some(number);
      if (cell.kind === 'not-applicable') continue;
      this.#note(number, address, {
        value: cell.value,
        foreign: cell.published !== undefined,
        known: cell.published !== undefined || released?.shows({table: cube.table.id, codes: at}) === true,
        total: predicate.within.size + predicate.among.size === 0,
        printable: released === undefined,
      });
    }
    dimensions.forEach((_, i) => {
      this.#close(face, i, version, printing, codesIn);
    });
  }

  /** What the codes of a dimension are together: everybody, or of a multi-response one at least everybody. */
  #close(face: Face, i: number, version: Version, printing: number, codesIn: Face['codesIn']): void {
    const {cube, unit, period, day, dimensions, cells} = face;
    const {concept, codes, multiple} = dimensions[i] ?? {concept: '', codes: [], multiple: false};
    const {universe} = face;
    const {plan, released} = this.#printing(printing);
    if (multiple) {
      const table = released === undefined ? cube.table.id : `${released.edition}/${cube.table.id}`;
      const find = (where: readonly Code[]) => this.#at.get(addressText({table, codes: codesIn(where)}));
      for (const {codes: where} of cells) {
        if (where[i] !== ALL) continue;
        const parts = codes.map((code) => find(where.with(i, code)));
        const total = find(where);
        if (total !== undefined && parts.every((part) => part !== undefined)) this.#sums.add(total, parts, -1);
      }
      return;
    }
    const rollUp = rollUpOf(plan, cube.table.id, concept);
    const isShown = (code: Code) =>
      codes.includes(code) || (rollUp !== undefined && codes.includes(rollUp.into) && isRolledUp(rollUp, code));
    const meanings = this.#meant.meaningsOf(face, printing);
    const others = meanings
      .codesOf(concept, day)
      .filter((code) => !isShown(code) && universe[concept]?.includes(code) !== false);
    if (others.length === 0) return;
    const nobody = meanings.predicate({...universe, [concept]: others}, [], [], day);
    this.#sums.none(this.#populationOf(unit, period).cell(version, nobody, this.#sums));
  }

  /** Nobody is without the units of which everybody has one. What the counts themselves gainsay limits nothing. */
  #limit(face: Face, versions: ReadonlyMap<string, Version>, printing: number): void {
    const {cube, unit, period, day, dimensions, cells} = face;
    const concepts = dimensions.map(({concept}) => concept);
    for (const {unit: units, where, by} of this.#atLeastOne.filter(({of}) => of === unit)) {
      const key = populationOf(units, period);
      if (!this.#asked.has(key) || ![...concepts, ...Object.keys(face.universe)].every((id) => by.includes(id)))
        continue;
      for (const {codes, cell} of cells) {
        if (cell.kind !== 'count') continue;
        const persons = this.#meant.predicateOf(face, codes, printing);
        const theirs = this.#meant.predicate({cube, unit: units, period, day}, concepts, codes, printing, {
          ...face.universe,
          ...where,
        });
        const [less, more] = [
          this.#populationOf(unit, period).cell(versions.get(populationOf(unit, period)) ?? NOW, persons, this.#sums),
          this.#populationOf(units, period).cell(versions.get(key) ?? NOW, theirs, this.#sums),
        ];
        if (cell.value <= (this.#figures.get(more)?.value ?? cell.value)) this.#sums.add(more, [less], 1);
      }
    }
  }

  #note(number: number, address: Address, said: Omit<Figure, 'places'>): void {
    const figure = this.#figures.get(number);
    const places = [...(figure?.places ?? []), address];
    const known = said.known || figure?.known === true;
    const printable = said.printable || figure?.printable === true;
    this.#figures.set(number, {...said, ...figure, places, known, printable});
  }

  /** The sum of years is one of populations; nobody is in fewer years than one. Of no series nobody knows which the years are. */
  #measure(cube: Cube, years: readonly number[]): void {
    const {dimensions} = cube.table;
    const larger = this.#among.find(({unit}) => unit === cube.table.unit);
    const universe = within(cube.table.universe, larger?.where);
    const unit = larger?.of ?? cube.table.unit;
    const place = dimensions.indexOf(MEASURE);
    const concepts = dimensions.filter((id) => id !== MEASURE);
    for (const {codes, cell} of codedCells(cube)) {
      if (cell.kind !== 'count') continue;
      const number = this.#sums.make();
      const address = {table: cube.table.id, codes};
      const foreign = cell.published !== undefined;
      const own = codes.toSpliced(place, 1);
      const whole = Object.keys(cube.table.universe).length === 0 && own.every((code) => code === ALL);
      this.#at.set(addressText(address), number);
      this.#note(number, address, {
        ...{value: cell.value, foreign, known: foreign},
        ...{total: whole && larger === undefined, printable: true},
      });
      if (years.length === 0) continue;
      const ofYears = years.map((year) => {
        const of = {cube, unit, period: yearPeriod(year), day: undefined};
        const predicate = this.#meant.predicate(of, concepts, own, 0, universe);
        return this.#populationOf(unit, of.period).cell(NOW, predicate, this.#sums);
      });
      if (codes[place] === SUM_OF_YEARS) this.#sums.add(number, ofYears);
      if (codes[place] !== DISTINCT_PERSONS) continue;
      this.#sums.add(number, ofYears, -1);
      // Who is counted in the first of two years is counted there as that year has them.
      if (whole) for (const one of ofYears) this.#sums.add(number, [one], 1);
    }
  }
}

/** A table of what occurs lists a code because somebody has it. Unknown is always listed. */
const isListed = ({cube}: Face, codes: readonly Code[]): boolean => {
  const [code, ...others] = codes.filter((one) => one !== ALL);
  const ofYears = cube.table.dimensions.some(isScale);
  return (
    !ofYears && cube.table.categories === 'occurring' && code !== undefined && code !== UNKNOWN && others.length === 0
  );
};

const yearsOf = (cubes: readonly Cube[]): readonly number[] => [
  ...new Set(
    cubes.flatMap(({dimensions}) =>
      dimensions.flatMap(({concept, codes}) => (concept === YEAR ? codes.map(Number) : [])),
    ),
  ),
];
