/** A sheet as a list of persons, or of returns: by the pattern that most of its columns fit. */
import type {Concept} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {folded, textOf} from '#intake/cell';
import type {FieldId, SourceFormat} from '#intake/source-format';
import {type Answers, columnAnswer, yearAnswer} from './answers.ts';
import {findTable, type TableSeen} from './find-table.ts';
import {assumptionsOf, factsOf} from './layout.ts';
import {lookOut} from './look-out.ts';
import type {Lists, Memory} from './memory.ts';
import type {Assumption, ColumnProposal, ListProposal} from './proposal.ts';
import {proposeColumns, type SeenColumn} from './propose-columns.ts';
import type {TableShape} from './propose-figures.ts';
import {proposeWords} from './propose-words.ts';
import type {Surroundings} from './read-content.ts';
import {nameOf, type SheetSeen} from './sheet-seen.ts';
import {sparseRows} from './sparse-rows.ts';
import {yearByName} from './year-of.ts';

/** What proposals are made from besides the sheet. */
export interface Known {
  readonly patterns: readonly SourceFormat[];
  /** Of every layout there is: agencies' and those adopted before. */
  readonly memory: Memory;
  readonly lists: Lists;
  readonly tables: readonly TableShape[];
  readonly concepts: readonly Concept[];
  readonly receivedOn: Surroundings['receivedOn'];
  readonly answers: Answers;
}

/** Undefined: nothing in it looks like one. */
export function proposeList(seen: SheetSeen, known: Known): ListProposal | undefined {
  const headings = known.patterns.flatMap(({columns}) =>
    columns.flatMap(({heading, aliases}) => [heading, ...aliases]),
  );
  const answered = Object.keys(known.answers.columns);
  const table = findTable(seen, [...headings, ...answered]);
  if (table === undefined || table.rows.length === 0) return undefined;
  const proposals = known.patterns.flatMap((pattern) => proposeBy(pattern, seen, table, known) ?? []);
  const fits = ({columns, pattern}: ListProposal) =>
    columns.reduce((sum, {field, certainty}) => sum + (isTelling(pattern, field) ? certainty : 0), 0);
  return proposals.sort((a, b) => fits(b) - fits(a))[0];
}

const isTelling = ({columns}: SourceFormat, field: FieldId | undefined): boolean =>
  columns.some((one) => one.field === field && one.type.kind !== 'text');

function proposeBy(plain: SourceFormat, seen: SheetSeen, table: TableSeen, known: Known): ListProposal | undefined {
  const {lists, memory, receivedOn, answers} = known;
  const pattern = {
    ...plain,
    file: {...seen.layout, dayNumbers: seen.marks.since1904 ? 'since-1904' : 'since-1900'} as const,
  };
  const named = yearAnswer(answers, seen) ?? yearByName(seen, table.above);
  const columns = proposeColumns(seenColumns(seen, table, answers), pattern, {lists, memory, receivedOn, year: named});
  const fields = new Set(columns.flatMap(({field}) => field ?? []));
  const telling = columns.filter(({field}) => isTelling(pattern, field)).length;
  const hasDay = pattern.day.some((field) => fields.has(field));
  const year = named ?? (hasDay ? yearByDays(columns, pattern, table) : undefined);
  if (telling < 2 || factsOf(pattern, fields).length === 0) return undefined;
  const sparse = sparseRows(table.rows, columns, pattern);
  const words = columns.flatMap(({field, place}) => {
    const column = pattern.columns.find((one) => one.field === field);
    const cells = table.rows.filter(({row}) => !sparse.includes(row)).map((row) => row.cells[place] ?? '');
    return column === undefined ? [] : proposeWords(cells, column, pattern, {lists, memory, answers});
  });
  const assumptions = assumptionsOf(pattern, fields).map((one) => assumed(one, answers, memory));
  const about = {seen, table, pattern, columns, words, assumptions, sparse};
  const list = {kind: 'list', ...about, year, yearOnly: !hasDay} as const;
  return {...list, findings: [...lookOut(list), ...without(list)]};
}

/** Of two columns with one heading only the first can be found again. */
function seenColumns(seen: SheetSeen, {headings, rows}: TableSeen, answers: Answers): readonly SeenColumn[] {
  return headings.flatMap((heading, place) => {
    const again = headings.slice(0, place).some((one) => folded(one) === folded(heading));
    if (heading === '' || again) return [];
    const cells = rows.map((row) => row.cells[place] ?? '');
    return [{place, heading, cells, answer: columnAnswer(answers, seen, heading)}];
  });
}

/** Most of its days are of one year. */
function yearByDays(columns: readonly ColumnProposal[], pattern: SourceFormat, {rows}: TableSeen): number | undefined {
  for (const field of pattern.day) {
    const column = columns.find((one) => one.field === field);
    if (column === undefined) continue;
    const years = rows.flatMap(({cells}) => /(?<!\d)(19|20)\d\d(?!\d)/.exec(textOf(cells[column.place]))?.[0] ?? []);
    const counts = Map.groupBy(years, (year) => year);
    const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
    if (most !== undefined && most[1].length > years.length / 2) return Number(most[0]);
  }
  return undefined;
}

/** That every row of a list is what the list is about is likely, and is for a person to say. */
const LIKELY = 0.6;
const AS_BEFORE = 0.95;

function assumed(one: Omit<Assumption, 'certainty'>, {assume}: Answers, memory: Memory): Assumption {
  const said = Object.hasOwn(assume, one.member) ? assume[one.member] : undefined;
  if (said !== undefined) return {...one, code: said, certainty: 1};
  return {...one, certainty: memory.assumed?.get(one.member) === one.code ? AS_BEFORE : LIKELY};
}

/** What a list cannot be taken without. */
function without({seen, table, year, yearOnly, assumptions}: Omit<ListProposal, 'findings'>): readonly Finding[] {
  const place = {file: seen.file, ...(seen.sheet === undefined ? {} : {sheet: seen.sheet}), row: table.header.row};
  const denied = assumptions.find(({code}) => code === null);
  return [
    ...(yearOnly && year === undefined ? [{rule: 'list-without-day', severity: 'error', facts: place} as const] : []),
    ...(yearOnly && year !== undefined
      ? [{rule: 'list-of-year', severity: 'note', facts: {...place, year, name: nameOf(seen)}} as const]
      : []),
    ...(denied === undefined
      ? []
      : [{rule: 'member-without-column', severity: 'error', facts: {...place, member: denied.member}} as const]),
  ];
}
