/** Rows of a list that fill in hardly anything the others do, and no day: the name of a month, a count, a remark. No persons, most likely. */
import {type FileRow, textOf} from '#intake/cell';
import type {SourceFormat} from '#intake/source-format';
import type {ColumnProposal} from './proposal.ts';

/** So much of what is usual. */
const LITTLE = 1 / 3;

export function sparseRows(
  rows: readonly FileRow[],
  columns: readonly ColumnProposal[],
  pattern: SourceFormat,
): readonly number[] {
  const taken = columns.filter(({field}) => field !== undefined);
  const days = taken.filter(({field}) => pattern.day.some((one) => one === field));
  const count = (row: FileRow, of: readonly ColumnProposal[]) => of.filter((one) => isFilled(row, one)).length;
  const counts = rows.map((row) => count(row, taken)).sort((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  return rows.filter((row) => count(row, taken) <= LITTLE * usual && count(row, days) === 0).map(({row}) => row);
}

/** What every other row fills in: where no day tells a row of a person from another, this does. */
export function alwaysFilled(
  rows: readonly FileRow[],
  columns: readonly ColumnProposal[],
  sparse: readonly number[],
): readonly ColumnProposal[] {
  const others = rows.filter(({row}) => !sparse.includes(row));
  return columns.filter((one) => one.field !== undefined && others.every((row) => isFilled(row, one)));
}

export const isFilled = ({cells}: FileRow, {place}: ColumnProposal): boolean => textOf(cells[place]) !== '';
