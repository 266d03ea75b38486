/** A number as agencies write it, of persons, days or years and so whole: `1.234,5` under a decimal comma, `1,234.5` under a point. Thousands are grouped by three or not at all. */
import type {Cell} from './cell.ts';
import {fault, type Parsed, says} from './value.ts';

const WRITTEN = {
  ',': /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/,
  '.': /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/,
} as const;

export function readNumber(text: string, decimal: ',' | '.'): number | undefined {
  const written = text.replaceAll(' ', '');
  if (!WRITTEN[decimal].test(written)) return undefined;
  return Number(written.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.'));
}

export function parseNumber(
  cell: Cell,
  text: string,
  {
    decimal,
    min,
    max,
  }: {readonly decimal: ',' | '.'; readonly min?: number | undefined; readonly max?: number | undefined},
): Parsed {
  const number = typeof cell === 'number' ? cell : readNumber(text, decimal);
  if (number === undefined) return fault('number-not-readable', {decimal});
  if (!Number.isInteger(number)) return fault('number-not-whole');
  const outside = (min !== undefined && number < min) || (max !== undefined && number > max);
  const range = {...(min === undefined ? {} : {min}), ...(max === undefined ? {} : {max})};
  return outside ? fault('number-out-of-range', range) : says({kind: 'number', number});
}
