/** A sentence as it is held against what is known, and a figure of it against one cell. */
import type {Cell, Cells, Context} from './cells.ts';
import {printedIn, type Tested, written} from './claim.ts';
import {told} from './known.ts';
import type {Mark, Marked} from './marks.ts';
import type {Item} from './parts.ts';
import type {Reading} from './reading.ts';

export interface How {
  readonly cells: Cells;
  readonly reading: Reading;
  readonly marked: Marked;
  readonly context: Context;
  readonly inner: readonly Tested[];
  readonly items: readonly Item[];
}

export function known(
  marked: Marked,
  {words}: Reading,
  figure: Mark,
  {cell, table}: Cell,
  holds: boolean,
): readonly Tested[] {
  const {value} = cell;
  if (value === undefined) return [];
  return [
    {
      sentence: marked.text,
      verdict: holds ? 'holds' : 'fails',
      printed: printedIn(marked, figure),
      right: written(value, 0, words.decimal),
      reason: {check: 'known', table: table.name, cell: told(cell), value},
      about: [figure],
    },
  ];
}
