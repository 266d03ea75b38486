/**
 * Finds what is typed and should be bound: digits, number words, and guarded words that nothing in the sentence claims.
 * Laws, dates and years are let through by the profile's own list of expressions.
 */
import type {GuardedWords} from './guarded-words.ts';

export interface Typed {
  readonly rule: 'typed-figure' | 'guarded-word-typed';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What the words claim: `all`. */
  readonly claim: string;
}

/** `claims`: what the selected variant is true of, so that its words may say so. */
export function findTyped(text: string, guarded: GuardedWords, claims: ReadonlySet<string>): readonly Typed[] {
  const {numbers, words, anyWord, allowed} = patternsOf(guarded);
  const masked = allowed.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => '\u0000'.repeat(found.length)),
    text,
  );
  const read = lowerCased(masked);
  const claimed = (read.search(anyWord) < 0 ? [] : words).flatMap(({claim, pattern}) =>
    matches(read, text, pattern).map((match) => ({claim, ...match})),
  );
  const bound = claimed.filter(({claim}) => claims.has(claim));
  const free = (at: {readonly start: number; readonly end: number}) =>
    !bound.some(({start, end}) => at.start < end && start < at.end);

  const typedWords = claimed
    .filter((word) => !claims.has(word.claim) && free(word))
    .map((word): Typed => ({rule: 'guarded-word-typed', ...word}));
  const typedNumbers = matches(read, text, numbers)
    .filter(free)
    .map((found): Typed => ({rule: 'typed-figure', claim: '', ...found}));
  return withoutOverlap([...typedNumbers, ...typedWords].sort((a, b) => a.start - b.start || b.end - a.end));
}

interface Patterns {
  readonly numbers: RegExp;
  readonly words: readonly {readonly claim: string; readonly pattern: RegExp}[];
  /** Whether there is any of the words at all: most sentences have none. */
  readonly anyWord: RegExp;
  readonly allowed: readonly RegExp[];
}

const known = new WeakMap<GuardedWords, Patterns>();

function patternsOf(guarded: GuardedWords): Patterns {
  const seen = known.get(guarded);
  if (seen !== undefined) return seen;
  const numberWords = guarded.numberWords.map(literal).join('|');
  const digits = '[-−]?\\p{N}+(?:[.,\\u00A0\\u202F]\\p{N}+)*(?:\\s?%)?';
  const patterns = {
    numbers: new RegExp(numberWords === '' ? digits : `${digits}|${wholeWord(numberWords)}`, 'gu'),
    words: guarded.words.map(({claim, forms}) => ({
      claim,
      pattern: new RegExp(
        wholeWord(
          [...forms]
            .sort((a, b) => b.length - a.length)
            .map(literal)
            .join('|'),
        ),
        'gu',
      ),
    })),
    anyWord: new RegExp(wholeWord(guarded.words.flatMap(({forms}) => forms.map(literal)).join('|') || '(?!)'), 'u'),
    allowed: guarded.allowed.map(({pattern}) => new RegExp(pattern, 'giu')),
  };
  known.set(guarded, patterns);
  return patterns;
}

const literal = (text: string): string =>
  lowerCased(text)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\s+/g, '\\s+');
const wholeWord = (alternatives: string): string => `(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`;

/** Letter by letter, so that every place stays where it was. Expressions that ignore case are slow to make. */
const lowerCased = (text: string): string =>
  text.replaceAll(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });

const matches = (read: string, text: string, pattern: RegExp) =>
  [...read.matchAll(pattern)].map(({0: found, index: start}) => {
    const end = start + found.length;
    return {text: text.slice(start, end), start, end};
  });

const withoutOverlap = (found: readonly Typed[]): readonly Typed[] =>
  found.filter((typed, i) => !found.slice(0, i).some(({end}) => typed.start < end));
