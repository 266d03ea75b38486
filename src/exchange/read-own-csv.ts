/**
 * A table that this program wrote as CSV: which of its cells show a number, what an edition made public whatever is counted since; and
 * which of its columns are dimensions.
 */
import papaparse from 'papaparse';
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';

export interface OwnCell {
  readonly codes: readonly Code[];
  /** As written: empty where there is no number. */
  readonly value: string;
  readonly status: string;
}

/** Every cell, margins among them; undefined where it is no such file. */
export function ownCells(text: string, dimensions: readonly ConceptId[]): readonly OwnCell[] | undefined {
  return rowsOf(text, [...dimensions, 'value', 'status'])?.map((row) => ({
    codes: dimensions.map((id) => row[id] ?? ''),
    value: row.value ?? '',
    status: row.status ?? '',
  }));
}

/** Codes of the cells with a value, in the order of `dimensions`; undefined where it is no such file. */
export const shownCells = (text: string, dimensions: readonly ConceptId[]): readonly (readonly Code[])[] | undefined =>
  rowsOf(text, ['value', ...dimensions])
    ?.filter(({value}) => value !== '')
    .map((row) => dimensions.map((id) => row[id] ?? ''));

function rowsOf(text: string, fields: readonly string[]): readonly Record<string, string>[] | undefined {
  const {data, errors} = papaparse.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  const [first] = data;
  const isOurs = first !== undefined && fields.every((field) => field in first);
  return errors.length > 0 || !isOurs ? undefined : data;
}

/** By a heading: `concept`, and then `concept.da`; undefined where it is no such file. */
export function ownDimensions(columns: readonly string[]): readonly ConceptId[] | undefined {
  if (!['unit', 'value', 'status'].every((column) => columns.includes(column))) return undefined;
  const [first = ''] = columns;
  const tags = columns.flatMap((column) => (column.startsWith(`${first}.`) ? [column.slice(first.length + 1)] : []));
  const ids = columns.slice(0, columns.indexOf('unit')).filter((column) => !column.includes('.'));
  return tags.length > 0 && ids.every((id) => tags.every((tag) => columns.includes(`${id}.${tag}`))) ? ids : undefined;
}
