/**
 * What can be worked out of a system of cells: what contradicts itself, what is exact, and between which whole numbers the
 * rest lies. In this order, each with its proof: plain subtraction, sums of equations, limits.
 *
 * A limit is told as reached only where a whole solution has it, and as proven only where whole-number arithmetic proves it.
 */
import type {Highs} from 'highs';
import {type CellSystem, components, type PartOfSystem, partOf} from './cell-system.ts';
import {type Certificate, prove} from './certificate.ts';
import {type Contradiction, contradictionAmong, replaced} from './contradiction.ts';
import {LinearProgram} from './linear-program.ts';
import {type Peeled, peel, standsOn} from './peel.ts';
import {search, wholeOf} from './search.ts';
import {fixedCells} from './span.ts';

export type Proof =
  /** The equations in order, each of which gives one cell more; the last gives this one. */
  | {readonly kind: 'subtraction'; readonly equations: readonly number[]}
  | {readonly kind: 'sum'; readonly certificate: Certificate}
  /** As printed, or as nothing is less than 0. */
  | {readonly kind: 'given'}
  /** No whole number of the ones below or above fits. */
  | {readonly kind: 'whole'; readonly equations: readonly number[]};

export interface Reckoned {
  readonly low: number;
  /** Infinity: nothing limits it. */
  readonly high: number;
  readonly lowBy: Proof;
  readonly highBy: Proof;
  /** Some solution has it as low, another as high. No: time ran out, and the truth is inside. */
  readonly reached: boolean;
}

export interface Reckoning {
  readonly contradictions: readonly Contradiction[];
  /** What each cell is; undefined for one that is printed as a number and stands. */
  readonly cells: readonly (Reckoned | undefined)[];
  /** What was found by subtraction, which proofs of other cells take as known. */
  readonly found: Peeled['found'];
  /** Time ran out before every contradiction was looked for. */
  readonly unfinished: boolean;
}

export interface Effort {
  readonly secondsLeft: () => number;
  readonly progress: (done: number, of: number) => void;
}

export function reckon(given: CellSystem, highs: Highs, {secondsLeft, progress}: Effort): Reckoning {
  const lows = [...given.lows];
  const tops = [...given.highs];
  const system: CellSystem = {lows, highs: tops, equations: given.equations};
  const contradictions: Contradiction[] = [];
  const aside = new Set<number>();
  const setAside = (found: Contradiction | undefined): boolean => {
    if (found === undefined || found.cells.length === 0) return false;
    contradictions.push(found);
    for (const cell of found.cells) {
      aside.add(cell);
      [lows[cell], tops[cell]] = [0, Number.POSITIVE_INFINITY];
    }
    return true;
  };

  let unfinished = false;
  let peeled = peel(system);
  for (let again = true; again; ) {
    again = false;
    for (const broken of peeled.broken) {
      if (secondsLeft() <= 0) unfinished = true;
      else if (setAside(contradictionAmong(system, broken, highs, secondsLeft))) again = true;
    }
    if (again) peeled = peel(system);
  }

  const cells: (Reckoned | undefined)[] = lows.map((low, cell) =>
    low === tops[cell] ? undefined : {low, high: tops[cell] ?? low, lowBy: GIVEN, highBy: GIVEN, reached: true},
  );
  const known = () => {
    const [low, high] = [[...lows], [...tops]];
    for (const [cell, {value}] of peeled.found) low[cell] = high[cell] = value;
    return {lows: low, highs: high, equations: system.equations};
  };
  let rest = known();
  const tell = (cell: number) => {
    const {value, equation} = peeled.found.get(cell) ?? {value: 0, equation: 0};
    const by: Proof = {kind: 'subtraction', equations: standsOn(equation, system, peeled.found)};
    cells[cell] = {low: value, high: value, lowBy: by, highBy: by, reached: true};
  };

  let waiting = components(rest).filter((part) => part.some((at) => hasOpen(rest, at)));
  const size = (parts: readonly (readonly number[])[]) => parts.reduce((sum, part) => sum + part.length, 0);
  let of = size(waiting);
  let done = 0;
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const before = done;
    const share = part.length;
    const told = intervalsOf(partOf(rest, part), highs, secondsLeft, (some) => progress(before + some * share, of));
    if (
      told === 'impossible' &&
      setAside(contradictionAmong(system, reaching(part, system, peeled), highs, secondsLeft))
    ) {
      peeled = peel(system);
      const parts = reaching(part, system, peeled);
      rest = known();
      const again = components({...rest, equations: parts.map((at) => system.equations[at] ?? NONE)})
        .map((group) => group.map((i) => parts[i] ?? 0))
        .filter((group) => group.some((at) => hasOpen(rest, at)));
      waiting = [...again, ...waiting];
      of += size(again);
    } else if (told !== 'impossible') for (const [cell, one] of told) cells[cell] = one;
    else unfinished = true;
    done += share;
    progress(done, of);
  }
  for (const cell of peeled.found.keys()) tell(cell);
  return {contradictions, cells, found: peeled.found, unfinished};
}

/** In parts of few cells each is asked of by itself. */
const FEW = 60;
const MOST_CORNERS = 40;
const GIVEN: Proof = {kind: 'given'};
const NONE = {cells: [], coefficients: [], sum: 0};

const hasOpen = ({lows, highs, equations}: CellSystem, at: number): boolean =>
  (equations[at]?.cells ?? []).some((cell) => lows[cell] !== highs[cell]);

/** These equations and those that gave what they take as known. */
function reaching(part: readonly number[], system: CellSystem, peeled: Peeled): readonly number[] {
  return [...new Set(part.flatMap((at) => standsOn(at, system, peeled.found)))];
}

/** Of a part that hangs together; `progress` in shares of it. */
function intervalsOf(
  part: PartOfSystem,
  highs: Highs,
  secondsLeft: () => number,
  progress: (share: number) => void,
): ReadonlyMap<number, Reckoned> | 'impossible' {
  const {cellAt, equationAt} = part;
  const open = part.equations.filter(({cells}) => cells.length > 0);
  if (open.length === 0) return new Map();
  using program = new LinearProgram(highs, part);
  const size = cellAt.length;
  const seenLow = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const seenHigh = new Array<number>(size).fill(Number.NEGATIVE_INFINITY);
  const see = (values: readonly number[] | undefined) =>
    values?.forEach((value, cell) => {
      if (value < (seenLow[cell] ?? 0)) seenLow[cell] = value;
      if (value > (seenHigh[cell] ?? 0)) seenHigh[cell] = value;
    });
  const first = program.least(undefined, 1, secondsLeft());
  if (first.kind === 'infeasible') return 'impossible';
  if (first.kind === 'optimal') {
    const whole = wholeOf(part, first.values);
    if (whole !== undefined) see(whole);
    else {
      const found = search(part, program, undefined, secondsLeft);
      if (found.kind === 'none') return 'impossible';
      if (found.kind === 'found') see(found.values);
    }
  }
  // Cheaper than asking of each cell by itself: half are pulled down and half up, until that shows little that is new.
  let draw = 1;
  for (let turn = 0, news = size; turn < MOST_CORNERS && size > FEW && news > size / 100 && secondsLeft() > 0; turn++) {
    const open = () =>
      seenLow.filter((low, at) => low > (part.lows[at] ?? 0)).length +
      seenHigh.filter((high, at) => high < (part.highs[at] ?? 0)).length;
    const before = open();
    const prices = seenLow.map((low, at) => {
      draw = (Math.imul(draw, 1_103_515_245) + 12_345) & 0x7fffffff;
      const down = draw % 65_536 < 32_768;
      const unseen = down ? low > (part.lows[at] ?? 0) : (seenHigh[at] ?? 0) < (part.highs[at] ?? 0);
      return (unseen ? 1 : 0.01) * (down || !Number.isFinite(part.highs[at]) ? 1 : -1);
    });
    const corner = program.corner(prices, secondsLeft() / 3);
    if (corner === undefined) break;
    see(wholeOf(part, corner));
    news = before - open();
  }
  const fixed = fixedCells(part, () => secondsLeft() <= 0) ?? new Set<number>();
  const sums = exactSums(part, fixed, highs, secondsLeft);

  const told = new Map<number, Reckoned>();
  for (let cell = 0; cell < size; cell++) {
    const exact = sums.get(cell);
    if (exact !== undefined) {
      const by: Proof = {kind: 'sum', certificate: replaced(exact, cellAt, equationAt)};
      told.set(cellAt[cell] ?? 0, {low: exact.least, high: exact.least, lowBy: by, highBy: by, reached: true});
      continue;
    }
    const ends = ([1, -1] as const).map((sign) => {
      let bound = sign === 1 ? (part.lows[cell] ?? 0) : -(part.highs[cell] ?? 0);
      let by: Proof = GIVEN;
      const seen = () => (sign === 1 ? (seenLow[cell] ?? 0) : -(seenHigh[cell] ?? 0));
      if (bound < seen() && secondsLeft() > 0) {
        const answer = program.least(cell, sign, secondsLeft());
        if (answer.kind === 'unbounded') return {bound, by, reached: true};
        if (answer.kind === 'optimal') {
          see(wholeOf(part, answer.values));
          const proof = prove(part, cell, sign, answer.multipliers);
          if (proof !== undefined && proof.least > bound)
            [bound, by] = [proof.least, {kind: 'sum', certificate: replaced(proof, cellAt, equationAt)}];
        }
      }
      // Without any whole solution there is nothing to go towards.
      while (bound < seen() && Number.isFinite(bound) && Number.isFinite(seen()) && secondsLeft() > 0) {
        const found = search(part, program, {cell, value: sign * bound}, secondsLeft);
        if (found.kind === 'unknown') break;
        if (found.kind === 'found') see(found.values);
        else [bound, by] = [bound + 1, {kind: 'whole', equations: equationAt}];
      }
      return {bound, by, reached: bound === seen()};
    });
    const [low = NO_END, high = NO_END] = ends;
    told.set(cellAt[cell] ?? 0, {
      low: low.bound + 0,
      high: -high.bound + 0,
      lowBy: low.by,
      highBy: high.by,
      reached: low.reached && high.reached,
    });
    progress((cell + 1) / size);
  }
  return told;
}

const NO_END = {bound: 0, by: GIVEN, reached: false};

/**
 * For each cell that the equations alone fix, the fewest of them that add up to it: the combination whose multipliers are
 * smallest in sum, proven in whole numbers; where that is not found, the limits will tell.
 */
function exactSums(
  part: PartOfSystem,
  fixed: ReadonlySet<number>,
  highs: Highs,
  secondsLeft: () => number,
): ReadonlyMap<number, Certificate> {
  const sums = new Map<number, Certificate>();
  if (fixed.size === 0) return sums;
  const free = {
    ...part,
    lows: part.lows.map(() => Number.NEGATIVE_INFINITY),
    highs: part.lows.map(() => Number.POSITIVE_INFINITY),
  };
  const count = part.equations.length;
  for (const cell of fixed) {
    if (secondsLeft() <= 0) break;
    const multipliers = shortest(part, cell, highs, secondsLeft);
    const proof = multipliers && prove(free, cell, 1, multipliers.slice(0, count));
    if (proof !== undefined && proof.leftOver.length === 0 && proof.sum % proof.scale === 0) sums.set(cell, proof);
  }
  return sums;
}

/** Multipliers of the equations, found as the cheapest way to buy the cell with equations and with equations turned round. */
function shortest(
  {lows, equations}: PartOfSystem,
  cell: number,
  highs: Highs,
  secondsLeft: () => number,
): readonly number[] | undefined {
  const rows = lows.map((_, at) => ({cells: [] as number[], coefficients: [] as number[], sum: at === cell ? 1 : 0}));
  const count = equations.length;
  equations.forEach(({cells, coefficients}, at) => {
    cells.forEach((other, i) => {
      rows[other]?.cells.push(at, count + at);
      rows[other]?.coefficients.push(coefficients[i] ?? 0, -(coefficients[i] ?? 0));
    });
  });
  const prices = new Array<number>(2 * count).fill(1);
  const system = {lows: prices.map(() => 0), highs: prices.map(() => Number.POSITIVE_INFINITY), equations: rows};
  using program = new LinearProgram(highs, system, prices);
  const answer = program.least(undefined, 1, secondsLeft());
  if (answer.kind !== 'optimal') return undefined;
  return equations.map((_, at) => (answer.values[at] ?? 0) - (answer.values[count + at] ?? 0));
}
