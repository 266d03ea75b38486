/**
 * Any other text: an address, a place, an occupation, an e-mail address. Compared as a whole and by its words, in any order;
 * of e-mail addresses, what stands before the @ is the person's.
 */
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
  /** Of an e-mail address, before and after the @. */
  readonly address?: readonly [user: string, host: string];
}

export function textComparison(): Comparison<WrittenText> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    slow: true,
    prepare: writtenText,
    level: levelOf,
    terms: ({text}) => [text],
    keys: ({text, words}) => ({start: [text.slice(0, 6)], word: words.filter((word) => word.length > 3)}),
  };
}

function writtenText(raw: string): WrittenText | undefined {
  const found = words(letters(raw)).slice(0, MOST_WORDS);
  if (found.length === 0) return undefined;
  const written = {text: found.join(' ').slice(0, LONGEST), words: [...new Set(found)].sort()};
  const [, user, host] = raw.length <= LONGEST ? (/^([^\s@]+)@([^\s@]+)$/.exec(raw.trim()) ?? []) : [];
  if (user === undefined || host === undefined) return written;
  return {...written, address: [letters(user), letters(host)]};
}

function levelOf(a: WrittenText, b: WrittenText): number {
  if (a.text === b.text) return 0;
  if (a.address !== undefined && b.address !== undefined) return levelOfAddresses(a.address, b.address);
  const shared = sharedWords(a.words, b.words);
  if (shared === a.words.length && shared === b.words.length) return 0;
  const similarity = jaroWinkler(a.text, b.text);
  if (similarity >= NEARLY) return 1;
  if (shared / (a.words.length + b.words.length - shared) >= MOST) return 2;
  if (similarity >= SIMILAR) return 3;
  return shared > 0 ? 4 : 5;
}

type Address = readonly [user: string, host: string];

/** Thousands share a host, and a first name before the @ says little more than the name does. */
function levelOfAddresses([userA, hostA]: Address, [userB, hostB]: Address): number {
  const user = jaroWinkler(userA, userB);
  const host = jaroWinkler(hostA, hostB);
  if (user >= NEARLY && host >= SIMILAR) return 1;
  if (userA === userB) return 2;
  if (user >= NEARLY || (user >= SIMILAR && host >= NEARLY)) return 3;
  return hostA === hostB ? 4 : 5;
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
