/**
 * The text of a CSV as it arrives, in the one encoding its layout names. Nothing is guessed or repaired: an ø misread once is
 * another name for ever. A file in the other encoding is told by its first line that proves it.
 */
import {isAscii, isUtf8} from 'node:buffer';
import {TextDecoder} from 'node:util';
import {done, type Outcome, refuse} from '#kit/outcome';

export type Encoding = 'utf-8' | 'windows-1252';

/** What stops the reading: a line that is in another encoding, or one that never ends. */
export type TextFault = {readonly kind: 'wrong-encoding'; readonly line: number} | {readonly kind: 'endless-line'};

const LINE_FEED = 0x0a;
const LONGEST_LINE = 4_000_000;
// The five bytes to which Windows-1252 gives no letter, and NUL, which is UTF-16 or no text at all.
const NO_LETTER = ['\0', '\u0081', '\u008d', '\u008f', '\u0090', '\u009d'];

export class CsvText {
  readonly #encoding: Encoding;
  readonly #decoder: TextDecoder;
  #rest: Uint8Array = new Uint8Array(0);
  #lines = 0;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
  }

  /** The text of the whole lines so far, or the line that is not in the encoding. */
  add(bytes: Uint8Array, last: boolean): Outcome<string, TextFault> {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    // Cut where no character can be cut.
    const cut = last ? all.length : all.lastIndexOf(LINE_FEED) + 1;
    const block = all.subarray(0, cut);
    this.#rest = all.slice(cut);
    if (this.#rest.length > LONGEST_LINE) return refuse({kind: 'endless-line'});

    const text = this.#decoder.decode(block);
    const bad = this.#fits(block, text) ? undefined : this.#firstBad(block);
    if (bad !== undefined) return refuse({kind: 'wrong-encoding', line: bad});
    this.#lines += text.split('\n').length - 1;
    return done(text);
  }

  #fits(block: Uint8Array, text: string): boolean {
    if (isAscii(block)) return !text.includes('\0');
    return this.#encoding === 'utf-8' ? isUtf8(block) && !text.includes('\0') : false;
  }

  #firstBad(block: Uint8Array): number | undefined {
    let line = this.#lines;
    for (let from = 0; from < block.length; ) {
      line += 1;
      const feed = block.indexOf(LINE_FEED, from);
      const end = feed === -1 ? block.length : feed + 1;
      const bytes = block.subarray(from, end);
      if (isAscii(bytes) ? bytes.includes(0) : this.#wrong(bytes)) return line;
      from = end;
    }
    return undefined;
  }

  /** Letters of Windows-1252 that happen to be whole UTF-8 sequences throughout a line are not written by anyone: “Ã¦”. */
  #wrong(bytes: Uint8Array): boolean {
    if (this.#encoding === 'utf-8') return !isUtf8(bytes) || bytes.includes(0);
    const text = this.#decoder.decode(bytes);
    return isUtf8(bytes) || NO_LETTER.some((sign) => text.includes(sign));
  }
}
