/** A figure in a sentence, with its addresses, its value in no language, and what it says when opened. */
import type {Cell} from '../address.ts';
import type {Inline} from '../statement.ts';
import type {Nothing, Tally} from './tally.ts';
import {labelOf, type Telling} from './telling.ts';

/** Between figures of which one is taken from another. */
export const MINUS = ' − ';

/** `between`: what the cells are to each other, added up or one taken from another. */
export function figure(
  told: Telling,
  cells: readonly Cell[],
  text: string,
  value: string,
  extra = '',
  between = ' + ',
): Inline {
  const [first] = cells;
  const table = first === undefined ? '' : `${told.words.table(first.cube.table.id)}, ${told.period}`;
  const labels = cells.map((cell) => labelOf(told.words, cell)).join(between);
  const title = [labels, table, extra].filter((part) => part !== '').join(' – ');
  return {kind: 'figure', addresses: cells.map(({address}) => address), text, title, value};
}

export const withoutCount = (told: Telling, {cells}: Tally, why: Nothing): Inline =>
  told.fault('cell-without-count', {address: cells.map(({address}) => address), why}, told.document.symbols[why]);

export const misused = (told: Telling, name: string, why: string): Inline =>
  told.fault('function-misused', {function: name, why}, `{:${name}}`);
