/** A name as somebody wrote it: its words without order, titles and sex markers left out, and the other names given for it. */
import {PART} from '../comparison.ts';
import {letters, words} from '../folding/letters.ts';
import type {Token, Tokens} from './name-token.ts';

export interface WrittenName {
  /** Sorted, so that the same words are the same name. */
  readonly tokens: readonly Token[];
  /** Of the tokens. */
  readonly numbers: readonly number[];
  /** As written, with what is left out of `tokens`. */
  readonly inOrder: readonly Token[];
  /** The origins it tells, a bit for each table. */
  readonly told: number;
  /** Where the name came in several columns, how many words in order are of the first, and from which on of the last. */
  readonly given: number;
  readonly family: number;
  /** Aliases. */
  readonly others: readonly WrittenName[] | undefined;
}

/** More of either are no name; they are cut, so that no comparison takes long. */
const MOST_NAMES = 8;
const MOST_WORDS = 16;
const LONGEST_WORD = 64;
const MOST_TEXT = 4096;
const ASIDE = /[;/|\n]|\b(?:alias|aka|a\.k\.a\.?|kaldet)\b:?/i;

export function writtenName(raw: string, tokens: Tokens): WrittenName | undefined {
  const text = raw.length > MOST_TEXT ? raw.slice(0, MOST_TEXT) : raw;
  if (!ASIDE.test(text)) return one(text, tokens);
  const names = text.split(ASIDE).flatMap((name) => one(name, tokens) ?? []);
  const [first, ...others] = names.slice(0, MOST_NAMES);
  return first === undefined || others.length === 0 ? first : {...first, others};
}

function one(text: string, tokens: Tokens): WrittenName | undefined {
  const columns = text.split(PART).map((column) => words(letters(column)).map((word) => tokens.of(cut(word))));
  const inOrder: Token[] = [];
  let told = 0;
  let family = 0;
  for (const column of columns) {
    family = inOrder.length;
    for (const token of column) {
      if (inOrder.length === MOST_WORDS) break;
      inOrder.push(token);
      told |= token.tells;
    }
  }
  const sorted = inOrder.filter((token) => !token.ignored && !tokens.ignoredWhenTold(token.text, told)).sort(byText);
  if (sorted.length === 0) return undefined;
  const isOne = columns.length < 2;
  return {
    tokens: sorted,
    numbers: sorted.map(({number}) => number),
    inOrder: same(sorted, inOrder) ? sorted : inOrder,
    told,
    given: isOne ? 0 : Math.min(columns[0]?.length ?? 0, inOrder.length),
    family: isOne ? inOrder.length : family,
    others: undefined,
  };
}

const cut = (word: string): string => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word);

const byText = (a: Token, b: Token): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

const same = (a: readonly Token[], b: readonly Token[]): boolean =>
  a.length === b.length && a.every((token, i) => token === b[i]);
