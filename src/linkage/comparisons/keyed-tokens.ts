/** Lists of keyed tokens: which words two values share, no more can be told. */
import type {Comparison} from '../comparison.ts';
import {parseEncoded} from '../encoding/encoded.ts';
import {WEAKER_APART, WORDS_APART} from '../encoding/keyed-tokens.ts';

/** Every word · every word in another spelling · one within the other · half of the words or more · a word · else. */
const LEVELS = ['exact', 'variant', 'contained', 'most-words', 'one-word', 'else'] as const;
const PRIOR_M = [0.65, 0.08, 0.08, 0.03, 0.09, 0.07];
const ELSE = LEVELS.length - 1;

export interface TokenList {
  /** Sorted. */
  readonly words: readonly string[];
  readonly weaker: readonly string[];
}

export function tokenComparison(): Comparison<TokenList> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: parse,
    level: levelOf,
    terms: ({words}) => words,
    shared: (a, b) => a.words.filter((word) => b.words.includes(word)),
    keys: ({words, weaker}) => ({word: words, weaker}),
  };
}

function parse(raw: string): TokenList | undefined {
  const encoded = parseEncoded(raw);
  if (encoded?.scheme !== 't1') return undefined;
  // Another key's token must not be this one's by chance of its letters.
  const list = (part = '') =>
    part
      .split(WORDS_APART)
      .filter(Boolean)
      .slice(0, MOST)
      .map((token) => `${encoded.fingerprint}${token}`)
      .sort();
  const [words, weaker] = encoded.content.split(WEAKER_APART);
  return {words: list(words), weaker: list(weaker)};
}

const MOST = 32;

function levelOf(a: TokenList, b: TokenList): number {
  const words = shared(a.words, b.words);
  if (words === a.words.length && words === b.words.length) return 0;
  const weaker = shared(a.weaker, b.weaker);
  if (weaker > 0 && weaker === a.weaker.length && weaker === b.weaker.length) return 1;
  const most = Math.max(words, weaker);
  const shortest = Math.min(a.words.length, b.words.length);
  const longest = Math.max(a.words.length, b.words.length);
  if (most >= 2 && most >= shortest && a.weaker.length !== b.weaker.length) return 2;
  if (most * 2 >= longest && most >= 2) return 3;
  return most > 0 ? 4 : ELSE;
}

function shared(a: readonly string[], b: readonly string[]): number {
  let [i, j, found] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return found;
    if (one === other) found++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
}
