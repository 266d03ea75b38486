/**
 * The layout of a list that was adopted, as its YAML will say it: of what the list's pattern can mean, that for which it has a
 * column. What no column gives and somebody said holds of every row stands as a constant.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import {MEMBERS} from '#intake/fact-members';
import {
  type Column,
  type FactRule,
  type FieldId,
  fieldOf,
  type Operand,
  type SourceFormat,
} from '#intake/source-format';
import type {Assumption, ColumnProposal, ListProposal, WordProposal} from './proposal.ts';
import {alwaysFilled} from './sparse-rows.ts';

export type Yaml = Readonly<Record<string, unknown>>;

/** What a fact of the pattern cannot be without and no column gives: the constants it would be made with. */
export function assumptionsOf(
  pattern: SourceFormat,
  fields: ReadonlySet<FieldId>,
): readonly Omit<Assumption, 'certainty'>[] {
  return pattern.facts
    .filter((fact) => isMade(fact, fields))
    .flatMap(({kind, set}) =>
      Object.entries(set).flatMap(([member, operands]) => {
        const list = MEMBERS[kind]?.[member]?.list;
        if (list === undefined || operands.some((one) => isHere(one, fields))) return [];
        const code = operands.find((one): one is Code => typeof one === 'string' && isConstant(one) && one !== UNKNOWN);
        return code === undefined ? [] : [{member, list, code}];
      }),
    );
}

const isConstant = (operand: Operand): boolean => fieldOf(operand) === undefined;
const isHere = (operand: Operand, fields: ReadonlySet<FieldId>): boolean => fields.has(fieldOf(operand) ?? '');

/** Its conditions can be asked of the list, and what it cannot be without is there or is a constant. */
function isMade({kind, when, set, codes}: FactRule, fields: ReadonlySet<FieldId>): boolean {
  const usable = (operands: readonly Operand[]) => operands.some((one) => isConstant(one) || isHere(one, fields));
  const members = MEMBERS[kind] ?? {};
  const hasMembers = Object.entries(set).every(
    ([name, operands]) => members[name]?.required !== true || usable(operands),
  );
  const hasCodes = kind !== 'exploitation' && kind !== 'characteristics';
  return (
    when.every(({field}) => fields.has(field)) &&
    hasMembers &&
    (hasCodes || Object.values(codes).some((operands) => operands.some((one) => isHere(one, fields))))
  );
}

/** The facts a list with these columns makes. */
export function factsOf(pattern: SourceFormat, fields: ReadonlySet<FieldId>): readonly FactRule[] {
  return pattern.facts
    .filter((fact) => isMade(fact, fields))
    .map(({kind, when, set, codes}) => ({
      kind,
      when,
      set: bagOf(set, (member, operands) => membersHere(kind, member, operands, fields)),
      codes: bagOf(codes, (_, operands) => operands.filter((one) => isHere(one, fields))),
    }));
}

/** A code other than `unknown` stands in for a column only: of a blank cell it would say what nobody said. */
function membersHere(
  kind: FactRule['kind'],
  member: string,
  operands: readonly Operand[],
  fields: ReadonlySet<FieldId>,
): readonly Operand[] {
  const here = operands.filter((one) => isHere(one, fields));
  const isCode = MEMBERS[kind]?.[member]?.list !== undefined;
  const constants = operands.filter((one) => isConstant(one) && (here.length === 0 || !isCode || one === UNKNOWN));
  return [...here, ...constants];
}

function bagOf(
  bag: Readonly<Record<string, readonly Operand[]>>,
  of: (name: string, operands: readonly Operand[]) => readonly Operand[],
): Readonly<Record<string, readonly Operand[]>> {
  return Object.fromEntries(
    Object.entries(bag)
      .map(([name, operands]) => [name, of(name, operands)] as const)
      .filter(([, operands]) => operands.length > 0),
  );
}

export function layoutYaml(list: ListProposal, id: string): Yaml {
  const {seen, table, pattern, columns, words, year, yearOnly} = list;
  const taken = columns.flatMap((one) => {
    const column = pattern.columns.find(({field}) => field === one.field);
    return column === undefined ? [] : [{one, column}];
  });
  const fields = new Set(taken.map(({column}) => column.field));
  const {file, sheet, layout} = seen;
  const [totals] = table.totals;
  return {
    id,
    labels: {
      da: sheet === undefined ? file : `${file}, ${sheet}`,
      en: sheet === undefined ? file : `${file}, ${sheet}`,
    },
    source: {title: file, ...(sheet === undefined ? {} : {at: sheet})},
    language: pattern.language,
    file: {...fileYaml(layout, list), ...(totals === undefined ? {} : {totals: totals.word})},
    delivery: 'snapshot',
    ...(yearOnly ? {year} : {day: pattern.day.filter((field) => fields.has(field))}),
    'unknown-words': pattern.unknownWords,
    columns: taken.map(({one, column}) => columnYaml(one, column, words, list)),
    order: pattern.order.filter(({earlier, later}) => fields.has(earlier) && fields.has(later)),
    facts: factsOf(pattern, fields).map(factYaml),
    'control-totals': [{measure: 'rows', labels: {da: 'rækker', en: 'rows'}, counts: 'rows'}],
  };
}

function fileYaml(layout: SourceFormat['file'], {table, seen, columns, pattern}: ListProposal): Yaml {
  const {dayNumbers, ends: _, totals: __, ...rest} = layout;
  const isDay = (field: FieldId | undefined) =>
    pattern.columns.some((one) => one.field === field && (one.type.kind === 'date' || one.type.kind === 'birth-date'));
  const numbered = columns.some(
    ({field, place}) =>
      isDay(field) && table.rows.some(({cells}) => /^\d{5}(\.\d+)?$/.test(String(cells[place] ?? ''))),
  );
  const count = seen.marks.since1904 ? 'since-1904' : (dayNumbers ?? 'since-1900');
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(table.ends ? {ends: 'blank-row'} : {}),
    ...(numbered ? {'day-numbers': count} : {}),
  };
}

function columnYaml(
  proposed: ColumnProposal,
  {field, type}: Column,
  words: readonly WordProposal[],
  {table, columns, sparse, yearOnly}: ListProposal,
): Yaml {
  // Where no day tells a row of persons from another, what is filled in throughout does.
  const isRequired = yearOnly && alwaysFilled(table.rows, columns, sparse).includes(proposed);
  const common = {heading: proposed.heading, field, type: type.kind, ...(isRequired ? {required: true} : {})};
  switch (type.kind) {
    case 'code': {
      const own = words.filter(({of, grounds}) => of === type.list && !grounds.includes('label'));
      return {
        ...common,
        list: type.list,
        ...(own.length === 0 ? {} : {words: codesOf(own)}),
        ...separatedBy(type.separators),
      };
    }
    case 'answer': {
      const said = codesOf(words.filter(({of}) => of === field));
      return {...common, words: {...type.words, ...said}};
    }
    case 'date':
      return {
        ...common,
        format: type.format,
        ...(type.notBefore === undefined ? {} : {'not-before': type.notBefore}),
        ...(type.yes.length === 0 ? {} : {yes: type.yes}),
        ...(type.no.length === 0 ? {} : {no: type.no}),
      };
    case 'birth-date':
      return {...common, format: type.format};
    case 'number':
      return {...common, ...given({min: type.min, max: type.max})};
    case 'name':
      return {...common, role: type.role, ...separatedBy(type.separators)};
    case 'identifier': {
      const {scheme, pattern, ignore, part} = type;
      const begins = type.startsWithBirthDate ? {'starts-with-birth-date': true} : {};
      return {...common, scheme, ...given({pattern, ignore: ignore === '' ? undefined : ignore, part}), ...begins};
    }
    default:
      return common;
  }
}

const separatedBy = (separators: readonly string[]) => (separators.length === 0 ? {} : {separators});
const given = (bag: Yaml): Yaml => Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));

/** What nobody could say stays out: intake holds the rows. */
const codesOf = (words: readonly WordProposal[]): Readonly<Record<string, Code | null>> =>
  Object.fromEntries(words.flatMap(({word, code}) => (code === undefined ? [] : [[word, code] as const])));

const factYaml = ({kind, when, set, codes}: FactRule): Yaml => ({
  kind,
  ...(when.length === 0 ? {} : {when: when.map(({field, is}) => ({field, ...given({is})}))}),
  ...(Object.keys(set).length === 0 ? {} : {set}),
  ...(Object.keys(codes).length === 0 ? {} : {codes}),
});
