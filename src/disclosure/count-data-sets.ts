/**
 * How many data sets of persons fit all that is published: the whole-number solutions of the ledger, its published figures fixed. One
 * data set says of every kind of persons that the tables tell apart together how many there are; who they are, and what no table
 * asks of them, makes no other. Where an earlier edition counted others, then and now, who came and who went are of the data set too.
 *
 * A number is told as exact only where every data set was counted. Else it is the number of some of them: there are at least so many.
 */
import type {Highs} from 'highs';
import type {CellSystem} from './cell-system.ts';
import {LinearProgram} from './linear-program.ts';
import {narrowed} from './narrow.ts';
import type {Effort} from './reckon.ts';
import {search} from './search.ts';
import {partsOf, settled, withValues} from './settle.ts';
import type {Puzzle} from './shrink.ts';
import {limited} from './unlimited.ts';
import {isOneEach, oneEach, type Ways} from './ways.ts';

export interface DataSets {
  readonly least: bigint;
  /** There are no others. */
  readonly exact: boolean;
  /** Numbers that are left out of it: nothing limits them. */
  readonly unlimited: number;
}

/** Work in all; a second or two. The same every time, unless the clock ends it before. */
const WORK = 4_000_000;
/** One try has no more than this part of the work that is left. */
const TRIES = 8;
/** What is not proven to be unlimited is counted so far and no further. */
const FAR = 1_000;
const MOST_KEPT = 100_000;

/** `published`: what each of these numbers is. The figures are taken to be of some data set, as true ones are. */
export function countDataSets(
  system: CellSystem,
  published: ReadonlyMap<number, number>,
  highs: Highs,
  {secondsLeft}: Pick<Effort, 'secondsLeft'>,
): DataSets {
  const limits = narrowed({
    lows: system.lows.map((low, cell) => published.get(cell) ?? low),
    highs: system.highs.map((high, cell) => published.get(cell) ?? high),
    equations: system.equations,
  });
  if (limits === undefined) return NONE;
  const told = {...limits, equations: system.equations};
  const left = limited(told, highs, secondsLeft);
  const count = new Counting(highs, secondsLeft);
  const {least, exact} = count.least(settled(puzzleOf(left?.system ?? told), count.work));
  return {least, exact: exact && left !== undefined, unlimited: left?.unlimited ?? 0};
}

const NONE: DataSets = {least: 0n, exact: true, unlimited: 0};

/** Every number from 0 on. */
function puzzleOf({lows, highs, equations}: CellSystem): Puzzle {
  return {
    factor: 1n,
    ways: lows.map((low, cell) => oneEach(Math.min((highs[cell] ?? low) - low, low + FAR))),
    equations: equations.map(({cells, coefficients, sum}) => ({
      ...{cells, coefficients},
      sum: sum - cells.reduce((all, cell, i) => all + (coefficients[i] ?? 0) * (lows[cell] ?? 0), 0),
    })),
  };
}

type Counted = Omit<DataSets, 'unlimited'>;

class Counting {
  #left = WORK;
  readonly #highs: Highs;
  readonly #secondsLeft: () => number;
  readonly #kept = new Map<string, bigint>();
  #turn = 0;
  #late = false;

  constructor(highs: Highs, secondsLeft: () => number) {
    this.#highs = highs;
    this.#secondsLeft = secondsLeft;
  }

  readonly work = (units: number): void => {
    this.#left -= units;
    if (++this.#turn % 200 === 0 && this.#secondsLeft() <= 0) this.#late = true;
  };

  /** Parts share the work, the smallest first, and what one leaves is the next one's. */
  least(puzzle: Puzzle): Counted {
    if (puzzle.factor === 0n) return NONE;
    const parts = partsOf(puzzle).toSorted((a, b) => a.ways.length - b.ways.length);
    let all: Counted = {least: puzzle.factor, exact: true};
    for (const [at, part] of parts.entries()) {
      const found = this.#leastOf(part, this.#left / (parts.length - at));
      all = {least: all.least * found.least, exact: all.exact && found.exact};
    }
    return all;
  }

  #leastOf(part: Puzzle, work: number): Counted {
    const whole = this.#exactly(part, this.#left - work / 2);
    return whole === undefined ? {least: this.#around(part, work / 2), exact: false} : {least: whole, exact: true};
  }

  /** Those that are as one data set is in some of its numbers: in as few as can still be counted, let go in blocks that become smaller. */
  #around(part: Puzzle, work: number): bigint {
    const set = someOf(part, this.#highs, this.#secondsLeft);
    if (set === undefined) return 1n;
    const end = this.#left - work;
    let fixed = [...set.entries()];
    let best = set.reduce((product, value, cell) => product * (part.ways[cell]?.[value] ?? 0n), 1n);
    for (let size = set.length; size > 1; ) {
      size = Math.ceil(size / 2);
      for (let from = 0; from < set.length; from += size) {
        const left = this.#left - end;
        if (left <= 0 || this.#late) return best;
        const fewer = fixed.filter(([cell]) => cell < from || cell >= from + size);
        if (fewer.length === fixed.length) continue;
        const found = this.#product(settled(withValues(part, fewer), this.work), this.#left - left / TRIES);
        if (found !== undefined && found > best) [best, fixed] = [found, fewer];
      }
    }
    return best;
  }

  #product(puzzle: Puzzle, end: number): bigint | undefined {
    let product = puzzle.factor;
    for (const part of product === 0n ? [] : partsOf(puzzle)) {
      const found = this.#exactly(part, end);
      if (found === undefined) return undefined;
      product *= found;
      if (product === 0n) break;
    }
    return product;
  }

  /** Undefined: the work came to its end before. */
  #exactly(part: Puzzle, end: number): bigint | undefined {
    const key = keyOf(part);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const cell = closest(part);
    let sum = 0n;
    for (const value of (part.ways[cell] ?? []).keys()) {
      if (this.#left <= end || this.#late) return undefined;
      const rest = settled(withValues(part, [[cell, value]]), this.work);
      const product = this.#product(rest, end);
      if (product === undefined) return undefined;
      sum += product;
    }
    if (this.#kept.size < MOST_KEPT) this.#kept.set(key, sum);
    return sum;
  }
}

/** One data set of a part that has some; undefined: none was found. */
function someOf({ways, equations}: Puzzle, highs: Highs, secondsLeft: () => number): readonly number[] | undefined {
  const system = {lows: ways.map(() => 0), highs: ways.map((one) => one.length - 1), equations};
  if (equations.length === 0) return undefined;
  using program = new LinearProgram(highs, system);
  const found = search(system, program, undefined, secondsLeft);
  return found.kind === 'found' && found.values.every((value, cell) => (ways[cell]?.[value] ?? 0n) > 0n)
    ? found.values
    : undefined;
}

/** An unknown of the sum that has fewest data sets by itself: sum by sum, what is left is soon the same again. */
function closest({ways, equations}: Puzzle): number {
  let [best, fewest]: [readonly number[], number] = [[0], Number.POSITIVE_INFINITY];
  for (const {cells} of equations) {
    const many = cells.reduce((sum, cell) => sum + Math.log2(ways[cell]?.length ?? 1), 0);
    if (many < fewest) [best, fewest] = [cells, many];
  }
  return best[0] ?? 0;
}

const NAMES = new WeakMap<Ways, string>();

/** The same for puzzles that are the same. */
function keyOf({ways, equations}: Puzzle): string {
  const names = ways.map((one) => {
    if (isOneEach(one)) return one.length;
    const known = NAMES.get(one) ?? `(${one.join()})`;
    NAMES.set(one, known);
    return known;
  });
  const sums = equations.map(({cells, coefficients, sum}) => `${cells}:${coefficients}=${sum}`).sort();
  return `${names}|${sums.join(' ')}`;
}
