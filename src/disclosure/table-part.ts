/**
 * A further table and what hangs together with it by numbers that the statement does not print; beside it the statement's own numbers, which
 * are as one of its data sets has them.
 */
import type {Highs} from 'highs';
import {type CellSystem, type Equation, equationsOf} from './cell-system.ts';
import {type Eased, Easing, type PublishedFigure} from './easing.ts';
import {LinearProgram} from './linear-program.ts';
import {type DataSet, type Difference, Ranges, spread} from './spread.ts';

/** A number that the table must guard, and what it truly is. */
export interface Guarding extends Difference {
  readonly value: number;
}

type Limits = readonly [low: number, high: number];

export class TablePart {
  readonly #cells: number[] = [];
  readonly #place = new Map<number, number>();
  /** Places of the statement's numbers, and of those that are guarded. */
  readonly #beside: readonly number[];
  readonly #guarded = new Map<Difference, number>();
  readonly #easing: Easing;
  readonly #system: CellSystem;
  readonly #highs: Highs;
  readonly #table: ReadonlyMap<number, PublishedFigure>;
  readonly #shown: Set<number>;
  /** By place: whole data sets. */
  readonly #found: DataSet[] = [];
  /** The statement's, beside which there are some. */
  readonly #admitted: DataSet[] = [];
  #laid: DataSet | undefined;

  /** `table`: what the table would show, by number. `isOwn`: the statement has a place for it. Nothing is unlimited. */
  constructor(
    {lows, highs: tops, equations: all}: CellSystem,
    table: ReadonlyMap<number, PublishedFigure>,
    guarded: readonly Difference[],
    isOwn: (cell: number) => boolean,
    highs: Highs,
  ) {
    this.#table = table;
    const uses = equationsOf({lows, highs: tops, equations: all});
    const starts = [...table.keys(), ...guarded.flatMap(({whole, part}) => [whole, part ?? whole])];
    const [open, equations] = [starts.filter((cell) => !isOwn(cell)), new Set<Equation>()];
    for (const cell of starts) this.#add(cell);
    for (const cell of open)
      for (const at of uses[cell] ?? []) {
        const equation = all[at];
        if (equation === undefined || equations.has(equation)) continue;
        equations.add(equation);
        for (const other of equation.cells) if (this.#add(other) && !isOwn(other)) open.push(other);
      }
    this.#beside = this.#cells.flatMap((cell, at) => (isOwn(cell) ? [at] : []));
    const at = (cell: number) => this.#place.get(cell) ?? 0;
    const within = this.#cells.map((cell) => [lows[cell] ?? 0, tops[cell] ?? 0] as const);
    const sums = [...equations].map((one) => ({...one, cells: one.cells.map(at)}));
    for (const one of guarded) {
      if (one.part === undefined) this.#guarded.set(one, at(one.whole));
      else {
        const rest = within.push([0, tops[one.whole] ?? 0]) - 1;
        sums.push({cells: [at(one.whole), at(one.part), rest], coefficients: [-1, 1, 1], sum: 0});
        this.#guarded.set(one, rest);
      }
    }
    const system = {lows: within.map(([low]) => low), highs: within.map(([, high]) => high), equations: sums};
    [this.#system, this.#highs] = [system, highs];
    this.#shown = new Set([...table].flatMap(([cell, {price}]) => (price === undefined ? [] : [cell])));
    const published = new Map([...table].flatMap(([cell, one]) => (this.#shown.has(cell) ? [[at(cell), one]] : [])));
    this.#easing = new Easing(system, published, highs);
  }

  #add(cell: number): boolean {
    if (this.#place.has(cell)) return false;
    this.#place.set(cell, this.#cells.push(cell) - 1);
    return true;
  }

  /** What the table still shows, by number. */
  get shown(): ReadonlySet<number> {
    return this.#shown;
  }

  /** Makes the statement's data set possible beside the table, whatever of the table has to be withheld; or tells that nothing does. */
  admit(set: DataSet, seconds: number): boolean {
    this.#lay(set);
    const isAdmitted = this.#take(this.#easing.cheapest(seconds), seconds);
    if (isAdmitted) this.#admitted.push(set);
    return isAdmitted;
  }

  /** Looks at all guarded numbers at once, beside a few of the statement's data sets. What is shown by then stays so. */
  spread(guarded: readonly Guarding[], width: number, secondsLeft: () => number): void {
    const [lows, highs] = [[...this.#system.lows], [...this.#system.highs]];
    const keep = (at: number, value: number) => {
      [lows[at], highs[at]] = [value, value];
      program.limit(at, value, value);
    };
    const wanted = guarded.map((one) => ({whole: this.#guarded.get(one) ?? 0}));
    const ranges = new Ranges(wanted);
    const system = {...this.#system, lows, highs};
    using program = new LinearProgram(this.#highs, system);
    for (const cell of this.#shown) keep(this.#place.get(cell) ?? 0, this.#table.get(cell)?.value ?? 0);
    for (const beside of this.#admitted.slice(0, ENOUGH)) {
      for (const at of this.#beside) keep(at, beside[this.#cells[at] ?? 0] ?? 0);
      const see = (values: DataSet) => {
        ranges.see(values);
        this.#found.push(values);
      };
      spread(system, program, wanted, (at) => ranges.isWide(at, width), see, secondsLeft);
    }
  }

  /** Withholds what keeps the number too near to what it is. Answers whether that is proven. `thorough`: beside every data set. */
  guard(one: Guarding, width: number, seconds: number, thorough = false): boolean {
    const at = this.#guarded.get(one) ?? 0;
    for (;;) {
      const values = [one.value, ...this.#found.map((values) => values[at] ?? one.value)];
      const [low, high] = [Math.min(...values), Math.max(...values)];
      if (high - low >= width) return true;
      const far: readonly Limits[] = [
        [low + width, Number.POSITIVE_INFINITY],
        [0, high - width],
      ];
      // Where one step is not enough, one this way and then one that way may be.
      const near: readonly Limits[] = [
        [0, low - 1],
        [high + 1, Number.POSITIVE_INFINITY],
      ];
      const best = this.#cheapest(at, far, seconds, thorough) ?? this.#cheapest(at, near, seconds, thorough);
      if (best === undefined) return false;
      this.#lay(best.set);
      if (!this.#take(best, seconds)) return false;
    }
  }

  #cheapest(
    at: number,
    ways: readonly Limits[],
    seconds: number,
    thorough: boolean,
  ): (Eased & {readonly set: DataSet}) | undefined {
    let best: (Eased & {readonly set: DataSet}) | undefined;
    for (const [tried, set] of this.#admitted.entries()) {
      if (tried >= ENOUGH && (!thorough || best !== undefined)) break;
      if (best?.changed.length === 0) break;
      this.#lay(set);
      for (const [low, high] of ways) {
        const eased = this.#easing.within(at, low, high, seconds);
        if (eased?.whole !== undefined && eased.price < (best?.price ?? Number.POSITIVE_INFINITY))
          best = {...eased, set};
      }
    }
    return best;
  }

  #lay(set: DataSet): void {
    if (this.#laid === set) return;
    this.#laid = set;
    for (const at of this.#beside) this.#easing.keep(at, set[this.#cells[at] ?? 0] ?? 0);
  }

  #take(eased: Eased | undefined, seconds: number): boolean {
    for (const at of eased?.changed ?? []) {
      this.#easing.free(at);
      this.#shown.delete(this.#cells[at] ?? 0);
    }
    const values = eased?.whole ?? (eased && this.#easing.cheapest(seconds)?.whole);
    if (values !== undefined) this.#found.push(values);
    return values !== undefined;
  }

  [Symbol.dispose](): void {
    this.#easing[Symbol.dispose]();
  }
}

/** Data sets of the statement beside which the cheapest is looked for; more, where none of them has any. */
const ENOUGH = 4;
