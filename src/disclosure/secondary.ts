/**
 * Secondary suppression by Gaussian elimination (Langsrud, PSD 2024, doi 10.1007/978-3-031-69651-0_6): figures are published one by
 * one, most wanted first, unless one would put a primary one into the space that is then published. What is left out guards
 * the primary ones: none of them can be worked out exactly from what is published. It says nothing of intervals, nor of numbers being
 * positive: that is the attacker's part.
 */
import {directionOf, subtract, type Vector, VectorSpace} from './vector-space.ts';

export interface Wanted {
  readonly vector: Vector;
  /** What is lost where it is not published; its count, as a rule. */
  readonly worth: number;
}

export interface Suppression {
  /** The places of the figures that are not published, primary ones left out, with a primary one that each guards. */
  readonly secondary: ReadonlyMap<number, number>;
  /** Primary figures that forced ones give away: nothing done here can protect them. */
  readonly exposed: ReadonlySet<number>;
}

/** `forced`: public already, or decided to be published anyway. */
export function suppress(
  figures: readonly Wanted[],
  primary: ReadonlySet<number>,
  forced: ReadonlySet<number> = new Set(),
): Suppression {
  const space = new VectorSpace();
  const guarded = new Guarded(figures, primary);
  const publish = (vector: Vector) => {
    const taken = space.take(vector);
    if (taken !== undefined) guarded.without(taken.pivot, taken.row);
  };
  for (const at of forced) publish(space.reduced(figures[at]?.vector ?? new Map()));
  const exposed = guarded.drop();
  const secondary = new Map<number, number>();
  for (const at of order(figures, primary, forced)) {
    const rest = space.reduced(figures[at]?.vector ?? new Map());
    if (rest.size === 0) continue;
    const guards = guarded.find(rest);
    if (guards === undefined) publish(rest);
    else secondary.set(at, guards);
  }
  return {secondary, exposed};
}

/**
 * The same, and better where that is found: what is withheld is forced one at a time, the greatest first, and kept so where less is
 * then lost in all. `tries`: how often everything may be gone through again.
 */
export function suppressLeast(
  figures: readonly Wanted[],
  primary: ReadonlySet<number>,
  forced: ReadonlySet<number>,
  tries: number,
): Suppression {
  const lost = ({secondary}: Suppression) =>
    [...secondary.keys()].reduce((sum, at) => sum + (figures[at]?.worth ?? 0), 0);
  let best = suppress(figures, primary, forced);
  let kept = forced;
  let left = tries;
  const tried = new Set<number>();
  for (;;) {
    const next = [...best.secondary.keys()]
      .filter((at) => !tried.has(at))
      .sort((a, b) => (figures[b]?.worth ?? 0) - (figures[a]?.worth ?? 0))[0];
    if (next === undefined || left === 0) return best;
    left -= 1;
    tried.add(next);
    const also = new Set([...kept, next]);
    const other = suppress(figures, primary, also);
    if (other.exposed.size > best.exposed.size || lost(other) >= lost(best)) continue;
    [best, kept] = [other, also];
    tried.clear();
  }
}

/** Those that may be published, the most wanted first. */
function order(
  figures: readonly Wanted[],
  primary: ReadonlySet<number>,
  forced: ReadonlySet<number>,
): readonly number[] {
  const worth = (at: number) => figures[at]?.worth ?? 0;
  return figures
    .map((_, at) => at)
    .filter((at) => !primary.has(at) && !forced.has(at))
    .sort((a, b) => worth(b) - worth(a) || b - a);
}

/** The primary figures, kept reduced by all that is published, and found by their direction. */
class Guarded {
  readonly #rest = new Map<number, Map<number, number>>();
  /** Who has a coordinate. */
  readonly #with = new Map<number, Set<number>>();
  readonly #directions = new Map<string, Set<number>>();
  readonly #directionOf = new Map<number, string>();

  constructor(figures: readonly Wanted[], primary: ReadonlySet<number>) {
    const nothing = new VectorSpace();
    for (const at of primary) {
      const rest = new Map(nothing.reduced(figures[at]?.vector ?? new Map()));
      this.#rest.set(at, rest);
      for (const coordinate of rest.keys()) this.#hold(coordinate, at);
      this.#point(at);
    }
  }

  /** One that whoever has this could work out. */
  find(reduced: Vector): number | undefined {
    const [first] = this.#directions.get(directionOf(reduced)) ?? [];
    return first;
  }

  without(pivot: number, row: Vector): void {
    for (const at of [...(this.#with.get(pivot) ?? [])]) {
      const rest = this.#rest.get(at);
      const times = rest?.get(pivot);
      if (rest === undefined || times === undefined) continue;
      const before = [...row.keys()].filter((coordinate) => rest.has(coordinate));
      subtract(rest, row, times);
      for (const coordinate of before) if (!rest.has(coordinate)) this.#with.get(coordinate)?.delete(at);
      for (const coordinate of row.keys()) if (rest.has(coordinate)) this.#hold(coordinate, at);
      this.#point(at);
    }
  }

  /** Those that are given away already; they are guarded no more. */
  drop(): ReadonlySet<number> {
    const gone = new Set([...this.#rest].flatMap(([at, rest]) => (rest.size === 0 ? [at] : [])));
    for (const at of gone) this.#rest.delete(at);
    return gone;
  }

  #hold(coordinate: number, at: number): void {
    const holders = this.#with.get(coordinate);
    if (holders === undefined) this.#with.set(coordinate, new Set([at]));
    else holders.add(at);
  }

  /** Its direction, anew. */
  #point(at: number): void {
    const old = this.#directionOf.get(at);
    if (old !== undefined) {
      const alike = this.#directions.get(old);
      alike?.delete(at);
      if (alike?.size === 0) this.#directions.delete(old);
    }
    const rest = this.#rest.get(at);
    if (rest === undefined || rest.size === 0) {
      this.#directionOf.delete(at);
      return;
    }
    const direction = directionOf(rest);
    this.#directionOf.set(at, direction);
    const alike = this.#directions.get(direction);
    if (alike === undefined) this.#directions.set(direction, new Set([at]));
    else alike.add(at);
  }
}
