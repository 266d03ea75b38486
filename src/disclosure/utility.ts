/** What changed figures are worth beside the true ones. */

export interface Loss {
  readonly figures: number;
  readonly changed: number;
  readonly largest: number;
  /** Of all figures, without their signs. */
  readonly mean: number;
  /** 1 less Hellinger's distance, as a share of the largest there could be: 1 is the truth. */
  readonly utility: number;
}

export function lossOf(pairs: readonly (readonly [truly: number, told: number])[]): Loss {
  const apart = pairs.map(([truly, told]) => Math.abs(told - truly));
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  const all = sum(pairs.map(([truly]) => truly));
  const distance = Math.sqrt(sum(pairs.map(([truly, told]) => (Math.sqrt(truly) - Math.sqrt(told)) ** 2)) / 2);
  return {
    figures: pairs.length,
    changed: apart.filter((one) => one > 0).length,
    largest: Math.max(0, ...apart),
    mean: pairs.length === 0 ? 0 : sum(apart) / pairs.length,
    utility: all === 0 ? 1 : 1 - distance / Math.sqrt(all),
  };
}
