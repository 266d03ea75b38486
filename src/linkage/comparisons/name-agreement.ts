/**
 * How the words of two names go together: each with at most one of the other's, the most alike first. What is the same
 * word is taken out first, then words run together (Anne Marie, Annemarie), then the rest by likeness.
 */
import {ALIKE, type Token, type Tokens} from './name-token.ts';
import type {WrittenName} from './written-name.ts';

export interface Agreement {
  /** Words that are one word, or two spellings of one. */
  readonly agreed: number;
  /** An initial and a word that begins with it. */
  readonly initials: number;
  /** The least alike of the words put together, initials aside; 1 where all are the same. */
  readonly least: number;
  readonly together: number;
  /** Words with no like, on either side. */
  readonly left: number;
  readonly right: number;
}

export function agreement(a: WrittenName, b: WrittenName, tokens: Tokens): Agreement {
  if (!somethingAlike(a, b, tokens)) return NOTHING;
  unlike(a.tokens, b.tokens);
  const shared = a.tokens.length - restA.length;
  const found = {agreed: shared, initials: 0, least: 1, together: shared, left: 0, right: 0};
  if (restA.length > 0 && restB.length > 0) {
    joinRuns(restA, restB, b, found);
    joinRuns(restB, restA, a, found);
    pairUp(a.told | b.told, tokens, found);
  }
  found.left = restA.length;
  found.right = restB.length;
  return found;
}

const NOTHING: Agreement = {agreed: 0, initials: 0, least: 1, together: 0, left: 1, right: 1};

/** Of the pairs that are asked about most have no word alike, and are told so without making anything. */
function somethingAlike({numbers, told}: WrittenName, b: WrittenName, tokens: Tokens): boolean {
  const others = b.numbers;
  const origins = told | b.told;
  for (let i = 0; i < numbers.length; i++) {
    const one = numbers[i] ?? 0;
    for (let j = 0; j < others.length; j++) {
      const other = others[j] ?? 0;
      if (tokens.similarity(one, other, origins) > 0 || tokens.isInitial(one, other)) return true;
    }
  }
  return false;
}

interface Found {
  agreed: number;
  initials: number;
  least: number;
  together: number;
}

/** What is left of two names; each call writes what it reads. */
const restA: Token[] = [];
const restB: Token[] = [];

/** What is left of two sorted lists when each word they share is taken out of both. */
function unlike(a: readonly Token[], b: readonly Token[]): void {
  restA.length = 0;
  restB.length = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const one = a[i];
    const other = b[j];
    if (one === undefined && other === undefined) return;
    if (one === other) {
      i++;
      j++;
    } else if (other === undefined || (one !== undefined && one.text < other.text)) {
      if (one !== undefined) restA.push(one);
      i++;
    } else {
      restB.push(other);
      j++;
    }
  }
}

/** A word of one that is several neighbouring words of the other, run together. */
function joinRuns(rest: Token[], others: Token[], {inOrder}: WrittenName, found: Found): void {
  if (inOrder.length < 2) return;
  for (let at = rest.length - 1; at >= 0; at--) {
    const word = rest[at]?.text ?? '';
    const run = runOf(word, inOrder, others);
    if (run === undefined) continue;
    rest.splice(at, 1);
    for (const token of run) {
      const where = others.indexOf(token);
      if (where >= 0) others.splice(where, 1);
    }
    found.agreed++;
    found.together++;
    found.least = Math.min(found.least, ALIKE.agrees);
  }
}

function runOf(word: string, inOrder: readonly Token[], free: readonly Token[]): readonly Token[] | undefined {
  for (let from = 0; from < inOrder.length - 1; from++) {
    let length = 0;
    let to = from;
    while (to < inOrder.length && length < word.length) {
      const token = inOrder[to];
      if (token === undefined || !(token.ignored || free.includes(token)) || !word.startsWith(token.text, length))
        break;
      length += token.text.length;
      to++;
    }
    if (length === word.length && to > from + 1) return inOrder.slice(from, to);
  }
  return undefined;
}

/** The most alike pair first; of pairs equally alike, the first by their letters, whichever name they are in. */
function pairUp(told: number, tokens: Tokens, found: Found): void {
  while (restA.length > 0 && restB.length > 0) {
    let bestI = -1;
    let bestJ = -1;
    let best = 0;
    for (let i = 0; i < restA.length; i++) {
      for (let j = 0; j < restB.length; j++) {
        const one = restA[i];
        const other = restB[j];
        if (one === undefined || other === undefined) continue;
        const alike = tokens.isInitial(one.number, other.number)
          ? INITIAL
          : tokens.similarity(one.number, other.number, told);
        if (alike === 0 || alike < best) continue;
        if (alike === best && textOf(one, other) >= textOf(restA[bestI], restB[bestJ])) continue;
        bestI = i;
        bestJ = j;
        best = alike;
      }
    }
    if (bestI < 0) return;
    restA.splice(bestI, 1);
    restB.splice(bestJ, 1);
    found.together++;
    if (best === INITIAL) found.initials++;
    else {
      if (best >= ALIKE.agrees) found.agreed++;
      found.least = Math.min(found.least, best);
    }
  }
}

function textOf(one: Token | undefined, other: Token | undefined): string {
  const [a, b] = [one?.text ?? '', other?.text ?? ''];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Less than any likeness that is said, so that initials are put together last. */
const INITIAL = 0.5;
