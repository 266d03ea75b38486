/** A name as somebody wrote it: its words without order, titles and sex markers left out, and the other names given for it. */
import {ALTERNATIVE, PART} from '../comparison.ts';
import {letters, words} from '../folding/letters.ts';
import type {Token, Tokens} from './name-token.ts';

export interface WrittenName {
  /** Sorted, so that the same words are the same name. */
  readonly tokens: readonly Token[];
  /** As written, with what is left out of `tokens`. */
  readonly inOrder: readonly Token[];
  /** The origins it tells, a bit for each table. */
  readonly told: number;
  /** The words of the first and the last column, where the name came in several. */
  readonly columns?: {readonly given: readonly string[]; readonly family: readonly string[]};
  /** Aliases. */
  readonly others?: readonly WrittenName[];
}

/** More of either are no name; they are cut, so that no comparison takes long. */
const MOST_NAMES = 8;
const MOST_WORDS = 16;
const LONGEST_WORD = 64;
const ASIDE = /[;/|\n]|\b(?:alias|aka|a\.k\.a\.?|kaldet)\b:?/i;

export function writtenName(raw: string, tokens: Tokens): WrittenName | undefined {
  const texts =
    raw.includes(ALTERNATIVE) || ASIDE.test(raw.slice(0, MOST_TEXT)) ? raw.slice(0, MOST_TEXT).split(ASIDE) : [raw];
  const names = texts.flatMap((text) => one(text, tokens) ?? []).slice(0, MOST_NAMES);
  const [first, ...others] = names;
  return first === undefined || others.length === 0 ? first : {...first, others};
}

const MOST_TEXT = 4096;

function one(text: string, tokens: Tokens): WrittenName | undefined {
  const columns = text.split(PART).map((column) => words(letters(column)));
  const all = columns.flat().slice(0, MOST_WORDS);
  const inOrder = all.map((word) => tokens.of(word.slice(0, LONGEST_WORD)));
  const told = inOrder.reduce((bits, token) => bits | token.tells, 0);
  const telling = inOrder.filter((token) => !token.ignored && !tokens.ignoredWhenTold(token.text, told));
  if (telling.length === 0) return undefined;
  const sorted = telling.toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const name = {tokens: sorted, inOrder: same(sorted, inOrder) ? sorted : inOrder, told};
  return columns.length < 2 ? name : {...name, columns: {given: columns[0] ?? [], family: columns.at(-1) ?? []}};
}

const same = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every((token, i) => token === b[i]);
