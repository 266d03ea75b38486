/** The definitions held against each other: whatever one file names, another must have. */
import {type CodeList, topOf} from '#concepts/code-list';
import {CASE_COMPLEX, type Concept, EDITION, isScale, MEASURE, UNCERTAINTY, YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {nearest} from '#kit/nearest';
import {standsAtLevel} from './at-level.ts';
import {checkCodeList} from './check-code-list.ts';
import type {Definitions} from './definitions.ts';
import {fault, type Located, type Place} from './fault.ts';

export function checkReferences(definitions: Definitions): readonly Finding[] {
  return [
    ...[...definitions.codeRows].flatMap(([id, rows]) => checkCodeList(`codelists/${id}.csv`, rows)),
    ...listsWithoutConcept(definitions),
    ...checkConcepts(definitions),
    ...checkCompetence(definitions),
    ...checkRules(definitions),
    ...checkTables(definitions),
    ...checkPublished(definitions),
  ];
}

const listsWithoutConcept = ({codeRows, concepts}: Definitions): readonly Finding[] =>
  [...codeRows.keys()]
    .filter((id) => !concepts.some(({value}) => value.id === id))
    .map((id) => fault('list-without-concept', {file: `codelists/${id}.csv`, line: 0}, {list: id}));

function checkConcepts({concepts, codeLists}: Definitions): readonly Finding[] {
  return concepts.flatMap(({value, at}) => [
    ...(codeLists.has(value.list) ? [] : [unknown('no-such-code-list', at(['list']), value.list, codeLists.keys())]),
    // Counted within the house, and shown to nobody: no table may be broken down by it.
    ...(value.id === CASE_COMPLEX || value.of === CASE_COMPLEX
      ? [fault('code-reserved', at(['id']), {code: CASE_COMPLEX, reserved: [CASE_COMPLEX]})]
      : []),
  ]);
}

function checkCompetence({competence, codeLists}: Definitions): readonly Finding[] {
  return competence.flatMap(({value, at}) =>
    value.decidedBy.flatMap(({when, authority}, i) => [
      ...codesIn(codeLists, 'authority', [authority], at(['decided-by', i, 'authority'])),
      ...codesIn(codeLists, 'residence', when.residence ?? [], at(['decided-by', i, 'when', 'residence'])),
    ]),
  );
}

function checkRules({rules, codeLists, concepts}: Definitions): readonly Finding[] {
  const {age, population} = rules;
  return [
    ...population.flatMap(({value, at}) =>
      codesIn(codeLists, 'outcome', value.parameters.positive, at(['parameters', 'positive'])),
    ),
    ...(age === undefined || codeLists.has(age.value.list)
      ? []
      : [unknown('no-such-code-list', age.at(['list']), age.value.list, codeLists.keys())]),
    ...(age === undefined || concepts.some(({value}) => value.id === age.value.concept)
      ? []
      : [unknown('no-such-concept', age.at(['concept']), age.value.concept, idsOf(concepts))]),
  ];
}

function checkTables({tables, concepts, codeLists, settings}: Definitions): readonly Finding[] {
  const ids = [YEAR, MEASURE, ...idsOf(concepts)];
  const units = Object.keys(settings?.units ?? {});
  const series = tables.filter(({value}) => value.dimensions.join() === YEAR).map(({value}) => value.id);
  const known = ({uncertainty}: Definitions['tables'][number]['value']) =>
    uncertainty === undefined ? ids : [UNCERTAINTY];
  return tables.flatMap(({value, at}) => [
    ...(settings === undefined || units.includes(value.unit)
      ? []
      : [unknown('no-such-unit', at(['unit']), value.unit, units)]),
    // Distinct persons are told by who was counted: nothing else is the same one in two years.
    ...(value.dimensions.includes(MEASURE) && value.unit !== 'person'
      ? [unknown('no-such-unit', at(['unit']), value.unit, ['person'])]
      : []),
    ...value.dimensions
      .filter((id) => !known(value).includes(id) && !(value.revisions !== undefined && isScale(id)))
      .map((id) => unknown('no-such-concept', at(['dimensions']), id, known(value))),
    ...(value.revisions === undefined || series.includes(value.revisions.of)
      ? []
      : [unknown('no-such-table-revised', at(['revisions', 'of']), value.revisions.of, series)]),
    ...(value.chart !== 'dumbbell' || value.dimensions.join() === `${YEAR},${EDITION}`
      ? []
      : [fault('chart-without-editions', at(['chart']), {table: value.id})]),
    ...(value.notApplicable ?? []).flatMap((rule, i) =>
      Object.entries(rule).flatMap(([id, codes]) => {
        const place = at(['not-applicable', i, id]);
        const concept = concepts.find((one) => one.value.id === id)?.value;
        return concept === undefined || !value.dimensions.includes(id)
          ? [unknown('no-such-concept', place, id, value.dimensions)]
          : codesIn(codeLists, concept.list, codes, place);
      }),
    ),
    ...Object.entries(value.universe).flatMap(([id, codes]) => {
      const concept = concepts.find((one) => one.value.id === id)?.value;
      return concept === undefined
        ? [unknown('no-such-concept', at(['universe', id]), id, ids)]
        : [
            ...codesIn(codeLists, concept.list, codes, at(['universe', id])),
            ...codesElsewhere(concept, codeLists.get(concept.list), codes, at(['universe', id])),
          ];
    }),
  ]);
}

/**
 * A code that the list has, and that the concept reads as another on some day: from that day the table would leave out whom
 * it was made to count. Either the other code is in the universe as well, or the code has no place in it.
 */
function codesElsewhere(
  concept: Concept,
  list: CodeList | undefined,
  codes: readonly string[],
  place: Place,
): readonly Finding[] {
  if (list === undefined) return [];
  return list.rows
    .filter(({code, from}) => {
      if (!codes.includes(code) || standsAtLevel(concept, list, code, from)) return false;
      const top = topOf(list, code, from);
      // A climb that ends nowhere is the list's own fault, and is reported there.
      return concept.level !== 'top' || (!codes.includes(top) && standsAtLevel(concept, list, top, from));
    })
    .map(({code, from}) => fault('code-at-other-level', place, {code, concept: concept.id, from}));
}

function checkPublished({published, tables, concepts, codeLists}: Definitions): readonly Finding[] {
  return published.flatMap(({value, place}) => {
    const table = tables.find((one) => one.value.id === value.table)?.value;
    if (table === undefined) return [unknown('no-such-table-published', place, value.table, idsOf(tables))];
    const inner = table.dimensions.find((id) => id !== YEAR);
    const list = concepts.find((one) => one.value.id === inner)?.value.list;
    return value.code === undefined || list === undefined ? [] : codesIn(codeLists, list, [value.code], place);
  });
}

const idsOf = (all: readonly Located<{readonly id: string}>[]): readonly string[] => all.map(({value}) => value.id);

type Lists = ReadonlyMap<string, CodeList>;

function codesIn(lists: Lists, id: string, codes: readonly string[], place: Place): readonly Finding[] {
  const list = lists.get(id);
  if (list === undefined) return codes.length === 0 ? [] : [unknown('no-such-code-list', place, id, lists.keys())];
  const known = new Set(list.rows.map(({code}) => code));
  return codes
    .filter((code) => !known.has(code))
    .map((code) =>
      fault('unknown-code', place, {code, list: `codelists/${id}.csv`, nearest: nearest(code, known) ?? ''}),
    );
}

type Unknown =
  | 'no-such-code-list'
  | 'no-such-concept'
  | 'no-such-unit'
  | 'no-such-table-published'
  | 'no-such-table-revised';

const unknown = (rule: Unknown, place: Place, name: string, known: Iterable<string>): Finding => {
  const all = [...known];
  return fault(rule, place, {name, known: all, nearest: nearest(name, all) ?? ''});
};
