/** Rows still held back when a statement is made: what they say is in no figure, so the draft says that they are missing. */
import type {Finding} from '#concepts/finding';
import type {SourceFormat} from '#intake/source-format';
import type {Submission} from '#storage/store';

/**
 * Of a snapshot, what its latest delivery held: it says everything anew. Of increments, what each file held when it last
 * came: another file does not bring its rows.
 */
export function openHeldRows(submissions: readonly Submission[], sources: readonly SourceFormat[]): readonly Finding[] {
  const increments = new Set(sources.filter(({delivery}) => delivery === 'increment').map(({id}) => id));
  const latest = new Map(
    submissions.map((one) => [increments.has(one.source) ? `${one.source}/${one.file}` : one.source, one]),
  );
  return [...latest.values()]
    .filter(({held}) => held > 0)
    .map(({source, file, held}) => ({rule: 'rows-held', severity: 'error', facts: {source, file, held}}));
}
