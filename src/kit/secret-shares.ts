/**
 * A secret shared among several (Shamir 1979, over 256 elements): any `enough` of the shares give it back, fewer tell nothing.
 * Each byte is the value at 0 of a polynomial by chance, of which a share is the value at the share's own number.
 */
import {divide, multiply} from './gf256.ts';

export interface Share {
  /** 1 to 255. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

export function split(
  secret: Uint8Array,
  {enough, of}: {readonly enough: number; readonly of: number},
  random: (bytes: number) => Uint8Array,
): readonly Share[] {
  const terms = [secret, ...Array.from({length: enough - 1}, () => random(secret.length))];
  return Array.from({length: of}, (_, i) => ({number: i + 1, bytes: valueAt(i + 1, terms)}));
}

const valueAt = (x: number, terms: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(terms[0] ?? [], (_, i) => terms.reduceRight((value, term) => multiply(value, x) ^ (term[i] ?? 0), 0));

/** Of different numbers. Too few, or of another secret, give a secret too: whoever asks must be able to tell that it is wrong. */
export function join(shares: readonly Share[]): Uint8Array {
  const weights = shares.map(({number}, i) =>
    shares.reduce(
      (weight, other, j) => (i === j ? weight : multiply(weight, divide(other.number, other.number ^ number))),
      1,
    ),
  );
  return Uint8Array.from(shares[0]?.bytes ?? [], (_, i) =>
    shares.reduce((sum, {bytes}, j) => sum ^ multiply(weights[j] ?? 0, bytes[i] ?? 0), 0),
  );
}
