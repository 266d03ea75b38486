/** What each unknown can be at least and at most, by each sum alone, again and again until no sum says more. */
import type {CellSystem} from './cell-system.ts';

/** Rounds in which sums of many large numbers may still say a little more. */
const MOST_ROUNDS = 60;

/** Undefined: no numbers fit. */
export function narrowed({
  lows,
  highs,
  equations,
}: CellSystem): {readonly lows: number[]; readonly highs: number[]} | undefined {
  const limits = {lows: [...lows], highs: [...highs]};
  for (let round = 0, news = true; news && round < MOST_ROUNDS; round++) {
    news = false;
    for (const equation of equations) {
      const said = narrow(equation, limits);
      if (said === undefined) return undefined;
      news ||= said;
    }
  }
  return lows.some((_, cell) => (limits.lows[cell] ?? 0) > (limits.highs[cell] ?? 0)) ? undefined : limits;
}

/** Whether it says more than was known; undefined: it cannot hold. */
function narrow(
  {cells, coefficients, sum}: CellSystem['equations'][number],
  {lows, highs}: {readonly lows: number[]; readonly highs: number[]},
): boolean | undefined {
  const ends = cells.map((cell, i) => {
    const times = coefficients[i] ?? 0;
    const [low, high] = [times * (lows[cell] ?? 0), times * (highs[cell] ?? 0)];
    return times > 0 ? {low, high} : {low: high, high: low};
  });
  const least = total(ends.map(({low}) => low));
  const most = total(ends.map(({high}) => high));
  if (least.unlimited === 0 && least.sum > sum) return undefined;
  if (most.unlimited === 0 && most.sum < sum) return undefined;
  let news = false;
  cells.forEach((cell, i) => {
    const times = coefficients[i] ?? 0;
    const {low = 0, high = 0} = ends[i] ?? {};
    // What the others leave for it.
    const top = sum - without(least, low);
    const bottom = sum - without(most, high);
    const [from, to] = times > 0 ? [bottom / times, top / times] : [top / times, bottom / times];
    if (Math.ceil(from) > (lows[cell] ?? 0)) [lows[cell], news] = [Math.ceil(from), true];
    if (Math.floor(to) < (highs[cell] ?? 0)) [highs[cell], news] = [Math.floor(to), true];
  });
  return news;
}

interface Total {
  readonly sum: number;
  readonly unlimited: number;
  readonly sign: number;
}

const total = (ends: readonly number[]): Total => ({
  sum: ends.reduce((sum, end) => (Number.isFinite(end) ? sum + end : sum), 0),
  unlimited: ends.filter((end) => !Number.isFinite(end)).length,
  sign: ends.find((end) => !Number.isFinite(end)) ?? 0,
});

const without = ({sum, unlimited, sign}: Total, end: number): number =>
  Number.isFinite(end) ? (unlimited > 0 ? sign : sum - end) : unlimited > 1 ? sign : sum;
