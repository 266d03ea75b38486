/** How much two headings, or two words, are alike: 1 the same but for case and signs, 0 nothing in common. */
import {folded} from '#intake/cell';
import {editDistance} from '#kit/nearest';

/** Without signs: `CPR-nr.` is `cpr nr`. */
export const bare = (text: string): string =>
  folded(text)
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();

/** The many ways of saying that it is a number are one. */
const plain = (text: string): string =>
  bare(text)
    .replaceAll(/(nummer|number)\b/gu, 'nr')
    .replaceAll(/\b(no|num)\b/gu, 'nr');

export const likeness = (one: string, other: string): number => {
  const [a, b] = [plain(one), plain(other)];
  return a === '' || b === '' ? 0 : ofBare(a, b);
};

const ofBare = (a: string, b: string): number =>
  a === b ? 1 : Math.max(letters(a, b), sharedWords(a, b), beginning(a, b));

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

/** How much a text is like the likest of several, which are made ready once. */
export function likest(known: readonly string[]): (text: string) => number {
  const ready = [...new Set(known.map(plain))].filter((one) => one !== '');
  const exact = new Set(ready);
  return (text) => {
    const own = plain(text);
    if (own === '') return 0;
    return exact.has(own) ? 1 : Math.max(0, ...ready.map((one) => ofBare(own, one)));
  };
}
