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

/**
 * `below`: chance under a seed; `kept`: what a kind was rounded to in an earlier edition, and is again; `over`: what the earlier rounding
 * left over, made up for among what is rounded now. The units of each kind, rounded; what no small cell counts stays.
 */
export function roundedKinds(
  kinds: readonly Kind[],
  base: number,
  below: (n: number) => number,
  {kept = [], over = 0}: {readonly kept?: readonly number[]; readonly over?: number} = {},
): readonly number[] {
  const tally = new Tally(kinds, kept);
  const order = shuffled(kinds.length, below);
  let owed = kept.reduce((sum, to, at) => sum + (kinds[at]?.units ?? 0) - to, over);
  for (;;) {
    const open = order.filter((at) => tally.isOpen(at, base));
    if (open.length === 0) return tally.units;
    for (let from = 0; from < open.length; from += AT_ONCE) {
      roundSome(tally, open.slice(from, from + AT_ONCE), base, owed);
      owed = 0;
    }
  }
}

/** More are rounded one part after the other; what a part leaves over or lacks, the next sees. */
const AT_ONCE = 1000;

function roundSome(tally: Tally, open: readonly number[], base: number, owed: number): void {
  const lacking = open.reduce((sum, at) => sum + tally.unitsOf(at), owed);
  const up = Math.min(open.length, Math.max(0, Math.round(lacking / base)));
  for (const at of open) tally.set(at, 0);
  const raised = new Set<number>();
  const raise = (at: number) => {
    raised.add(at);
    tally.set(at, base);
  };
  const lower = (at: number) => {
    raised.delete(at);
    tally.set(at, 0);
  };
  while (raised.size < up) raise(most(open, raised, tally, base));
  let left = up < open.length ? EXCHANGES : 0;
  for (let better = true; better && left > 0; ) {
    better = false;
    for (const down of [...raised]) {
      const before = tally.squares;
      lower(down);
      const instead = most(open, raised, tally, base);
      raise(instead);
      if (tally.squares < before) better = true;
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
function most(open: readonly number[], raised: ReadonlySet<number>, tally: Tally, base: number): number {
  let [best, much] = [-1, Number.NEGATIVE_INFINITY];
  for (const at of open) {
    if (raised.has(at)) continue;
    const gain = tally.gainOf(at, base);
    if (gain > much) [best, much] = [at, gain];
  }
  return best;
}

/** What each published cell counts as rounded so far, and what it lacks of what it truly counts. */
class Tally {
  readonly units: number[];
  /** Each kind's cells, numbered without gaps. */
  readonly #cells: readonly Int32Array[];
  readonly #told: Int32Array;
  readonly #lacks: Int32Array;
  #squares = 0;

  constructor(kinds: readonly Kind[], kept: readonly number[]) {
    const places = new Map<number, number>();
    this.#cells = kinds.map(({cells}) =>
      Int32Array.from(cells, (cell) => {
        const place = places.get(cell) ?? places.size;
        places.set(cell, place);
        return place;
      }),
    );
    this.#told = new Int32Array(places.size);
    this.#lacks = new Int32Array(places.size);
    this.units = kinds.map(({units}) => units);
    this.#cells.forEach((cells, at) => {
      for (const cell of cells) this.#told[cell] = (this.#told[cell] ?? 0) + (this.units[at] ?? 0);
    });
    kept.forEach((to, at) => {
      this.set(at, to);
    });
  }

  get squares(): number {
    return this.#squares;
  }

  unitsOf(at: number): number {
    return this.units[at] ?? 0;
  }

  /** Few units, counted by a cell that is small. */
  isOpen(at: number, base: number): boolean {
    const isSmall = (count: number) => count > 0 && count < base;
    return isSmall(this.unitsOf(at)) && (this.#cells[at]?.some((cell) => isSmall(this.#told[cell] ?? 0)) ?? false);
  }

  /** How much smaller the squares become when it is raised, up to a factor. */
  gainOf(at: number, base: number): number {
    let gain = 0;
    for (const cell of this.#cells[at] ?? []) gain += 2 * (this.#lacks[cell] ?? 0) - base;
    return gain;
  }

  set(at: number, units: number): void {
    const by = units - this.unitsOf(at);
    this.units[at] = units;
    for (const cell of this.#cells[at] ?? []) {
      const lack = this.#lacks[cell] ?? 0;
      this.#told[cell] = (this.#told[cell] ?? 0) + by;
      this.#lacks[cell] = lack - by;
      this.#squares += by * (by - 2 * lack);
    }
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
