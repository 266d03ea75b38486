/** How figures were moved by cell keys, for whoever computes with them: of each count by how much it can be, and how likely. */
import type {NoiseTable} from '#disclosure/noise-table';
import type {Edition, ExportedFile} from './exporter.ts';
import {sheetOf} from './sheet.ts';

/** The last row of the table is of every count from there on. */
export function movesFile(table: NoiseTable, {marks}: Pick<Edition, 'marks'>): ExportedFile {
  const fields = ['count-from', 'count-to', 'moved-by', 'told-as', 'probability', 'marks'];
  const data = table.flatMap((steps, count) => {
    const isLast = count === table.length - 1;
    return steps.map(({by, upTo}, i) => [
      ...[count, isLast ? '' : count, by, isLast ? '' : count + by],
      ...[(upTo - (steps[i - 1]?.upTo ?? 0)).toFixed(PLACES), marks.join('; ')],
    ]);
  });
  return {
    name: 'moves.csv',
    body: sheetOf(fields, data),
  };
}

const PLACES = 8;
