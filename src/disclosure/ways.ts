/**
 * In how many ways a whole number can come about, for each number from 0 on: of an unknown that is told, one each; of a sum of unknowns
 * that are in no other sum, as many as there are of them that come to it.
 */

export type Ways = readonly bigint[];

/** A sum's ways, from its least on. */
export interface Spread {
  readonly from: number;
  readonly ways: Ways;
}

const KEPT = new Map<number, Ways>();

/** One for each number up to the top. */
export function oneEach(top: number): Ways {
  const known = KEPT.get(top);
  if (known !== undefined) return known;
  const made = new Array<bigint>(top + 1).fill(1n);
  KEPT.set(top, made);
  return made;
}

export const isOneEach = (ways: Ways): boolean => KEPT.get(ways.length - 1) === ways;

export const allWays = (ways: Ways): bigint => ways.reduce((sum, one) => sum + one, 0n);

/** How much work {@link spreadOf} would be. */
export function workOf(parts: readonly (readonly [ways: Ways, times: number])[]): number {
  let [size, work] = [1, 0];
  for (const [ways, times] of parts) {
    const next = size + (ways.length - 1) * Math.abs(times);
    work += isOneEach(ways) && Math.abs(times) === 1 ? next : size * ways.length;
    size = next;
  }
  return work;
}

/** Of Σ times × number, where each number comes about in its ways. */
export function spreadOf(parts: readonly (readonly [ways: Ways, times: number])[]): Spread {
  let [from, ways]: [number, Ways] = [0, [1n]];
  for (const [more, times] of parts) {
    const top = (more.length - 1) * times;
    // A number taken away is one counted down from its top.
    if (times < 0) from += top;
    ways = isOneEach(more) && Math.abs(times) === 1 ? slid(ways, more.length) : folded(ways, more, times);
  }
  return {from, ways};
}

/** Beside a number of which each is once. */
function slid(ways: Ways, size: number): Ways {
  let sum = 0n;
  return Array.from({length: ways.length + size - 1}, (_, at) => {
    sum += (ways[at] ?? 0n) - (ways[at - size] ?? 0n);
    return sum;
  });
}

function folded(ways: Ways, more: Ways, times: number): Ways {
  const step = Math.abs(times);
  const result = new Array<bigint>(ways.length + (more.length - 1) * step).fill(0n);
  more.forEach((one, value) => {
    if (one === 0n) return;
    const shift = step * (times > 0 ? value : more.length - 1 - value);
    ways.forEach((own, at) => {
      result[at + shift] = (result[at + shift] ?? 0n) + own * one;
    });
  });
  return result;
}
