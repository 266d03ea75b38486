/** How much two headings, or two words, are alike: 1 the same but for case and signs, 0 nothing in common. */
import {folded} from '#intake/cell';
import {editDistance} from '#kit/nearest';

/** Without signs: `CPR-nr.` is `cpr nr`. */
export const bare = (text: string): string =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();

export function likeness(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  return Math.max(letters(a, b), sharedWords(a, b), beginning(a, b));
}

const letters = (a: string, b: string): number => {
  const longest = Math.max(a.length, b.length);
  // Too unlike in length to come to anything.
  if (Math.abs(a.length - b.length) > longest / 2) return 0;
  return 1 - editDistance(a, b) / longest;
};

/** Words they share, of all they have: `dato for afgørelse` and `afgørelse dato`. Words of two letters tell nothing apart. */
function sharedWords(a: string, b: string): number {
  const [some, others] = [wordsIn(a), wordsIn(b)];
  const shared = some.filter((word) => others.includes(word)).length;
  return shared === 0 ? 0 : (0.95 * 2 * shared) / (some.length + others.length);
}

const wordsIn = (text: string): readonly string[] =>
  text.split(' ').filter((word) => word.length > 2 && !SMALL.has(word));
const SMALL = new Set(['for', 'den', 'det', 'the', 'and', 'ved']);

/** One begins the other: `nationalitet` and `nat`, `statsb` and `statsborgerskab`. */
function beginning(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short) ? 0.6 + 0.35 * (short.length / long.length) : 0;
}

/** The most alike of several, and how much it is. */
export function mostAlike(text: string, known: Iterable<string>): {readonly word: string; readonly likeness: number} {
  let best = {word: '', likeness: 0};
  for (const word of known) {
    const alike = likeness(text, word);
    if (alike > best.likeness) best = {word, likeness: alike};
  }
  return best;
}
