/**
 * What published figures say together: the space that their vectors span, over coordinates of the unknown (types of person, or
 * the interactions of `coordinates.ts`). A figure whose vector lies in it can be worked out from them, whatever the numbers are.
 */
import {inverse, modulo, PRIME} from './residues.ts';

/** Coefficients by coordinate, none of them 0. Whole numbers; within this room, their residues. */
export type Vector = ReadonlyMap<number, number>;

/** Grows by one published figure after another. Vectors are reduced: without the coordinates that the space has taken as its pivots. */
export class VectorSpace {
  readonly #rows = new Map<number, Vector>();

  /** What is left of a vector when all that the space says is taken out of it: empty, where it lies in it. */
  reduced(vector: Vector): Vector {
    const rest = new Map([...vector].map(([at, times]) => [at, modulo(times)]));
    // A row holds no pivot of the rows before it, so one pass in their order is enough.
    for (const [pivot, row] of this.#rows) {
      const times = rest.get(pivot);
      if (times !== undefined) subtract(rest, row, times);
    }
    return rest;
  }

  /** Takes a reduced vector in; undefined: it was in. The answer is the new pivot and its row, for what is kept reduced elsewhere. */
  take(reduced: Vector): {readonly pivot: number; readonly row: Vector} | undefined {
    const [pivot, times] = reduced.entries().next().value ?? [];
    if (pivot === undefined || times === undefined) return undefined;
    const row = scaled(reduced, inverse(times));
    this.#rows.set(pivot, row);
    return {pivot, row};
  }
}

/** `rest −= times × row`, in place. */
export function subtract(rest: Map<number, number>, row: Vector, times: number): void {
  for (const [at, value] of row) {
    const left = modulo((rest.get(at) ?? 0) - ((times * value) % PRIME));
    if (left === 0) rest.delete(at);
    else rest.set(at, left);
  }
}

const scaled = (vector: Vector, by: number): Vector =>
  new Map([...vector].map(([at, times]) => [at, (times * by) % PRIME]));

/** The same for all multiples of a vector, and for no other vector. */
export function directionOf(vector: Vector): string {
  const sorted = [...vector].sort(([a], [b]) => a - b);
  const [[, first] = [0, 1]] = sorted;
  const by = inverse(first);
  return sorted.map(([at, times]) => `${at}:${(times * by) % PRIME}`).join(' ');
}
