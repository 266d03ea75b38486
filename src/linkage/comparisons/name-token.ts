/**
 * One word of a name, kept once however many names have it, and how alike two are. A token's readings are numbers, equal
 * where a folding table reads the two words as one.
 */
import type {Folding} from '../folding/folding-table.ts';
import {LEAST_ALIKE, Lettered} from './lettered.ts';

export interface Token {
  /** In the order met. */
  readonly number: number;
  readonly text: string;
  /** The tables that tell their origin by it, a bit each. */
  readonly tells: number;
  readonly ignored: boolean;
}

/** One word written twice; nearly; alike beside a word that agrees; hardly alike. Below the last, nothing is said. */
export const ALIKE = {agrees: 0.92, close: 0.87, alike: 0.8, resembles: LEAST_ALIKE} as const;
/** Another spelling of the same name, by a table. */
const READ_ALIKE = 0.97;
/** Names of one syllable with other letters are other names. */
const OTHER_SYLLABLE = 0.79;

const FEWEST_SLOTS = 1 << 12;
const MOST_SLOTS = 1 << 18;
const SLOTS_PER_TOKEN = 8;
const MOST_TOKENS = 2 ** 26;
/** A told table leaves nothing of the word. */
const UNREAD = -1;

export class Tokens {
  readonly #always: readonly Folding[];
  readonly #told: readonly Folding[];
  readonly #syllables: number;
  readonly #kept = new Map<string, Token>();
  readonly #written = new Lettered();
  /** What tables make of words. */
  readonly #read = new Lettered();
  readonly #readings = new Map<string, number>();
  /** Of each token in turn its reading by every name's tables, */
  #readAlways = new Int32Array(256);
  /** and by those that are told, once it has been asked for. */
  #readTold = new Int32Array(256);
  #isRead = new Uint8Array(256);
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
    const number = this.#written.add(text);
    const token: Token = {
      number,
      text,
      tells: this.#told.reduce((bits, folding, i) => (folding.tells(text) ? bits | (1 << i) : bits), 0),
      ignored: [...this.#always, ...this.#told].some(({ignored}) => ignored.has(text)),
    };
    this.#kept.set(text, token);
    this.#readAlways = holding(this.#readAlways, (number + 1) * this.#always.length);
    this.#always.forEach((folding, i) => {
      this.#readAlways[number * this.#always.length + i] = this.#reading(folding.read(text));
    });
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

  /** An initial and a word that begins with it. Both are numbers of tokens. */
  isInitial = (a: number, b: number): boolean => this.#written.isInitial(a, b);

  /** 1 is the same word, 0 that they are not alike; `told` says which origins either name has. */
  similarity(a: number, b: number, told: number): number {
    if (a === b) return 1;
    // Most words have nothing alike, which is told sooner than looked up.
    if (!this.#mayResemble(a, b, told)) return 0;
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const pair = low * MOST_TOKENS + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) ^ told) & (this.#pairs.length - 1);
    if (this.#pairs[slot] === pair && this.#toldOf[slot] === told) return this.#similarities[slot] ?? 0;
    const found = this.#compared(low, high, told);
    this.#pairs[slot] = pair;
    this.#toldOf[slot] = told;
    this.#similarities[slot] = found;
    return found;
  }

  #mayResemble(a: number, b: number, told: number): boolean {
    return (
      this.#written.mayResemble(a, b) || this.#isReadAlike(a, b) || (told !== 0 && this.#mayBeReadAlike(a, b, told))
    );
  }

  #isReadAlike(a: number, b: number): boolean {
    const tables = this.#always.length;
    for (let i = 0; i < tables; i++)
      if (this.#readAlways[a * tables + i] === this.#readAlways[b * tables + i]) return true;
    return false;
  }

  #mayBeReadAlike(a: number, b: number, told: number): boolean {
    const readA = this.#toldReadings(a);
    const readB = this.#toldReadings(b);
    for (let i = 0; i < this.#told.length; i++) {
      if ((told & (1 << i)) === 0) continue;
      const one = this.#readTold[readA + i] ?? UNREAD;
      const other = this.#readTold[readB + i] ?? UNREAD;
      if (one === UNREAD || other === UNREAD) continue;
      if (one === other || ((this.#syllables & (1 << i)) === 0 && this.#read.mayResemble(one, other))) return true;
    }
    return false;
  }

  #compared(a: number, b: number, told: number): number {
    if (this.#isReadAlike(a, b)) return READ_ALIKE;
    const written = this.#written.similarity(a, b);
    return told === 0 ? written : this.#similarWhenTold(a, b, told, written);
  }

  /** Read as both names' origins have it. */
  #similarWhenTold(a: number, b: number, told: number, written: number): number {
    const misspelt = (told & this.#syllables) === 0 || this.#written.haveSameLetters(a, b);
    let most = misspelt ? written : Math.min(written, OTHER_SYLLABLE);
    const readA = this.#toldReadings(a);
    const readB = this.#toldReadings(b);
    for (let i = 0; i < this.#told.length; i++) {
      const one = this.#readTold[readA + i] ?? UNREAD;
      const other = this.#readTold[readB + i] ?? UNREAD;
      if ((told & (1 << i)) === 0 || one === UNREAD || other === UNREAD) continue;
      if (one === other) return READ_ALIKE;
      if ((this.#syllables & (1 << i)) !== 0) continue;
      const read = this.#read.similarity(one, other);
      if (read > most) most = Math.min(read, READ_ALIKE);
    }
    return most;
  }

  /** Where a token's readings by told tables begin. */
  #toldReadings(token: number): number {
    if (this.#isRead[token] !== 1) this.#readAsTold(token);
    return token * this.#told.length;
  }

  #readAsTold(token: number): void {
    this.#isRead = holding(this.#isRead, this.#written.size);
    this.#readTold = holding(this.#readTold, this.#written.size * this.#told.length);
    this.#isRead[token] = 1;
    this.#told.forEach((folding, i) => {
      const text = folding.read(this.#written.text(token));
      // What a table leaves nothing of is not read by it.
      this.#readTold[token * this.#told.length + i] = text.length < 2 ? UNREAD : this.#reading(text);
    });
  }

  #reading(text: string): number {
    const known = this.#readings.get(text);
    if (known !== undefined) return known;
    const number = this.#read.add(text);
    this.#readings.set(text, number);
    return number;
  }
}

function holding<T extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(of: T, size: number): T {
  if (size <= of.length) return of;
  const grown = (of instanceof Int32Array ? new Int32Array(size * 2) : new Uint8Array(size * 2)) as T;
  grown.set(of);
  return grown;
}
