/** What may be there once only: ids, and rules of one kind on one day. */
import type {Finding} from '#concepts/finding';
import {overlap} from '#kit/dated';
import type {Definitions} from './definitions.ts';
import {fault, type Located} from './fault.ts';

export function checkIds({
  tables,
  concepts,
  sources,
  competence,
  rules,
  published,
  identity,
}: Definitions): readonly Finding[] {
  return [
    ...twice(tables, ({id}) => id),
    ...twice(concepts, ({id}) => id),
    ...twice(sources, ({id}) => id),
    ...twice(Object.values(rules.byKind).flat(), ({id}) => id),
    ...twice(identity, ({id}) => id),
    ...twice(published, ({table, year, code = ''}) => `${table} ${year} ${code}`.trim()),
    ...atOnce(competence, () => 'competence'),
    ...atOnce(identity, ({id}) => id),
    ...Object.entries(rules.byKind).flatMap(([kind, rows]) => atOnce(rows, () => kind)),
  ];
}

function twice<T>(located: readonly Located<T>[], idOf: (value: T) => string): readonly Finding[] {
  return located.flatMap(({value, place}, i) => {
    const first = located.slice(0, i).find((one) => idOf(one.value) === idOf(value));
    if (first === undefined) return [];
    return [
      fault('duplicate-id', place, {id: idOf(value), 'other-file': first.place.file, 'other-line': first.place.line}),
    ];
  });
}

function atOnce<T extends Parameters<typeof overlap>[0]>(
  located: readonly Located<T>[],
  nameOf: (value: T) => string,
): readonly Finding[] {
  return located.flatMap(({value, place}, i) =>
    located
      .slice(0, i)
      .filter((one) => overlap(one.value, value))
      .map((one) => fault('overlapping-validity', place, {code: nameOf(value), 'other-line': one.place.line})),
  );
}
