/**
 * The pattern: which figures are withheld so that no guarded number can be known closer than the policy says. First by elimination,
 * which leaves none that can be worked out exactly; then an attacker who also knows that nobody is less than nobody is asked for the
 * least and the most of each, and the cheapest figure that his proof stands on is withheld too, until he has none.
 *
 * A number is proven to be guarded by two whole data sets that fit everything published and differ in it by the width: they are put in,
 * and the solver is not believed.
 */
import type {Highs} from 'highs';
import {Attacker} from './attacker.ts';
import type {CellSystem} from './cell-system.ts';
import {Easing} from './easing.ts';
import type {Ledger} from './ledger.ts';
import type {PublicPolicy} from './policy.ts';
import type {Primary, PrimaryRule} from './primary.ts';
import type {Effort} from './reckon.ts';
import {suppressLeast, type Wanted} from './secondary.ts';
import {VectorSpace} from './vector-space.ts';

export interface Guarded {
  /** Every withheld figure by its number in the ledger. */
  readonly withheld: ReadonlyMap<number, Withheld>;
  /** Numbers that are guarded, with what was found of each. */
  readonly guarded: readonly GuardedNumber[];
  /** The ledger's, with a number for each rest. */
  readonly system: CellSystem;
  /** Of a rest, what it is left of and what it is without. */
  readonly restOf: ReadonlyMap<number, Omit<Rest, 'rest'>>;
}

export interface Withheld {
  /** A rule of its own, or that it guards another. */
  readonly why: PrimaryRule | 'guard';
  /** A number that could be known closer if this one were shown. */
  readonly guards?: number;
  /** What the attacker knows of it at least: he may know no more, and surely not less than what fits. */
  readonly low?: number;
  readonly high?: number;
}

export interface GuardedNumber {
  readonly cell: number;
  readonly rule: PrimaryRule;
  /** Values of it in whole data sets that fit all that is published. */
  readonly low: number;
  readonly high: number;
  /** Two of them are apart by the width. */
  readonly proven: boolean;
  /** What is public already, or shown by decision, is enough to know it closer, whatever is withheld. */
  readonly exposed: boolean;
}

/** How more is withheld where elimination is not enough: all at once what costs least, or one figure after another that a proof stands on. */
export type RepairBy = 'least-change' | 'proofs';

/** `forced`: figures that are public already, or shown by decision. `explain`: the limits of every withheld figure are told. */
export function guard(
  ledger: Ledger,
  primary: Primary,
  forced: ReadonlySet<number>,
  policy: PublicPolicy,
  highs: Highs,
  effort: Effort,
  explain: boolean,
  by: RepairBy = 'least-change',
): Guarded {
  const {system, sensitive, rests} = withRests(ledger, primary);
  const restOf = new Map(rests.map(({rest, whole, part}) => [rest, {whole, part}]));
  const withheld = new Map<number, Withheld>();
  // What an earlier edition withheld is not printed now either: it is guarded, and nothing is done to it.
  for (const [cell, {known, printable}] of ledger.figures) if (!known && !printable) withheld.set(cell, {why: 'guard'});
  for (const [cell, why] of primary.figures) if (!forced.has(cell)) withheld.set(cell, {why});
  const guarded = new Map([...sensitive].filter(([cell]) => !forced.has(cell)));
  for (const [cell, guards] of eliminated(ledger, system, guarded, forced)) withheld.set(cell, {why: 'guard', guards});
  using attacker = new Attacker(system, ledger, withheld, highs, effort);
  for (const {whole, part, rest} of rests) attacker.know(rest, countIn(ledger, whole) - countIn(ledger, part));
  attacker.spread([...guarded.keys()], policy.width);
  const numbers = repaired(attacker, guarded, withheld, {ledger, system, forced, policy, highs, effort, by});
  attacker.spread(
    [...withheld].flatMap(([cell, {why}]) => (why === 'guard' && ledger.figures.get(cell)?.printable ? [cell] : [])),
    1,
  );
  // What can be worked out all the same guards nothing, and is shown.
  for (const [cell, {why}] of withheld)
    if (why === 'guard' && attacker.isKnown(cell)) {
      withheld.delete(cell);
      attacker.show(cell);
    }
  if (explain) for (const [cell, one] of withheld) withheld.set(cell, {...one, ...attacker.limitsOf(cell)});
  return {withheld, guarded: numbers, restOf, system};
}

/** Withholds more until the attacker finds no guarded number, or can be kept from none that is left. */
function repaired(
  attacker: Attacker,
  guarded: ReadonlyMap<number, PrimaryRule>,
  withheld: Map<number, Withheld>,
  {ledger, system, forced, policy: {width}, highs, effort, by}: Repair,
): readonly GuardedNumber[] {
  const published = new Map(
    [...ledger.figures].flatMap(([cell, {value}]) =>
      withheld.has(cell) ? [] : [[cell, {value, price: forced.has(cell) ? undefined : costOf(value)}] as const],
    ),
  );
  using easing = new Easing({...system, highs: attacker.most}, published, highs);
  const withhold = (cell: number, guards: number) => {
    withheld.set(cell, {why: 'guard', guards});
    attacker.withhold(cell);
    easing.free(cell);
  };
  return [...guarded].map(([cell, rule], at): GuardedNumber => {
    effort.progress(at, guarded.size);
    const {low, high} = attacker.seen(cell);
    if (by === 'least-change' && high - low < width && effort.secondsLeft() > 0) {
      const ways = [
        easing.within(cell, low + width, Number.POSITIVE_INFINITY, effort.secondsLeft()),
        easing.within(cell, 0, high - width, effort.secondsLeft()),
      ].flatMap((one) => one ?? []);
      const [cheapestWay] = ways.toSorted((a, b) => a.price - b.price);
      for (const one of cheapestWay?.changed ?? []) withhold(one, cell);
      if (cheapestWay?.whole !== undefined) attacker.see(cheapestWay.whole);
    }
    for (;;) {
      const range = attacker.rangeOf(cell, width);
      const proven = range.high - range.low >= width;
      const next = proven ? undefined : cheapest(range.proof, ledger, forced, withheld);
      if (next === undefined)
        return {cell, rule, low: range.low, high: range.high, proven, exposed: range.most < width};
      withhold(next, cell);
    }
  });
}

interface Repair {
  readonly ledger: Ledger;
  readonly system: CellSystem;
  readonly forced: ReadonlySet<number>;
  readonly policy: PublicPolicy;
  readonly highs: Highs;
  readonly effort: Effort;
  readonly by: RepairBy;
}

/** With a number for each rest. */
function withRests({system}: Ledger, primary: Primary) {
  const lows = [...system.lows];
  const highs = [...system.highs];
  const equations = [...system.equations];
  const sensitive = new Map<number, PrimaryRule>(primary.figures);
  const rests: Rest[] = [];
  for (const {whole, part, rule} of primary.rests) {
    highs.push(Number.POSITIVE_INFINITY);
    const rest = lows.push(0) - 1;
    equations.push({cells: [whole, part, rest], coefficients: [-1, 1, 1], sum: 0});
    sensitive.set(rest, rule);
    rests.push({rest, whole, part});
  }
  return {system: {lows, highs, equations}, sensitive, rests};
}

interface Rest {
  readonly rest: number;
  readonly whole: number;
  readonly part: number;
}

const countIn = ({figures}: Ledger, cell: number): number => figures.get(cell)?.value ?? 0;

/** What guards by elimination alone, of what is left of each number when the sums that hold whoever the persons are are taken out. */
function eliminated(
  {figures, system: {highs}}: Ledger,
  {equations}: CellSystem,
  guarded: ReadonlyMap<number, PrimaryRule>,
  forced: ReadonlySet<number>,
): readonly (readonly [cell: number, guards: number])[] {
  const known = new VectorSpace();
  for (const {cells, coefficients} of equations)
    known.take(known.reduced(new Map(cells.map((cell, i) => [cell, coefficients[i] ?? 0]))));
  highs.forEach((high, cell) => {
    if (high === 0) known.take(known.reduced(new Map([[cell, 1]])));
  });
  const printed = [...figures].flatMap(([cell, {known, printable}]) => (known || printable ? [cell] : []));
  const numbers = [...new Set([...printed, ...guarded.keys()])].filter((cell) => highs[cell] !== 0);
  const wanted = numbers.map((cell): Wanted => {
    const value = figures.get(cell)?.value;
    return {vector: known.reduced(new Map([[cell, 1]])), worth: value === undefined ? 0 : value + 1};
  });
  const among = (cells: {has: (cell: number) => boolean}) =>
    new Set(numbers.flatMap((cell, at) => (cells.has(cell) ? [at] : [])));
  const {secondary} = suppressLeast(wanted, among(guarded), among(forced), Math.floor(TRIES / wanted.length));
  return [...secondary].map(([at, guards]) => [numbers[at] ?? 0, numbers[guards] ?? 0]);
}

/** Figures gone through again, in all, to withhold less: of many figures one more or less tells little. */
const TRIES = 6_000;

/** What is lost with a figure: a zero is dearer to nobody. */
export const costOf = (value: number): number => (value === 0 ? 0.5 : 1 + Math.log2(value));

function cheapest(
  proof: readonly number[],
  {figures}: Ledger,
  forced: ReadonlySet<number>,
  withheld: ReadonlyMap<number, unknown>,
): number | undefined {
  let best: {readonly cell: number; readonly cost: number} | undefined;
  for (const cell of proof) {
    const figure = figures.get(cell);
    if (figure === undefined || forced.has(cell) || withheld.has(cell)) continue;
    const cost = costOf(figure.value);
    if (best === undefined || cost < best.cost) best = {cell, cost};
  }
  return best?.cell;
}
