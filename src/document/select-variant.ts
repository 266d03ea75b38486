/**
 * Which variant of a message is told, by the standard's own rule (LDML 48, pattern selection): every selector ranks the keys
 * it matches, `*` last; of the variants that match throughout, the first selector decides, then the second, and so on.
 * Done here because `messageformat` 4.0.0 never ends on `1 all *`, `1 * all`, `* * *` when the first key matches alone.
 */
import type {Model} from 'messageformat';

/** `best`: the key a selector prefers among those left; undefined when it matches none. */
export function selectVariant(
  {selectors, variants}: Model.SelectMessage,
  best: (selector: Model.VariableRef, keys: readonly string[]) => string | undefined,
): number {
  const ranks = selectors.map((selector, i) => {
    const keys = new Set(variants.flatMap(({keys: given}) => literalKey(given[i]) ?? []));
    return ranked(keys, (left) => best(selector, left));
  });
  const scored = variants.map(({keys}, index) => ({
    index,
    score: keys.map((key, i) => ranks[i]?.indexOf(literalKey(key) ?? ANY) ?? -1),
  }));
  const [first] = scored.filter(({score}) => !score.includes(-1)).toSorted((a, b) => byScore(a.score, b.score));
  return first?.index ?? variants.length - 1;
}

const ANY = '*';
const literalKey = (key: Model.Literal | Model.CatchallKey | undefined): string | undefined =>
  key?.type === 'literal' ? key.value : undefined;

/** The keys that match, the preferred first, then anything. */
function ranked(keys: ReadonlySet<string>, best: (left: readonly string[]) => string | undefined): readonly string[] {
  const left = new Set(keys);
  const order: string[] = [];
  for (let next = best([...left]); next !== undefined && left.delete(next); next = best([...left])) order.push(next);
  return [...order, ANY];
}

function byScore(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((score, at) => score !== b[at]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}
