/** Values of which a person may have several: the pair that agrees best is what two records say. */
const MOST = 8;
const LONGEST = 1024;

export function alternatives(
  raw: string,
  parting: RegExp,
  make: (text: string) => string,
): readonly string[] | undefined {
  const values = new Set(raw.slice(0, LONGEST).split(parting).slice(0, MOST).map(make));
  values.delete('');
  return values.size === 0 ? undefined : [...values].sort();
}

export function bestLevel(
  a: readonly string[],
  b: readonly string[],
  levelOf: (a: string, b: string) => number,
): number {
  if (a.length === 1 && b.length === 1) return levelOf(a[0] ?? '', b[0] ?? '');
  let best = Number.POSITIVE_INFINITY;
  for (const left of a) for (const right of b) best = Math.min(best, levelOf(left, right));
  return best;
}

export const inCommon = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.filter((value) => b.includes(value));
