/**
 * Bloom filters of pairs of letters (Schnell, Bachteler and Reiher 2009), hardened: each pair of letters sets bits of its
 * own HMAC, not of two hashes added up; the filter is followed by its complement, so that all have as many bits set
 * (balanced), and the whole is put in an order only the key knows (Schnell and Borgs 2016). How alike two values are can be
 * told; single words are not in sight, patterns of many values are.
 */
import type {KeyedDigest} from '#kit/keyed-digest';
import type {FoldingTable} from '../folding/folding-table.ts';
import {fingerprintOf, writeEncoded} from './encoded.ts';
import {type EncodedKind, spellings, wordsOf} from './encoded-words.ts';

/** What can be nearly the same. A number given to one person is not: it is a keyed token, or it could be guessed digit by digit. */
export type FilterKind = Extract<EncodedKind, 'name' | 'date' | 'text'>;

export interface FilterParameters {
  /** Before its complement is put beside it; a power of two, at most 65,536. */
  readonly bits: number;
  /**
   * How many bits a value sets, each of its pairs as many as any other, less those set twice: so a short name is no more
   * like another short name than a long one, and its length is not in sight.
   */
  readonly set: number;
}

/** A third is filled: names that have nothing in common agree on 55 to 60 bits of a hundred. */
export const PARAMETERS: FilterParameters = {bits: 512, set: 192};

export function filterEncoder(
  kind: FilterKind,
  keyed: KeyedDigest,
  own: readonly FoldingTable[] = [],
  parameters: FilterParameters = PARAMETERS,
): (raw: string) => string {
  const grams = gramsOf(kind, own);
  const fingerprint = fingerprintOf(keyed, `b1 ${parameters.bits} ${parameters.set}${spellings(kind, own)}`);
  const order = keyedOrder(keyed, kind, parameters.bits * 2);
  const positions = keptPositions(keyed, kind, parameters.bits);
  return (raw) => {
    const found = grams(raw);
    if (found === undefined) return '';
    const filter = new Uint8Array(parameters.bits);
    const each = Math.max(FEWEST, Math.round(parameters.set / found.length));
    for (const gram of found) for (const position of positions(gram, each)) filter[position] = 1;
    const balanced = Uint8Array.from({length: parameters.bits * 2}, (_, i) =>
      i < parameters.bits ? (filter[i] ?? 0) : 1 - (filter[i - parameters.bits] ?? 0),
    );
    return writeEncoded({scheme: 'b1', fingerprint, content: packed(order, balanced)});
  };
}

/** Of a text so long that its pairs would have none left. */
const FEWEST = 2;

function packed(order: Uint32Array, bits: Uint8Array): string {
  const bytes = new Uint8Array(bits.length >> 3);
  order.forEach((from, to) => {
    if (bits[from] === 1) bytes[to >> 3] = (bytes[to >> 3] ?? 0) | (1 << (to & 7));
  });
  return Buffer.from(bytes).toString('base64url');
}

/** The first so many of a pair's own sequence of bits. A digest is sixteen numbers of two bytes, without bias for a power of two. */
function keptPositions(keyed: KeyedDigest, kind: FilterKind, bits: number) {
  const kept = new Map<string, number[]>();
  return (gram: string, many: number): readonly number[] => {
    const known = kept.get(gram) ?? [];
    for (let block = known.length >> 4; known.length < many; block++) {
      const digest = keyed(`opgor encoding: filter ${kind} ${block} ${gram}`);
      for (let at = 0; at < digest.length; at += 2) {
        known.push((((digest[at] ?? 0) << 8) | (digest[at + 1] ?? 0)) & (bits - 1));
      }
    }
    if (kept.size < MOST_KEPT) kept.set(gram, known);
    return known.slice(0, many);
  };
}

const MOST_KEPT = 100_000;

/** Shuffled (Fisher and Yates) by numbers drawn from the key. */
function keyedOrder(keyed: KeyedDigest, kind: FilterKind, length: number): Uint32Array {
  const order = Uint32Array.from({length}, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const digest = keyed(`opgor encoding: order ${kind} ${i}`);
    const drawn = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
    const j = Math.floor((drawn / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

function gramsOf(kind: FilterKind, own: readonly FoldingTable[]): (raw: string) => readonly string[] | undefined {
  const words = wordsOf(kind, own);
  return (raw) => {
    const found = words(raw);
    if (found === undefined) return undefined;
    switch (kind) {
      case 'name':
        return [...new Set(found.weaker.flatMap(pairsOfLetters))];
      case 'text':
        return [...new Set(found.words.flatMap(pairsOfLetters))];
      case 'date':
        return [...found.words.flatMap((digits) => [...digits].map((digit, i) => `${i} ${digit}`)), ...found.weaker];
    }
  };
}

/** With the word's beginning and end: _h ha an ns se en n_. */
function pairsOfLetters(word: string): readonly string[] {
  const padded = `_${word}_`;
  return Array.from({length: padded.length - 1}, (_, i) => padded.slice(i, i + 2));
}
