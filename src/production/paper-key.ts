/**
 * A recovery key on paper: 24 words. One byte says of how many papers it is and which, two name the key, sixteen are the secret and five are
 * checks. What was mistyped is read where only one reading is near, and refused where not; never guessed.
 */
import type {Refusal} from '#concepts/refusal';
import {mend, withChecks} from '#kit/check-bytes';
import {within} from '#kit/nearest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {PAPER_WORDS} from './paper-words.ts';

export interface PaperKey {
  /** How many papers of this key it takes. */
  readonly enough: number;
  /** Which of its papers this is, from 1. */
  readonly number: number;
  /** The key it is of: four hexadecimal digits. */
  readonly key: string;
  readonly secret: Uint8Array;
}

export const SECRET_BYTES = 16;
const CHECKS = 5;
export const WORDS = 3 + SECRET_BYTES + CHECKS;
/** As many as half a byte holds. */
export const MOST_PAPERS = 15;

export function wordsOf({enough, number, key, secret}: PaperKey): readonly string[] {
  const bytes = [(enough << 4) | number, ...Buffer.from(key, 'hex'), ...secret];
  return withChecks(bytes, CHECKS).map((byte) => PAPER_WORDS[byte] ?? '');
}

export interface ReadPaper {
  readonly paper: PaperKey;
  /** The places, from 1, of words that were not as on the paper. */
  readonly corrected: readonly number[];
}

/** In whatever case, numbered or not, over lines, alone or with what is printed around the frame of one paper. Refused: `paper-words-missing`, `paper-not-readable`. */
export function readPaper(typed: string): Outcome<ReadPaper, Refusal> {
  const [, framed, ...after] = typed.split(FRAME);
  const own = framed !== undefined && after.length === 1 ? framed : typed;
  const words = own.toLowerCase().match(/\p{L}+|\?/gu) ?? [];
  if (words.length !== WORDS) return refuse({reason: 'paper-words-missing', words: words.length, of: WORDS});
  const read = words.map(byteOf);
  const strange = read.flatMap((byte, i) => (byte === undefined ? [i + 1] : []));
  const mended = mend(read, CHECKS);
  const [first = 0, a = 0, b = 0, ...rest] = mended?.bytes ?? [];
  const [enough, number] = [first >> 4, first & 15];
  if (mended === undefined || enough === 0 || number === 0) return refuse({reason: 'paper-not-readable', strange});
  const key = Buffer.from([a, b]).toString('hex');
  const misspelt = words.flatMap((word, i) => (read[i] !== undefined && !PAPER_WORDS.includes(word) ? [i + 1] : []));
  return done({
    paper: {enough, number, key, secret: Uint8Array.from(rest.slice(0, SECRET_BYTES))},
    corrected: [...new Set([...misspelt, ...mended.places.map((i) => i + 1)])].sort((x, y) => x - y),
  });
}

const FRAME = /─{10,}/u;

/** The word itself, or the one that is one letter away: a paper's words are three apart, so there is no other. */
function byteOf(word: string): number | undefined {
  const [near] = PAPER_WORDS.includes(word) ? [word] : within(1, word, PAPER_WORDS);
  return near === undefined ? undefined : PAPER_WORDS.indexOf(near);
}
