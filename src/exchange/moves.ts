/** How figures were moved by cell keys, for whoever computes with them: of each count by how much it can be, and how likely. */
import type {NoiseTable} from '#disclosure/noise-table';
import type {Edition, ExportedFile} from './exporter.ts';
import {sheetOf} from './sheet.ts';

/** Likelihoods are whole numbers, as all figures of a sheet: no point or comma that a spreadsheet could take for another. The last row is of every count from there on. */
export function movesFile(table: NoiseTable, {marks}: Pick<Edition, 'marks'>): ExportedFile {
  const fields = ['count-from', 'count-to', 'moved-by', 'told-as', 'times-in-100-million', 'marks'];
  const data = table.flatMap((steps, count) => {
    const isLast = count === table.length - 1;
    return steps.map(({by, upTo}, i) => [
      ...[count, isLast ? '' : count, by, isLast ? '' : count + by],
      ...[times(upTo) - times(steps[i - 1]?.upTo ?? 0), marks.join('; ')],
    ]);
  });
  return {
    name: 'moves.csv',
    body: sheetOf(fields, data),
  };
}

/** Of each count they add up to the whole. */
const times = (share: number): number => Math.round(share * 100_000_000);
