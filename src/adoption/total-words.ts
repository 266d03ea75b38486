/** What begins a row of totals, in the languages offices write. */
import {folded} from '#intake/cell';

const WORDS = [
  'i alt',
  'ialt',
  'total',
  'totalt',
  'sum',
  'samlet',
  'antal i alt',
  'in all',
  'all',
  'alle',
  'subtotal',
  'delsum',
];

/** The word alone, or before what is added up: `I alt januar`. */
export function isTotalWord(text: string): boolean {
  const word = folded(text).replace(/[:.]+$/, '');
  return WORDS.some((one) => word === one || (word.startsWith(`${one} `) && one !== 'alle' && one !== 'all'));
}
