/**
 * Names: sets of words without order, in any spelling their origin has. Family and given name are not told apart, since the
 * agencies' files do not agree on which is which; of several names for one person the two that agree best are compared.
 */
import type {Comparison} from '../comparison.ts';
import {type FoldingTable, makeFolding} from '../folding/folding-table.ts';
import {withOwn} from '../folding/shipped.ts';
import {soundex} from '../strings/soundex.ts';
import {type Agreement, agreement} from './name-agreement.ts';
import {ALIKE, Tokens} from './name-token.ts';
import {type WrittenName, writtenName} from './written-name.ts';

/**
 * Every word the same · every word alike or read alike · one name within the other · every word close · every word
 * resembling, or most the same · one word all that one name has · one word the same, others not · else.
 */
const LEVELS = ['exact', 'variant', 'contained', 'close', 'resembling', 'part', 'one-word', 'else'] as const;
const PRIOR_M = [0.6, 0.15, 0.08, 0.06, 0.02, 0.03, 0.03, 0.03];
const EXACT = 0;
const ELSE = LEVELS.length - 1;

export function nameComparison(own: readonly FoldingTable[] = []): Comparison<WrittenName> {
  const tokens = new Tokens(withOwn(own).map(makeFolding));
  const compare = (a: WrittenName, b: WrittenName) => levelOf(agreement(a, b, tokens));
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    slow: true,
    prepare: (raw) => writtenName(raw, tokens),
    level: (a, b) => (a.others === undefined && b.others === undefined ? compare(a, b) : bestLevel(a, b, compare)),
    terms: (name) => [...new Set(name.tokens.map(({text}) => text))],
    others: ({others}) => (others ?? []).flatMap(({tokens: words}) => words.map(({text}) => text)),
    shared: (a, b) => sharedWords(a, b, compare),
    keys: keysOf,
  };
}

type Compare = (a: WrittenName, b: WrittenName) => number;

const everyName = (name: WrittenName): readonly WrittenName[] => [name, ...(name.others ?? [])];

function bestLevel(a: WrittenName, b: WrittenName, compare: Compare): number {
  let best = ELSE;
  for (const left of everyName(a)) {
    for (const right of everyName(b)) {
      best = Math.min(best, compare(left, right));
      if (best === EXACT) return best;
    }
  }
  return best;
}

/** Of the two names that agree best; where several pairs do, the first by its letters. */
function sharedWords(a: WrittenName, b: WrittenName, compare: Compare): readonly string[] {
  if (a.others === undefined && b.others === undefined) return wordsOfBoth(a, b);
  const best = bestLevel(a, b, compare);
  const pairs = everyName(a).flatMap((left) => everyName(b).map((right) => [left, right] as const));
  const shared = pairs
    .filter(([left, right]) => compare(left, right) === best)
    .map(([left, right]) => wordsOfBoth(left, right));
  return shared.sort((one, other) => (one.join(' ') < other.join(' ') ? -1 : 1))[0] ?? [];
}

function wordsOfBoth(a: WrittenName, b: WrittenName): readonly string[] {
  const shared: string[] = [];
  for (const token of a.tokens) if (b.tokens.includes(token) && !shared.includes(token.text)) shared.push(token.text);
  return shared;
}

const AT = Object.fromEntries(LEVELS.map((name, i) => [name, i]));
const level = (name: (typeof LEVELS)[number]): number => AT[name] ?? ELSE;

function levelOf(found: Agreement): number {
  if (found.together === 0) return ELSE;
  if (found.left === 0 && found.right === 0) return levelOfWhole(found);
  if (found.left === 0 || found.right === 0) return levelOfContained(found);
  return levelOfOverlap(found);
}

function levelOfWhole({agreed, initials, least, together}: Agreement): number {
  if (initials > 0) return initials === together ? level('part') : level(least >= ALIKE.close ? 'contained' : 'close');
  if (least === 1) return EXACT;
  if (least >= ALIKE.agrees) return level('variant');
  return level(least >= ALIKE.close || (agreed > 0 && least >= ALIKE.alike) ? 'close' : 'resembling');
}

/** One name has words the other has not, and none that it contradicts. */
function levelOfContained({agreed, initials, least, together}: Agreement): number {
  if (agreed === 0) return initials > 0 || least < ALIKE.close ? ELSE : level('one-word');
  if (together === 1) return level('part');
  return level(least >= ALIKE.close ? 'contained' : 'close');
}

/** Both have words the other has not. */
function levelOfOverlap({agreed, together, left, right}: Agreement): number {
  const longest = together + Math.max(left, right);
  if (agreed >= 2 && agreed / longest >= 0.75) return level('close');
  if (agreed >= 2 && agreed / longest >= 0.5) return level('resembling');
  return agreed > 0 ? level('one-word') : ELSE;
}

function keysOf(name: WrittenName): Readonly<Record<string, readonly string[]>> {
  const texts = [...new Set(everyName(name).flatMap(({tokens}) => tokens.map(({text}) => text)))].filter(
    (text) => text.length > 1,
  );
  return {
    word: texts,
    sound: [...new Set(texts.map((text) => soundex(text) || text))],
    start: [...new Set(texts.map((text) => text.slice(0, 3)))],
    given: name.inOrder.slice(0, name.given).map(({text}) => text),
    family: name.inOrder.slice(name.family).map(({text}) => text),
  };
}
