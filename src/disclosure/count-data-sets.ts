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
/** Numbers that each unknown can be, of all unknowns together, and of each at least and at most: those nearest to one data set's. */
const MOST_NUMBERS = 4_000_000;
const [NEAREST, FARTHEST] = [1_000, 100_000];
/** Characters of the puzzles of which the answer is kept. */
const MOST_KEPT = 20_000_000;

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
  const unlimited = left?.unlimited ?? 0;
  const near = nearOne(left?.system ?? told, highs, secondsLeft);
  if (near === undefined) return {least: 1n, exact: false, unlimited};
  const count = new Counting(highs, secondsLeft);
  const {least, exact} = count.least(settled(puzzleOf(near.system), count.work));
  if (exact && near.whole) return {least, exact, unlimited};
  return {least: least > 1n ? least : 1n, exact: false, unlimited};
}

const NONE: DataSets = {least: 0n, exact: true, unlimited: 0};

/** With no number farther from one data set's than can be counted. `whole`: none was. Undefined: some are, and no data set was found. */
function nearOne(
  system: CellSystem,
  highs: Highs,
  secondsLeft: () => number,
): {readonly system: CellSystem; readonly whole: boolean} | undefined {
  const {lows, highs: tops, equations} = system;
  const far = Math.min(FARTHEST, Math.max(NEAREST, Math.floor(MOST_NUMBERS / lows.length)));
  if (lows.every((low, cell) => (tops[cell] ?? low) - low <= far)) return {system, whole: true};
  using program = new LinearProgram(highs, system);
  const found = search(system, program, undefined, secondsLeft);
  if (found.kind !== 'found') return undefined;
  const from = lows.map((low, cell) => Math.max(low, (found.values[cell] ?? low) - Math.floor(far / 2)));
  const to = from.map((low, cell) => Math.min(tops[cell] ?? low, low + far));
  return {system: {lows: from, highs: to, equations}, whole: false};
}

/** Every number from 0 on. */
function puzzleOf({lows, highs, equations}: CellSystem): Puzzle {
  return {
    factor: 1n,
    ways: lows.map((low, cell) => oneEach((highs[cell] ?? low) - low)),
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
  #keeps = 0;
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
    const whole = this.#counted(part, this.#left - work / 2);
    if (whole.exact) return whole;
    const around = this.#around(part, work / 2);
    if (around < whole.least) return whole;
    return {least: around, exact: false};
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
        const {least, exact} = this.#product(settled(withValues(part, fewer), this.work), this.#left - left / TRIES);
        if (exact && least > best) [best, fixed] = [least, fewer];
      }
    }
    return best;
  }

  #product(puzzle: Puzzle, end: number): Counted {
    let all: Counted = {least: puzzle.factor, exact: true};
    for (const part of all.least === 0n ? [] : partsOf(puzzle)) {
      const found = this.#counted(part, end);
      all = {least: all.least * found.least, exact: all.exact && found.exact};
      if (all.least === 0n) break;
    }
    return all;
  }

  /** Number by number from the middle; where the work comes to its end before, those found until then. */
  #counted(part: Puzzle, end: number): Counted {
    const key = keyOf(part);
    const known = this.#kept.get(key);
    if (known !== undefined) return {least: known, exact: true};
    const cell = closest(part);
    let all: Counted = {least: 0n, exact: true};
    for (const value of fromTheMiddle(part.ways[cell]?.length ?? 0)) {
      if (this.#left <= end || this.#late) return {least: all.least, exact: false};
      const found = this.#product(settled(withValues(part, [[cell, value]]), this.work), end);
      all = {least: all.least + found.least, exact: all.exact && found.exact};
    }
    if (all.exact) this.#keep(key, all.least);
    return all;
  }

  #keep(key: string, sum: bigint): void {
    this.#keeps += key.length;
    if (this.#keeps <= MOST_KEPT) this.#kept.set(key, sum);
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

function* fromTheMiddle(size: number): Generator<number> {
  const middle = size >> 1;
  for (let away = 0; away <= size; away++) {
    if (middle + away < size) yield middle + away;
    if (away > 0 && middle - away >= 0) yield middle - away;
  }
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
