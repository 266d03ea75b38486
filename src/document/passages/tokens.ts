/** A text cut into words, spaces and signs, so that two texts can be laid beside each other; spaces of any kind are one. */
import {PERCENT} from '#language/percent';
import type {WordPiece} from '../word/document.ts';
import type {Style} from './pattern.ts';

export interface Token extends Style {
  readonly text: string;
  /** `total.2:1`: a figure that still says what it is bound to. */
  readonly atom: string | undefined;
  /** The note mentioned here, by its number in the document. */
  readonly note: string | undefined;
  /** A new paragraph begins. */
  readonly breaks: boolean;
  readonly comments: readonly string[];
}

/** A number is one, a word is one: wherever a word processor cuts its text, what is laid beside it is cut the same. */
const CUT = /\p{N}+(?:[.,]\p{N}+)*|\p{L}+|\s+|[^\s\p{L}\p{N}]/gu;
/** Signs that only say where a word may break. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

export const cut = (text: string): readonly string[] =>
  [...text.replaceAll(UNSEEN, '').matchAll(CUT)].map(([piece]) => (/^\s/u.test(piece) ? ' ' : piece));

export const settled = (text: string): string => text.replaceAll(/[\s\u00A0\u202F]+/gu, ' ').trim();

/** `total.2:1 persons-by-repeat.repeat` → `total.2:1`. */
export const atomOf = (tag: string | undefined): string | undefined => /^([\w-]+\.\d+:\d+)(?: |$)/.exec(tag ?? '')?.[1];

export function tokensOf(pieces: readonly WordPiece[]): readonly Token[] {
  const tokens: Token[] = [];
  for (const [i, piece] of pieces.entries()) {
    const {bold, italic, href, comments, control, which, text, note} = piece;
    const atom = atomOf(control);
    const style = {bold, italic, href: safe(href), comments, breaks: false};
    if (note !== undefined) tokens.push({...style, text: '', atom: undefined, note});
    else if (atom !== undefined) {
      const before = pieces[i - 1];
      const last = tokens.at(-1);
      const same = before?.which === which && before.control === control && last?.atom === atom;
      if (same) tokens.splice(-1, 1, {...last, text: last.text + text});
      else tokens.push({...style, text, atom, note: undefined});
    } else for (const one of cut(text)) tokens.push({...style, text: one, atom: undefined, note: undefined});
  }
  return trimmed(joinedWords(tokens));
}

/** Word processors cut a word in two wherever they like. */
function joinedWords(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isPlain = (one: Token) => one.atom === undefined && one.note === undefined && !one.breaks;
    const together = last !== undefined && isPlain(last) && isPlain(token) ? cut(last.text + token.text) : [];
    if (last !== undefined && together.length === 1) joined.splice(-1, 1, {...last, text: together[0] ?? ''});
    else joined.push(token);
  }
  return joined;
}

const isSpace = (token: Token | undefined): boolean => token?.text === ' ' && token.atom === undefined;

export function trimmed(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex((token) => !isSpace(token));
  const last = tokens.findLastIndex((token) => !isSpace(token));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

const safe = (href: string | undefined): string | undefined =>
  href !== undefined && /^(https?:|mailto:|#)/.test(href) ? href : undefined;

const SHARE = new RegExp(`${PERCENT}\\.?$`, 'iu');

/** Whether a figure reads as it was sent; a share does whether its sign or its word is written. */
export const readsAlike = (one: string, other: string): boolean =>
  settled(one).replace(SHARE, ' %') === settled(other).replace(SHARE, ' %');

export const wordsOf = (tokens: readonly Token[]): string => settled(tokens.map(({text}) => text).join(''));
