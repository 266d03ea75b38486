/** A number that may have more digits than anybody reads: to a million as it is, above as a power of ten, rounded down. */
import type {LanguageTag} from '#concepts/labels';

const READABLE = 1_000_000n;

export function largeNumber(number: bigint, tag: LanguageTag): string {
  if (number <= READABLE) return number.toLocaleString(tag);
  const digits = String(number);
  const tenths = (Number(digits.slice(0, 2)) / 10).toLocaleString(tag, {minimumFractionDigits: 1});
  return `${tenths} · 10${[...String(digits.length - 1)].map((digit) => POWERS[Number(digit)] ?? '').join('')}`;
}

const POWERS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
