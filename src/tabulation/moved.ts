/**
 * A code of a table of one period that counts elsewhere than it did the period before: said at the categories it left and came
 * to, since the table would otherwise be laid beside last year's. A series says the same at its break.
 */

import type {CodeChange} from '#concepts/code-change';
import type {Code} from '#concepts/code-list';
import type {Note, NotePlace} from '#concepts/note';
import {yearOf} from '#kit/plain-date';
import {changesIn} from './breaks.ts';
import type {Cube} from './cube.ts';
import type {Definitions} from './definitions.ts';
import {isSeries} from './series.ts';

export function movedNotes({table, dimensions, period}: Cube, definitions: Definitions): readonly Note[] {
  if (isSeries(table)) return [];
  const [before, last] = [yearOf(period.from) - 1, yearOf(period.to)];
  const years = Array.from({length: last - before + 1}, (_, i) => String(before + i));
  return changesIn(table, years, definitions).flatMap(({concept, change, breaks}) => {
    const codes = dimensions.find((one) => one.concept === concept)?.codes;
    if (!breaks || codes === undefined) return [];
    const on = touched(change)
      .filter((code) => codes.includes(code))
      .map((code): NotePlace => ({kind: 'category', concept, code}));
    const says = {kind: 'list-changed', concept, changes: [change]} as const;
    return [{id: `moved-${concept}-${change.code}`, on, says}];
  });
}

const touched = (change: CodeChange): readonly Code[] => {
  const parents = change.kind === 'moved' ? [change.from, change.to] : [];
  return [...new Set([change.code, ...parents.filter((code) => code !== undefined)])];
};
