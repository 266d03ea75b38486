/**
 * Lists of balanced Bloom filters: how many bits two share (Dice's coefficient; all filters have as many bits set, so it is
 * the share of bits that agree).
 */
import type {Comparison} from '../comparison.ts';
import {parseEncoded} from '../encoding/encoded.ts';

/** All bits · about five pairs of letters in six · two in three · half · a third · else: what unlike values have by chance. */
const LEVELS = ['exact', 'nearly', 'close', 'similar', 'resembling', 'else'] as const;
const LEAST = [0.92, 0.85, 0.78, 0.71] as const;
const PRIOR_M = [0.65, 0.1, 0.1, 0.06, 0.04, 0.05];
const ELSE = LEVELS.length - 1;

export interface Filter {
  readonly words: Uint32Array;
  readonly set: number;
  readonly text: string;
}

export function filterComparison(): Comparison<Filter> {
  return {
    levels: LEVELS,
    priorM: PRIOR_M,
    prepare: parse,
    level: (a, b) => (a.text === b.text ? 0 : levelOf(dice(a, b))),
    terms: ({text}) => [text],
    keys: ({words}) => ({bits: samples(words)}),
  };
}

function parse(raw: string): Filter | undefined {
  const encoded = parseEncoded(raw);
  if (encoded?.scheme !== 'b1' || encoded.content.length > LONGEST) return undefined;
  const bytes = Buffer.from(encoded.content, 'base64url');
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  bytes.forEach((byte, i) => {
    words[i >> 2] = (words[i >> 2] ?? 0) | (byte << ((i & 3) * 8));
  });
  const set = words.reduce((sum, word) => sum + bits(word), 0);
  return set === 0 ? undefined : {words, set, text: `${encoded.fingerprint}${encoded.content}`};
}

const LONGEST = 32_768;

/** Filters of two lengths, or of two keys, are unlike; one key's fingerprint is the first of the text. */
export function dice(a: Filter, b: Filter): number {
  if (a.words.length !== b.words.length) return 0;
  let both = 0;
  for (let i = 0; i < a.words.length; i++) both += bits((a.words[i] ?? 0) & (b.words[i] ?? 0));
  return (2 * both) / (a.set + b.set);
}

function levelOf(similarity: number): number {
  const found = LEAST.findIndex((least) => similarity >= least);
  return found < 0 ? ELSE : found + 1;
}

function bits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Twelve samples of sixteen bits each: two filters that agree on nine bits of ten nearly always share one, unlike ones never. */
const SAMPLES = 12;
const SAMPLED = 16;

function samples(words: Uint32Array): readonly string[] {
  const length = words.length * 32;
  return Array.from({length: SAMPLES}, (_, sample) => {
    let key = 0;
    for (let i = 0; i < SAMPLED; i++) {
      // Its order is the key's, so every stride samples at random.
      const at = ((sample * SAMPLED + i) * STRIDE) % length;
      key = (key << 1) | (((words[at >> 5] ?? 0) >>> (at & 31)) & 1);
    }
    return `${sample} ${key}`;
  });
}

const STRIDE = 167;
