/**
 * Exact intervals for what was counted in a sample: they hold what they are to hold at least as often as they say, however few were
 * looked at and however near the share is to none or all (docs/method/linkage-quality.md).
 */

/** Clopper and Pearson: of a share, from independent draws. */
export function clopperPearson(found: number, of: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    from: found === 0 ? 0 : where((share) => 1 - binomial(found - 1, of, share) >= tail),
    to: found === of ? 1 : where((share) => binomial(found, of, share) <= tail),
  };
}

/** The same of a number among `size`, from `drawn` of them drawn without putting back: the tails of the hypergeometric distribution. */
export function amongDrawn(found: number, drawn: number, size: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const [least, most] = [found, size - (drawn - found)];
  const from = smallest(least, most, (all) => 1 - hypergeometric(found - 1, drawn, all, size) > tail);
  const above = smallest(least, most, (all) => hypergeometric(found, drawn, all, size) <= tail);
  // The bound itself may be told from what was drawn; one more may not.
  const to = above > least && hypergeometric(found, drawn, above, size) <= tail ? above - 1 : above;
  return {from, to: Math.max(from, to)};
}

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Halved until no number lies between. */
function where(isPast: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (isPast(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The first from which on it is so; the last of all, where it is so of none. */
function smallest(from: number, to: number, isSo: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** At most `found` of `of`. */
function binomial(found: number, of: number, share: number): number {
  if (share <= 0) return found >= 0 ? 1 : 0;
  if (share >= 1) return found >= of ? 1 : 0;
  let sum = 0;
  for (let i = 0; i <= found; i++) sum += Math.exp(choose(of, i) + i * Math.log(share) + (of - i) * Math.log1p(-share));
  return Math.min(1, sum);
}

/** At most `found` of `all`, where `drawn` of `size` are drawn. */
function hypergeometric(found: number, drawn: number, all: number, size: number): number {
  let sum = 0;
  for (let i = Math.max(0, drawn - (size - all)); i <= Math.min(found, all, drawn); i++)
    sum += Math.exp(choose(all, i) + choose(size - all, drawn - i) - choose(size, drawn));
  return Math.min(1, sum);
}

const choose = (of: number, some: number): number => logFactorial(of) - logFactorial(some) - logFactorial(of - some);

const FACTORIALS = [0];
const TABLED = 1000;

/** Summed up to a thousand; from there by Stirling's series, which is then exact to the last digit. */
function logFactorial(n: number): number {
  if (n > TABLED) return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * n) - 1 / (360 * n ** 3);
  for (let i = FACTORIALS.length; i <= n; i++) FACTORIALS.push((FACTORIALS[i - 1] ?? 0) + Math.log(i));
  return FACTORIALS[n] ?? 0;
}
