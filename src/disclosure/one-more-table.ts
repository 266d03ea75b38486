/**
 * What of a further table could be published beside a statement as it stands: nothing the statement shows is taken back, and whatever
 * it guards stays guarded. Each of the data sets that prove that must still be possible with what the table shows, and of what the
 * table itself must guard two are looked for that are apart; what would stand in the way is withheld.
 *
 * Only what hangs together with the table by numbers that the statement does not print is looked at, so the answer is quick. It may
 * withhold more than a statement that is compiled with the table.
 */
import type {Cube} from '#tabulation/cube';
import {type Address, addressText} from '#tabulation/proof';
import {rolledUp} from '#tabulation/roll-up';
import type {CellSystem} from './cell-system.ts';
import {type Apart, dataSetsApart} from './data-sets-apart.ts';
import {costOf} from './guard.ts';
import {type Figure, type Ledger, type OpenLedger, openLedger} from './ledger.ts';
import type {PublicPolicy} from './policy.ts';
import {primaryOf} from './primary.ts';
import type {DataSet, Difference} from './spread.ts';
import {type Guarding, TablePart} from './table-part.ts';
import type {Against, Protection} from './withhold.ts';

export interface OneMoreTable {
  readonly withheld: readonly Address[];
  readonly kept: Protection['kept'];
  /** How many numbers of it are not proven to be guarded: what a statement compiled with the table has to tell. */
  readonly unproven: number;
}

/** A ledger, and data sets that prove that the statement guards what it guards, by the ledger's numbers. */
interface Standing extends OpenLedger {
  readonly sets: readonly DataSet[];
}

export class StatementAsItStands {
  readonly #cubes: readonly Cube[];
  readonly #policy: PublicPolicy;
  readonly #against: Against;
  readonly #withheld: ReadonlySet<string>;
  #standing: Standing | undefined;

  /** `counted`: its tables. `withheld`: what it does not show of them. The first question takes longer. */
  constructor(counted: readonly Cube[], policy: PublicPolicy, against: Against, withheld: readonly Address[]) {
    this.#cubes = counted.map((cube) => rolledUp(cube, policy.rolledUp));
    this.#policy = policy;
    this.#against = against;
    this.#withheld = new Set(withheld.map(addressText));
  }

  /** Of a table that the statement has not, as counted; each by itself. */
  with(counted: Cube): OneMoreTable {
    const cube = rolledUp(counted, this.#policy.rolledUp);
    const {table} = cube;
    const {highs, effort} = this.#against;
    const {width} = this.#policy;
    const {ledger, sets} = this.#beside(cube);
    const own = (cell: number) => isOwn(ledger.figures.get(cell), table.id);
    const primary = primaryOf(ledger, this.#policy);
    const guarded = guardingOf(ledger, primary).filter(({whole, part = whole}) => !own(whole) || !own(part));
    const figures = [...ledger.figures].filter(([, {places}]) => places.some((one) => one.table === table.id));
    const told = new Map(
      figures
        .filter(([cell]) => !own(cell))
        .map(([cell, {value}]) => [cell, {value, price: primary.figures.has(cell) ? undefined : costOf(value)}]),
    );
    using part = new TablePart(limited(ledger), told, guarded, own, highs);
    const refused = sets.filter((set) => !part.admit(set, effort.secondsLeft()));
    part.spread(guarded, width, effort.secondsLeft);
    let open = guarded.filter((one) => !part.guard(one, width, effort.secondsLeft()));
    const isShown = ([cell, figure]: readonly [number, Figure]) =>
      own(cell) ? this.#isShown(figure) : part.shown.has(cell);
    if (open.length > 0) {
      // What is beside none of a few data sets may be beside another.
      const proven = new Set<Difference>(this.#apart(ledger, open, isShown).proven);
      open = open.filter((one) => !proven.has(one) && !part.guard(one, width, effort.secondsLeft(), true));
    }
    const count = figures.filter(([, {value, foreign}]) => value > 0 && !foreign);
    const kept = count.filter(isShown);
    return {
      unproven: refused.length + open.length,
      withheld: figures
        .filter((one) => !isShown(one))
        .flatMap(([, {places}]) => places.filter((one) => one.table === table.id)),
      kept: {figures: kept.length, of: count.length, persons: personsIn(kept), ofPersons: personsIn(count)},
    };
  }

  #isShown({known, printable, places}: Figure): boolean {
    return known || (printable && !places.some((one) => this.#withheld.has(addressText(one))));
  }

  #beside(cube: Cube): Pick<Standing, 'ledger' | 'sets'> {
    this.#standing ??= this.#open(this.#cubes);
    const {beside, sets, ledger: before} = this.#standing;
    const ledger = beside(cube);
    const isFit = ledger !== undefined && sets.every((set) => fits(set, ledger, before.system, cube.table.id));
    return isFit ? {ledger, sets} : this.#open([...this.#cubes, cube], cube.table.id);
  }

  /** `also`: a table among the cubes that is not the statement's. */
  #open(cubes: readonly Cube[], also = ''): Standing {
    const {definitions, earlier, spanOf} = this.#against;
    const now = {cubes, definitions, plan: this.#policy.rolledUp};
    const open = openLedger(now, earlier, spanOf, this.#policy.subPopulations, this.#policy.atLeastOne);
    const {ledger} = open;
    const own = (cell: number) => isOwn(ledger.figures.get(cell), also);
    const wanted = guardingOf(ledger, primaryOf(ledger, this.#policy)).filter(
      ({whole, part = whole}) => own(whole) && own(part),
    );
    return {...open, sets: this.#apart(ledger, wanted, ([cell, figure]) => own(cell) && this.#isShown(figure)).sets};
  }

  /** Of all there is, with what is shown as it is. */
  #apart(ledger: Ledger, wanted: readonly Guarding[], isShown: (one: readonly [number, Figure]) => boolean): Apart {
    const {highs, effort} = this.#against;
    const {lows, highs: tops, equations} = limited(ledger);
    const [low, top] = [[...lows], [...tops]];
    for (const one of ledger.figures) {
      const [cell, {value}] = one;
      if (isShown(one)) low[cell] = top[cell] = value;
    }
    return dataSetsApart({lows: low, highs: top, equations}, wanted, this.#policy.width, highs, effort);
  }
}

/** Whether the statement, or an edition before it, has a place for it. */
const isOwn = (figure: Figure | undefined, further: string): boolean =>
  figure?.places.some(({table}) => table !== further) === true;

/** Further than this nobody looks, in times the largest figure. */
const FAR = 10;

function limited({system: {lows, highs, equations}, figures}: Ledger): CellSystem {
  const far = FAR * (1 + Math.max(0, ...[...figures.values()].map(({value}) => value)));
  return {lows, highs: highs.map((high) => Math.min(high, far)), equations};
}

/** Whether a data set of the statement has what a further table says of the statement's own numbers. */
function fits(
  set: DataSet,
  {system: {lows, highs, equations}, figures}: Ledger,
  before: CellSystem,
  further: string,
): boolean {
  const own = (cell: number) => isOwn(figures.get(cell), further);
  const among = equations.slice(before.equations.length).filter(({cells}) => cells.every(own));
  return (
    set.every((value, cell) => !own(cell) || (value >= (lows[cell] ?? 0) && value <= (highs[cell] ?? 0))) &&
    among.every(
      ({cells, coefficients, sum}) =>
        cells.reduce((left, cell, i) => left - (coefficients[i] ?? 0) * (set[cell] ?? 0), sum) === 0,
    )
  );
}

function guardingOf({figures}: Ledger, {figures: few, rests}: ReturnType<typeof primaryOf>): readonly Guarding[] {
  const countOf = (cell: number) => figures.get(cell)?.value ?? 0;
  return [
    ...[...few.keys()].map((whole) => ({whole, value: countOf(whole)})),
    ...rests.map(({whole, part}) => ({whole, part, value: countOf(whole) - countOf(part)})),
  ];
}

const personsIn = (some: readonly (readonly [number, Figure])[]): number =>
  some.reduce((sum, [, {value}]) => sum + value, 0);
