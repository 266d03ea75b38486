/**
 * What published figures say together: the space that their vectors span, over coordinates of the unknown (types of person, or
 * the interactions of `coordinates.ts`). A figure whose vector lies in it can be worked out from them, whatever the numbers are.
 */
import {defect} from '#kit/defect';
import {inverse, modulo, PRIME} from './residues.ts';

/** Coefficients by coordinate, none of them 0. Whole numbers; within this room, their residues. */
export type Vector = ReadonlyMap<number, number>;

/** Grows by one published figure after another. Vectors are reduced: without the coordinates that the space has taken as its pivots. */
export class VectorSpace {
  readonly #rows: {readonly pivot: number; readonly row: Vector}[] = [];
  /** Which row has a coordinate as its pivot. */
  readonly #rowOf = new Map<number, number>();

  /** What is left of a vector when all that the space says is taken out of it: empty, where it lies in it. */
  reduced(vector: Vector): Vector {
    const rest = new Map([...vector].map(([at, times]) => [at, modulo(times)]));
    // A row holds no pivot of the rows before it, so each is needed once, in their order.
    const waiting = new Queue();
    for (const at of rest.keys()) waiting.add(this.#rowOf.get(at));
    for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
      const {pivot, row} = this.#rows[next] ?? defect('a row that is not there');
      const times = rest.get(pivot);
      if (times === undefined) continue;
      subtract(rest, row, times);
      for (const at of row.keys()) if (at !== pivot) waiting.add(this.#rowOf.get(at));
    }
    return rest;
  }

  /** Takes a reduced vector in; undefined: it was in. The answer is the new pivot and its row, for what is kept reduced elsewhere. */
  take(reduced: Vector): {readonly pivot: number; readonly row: Vector} | undefined {
    const [pivot, times] = reduced.entries().next().value ?? [];
    if (pivot === undefined || times === undefined) return undefined;
    const row = scaled(reduced, inverse(times));
    this.#rowOf.set(pivot, this.#rows.length);
    this.#rows.push({pivot, row});
    return {pivot, row};
  }
}

/** Numbers, the least first, each once while it waits: a binary heap. */
class Queue {
  readonly #heap: number[] = [];
  readonly #in = new Set<number>();

  add(number: number | undefined): void {
    if (number === undefined || this.#in.has(number)) return;
    this.#in.add(number);
    const heap = this.#heap;
    let at = heap.push(number) - 1;
    for (let above = (at - 1) >> 1; at > 0 && (heap[above] ?? 0) > number; above = (at - 1) >> 1) {
      heap[at] = heap[above] ?? 0;
      at = above;
    }
    heap[at] = number;
  }

  take(): number | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    this.#in.delete(first);
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const least = (heap[left + 1] ?? Number.POSITIVE_INFINITY) < (heap[left] ?? 0) ? left + 1 : left;
      if (least >= heap.length || (heap[least] ?? 0) >= last) break;
      heap[at] = heap[least] ?? 0;
      at = least;
    }
    heap[at] = last;
    return first;
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
