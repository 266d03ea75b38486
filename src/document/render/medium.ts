/** A medium a statement is laid out in: a page, a print, a file for a word processor. One file of the shelf each. */
import type {Statement} from '../statement.ts';
import type {Fonts} from './fonts.ts';

export interface Medium {
  readonly id: string;
  readonly mediaType: string;
  readonly extension: string;
  /** The same statement and fonts are always the same bytes. */
  render(statement: Statement, fonts: Fonts): Promise<Uint8Array>;
}

/** A file to be written, by its path under the statement's folder. */
export interface Product {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
