/**
 * Small count rounding (PLSrounding: Langsrud and Heldal, PSD 2018, without the paper's own order of chance). Kinds of units, each
 * counted in some published cells, become none or as many as the base until no published cell has fewer than the base and more than
 * none. Published cells stay sums of kinds, so every table stays additive and no two tables differ.
 *
 * What is rounded up is chosen so that published cells move as little as they can: the kind whose cells lack most, again and again,
 * then exchanges while one brings them nearer.
 */
export interface Kind {
  readonly units: number;
  /** The published cells that count it, each once, by number. */
  readonly cells: readonly number[];
}

/** `below`: chance under a seed. The units of each kind, rounded; what no small cell counts stays. */
export function roundedKinds(kinds: readonly Kind[], base: number, below: (n: number) => number): readonly number[] {
  const units = kinds.map((kind) => kind.units);
  const order = shuffled(kinds.length, below);
  for (;;) {
    const counts = countsOf(kinds, units);
    const isSmall = (count: number) => count > 0 && count < base;
    const inSmall = ({cells}: Kind) => cells.some((cell) => isSmall(counts.get(cell) ?? 0));
    const open = order.filter((at) => isSmall(units[at] ?? 0) && inSmall(kinds[at] ?? NONE));
    if (open.length === 0) return units;
    for (let from = 0; from < open.length; from += AT_ONCE)
      roundSome(kinds, units, open.slice(from, from + AT_ONCE), base);
  }
}

const NONE: Kind = {units: 0, cells: []};

/** More are rounded one part after the other; what a part leaves over or lacks, the next sees. */
const AT_ONCE = 1000;

function roundSome(kinds: readonly Kind[], units: number[], open: readonly number[], base: number): void {
  const up = Math.round(open.reduce((sum, at) => sum + (units[at] ?? 0), 0) / base);
  for (const at of open) units[at] = 0;
  const lacking = new Lacking(kinds, units, base);
  const raised = new Set<number>();
  const raise = (at: number) => {
    raised.add(at);
    lacking.move(at, base);
  };
  const lower = (at: number) => {
    raised.delete(at);
    lacking.move(at, -base);
  };
  while (raised.size < up) raise(most(open, raised, lacking));
  let left = up < open.length ? EXCHANGES : 0;
  for (let better = true; better && left > 0; ) {
    better = false;
    for (const down of [...raised]) {
      const before = lacking.squares;
      lower(down);
      const instead = most(open, raised, lacking);
      raise(instead);
      if (lacking.squares < before) better = true;
      else {
        lower(instead);
        raise(down);
      }
      if (--left === 0) break;
    }
  }
}

/** Tried of what is rounded at once: enough for all of a statement's, and an end where there are many. */
const EXCHANGES = 1000;

/** Of those that are not raised yet, the first that brings cells nearest. */
function most(open: readonly number[], raised: ReadonlySet<number>, lacking: Lacking): number {
  let [best, much] = [-1, Number.NEGATIVE_INFINITY];
  for (const at of open) {
    if (raised.has(at)) continue;
    const gain = lacking.gainOf(at);
    if (gain > much) [best, much] = [at, gain];
  }
  return best;
}

/** How many units each published cell lacks of what it truly counts. */
class Lacking {
  readonly #kinds: readonly Kind[];
  readonly #units: number[];
  readonly #base: number;
  readonly #lacks: Map<number, number>;

  constructor(kinds: readonly Kind[], units: number[], base: number) {
    this.#kinds = kinds;
    this.#base = base;
    this.#units = units;
    const now = countsOf(kinds, units);
    const truly = countsOf(
      kinds,
      kinds.map((kind) => kind.units),
    );
    this.#lacks = new Map([...truly].map(([cell, count]) => [cell, count - (now.get(cell) ?? 0)]));
  }

  /** How much smaller the squares become when it is raised, up to a factor. */
  gainOf(at: number): number {
    const cells = this.#cellsOf(at);
    return cells.reduce((sum, cell) => sum + 2 * (this.#lacks.get(cell) ?? 0) - this.#base, 0);
  }

  move(at: number, by: number): void {
    this.#units[at] = (this.#units[at] ?? 0) + by;
    for (const cell of this.#cellsOf(at)) this.#lacks.set(cell, (this.#lacks.get(cell) ?? 0) - by);
  }

  get squares(): number {
    return this.#lacks.values().reduce((sum, lack) => sum + lack * lack, 0);
  }

  #cellsOf(at: number): readonly number[] {
    return this.#kinds[at]?.cells ?? [];
  }
}

/** What each published cell counts. */
export function countsOf(kinds: readonly Kind[], units: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  kinds.forEach(({cells}, at) => {
    for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + (units[at] ?? 0));
  });
  return counts;
}

function shuffled(length: number, below: (n: number) => number): readonly number[] {
  const order = Array.from({length}, (_, i) => i);
  for (let last = length - 1; last > 0; last--) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
