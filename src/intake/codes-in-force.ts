/** A code must have been in its list on the row's day: a form of exploitation named in 2020 cannot be found in 2013. */
import {type Code, type CodeList, type CodeListId, type CodeRow, findRow} from '#concepts/code-list';
import type {PlainDate} from '#kit/plain-date';
import type {Values} from './make-facts.ts';
import type {SourceFormat} from './source-format.ts';
import type {Fault} from './value.ts';

export function codesInForce({columns}: SourceFormat, lists: ReadonlyMap<CodeListId, CodeList>) {
  const checked = columns.flatMap(({field, type}) => {
    const list = type.kind === 'code' ? lists.get(type.list) : undefined;
    return list === undefined ? [] : [{field, list, rows: Map.groupBy(list.rows, (row) => row.code)}];
  });

  return (values: Values, day: PlainDate): readonly (Fault & {readonly field: string})[] =>
    checked.flatMap(({field, list, rows}) => {
      const value = values.get(field);
      if (value?.kind !== 'codes') return [];
      return value.codes
        .filter((code) => !standsOn(list, rows.get(code) ?? [], code, day))
        .map((code) => ({rule: 'code-not-in-force', facts: {code, on: day}, field}) as const);
    });
}

const standsOn = (list: CodeList, rows: readonly CodeRow[], code: Code, day: PlainDate): boolean =>
  findRow({...list, rows}, code, day) !== undefined;
