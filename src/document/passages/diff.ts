/** The longest common run of two lists, and of what is alike in two lists: pairs of places, in order. */

/** Pairs `[i, j]` with equal keys. */
export function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  return pairs;
}

/** Pairs that together are most alike; `alike` is 0 for two that are not. */
export function aligned<A, B>(
  a: readonly A[],
  b: readonly B[],
  alike: (one: A, other: B) => number,
): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const here = new Float64Array(a.length * width);
  for (const [i, one] of [...a.entries()].reverse())
    for (const [j, other] of [...b.entries()].reverse()) {
      const score = alike(one, other);
      here[i * width + j] = score;
      best[i * width + j] = Math.max(
        score === 0 ? 0 : score + (best[(i + 1) * width + j + 1] ?? 0),
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
      );
    }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const score = here[i * width + j] ?? 0;
    if (score > 0 && best[i * width + j] === score + (best[(i + 1) * width + j + 1] ?? 0)) pairs.push([i++, j++]);
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}

const WORD = /[\p{L}\p{N}]+/gu;

export type Bag = ReadonlyMap<string, number>;

export function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(WORD)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

export const sizeOf = (bag: Bag): number => [...bag.values()].reduce((sum, n) => sum + n, 0);

/** Of the words of both, the share they have in common (Dice). */
export function likeness(a: Bag, b: Bag): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, n] of small) shared += Math.min(n, large.get(word) ?? 0);
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 0 : (2 * shared) / all;
}
