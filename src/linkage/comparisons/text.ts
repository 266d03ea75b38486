/** Any other text: an address, a place, an occupation, an e-mail address. Compared as a whole and by its words, in any order. */
import type {Comparison} from '../comparison.ts';
import {letters, words} from '../folding/letters.ts';
import {jaroWinkler} from '../strings/jaro-winkler.ts';

/** The same words · nearly · most words the same · similar · a word in common · else. */
const LEVELS = ['exact', 'nearly', 'most-words', 'similar', 'one-word', 'else'] as const;
const PRIOR_M = [0.6, 0.15, 0.06, 0.05, 0.04, 0.1];
const LONGEST = 160;
const MOST_WORDS = 24;
const NEARLY = 0.92;
const SIMILAR = 0.82;
const MOST = 0.5;

export interface WrittenText {
  readonly text: string;
  /** Sorted, each once. */
  readonly words: readonly string[];
}

export function textComparison(): Comparison<WrittenText> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: writtenText,
    level: levelOf,
    terms: ({text}) => [text],
    keys: ({text, words}) => ({start: [text.slice(0, 6)], word: words.filter((word) => word.length > 3)}),
  };
}

function writtenText(raw: string): WrittenText | undefined {
  const found = words(letters(raw)).slice(0, MOST_WORDS);
  if (found.length === 0) return undefined;
  return {text: found.join(' ').slice(0, LONGEST), words: [...new Set(found)].sort()};
}

function levelOf(a: WrittenText, b: WrittenText): number {
  if (a.text === b.text) return 0;
  const shared = sharedWords(a.words, b.words);
  if (shared === a.words.length && shared === b.words.length) return 0;
  const similarity = jaroWinkler(a.text, b.text);
  if (similarity >= NEARLY) return 1;
  if (shared / (a.words.length + b.words.length - shared) >= MOST) return 2;
  if (similarity >= SIMILAR) return 3;
  return shared > 0 ? 4 : 5;
}

/** Of two sorted lists. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  let [i, j, shared] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return shared;
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
}
