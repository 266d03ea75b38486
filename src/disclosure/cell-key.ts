/**
 * The cell key method (Fraser and Wooton 2005): every record has a key for good, a cell's key is the broken part of the sum of its
 * records' keys, and the key says how the cell is moved. The same units are moved alike in every table and every edition; where one
 * comes or goes, anew. Figures of a table no longer add up.
 */
import type {KeyedDigest} from '#kit/keyed-digest';
import {type NoiseTable, rowFor} from './noise-table.ts';

/** A share of one, as a whole number of its 2³²th parts: sums of them are exact, in whichever order. */
export type RecordKey = number;

const WHOLE = 2 ** 32;

/** By the office's secret, so that nobody else can work out how a cell of known persons was moved. */
export const recordKeyOf = (digest: KeyedDigest, record: string): RecordKey =>
  new DataView(digest(record).slice(0, 4).buffer).getUint32(0);

export const sumOfKeys = (keys: readonly RecordKey[]): RecordKey => keys.reduce((sum, key) => (sum + key) % WHOLE, 0);

/** Of keys told as shares of one. */
export const asRecordKey = (share: number): RecordKey => Math.round(share * WHOLE) % WHOLE;

/** A count, moved as its records' keys say. */
export function moved(count: number, keys: RecordKey, table: NoiseTable): number {
  const share = keys / WHOLE;
  const step = rowFor(table, count).find(({upTo}) => share < upTo);
  return count + (step?.by ?? 0);
}

/**
 * Chance under the same secret, for what is chosen by chance and must be chosen again alike. Below a million, no number is likelier by
 * more than one part in four thousand.
 */
export function chanceOf(digest: KeyedDigest, use: string): (below: number) => number {
  let drawn = 0;
  return (below) => recordKeyOf(digest, `${use} ${drawn++}`) % below;
}
