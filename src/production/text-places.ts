/** A text as it is searched, and the words in it by number: what was found is told by its place and never repeated. */

/** Signs in their plain form, and none that cannot be seen. */
export const readable = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** The number of the word that stands at a place, from 1. */
export const placeOf = (text: string, at: number): number => wordsIn(text.slice(0, at + 1)).length;

/** As they stand between spaces, without the punctuation around them. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
