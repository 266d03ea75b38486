/** What a layout names must be there: fields, key headings, members of facts, code lists and their codes. */
import {type CodeList, type CodeListId, UNKNOWN} from '#concepts/code-list';
import {MEMBERS, WITH_CODES} from './fact-members.ts';
import {type FactRule, fieldOf, type Operand, type SourceFormat, type When} from './source-format.ts';

export interface FormatFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
}

type Lists = ReadonlyMap<CodeListId, CodeList>;

export function checkFormat(format: SourceFormat, lists: Lists): readonly FormatFault[] {
  const fields = new Set(format.columns.map(({field}) => field));
  const headings = new Set(format.columns.map(({heading}) => heading));
  const named = [
    ...format.day.map((field, i) => ({path: ['day', i], field})),
    ...format.columns.flatMap(({type}, i) =>
      type.kind === 'birth-date' && type.assessedIf !== undefined
        ? [{path: ['columns', i, 'assessed-if'], field: type.assessedIf.field}]
        : [],
    ),
    ...format.columns.flatMap(({required}, i) =>
      typeof required === 'object' ? [{path: ['columns', i, 'required'], field: required.field}] : [],
    ),
    ...format.order.flatMap(({earlier, later}, i) => [
      {path: ['order', i, 'earlier'], field: earlier},
      {path: ['order', i, 'later'], field: later},
    ]),
    ...format.controlTotals.flatMap(({counts, when, year}, i) => [
      ...whens(['control-totals', i], when),
      ...(typeof counts === 'object' ? [{path: ['control-totals', i, 'counts'], field: counts.sum}] : []),
      ...(year === undefined ? [] : [{path: ['control-totals', i, 'year'], field: year}]),
    ]),
    ...format.facts.flatMap((fact, i) => [...whens(['facts', i], fact.when), ...operands(fact, i)]),
  ];
  return [
    ...named
      .filter(({field}) => !fields.has(field))
      .map(({path, field}) => ({path, message: 'no-such-field', params: {field, known: [...fields]}})),
    ...format.key.flatMap((heading, i) =>
      headings.has(heading) ? [] : [{path: ['key', i], message: 'no-such-heading', params: {heading}}],
    ),
    ...checkTwice(format),
    ...format.facts.flatMap(checkMembers),
    ...checkCodes(format, lists),
  ];
}

const whens = (path: readonly (string | number)[], when: readonly When[]) =>
  when.map(({field}) => ({path: [...path, 'when'], field}));

function operands({set, codes}: FactRule, i: number) {
  const fieldsIn = (part: 'set' | 'codes', bag: Readonly<Record<string, readonly Operand[]>>) =>
    Object.entries(bag).flatMap(([name, all]) =>
      all.flatMap((operand) => {
        const field = fieldOf(operand);
        return field === undefined ? [] : [{path: ['facts', i, part, name], field}];
      }),
    );
  return [...fieldsIn('set', set), ...fieldsIn('codes', codes)];
}

function checkTwice({columns}: SourceFormat): readonly FormatFault[] {
  return columns.flatMap(({heading, field}, i) => {
    const earlier = columns.slice(0, i);
    const twice = (part: string, value: string) => [
      {path: ['columns', i, part], message: 'named-twice', params: {[part]: value}},
    ];
    return [
      ...(earlier.some((one) => one.heading === heading) ? twice('heading', heading) : []),
      ...(earlier.some((one) => one.field === field) ? twice('field', field) : []),
    ];
  });
}

function checkMembers({kind, set, codes}: FactRule, i: number): readonly FormatFault[] {
  const members = MEMBERS[kind] ?? {};
  const strange = Object.keys(set).filter((name) => members[name] === undefined);
  // `on` falls back to the row's day.
  const lacking = Object.entries(members).filter(
    ([name, {required}]) => required && name !== 'on' && set[name] === undefined,
  );
  return [
    ...strange.map((member) => ({
      path: ['facts', i, 'set', member],
      message: 'no-such-member',
      params: {member, known: Object.keys(members)},
    })),
    ...lacking.map(([member]) => ({path: ['facts', i, 'set'], message: 'member-missing', params: {member}})),
    ...(Object.keys(codes).length > 0 && !WITH_CODES.has(kind)
      ? [{path: ['facts', i, 'codes'], message: 'fact-without-codes', params: {kind}}]
      : []),
  ];
}

function checkCodes({columns, facts}: SourceFormat, lists: Lists): readonly FormatFault[] {
  const has = (list: CodeList, code: string) => code === UNKNOWN || list.rows.some((row) => row.code === code);
  const inColumns = columns.flatMap(({type}, i): FormatFault[] => {
    if (type.kind !== 'code') return [];
    const list = lists.get(type.list);
    if (list === undefined)
      return [
        {path: ['columns', i, 'list'], message: 'no-such-list', params: {list: type.list, known: [...lists.keys()]}},
      ];
    return Object.entries(type.words)
      .filter((entry): entry is [string, string] => entry[1] !== null && !has(list, entry[1]))
      .map(([word, code]) => ({
        path: ['columns', i, 'words', word],
        message: 'code-not-in-list',
        params: {code, list: list.id},
      }));
  });
  const inFacts = facts.flatMap(({kind, set}, i) =>
    Object.entries(set).flatMap(([member, all]): FormatFault[] => {
      const list = lists.get(MEMBERS[kind]?.[member]?.list ?? '');
      if (list === undefined) return [];
      return all
        .filter((one): one is string => typeof one === 'string' && fieldOf(one) === undefined && !has(list, one))
        .map((code) => ({
          path: ['facts', i, 'set', member],
          message: 'code-not-in-list',
          params: {code, list: list.id},
        }));
    }),
  );
  return [...inColumns, ...inFacts];
}
