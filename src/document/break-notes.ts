/**
 * The note at a break, written from the dated rows of the code lists: which code counts under another parent from the
 * period on, in the list's own words where it has them. Nothing to remember: a moved row brings its note.
 */
import {type CodeList, type CodeListId, type CodeRow, findRow, lineage, namingRow} from '#concepts/code-list';
import type {Concept} from '#concepts/concept';
import type {Period} from '#concepts/period';
import {within} from '#concepts/period';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import {addDays, yearOf} from '#kit/plain-date';
import type {DocumentWords} from '#language/document-words';

export interface CodeLists {
  readonly concepts: readonly Concept[];
  readonly codeLists: ReadonlyMap<CodeListId, CodeList>;
}

export function breakNotes(
  {dimensions, period}: ProtectedCube,
  {concepts, codeLists}: CodeLists,
  words: Words,
  document: DocumentWords,
): readonly string[] {
  const lists = new Set(dimensions.flatMap(({concept}) => concepts.find(({id}) => id === concept)?.list ?? []));
  return [...lists].flatMap((id) => {
    const list = codeLists.get(id);
    return list === undefined ? [] : movedIn(list, period).map((row) => noteOf(list, row, words, document));
  });
}

/** Rows that start in the period and give a code that was there before another parent. */
const movedIn = (list: CodeList, period: Period): readonly CodeRow[] =>
  list.rows.filter((row) => {
    const before = within(period, row.from) ? findRow(list, row.code, addDays(row.from, -1)) : undefined;
    return before !== undefined && before.parent !== row.parent;
  });

function noteOf(list: CodeList, row: CodeRow, {language}: Words, {telling}: DocumentWords): string {
  const dayBefore = addDays(row.from, -1);
  const name = (code: string | undefined, on: typeof dayBefore) =>
    code === undefined ? undefined : (namingRow(list, code, on)?.labels[language] ?? code);
  const [, before] = lineage(list, row.code, dayBefore);
  if (row.note !== undefined) return row.note[language];
  return telling.moved(
    row.labels[language],
    name(before, dayBefore),
    name(row.parent, row.from),
    String(yearOf(row.from)),
  );
}
