/**
 * Words by number, and of each side by side what tells most pairs apart: its length, its letters, how it begins. Tens of
 * millions of pairs are asked about, and hardly any of them has to be read.
 */
import {commonPrefix, jaro, LONGEST_PREFIX, withPrefix} from '../strings/jaro-winkler.ts';

/** Below, nothing is said of how alike two words are. */
export const LEAST_ALIKE = 0.78;
const OTHERS = 26;
/** Per word: its length, a bit for each letter it has (a to z and one for all others), a bit for each it has twice. */
const EACH = 3;

export class Lettered {
  readonly #texts: string[] = [];
  #told = new Int32Array(256 * EACH);

  get size(): number {
    return this.#texts.length;
  }

  text = (word: number): string => this.#texts[word] ?? '';

  add(text: string): number {
    const word = this.#texts.push(text) - 1;
    if ((word + 1) * EACH > this.#told.length) {
      const grown = new Int32Array(this.#told.length * 2);
      grown.set(this.#told);
      this.#told = grown;
    }
    this.#told[word * EACH] = text.length;
    for (let i = 0; i < text.length; i++) this.#addLetter(word * EACH, text.charCodeAt(i) - 97);
    return word;
  }

  #addLetter(at: number, letter: number): void {
    const isOther = letter < 0 || letter >= OTHERS;
    const bit = 1 << (isOther ? OTHERS : letter);
    const letters = this.#told[at + 1] ?? 0;
    // Two other letters are not the same letter twice.
    if (!isOther) this.#told[at + 2] = (this.#told[at + 2] ?? 0) | (letters & bit);
    this.#told[at + 1] = letters | bit;
  }

  isInitial(a: number, b: number): boolean {
    if (this.#told[a * EACH] !== 1 && this.#told[b * EACH] !== 1) return false;
    return this.text(a).charCodeAt(0) === this.text(b).charCodeAt(0);
  }

  /** Whether their letters leave it open that they are alike. */
  mayResemble(a: number, b: number): boolean {
    const told = this.#told;
    const lettersA = told[a * EACH + 1] ?? 0;
    const lettersB = told[b * EACH + 1] ?? 0;
    if ((lettersA & lettersB) === 0) return false;
    const lengthA = told[a * EACH] ?? 0;
    const lengthB = told[b * EACH] ?? 0;
    const twiceA = told[a * EACH + 2] ?? 0;
    const twiceB = told[b * EACH + 2] ?? 0;
    const most = Math.min(
      lengthA - bits(lettersA & ~lettersB) - bits(twiceA & ~twiceB),
      lengthB - bits(lettersB & ~lettersA) - bits(twiceB & ~twiceA),
    );
    // Whole numbers times a limit: nothing is divided, and no fraction handed on.
    const likeness = most * (lengthA + lengthB);
    const whole = lengthA * lengthB;
    if (likeness < LIMIT_AT_BEST * whole) return false;
    if (likeness >= LIMIT_WITHOUT * whole) return true;
    return likeness >= limitAfter(commonPrefix(this.text(a), this.text(b))) * whole;
  }

  /** Jaro–Winkler; 0 below the least that is said. */
  similarity(a: number, b: number): number {
    if (!this.mayResemble(a, b)) return 0;
    const [one, other] = [this.text(a), this.text(b)];
    const similarity = withPrefix(jaro(one, other), commonPrefix(one, other));
    return similarity < LEAST_ALIKE ? 0 : similarity;
  }

  haveSameLetters(a: number, b: number): boolean {
    const told = this.#told;
    return told[a * EACH] === told[b * EACH] && told[a * EACH + 1] === told[b * EACH + 1];
  }
}

/** What the matches over either length must sum to for the least that is said, where so many first letters are the same. */
const limitAfter = (prefix: number): number => (3 * (LEAST_ALIKE - prefix / 10)) / (1 - prefix / 10) - 1 - ROUNDING;
const ROUNDING = 1e-9;
const LIMIT_WITHOUT = limitAfter(0);
const LIMIT_AT_BEST = limitAfter(LONGEST_PREFIX);

function bits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
