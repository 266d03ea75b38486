/**
 * Whoever has everything that is published and reckons with it: asked for the least and the most of a number. He keeps every whole data
 * set that fits: one that fits goes on to when more is withheld. What is not published hangs together in pieces, and of the others
 * each is whatever it is: so he looks at one piece at a time.
 */
import type {Highs} from 'highs';
import {type CellSystem, equationsOf} from './cell-system.ts';
import type {Ledger} from './ledger.ts';
import {Piece, type Whole} from './piece.ts';
import type {Effort} from './reckon.ts';
import {search, wholeOf} from './search.ts';
import {spread} from './spread.ts';

export interface Range {
  /** Seen of it, in whole data sets. */
  readonly low: number;
  readonly high: number;
  /** How far apart whole numbers can be at all. */
  readonly most: number;
  /** Where they are too near: the published figures that keep them so. */
  readonly proof: readonly number[];
}

export class Attacker {
  readonly #whole: Whole & {readonly lows: number[]; readonly highs: number[]};
  readonly #least: readonly number[];
  /** Of each number, as far as he looks. */
  readonly most: readonly number[];
  readonly #far: number;
  readonly #values: Ledger['figures'];
  readonly #seenLow: number[];
  readonly #seenHigh: number[];
  readonly #highs: Highs;
  readonly #effort: Effort;
  readonly #fixed = new Set<number>();
  readonly #pieces = new Set<Piece>();
  readonly #pieceOf = new Map<number, Piece>();

  constructor(
    system: CellSystem,
    {figures}: Ledger,
    withheld: ReadonlyMap<number, unknown>,
    highs: Highs,
    effort: Effort,
  ) {
    // What nothing limits is looked at so far and no further; data sets that go on are not needed.
    const largest = Math.max(0, ...[...figures.values()].map(({value}) => value));
    this.#far = FAR * (largest + 1);
    const [lows, tops] = [[...system.lows], system.highs.map((high) => Math.min(high, this.#far))];
    this.most = [...tops];
    this.#least = [...lows];
    for (const [cell, {value}] of figures) {
      if (withheld.has(cell)) continue;
      [lows[cell], tops[cell]] = [value, value];
      this.#fixed.add(cell);
    }
    this.#values = figures;
    this.#whole = {lows, highs: tops, equations: system.equations, uses: equationsOf(system)};
    this.#highs = highs;
    // What is true fits.
    this.#seenLow = lows.map((_, cell) => figures.get(cell)?.value ?? Number.POSITIVE_INFINITY);
    this.#seenHigh = lows.map((_, cell) => figures.get(cell)?.value ?? Number.NEGATIVE_INFINITY);
    this.#effort = effort;
  }

  withhold(cell: number): void {
    this.#fixed.delete(cell);
    [this.#whole.lows[cell], this.#whole.highs[cell]] = [this.#least[cell] ?? 0, this.most[cell] ?? 0];
    // It joins the pieces that it was beside.
    const [largest, ...others] = [...this.#pieces]
      .filter((piece) => piece.has(cell))
      .sort((a, b) => b.cells.length - a.cells.length);
    for (const piece of others) {
      this.#pieces.delete(piece);
      piece[Symbol.dispose]();
    }
    if (largest !== undefined) this.#grow(largest, cell);
  }

  show(cell: number): void {
    const value = this.#values.get(cell)?.value ?? 0;
    this.#fixed.add(cell);
    [this.#whole.lows[cell], this.#whole.highs[cell]] = [value, value];
    for (const piece of this.#pieces) if (piece.has(cell)) piece.limit(cell, value, value);
  }

  #piece(cell: number): Piece {
    const known = this.#pieceOf.get(cell);
    if (known !== undefined) return known;
    const piece = new Piece(this.#whole, this.#highs);
    this.#pieces.add(piece);
    this.#grow(piece, cell);
    return piece;
  }

  #grow(piece: Piece, from: number): void {
    for (const cell of piece.grow(from)) this.#pieceOf.set(cell, piece);
  }

  /** Looks at many numbers at once; what it does not see apart by the width may be so all the same. */
  spread(cells: readonly number[], width: number): void {
    for (const [piece, own] of Map.groupBy(cells, (cell) => this.#piece(cell))) {
      if (piece.system.equations.length === 0) continue;
      spread(
        piece.system,
        piece.program,
        own.map((cell) => ({whole: piece.placeOf(cell)})),
        (at) => this.#isWide(own[at] ?? 0, width),
        (set) => this.#see(piece, set),
        this.#effort.secondsLeft,
      );
    }
  }

  #isWide(cell: number, width: number): boolean {
    return (this.#seenHigh[cell] ?? 0) - (this.#seenLow[cell] ?? 0) >= width;
  }

  rangeOf(cell: number, width: number): Range {
    const ends: number[] = [];
    const told = new Set<number>();
    const wide = () => this.#isWide(cell, width);
    for (const sign of [-1, 1] as const) {
      if (wide() || this.#effort.secondsLeft() <= 0) break;
      const piece = this.#piece(cell);
      const answer = piece.least(cell, sign, this.#effort.secondsLeft());
      if (answer.kind !== 'optimal') continue;
      const at = piece.placeOf(cell);
      const end = answer.values[at] ?? 0;
      ends.push(end);
      const whole = wholeOf(piece.system, answer.values);
      if (whole !== undefined) this.#see(piece, whole);
      else {
        const value = sign < 0 ? Math.floor(end + NEAR) : Math.ceil(end - NEAR);
        const found = search(piece.system, piece.program, {cell: at, value}, this.#effort.secondsLeft);
        if (found.kind === 'found') this.#see(piece, found.values);
      }
      for (const one of piece.standsOn(answer.multipliers)) if (this.#fixed.has(one)) told.add(one);
    }
    const [top = Number.POSITIVE_INFINITY, bottom = 0] = ends;
    return {
      low: this.#seenLow[cell] ?? 0,
      high: this.#seenHigh[cell] ?? 0,
      most: Math.floor(top + NEAR) - Math.ceil(bottom - NEAR),
      proof: wide() ? [] : [...told],
    };
  }

  /** Whether everything that is published leaves one number for it. */
  isKnown(cell: number): boolean {
    if (!this.#values.get(cell)?.printable) return false;
    if (this.#isWide(cell, 1)) return false;
    const {low, high} = this.limitsOf(cell);
    return low === high && low === this.#values.get(cell)?.value;
  }

  /** The least and the most the attacker finds, in whole numbers; absent where he finds none. */
  limitsOf(cell: number): {readonly low?: number; readonly high?: number} {
    const [low, high] = ([1, -1] as const).map((sign) => {
      if (this.#effort.secondsLeft() <= 0) return undefined;
      const piece = this.#piece(cell);
      const answer = piece.least(cell, sign, this.#effort.secondsLeft());
      if (answer.kind !== 'optimal') return undefined;
      const end = answer.values[piece.placeOf(cell)] ?? 0;
      return sign > 0 ? Math.ceil(end - NEAR) + 0 : Math.floor(end + NEAR) + 0;
    });
    return {...(low === undefined ? {} : {low}), ...(high === undefined || high >= this.#far ? {} : {high})};
  }

  seen(cell: number): {readonly low: number; readonly high: number} {
    return {low: this.#seenLow[cell] ?? 0, high: this.#seenHigh[cell] ?? 0};
  }

  /** What is true of a number that is no figure. */
  know(cell: number, value: number): void {
    this.#seenLow[cell] = Math.min(this.#seenLow[cell] ?? value, value);
    this.#seenHigh[cell] = Math.max(this.#seenHigh[cell] ?? value, value);
  }

  /** A whole data set of all numbers, that fits all that is published. */
  see(values: readonly number[]): void {
    values.forEach((value, cell) => {
      if (value < (this.#seenLow[cell] ?? 0)) this.#seenLow[cell] = value;
      if (value > (this.#seenHigh[cell] ?? 0)) this.#seenHigh[cell] = value;
    });
  }

  #see(piece: Piece, values: readonly number[]): void {
    values.forEach((value, at) => {
      const cell = piece.cells[at] ?? 0;
      if (value < (this.#seenLow[cell] ?? 0)) this.#seenLow[cell] = value;
      if (value > (this.#seenHigh[cell] ?? 0)) this.#seenHigh[cell] = value;
    });
  }

  [Symbol.dispose](): void {
    for (const piece of this.#pieces) piece[Symbol.dispose]();
  }
}

const NEAR = 1e-6;
/** Times the largest figure. */
const FAR = 10;
