/**
 * Keyed hashes that find and never tell: HMAC-SHA-256, cut to 16 bytes, hexadecimal. Without the workspace's key they are noise;
 * with it they answer only "is it this one?". Each use has a key of its own, so a row's hash is never a person's token.
 */
import {createHash, createHmac, type KeyObject} from 'node:crypto';
import type {Identifier, Identity} from './identity.ts';
import type {Keys} from './keys.ts';

export type Token = string;

export const identifierToken = ({scheme, value}: Identifier, {tokens}: Keys): Token =>
  keyed(tokens, `identifier\n${scheme}:${normalised(value)}`);

/** One for each name: the same for its words in any order, with or without accents and capitals. */
export const nameToken = (name: string, {tokens}: Keys): Token => keyed(tokens, `name\n${folded(name)}`);

/** One for each word of a name, and no name's own: a text is held against names, and a word of one is a word. */
export const wordToken = (word: string, {tokens}: Keys): Token => keyed(tokens, `name-word\n${folded(word)}`);

/** Of a birth date as far as it is known, and of each longer span it lies in: `1967-06-12`, `1967-06`, `1967`. */
export const birthToken = (date: string, {tokens}: Keys): Token => keyed(tokens, `born\n${date}`);

/** What a person is found by: numbers to join files; names, their single words and births to search. */
export interface IdentityTokens {
  readonly identifiers: readonly Token[];
  readonly names: readonly Token[];
}

export function tokensOf(identity: Identity, keys: Keys): IdentityTokens {
  const names = identity.names.map(({text}) => text).filter((text) => folded(text) !== '');
  const searched = [
    ...names.map((text) => nameToken(text, keys)),
    ...names.flatMap(wordsOf).map((word) => wordToken(word, keys)),
    ...spansOf(identity.birth?.date ?? '').map((span) => birthToken(span, keys)),
  ];
  return {
    identifiers: [...new Set(identity.identifiers.map((one) => identifierToken(one, keys)))],
    names: [...new Set(searched)],
  };
}

/** The words of a name as a search takes them. */
export const wordsOf = (name: string): readonly string[] =>
  folded(name)
    .split(' ')
    .filter((word) => word !== '');

/** `1967-06-12` is in `1967-06`, which is in `1967`. */
const spansOf = (date: string): readonly string[] =>
  [4, 7, 10].filter((length) => date.length >= length).map((length) => date.slice(0, length));

/**
 * What is left of an identifier's token when its person is erased: tells that a row speaks of someone who was erased, and no
 * search asks for it. Made of the keyed hash and not of the number, so it says nothing without the key; made without the key, so
 * that erasing needs none.
 */
export const tombstoneOf = (identifier: Token): Token =>
  createHash('sha256').update(`opgor/1/tombstone\n${identifier}`).digest('hex').slice(0, 32);

/** Names a row: by its key where the source has one, else by its whole content. */
export const rowKey = (source: string, by: 'key' | 'content', cells: readonly string[], {rowKeys}: Keys): Token =>
  keyed(rowKeys, JSON.stringify([source, by, ...cells]));

/** Equal rows of a source without a key are told apart by their rank; the first keeps the plain hash. */
export const rankedRowKey = (equal: Token, rank: number, {rowKeys}: Keys): Token =>
  rank === 0 ? equal : keyed(rowKeys, `${equal}#${rank}`);

/** Tells whether a row says what it said before. */
export const rowDigest = (said: string, {rowDigests}: Keys): Token => keyed(rowDigests, said);

/** Spaces, dashes and dots are how a number is written, not the number: `010190-1234` is `0101901234`. */
export const normalised = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}.]/gu, '');

const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  œ: 'oe',
};

/** Lower case, accents gone, `aa` as `å`, the words in alphabetical order. */
export function folded(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[øæđðþłßıœ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/aa/g, 'a');
  return (plain.match(/[\p{Letter}\p{Number}]+/gu) ?? []).sort().join(' ');
}

const keyed = (key: KeyObject, text: string): Token =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
