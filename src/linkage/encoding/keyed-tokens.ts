/**
 * Exact keyed tokens: each word of a value by itself under HMAC. Whether two words are the same can be told, and nothing of
 * how alike they are; how often a word occurs stays visible to whoever holds the list.
 */
import type {KeyedDigest} from '#kit/keyed-digest';
import type {FoldingTable} from '../folding/folding-table.ts';
import {fingerprintOf, writeEncoded} from './encoded.ts';
import {type EncodedKind, spellings, wordsOf} from './encoded-words.ts';

/** 96 bits: that two of a million words share a token by chance is out of the question. */
const TOKEN_BYTES = 12;
export const WORDS_APART = '.';
export const WEAKER_APART = '/';

/** An encoder of one field; empty where nothing is recorded. */
export function tokenEncoder(
  kind: EncodedKind,
  keyed: KeyedDigest,
  own: readonly FoldingTable[] = [],
): (raw: string) => string {
  const words = wordsOf(kind, own);
  const fingerprint = fingerprintOf(keyed, `t1${spellings(kind, own)}`);
  // The field is part of what is keyed, so that a name is not recognised in another column.
  const token = (strength: string, word: string) =>
    Buffer.from(keyed(`opgor encoding: ${kind} ${strength} ${word}`).subarray(0, TOKEN_BYTES)).toString('base64url');
  return (raw) => {
    const found = words(raw);
    if (found === undefined) return '';
    // In the order of the tokens, which says nothing of the order of the words.
    const tokens = found.words.map((word) => token('whole', word)).sort();
    const weaker = found.weaker.map((word) => token('weaker', word)).sort();
    const content = `${tokens.join(WORDS_APART)}${WEAKER_APART}${weaker.join(WORDS_APART)}`;
    return writeEncoded({scheme: 't1', fingerprint, content});
  };
}

/** One text as it is, with nothing weaker: a record's id, or the source it is from. `what` keeps one from being read as the other. */
export function textToken(what: string, keyed: KeyedDigest): (text: string) => string {
  const fingerprint = fingerprintOf(keyed, 't1');
  return (text) => {
    if (text === '') return '';
    const digest = keyed(`opgor encoding: ${what} as-it-is ${text}`);
    const content = Buffer.from(digest.subarray(0, TOKEN_BYTES)).toString('base64url');
    return writeEncoded({scheme: 't1', fingerprint, content});
  };
}
