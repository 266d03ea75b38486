/**
 * One word of a name, kept once however many names have it, and how alike two are. A token's readings are numbers, equal
 * where a folding table reads the two words as one.
 */
import type {Folding} from '../folding/folding-table.ts';
import {commonPrefix, jaro, withPrefix} from '../strings/jaro-winkler.ts';

export interface Token {
  /** In the order met. */
  readonly number: number;
  readonly text: string;
  /** A bit for each letter it has, a to z and one for all others; and for each it has twice. */
  readonly letters: number;
  readonly twice: number;
  /** What every name's tables read it as. */
  readonly readings: readonly number[];
  /** The tables that tell their origin by it, a bit each. */
  readonly tells: number;
  readonly ignored: boolean;
  /** Of tables that are told; read when first asked for. */
  told: readonly (Reading | undefined)[] | undefined;
}

interface Reading {
  readonly number: number;
  readonly text: string;
  readonly letters: number;
  readonly twice: number;
}

/** One word written twice; nearly; alike beside a word that agrees; hardly alike. Below the last, nothing is said. */
export const ALIKE = {agrees: 0.92, close: 0.87, alike: 0.8, resembles: 0.78} as const;
/** Another spelling of the same name, by a table. */
const READ_ALIKE = 0.97;
/** Names of one syllable with other letters are other names. */
const OTHER_SYLLABLE = 0.79;

const FEWEST_SLOTS = 1 << 12;
const MOST_SLOTS = 1 << 18;
const SLOTS_PER_TOKEN = 8;
const MOST_TOKENS = 2 ** 26;

export class Tokens {
  readonly #always: readonly Folding[];
  readonly #told: readonly Folding[];
  readonly #syllables: number;
  readonly #kept = new Map<string, Token>();
  readonly #readings = new Map<string, number>();
  // The latest pair of each slot: the same few words meet again and again.
  #pairs = new Float64Array(FEWEST_SLOTS).fill(-1);
  #toldOf = new Int32Array(FEWEST_SLOTS);
  #similarities = new Float64Array(FEWEST_SLOTS);

  constructor(foldings: readonly Folding[]) {
    this.#always = foldings.filter(({always}) => always);
    // A bit each in a machine word.
    this.#told = foldings.filter(({always}) => !always).slice(0, 31);
    this.#syllables = this.#told.reduce((bits, {syllables}, i) => (syllables ? bits | (1 << i) : bits), 0);
  }

  of(text: string): Token {
    const kept = this.#kept.get(text);
    if (kept !== undefined) return kept;
    const token: Token = {
      number: this.#kept.size,
      text,
      ...lettersOf(text),
      readings: this.#always.map((folding) => this.#number(folding.read(text))),
      tells: this.#told.reduce((bits, folding, i) => (folding.tells(text) ? bits | (1 << i) : bits), 0),
      ignored: [...this.#always, ...this.#told].some(({ignored}) => ignored.has(text)),
      told: undefined,
    };
    this.#kept.set(text, token);
    if (this.#kept.size * SLOTS_PER_TOKEN > this.#pairs.length && this.#pairs.length < MOST_SLOTS) this.#moreSlots();
    return token;
  }

  /** What was kept is told anew: words are mostly met before they are compared. */
  #moreSlots(): void {
    const slots = this.#pairs.length * 4;
    this.#pairs = new Float64Array(slots).fill(-1);
    this.#toldOf = new Int32Array(slots);
    this.#similarities = new Float64Array(slots);
  }

  ignoredWhenTold(text: string, told: number): boolean {
    return (
      told !== 0 && this.#told.some(({ignoredWhenTold}, i) => (told & (1 << i)) !== 0 && ignoredWhenTold.has(text))
    );
  }

  /** 1 is the same word, 0 that they are not alike; `told` says which origins either name has. */
  similarity(a: Token, b: Token, told: number): number {
    if (a === b) return 1;
    // Most words have nothing alike, which is told sooner than looked up.
    if (!this.#mayResemble(a, b, told)) return 0;
    const [low, high] = a.number < b.number ? [a, b] : [b, a];
    const pair = low.number * MOST_TOKENS + high.number;
    const slot =
      (Math.imul(low.number, 0x9e3779b1) ^ Math.imul(high.number, 0x85ebca6b) ^ told) & (this.#pairs.length - 1);
    if (this.#pairs[slot] === pair && this.#toldOf[slot] === told) return this.#similarities[slot] ?? 0;
    const found = this.#compared(low, high, told);
    this.#pairs[slot] = pair;
    this.#toldOf[slot] = told;
    this.#similarities[slot] = found;
    return found;
  }

  #mayResemble(a: Token, b: Token, told: number): boolean {
    if (canResemble(a, b)) return true;
    for (let i = 0; i < a.readings.length; i++) if (a.readings[i] === b.readings[i]) return true;
    if (told === 0) return false;
    const readA = this.#toldReadings(a);
    const readB = this.#toldReadings(b);
    for (let i = 0; i < readA.length; i++) {
      const [one, other] = [readA[i], readB[i]];
      if ((told & (1 << i)) === 0 || one === undefined || other === undefined) continue;
      if (one.number === other.number || ((this.#syllables & (1 << i)) === 0 && canResemble(one, other))) return true;
    }
    return false;
  }

  #compared(a: Token, b: Token, told: number): number {
    for (let i = 0; i < a.readings.length; i++) if (a.readings[i] === b.readings[i]) return READ_ALIKE;
    const written = similarLetters(a, b);
    return told === 0 ? written : this.#similarWhenTold(a, b, told, written);
  }

  /** Read as both names' origins have it. */
  #similarWhenTold(a: Token, b: Token, told: number, written: number): number {
    const misspelt = (told & this.#syllables) === 0 || (a.letters === b.letters && a.text.length === b.text.length);
    let most = misspelt ? written : Math.min(written, OTHER_SYLLABLE);
    const readA = this.#toldReadings(a);
    const readB = this.#toldReadings(b);
    for (let i = 0; i < readA.length; i++) {
      const [one, other] = [readA[i], readB[i]];
      if ((told & (1 << i)) === 0 || one === undefined || other === undefined) continue;
      if (one.number === other.number) return READ_ALIKE;
      if ((this.#syllables & (1 << i)) !== 0) continue;
      const read = similarLetters(one, other);
      if (read > most) most = Math.min(read, READ_ALIKE);
    }
    return most;
  }

  #toldReadings(token: Token): readonly (Reading | undefined)[] {
    token.told ??= this.#told.map((folding) => {
      const text = folding.read(token.text);
      // What a table leaves nothing of is not read by it.
      return text.length < 2 ? undefined : {number: this.#number(text), text, ...lettersOf(text)};
    });
    return token.told;
  }

  #number(reading: string): number {
    const known = this.#readings.get(reading);
    if (known !== undefined) return known;
    this.#readings.set(reading, this.#readings.size);
    return this.#readings.size - 1;
  }
}

type Lettered = Pick<Token, 'text' | 'letters' | 'twice'>;

/** Jaro–Winkler where it can reach the least that is said, which letters alone mostly rule out. */
function similarLetters(a: Lettered, b: Lettered): number {
  if (!canResemble(a, b)) return 0;
  const similarity = withPrefix(jaro(a.text, b.text), commonPrefix(a.text, b.text));
  return similarity < ALIKE.resembles ? 0 : similarity;
}

function canResemble(a: Lettered, b: Lettered): boolean {
  if ((a.letters & b.letters) === 0) return false;
  const lengthA = a.text.length;
  const lengthB = b.text.length;
  const most = Math.min(
    lengthA - bits(a.letters & ~b.letters) - bits(a.twice & ~b.twice),
    lengthB - bits(b.letters & ~a.letters) - bits(b.twice & ~a.twice),
  );
  const bound = (most / lengthA + most / lengthB + 1) / 3;
  if (bound < LEAST_BEFORE_PREFIX) return false;
  return bound >= ALIKE.resembles || withPrefix(bound, commonPrefix(a.text, b.text)) >= ALIKE.resembles;
}

/** What the longest prefix can still raise to the least that is said. */
const LEAST_BEFORE_PREFIX = 0.63;

function lettersOf(text: string): {readonly letters: number; readonly twice: number} {
  let letters = 0;
  let twice = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 97;
    const bit = letter >= 0 && letter < OTHERS ? 1 << letter : 1 << OTHERS;
    // Two other letters are not the same letter twice.
    if (bit !== 1 << OTHERS) twice |= letters & bit;
    letters |= bit;
  }
  return {letters, twice};
}

const OTHERS = 26;

function bits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
