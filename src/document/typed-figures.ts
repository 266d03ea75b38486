/**
 * Finds what is typed and should be bound: digits, number words, and guarded words that nothing in the sentence claims.
 * Laws, dates and years are let through by the profile's own list of expressions.
 */
import {PERCENT} from '#language/percent';
import type {GuardedWords} from './guarded-words.ts';
import {findPhrases, type Phrases, phrasesOf} from './phrases.ts';

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
  const {phrases, allowed} = patternsOf(guarded);
  const masked = allowed.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => '\u0000'.repeat(found.length)),
    text,
  );
  const read = lowerCased(masked);
  const said = findPhrases(read, phrases).map((found) => ({...found, text: text.slice(found.start, found.end)}));
  const bound = said.filter(({claim}) => claim !== NUMBER && claims.has(claim));
  const free = (at: {readonly start: number; readonly end: number}) =>
    !bound.some(({start, end}) => at.start < end && start < at.end);

  const typed = said
    .filter((one) => !bound.includes(one) && free(one))
    .map((one): Typed => ({rule: one.claim === NUMBER ? 'typed-figure' : 'guarded-word-typed', ...one}));
  const digits = [...read.matchAll(DIGITS)]
    .map(({0: found, index: start}) => ({start, end: start + found.length}))
    .filter(free)
    .map((at): Typed => ({rule: 'typed-figure', claim: NUMBER, text: text.slice(at.start, at.end), ...at}));
  return withoutOverlap([...digits, ...typed].sort((a, b) => a.start - b.start || b.end - a.end));
}

/** What a number word claims: nothing that a variant could be true of. */
const NUMBER = '';
const DIGITS = new RegExp(String.raw`[-−]?\p{N}+(?:[.,\u00A0\u202F]\p{N}+)*(?:${PERCENT})?`, 'giu');

interface Patterns {
  readonly phrases: Phrases;
  readonly allowed: readonly RegExp[];
}

const known = new WeakMap<GuardedWords, Patterns>();

function patternsOf(guarded: GuardedWords): Patterns {
  const seen = known.get(guarded);
  if (seen !== undefined) return seen;
  const claimed = [...guarded.words, {claim: NUMBER, forms: guarded.numberWords}];
  const patterns = {
    phrases: phrasesOf(claimed.flatMap(({claim, forms}) => forms.map((form) => ({claim, form: lowerCased(form)})))),
    allowed: guarded.allowed.map(({pattern}) => new RegExp(pattern, 'giu')),
  };
  known.set(guarded, patterns);
  return patterns;
}

/** Letter by letter, so that every place stays where it was. Expressions that ignore case are slow to make. */
const lowerCased = (text: string): string =>
  text.replaceAll(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });

const withoutOverlap = (found: readonly Typed[]): readonly Typed[] =>
  found.filter((typed, i) => !found.slice(0, i).some(({end}) => typed.start < end));
