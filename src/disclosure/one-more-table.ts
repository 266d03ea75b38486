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
import {dataSetsApart} from './data-sets-apart.ts';
import {costOf} from './guard.ts';
import {type Figure, type Ledger, type OpenLedger, openLedger} from './ledger.ts';
import type {PublicPolicy} from './policy.ts';
import {primaryOf} from './primary.ts';
import type {DataSet} from './spread.ts';
import {type Guarding, TablePart} from './table-part.ts';
import type {Against, Protection} from './withhold.ts';

export interface OneMoreTable {
  readonly withheld: readonly Address[];
  readonly kept: Protection['kept'];
  /** How many numbers of it are not proven to be guarded: what a statement compiled with the table has to tell. */
  readonly unproven: number;
}

export class StatementAsItStands {
  readonly #cubes: readonly Cube[];
  readonly #policy: PublicPolicy;
  readonly #against: Against;
  readonly #withheld: ReadonlySet<string>;
  /** Tables that were asked about, which the statement has not. */
  readonly #asked = new Set<string>();
  #open: OpenLedger | undefined;
  #sets: readonly DataSet[] = [];

  /** `counted`: its tables. `withheld`: what it does not show of them. The first question takes longer. */
  constructor(counted: readonly Cube[], policy: PublicPolicy, against: Against, withheld: readonly Address[]) {
    this.#cubes = counted.map((cube) => rolledUp(cube, policy.rolledUp));
    this.#policy = policy;
    this.#against = against;
    this.#withheld = new Set(withheld.map(addressText));
  }

  /** Of a table that the statement has not, as counted. */
  with(counted: Cube): OneMoreTable {
    const cube = rolledUp(counted, this.#policy.rolledUp);
    const {table} = cube;
    const {highs, effort} = this.#against;
    this.#asked.add(table.id);
    const ledger = this.#ledgerWith(cube);
    const primary = primaryOf(ledger, this.#policy);
    const own = (cell: number) => this.#isOwn(ledger.figures.get(cell));
    const figures = [...ledger.figures].filter(([, {places}]) => places.some((one) => one.table === table.id));
    const told = figures.filter(([cell]) => !own(cell));
    const guarded = guardingOf(ledger, primary).filter(
      ({whole, part}) => !own(whole) || (part !== undefined && !own(part)),
    );
    const published = new Map(
      told.map(([cell, {value}]) => [cell, {value, price: primary.figures.has(cell) ? undefined : costOf(value)}]),
    );
    using part = new TablePart(this.#limited(ledger), published, guarded, own, highs);
    let unproven = 0;
    for (const set of this.#sets) if (!part.admit(set, effort.secondsLeft())) unproven += 1;
    for (const one of guarded) if (!part.guard(one, this.#policy.width, effort.secondsLeft())) unproven += 1;
    const isShown = ([cell, figure]: readonly [number, Figure]) =>
      own(cell) ? this.#isShown(figure) : part.shown.has(cell);
    const count = figures.filter(([, {value, foreign}]) => value > 0 && !foreign);
    const kept = count.filter(isShown);
    return {
      unproven,
      withheld: figures
        .filter((one) => !isShown(one))
        .flatMap(([, {places}]) => places.filter((one) => one.table === table.id)),
      kept: {figures: kept.length, of: count.length, persons: personsIn(kept), ofPersons: personsIn(count)},
    };
  }

  #isOwn(figure: Figure | undefined): boolean {
    return figure?.places.some(({table}) => !this.#asked.has(table)) === true;
  }

  #isShown(figure: Figure): boolean {
    return (
      figure.known ||
      (figure.printable && this.#isOwn(figure) && !figure.places.some((one) => this.#withheld.has(addressText(one))))
    );
  }

  #ledgerWith(cube: Cube): Ledger {
    this.#open ??= this.#opened(this.#cubes);
    const {system} = this.#open.ledger;
    const before = system.equations.length;
    const grown = this.#open.beside(cube);
    if (grown !== undefined && this.#stillFit(grown, before)) return grown;
    this.#open = this.#opened([...this.#cubes, cube]);
    return this.#open.ledger;
  }

  #opened(cubes: readonly Cube[]): OpenLedger {
    const {definitions, earlier, spanOf, highs, effort} = this.#against;
    const now = {cubes, definitions, plan: this.#policy.rolledUp};
    const open = openLedger(now, earlier, spanOf, this.#policy.subPopulations);
    const {ledger} = open;
    const {lows, highs: tops, equations} = this.#limited(ledger);
    const [low, top] = [[...lows], [...tops]];
    for (const [cell, figure] of ledger.figures) if (this.#isShown(figure)) low[cell] = top[cell] = figure.value;
    const own = (cell: number) => this.#isOwn(ledger.figures.get(cell));
    const wanted = guardingOf(ledger, primaryOf(ledger, this.#policy)).filter(
      ({whole, part}) => own(whole) && own(part ?? whole),
    );
    this.#sets = dataSetsApart({lows: low, highs: top, equations}, wanted, this.#policy.width, highs, effort).sets;
    return open;
  }

  /** Further than this nobody looks. */
  #limited({system: {lows, highs, equations}, figures}: Ledger): CellSystem {
    const far = FAR * (1 + Math.max(0, ...[...figures.values()].map(({value}) => value)));
    return {lows, highs: highs.map((high) => Math.min(high, far)), equations};
  }

  /** Whether the statement's data sets have what the table says of the statement's own numbers. */
  #stillFit({system: {lows, highs, equations}, figures}: Ledger, from: number): boolean {
    const isOwn = (cell: number) => this.#isOwn(figures.get(cell));
    const among = equations.slice(from).filter(({cells}) => cells.every(isOwn));
    return this.#sets.every(
      (set) =>
        set.every((value, cell) => !isOwn(cell) || (value >= (lows[cell] ?? 0) && value <= (highs[cell] ?? 0))) &&
        among.every(
          ({cells, coefficients, sum}) =>
            cells.reduce((left, cell, i) => left - (coefficients[i] ?? 0) * (set[cell] ?? 0), sum) === 0,
        ),
    );
  }
}

/** Times the largest figure. */
const FAR = 10;

const guardingOf = ({figures}: Ledger, {figures: few, rests}: ReturnType<typeof primaryOf>): readonly Guarding[] => {
  const valueIn = (cell: number) => figures.get(cell)?.value ?? 0;
  return [
    ...[...few.keys()].map((whole) => ({whole, value: valueIn(whole)})),
    ...rests.map(({whole, part}) => ({whole, part, value: valueIn(whole) - valueIn(part)})),
  ];
};

const personsIn = (some: readonly (readonly [number, Figure])[]): number =>
  some.reduce((sum, [, {value}]) => sum + value, 0);
