/**
 * Exact keyed tokens: each word of a value by itself under HMAC. Whether two words are the same can be told, and nothing of
 * how alike they are; how often a word occurs stays visible to whoever holds the list.
 */
import type {KeyedDigest} from '#kit/keyed-digest';
import {fingerprintOf, writeEncoded} from './encoded.ts';
import {type EncodedKind, wordsOf} from './encoded-words.ts';

/** 96 bits: that two of a million words share a token by chance is out of the question. */
const TOKEN_BYTES = 12;
export const WORDS_APART = '.';
export const WEAKER_APART = '/';

/** An encoder of one field; empty where nothing is recorded. */
export function tokenEncoder(kind: EncodedKind, keyed: KeyedDigest): (raw: string) => string {
  const words = wordsOf(kind);
  const fingerprint = fingerprintOf(keyed, 't1');
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
