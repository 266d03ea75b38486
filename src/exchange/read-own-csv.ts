/** Which cells of a table that this program wrote as CSV show a number: what an edition made public, whatever is counted since. */
import papaparse from 'papaparse';
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';

/** Codes of the cells with a value, in the order of `dimensions`; undefined where it is no such file. */
export function shownCells(text: string, dimensions: readonly ConceptId[]): readonly (readonly Code[])[] | undefined {
  const {data, errors} = papaparse.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  const [first] = data;
  const isOurs = first !== undefined && ['value', ...dimensions].every((field) => field in first);
  if (errors.length > 0 || !isOurs) return undefined;
  return data.filter(({value}) => value !== '').map((row) => dimensions.map((id) => row[id] ?? ''));
}
