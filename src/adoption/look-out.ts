/** What a list says by other means than its cells, or says twice: told with its rows, never guessed. Errors keep the sheet out. */
import type {Facts, Finding, FindingRule, Severity} from '#concepts/finding';
import {type Cell, type FileRow, isFormula, textOf} from '#intake/cell';
import {dayOfNumber} from '#intake/day-number';
import {readDate} from '#intake/parse-date';
import {addDays, type PlainDate} from '#kit/plain-date';
import type {ColumnProposal, ListProposal} from './proposal.ts';
import {isRunning} from './read-content.ts';
import type {SheetSeen} from './sheet-seen.ts';
import {alwaysFilled} from './sparse-rows.ts';

type List = Omit<ListProposal, 'findings'>;

export function lookOut(list: List): readonly Finding[] {
  return [
    ...marked(list.seen, rowsOf(list), 'error'),
    ...besides(list),
    ...headings(list),
    ...sparse(list),
    ...columnsOf(list),
    ...twice(list),
  ];
}

const rowsOf = ({table}: List): readonly number[] => table.rows.map(({row}) => row);

function finder({seen: {file, sheet}}: Pick<List, 'seen'>) {
  const place = {file, ...(sheet === undefined ? {} : {sheet})};
  return (rule: FindingRule, severity: Severity, facts: Facts = {}): Finding => ({
    rule,
    severity,
    facts: {...place, ...facts},
  });
}

/** As many as anyone will look up. */
const LISTED = 20;
export const rowsSaid = (rows: readonly number[]): Facts => ({
  count: rows.length,
  rows: [...rows.slice(0, LISTED).map(String), ...(rows.length > LISTED ? ['…'] : [])],
});

/** `rows`: those that are read. What is merged over several rows keeps a list out; of figures it is told. */
export function marked(seen: SheetSeen, rows: readonly number[], merging: Severity = 'warning'): readonly Finding[] {
  const find = finder({seen});
  const own = new Set(rows);
  const mine = (all: readonly number[]) => all.filter((row) => own.has(row));
  const {hidden, hiddenRows, hiddenColumns, merged, coloured, struck, remarked, since1904} = seen.marks;
  const tall = merged.filter(({top, bottom}) => bottom > top).flatMap(({top, bottom}) => mine(span(top, bottom)));
  const some = mine(coloured.rows);
  const isFilled = (i: number) => seen.rows.some(({row, cells}) => own.has(row) && textOf(cells[i]) !== '');
  const columns = hiddenColumns.filter(isFilled).map(letterOf);
  const told = (rule: FindingRule, all: readonly number[]) =>
    mine(all).length > 0 ? [find(rule, 'warning', rowsSaid(mine(all)))] : [];
  return [
    ...(hidden ? [find('sheet-hidden', 'warning')] : []),
    ...told('rows-hidden', hiddenRows),
    ...(columns.length > 0 ? [find('columns-hidden', 'warning', {count: columns.length, columns})] : []),
    ...(tall.length > 0 ? [find('cells-merged', merging, rowsSaid([...new Set(tall)]))] : []),
    ...(some.length > 0 ? [find('rows-coloured', 'warning', {...rowsSaid(some), colours: coloured.colours})] : []),
    ...told('rows-struck', struck ?? []),
    ...told('rows-remarked', remarked),
    ...(struck === undefined ? [find('strikes-unseen', 'note', {kind: seen.layout.type.toUpperCase()})] : []),
    ...(since1904 ? [find('days-since-1904', 'note')] : []),
  ];
}

const span = (from: number, to: number): readonly number[] => Array.from({length: to - from + 1}, (_, i) => from + i);

function besides(list: List): readonly Finding[] {
  const {table, seen, yearOnly} = list;
  const find = finder(list);
  const same = table.others.filter((one) => one.same);
  const strange = table.others.filter((one) => !one.same);
  const last = Math.max(table.header.row, ...table.rows.map(({row}) => row));
  const below = seen.rows.filter(({row, cells}) => row > last && cells.some((cell) => textOf(cell) !== ''));
  const cut = table.ends && strange.length === 0 ? below : [];
  const words = new Set(table.totals.map(({word}) => word));
  return [
    ...same.map(({row}) => find('table-again', 'error', {row})),
    ...strange.map(({row}) => find('second-table', table.ends ? 'warning' : 'error', {row})),
    ...(table.beside === undefined
      ? []
      : [find('table-beside', 'warning', {row: table.header.row, column: letterOf(table.beside)})]),
    ...(cut.length > 0 ? [find('rows-below', 'warning', rowsSaid(cut.map(({row}) => row)))] : []),
    ...(table.totals.length > 0 ? [find('totals-left-out', 'note', rowsSaid(table.totals.map(({row}) => row)))] : []),
    ...(words.size > 1 ? [find('several-totals', yearOnly ? 'error' : 'warning', {words: [...words]})] : []),
  ];
}

function headings(list: List): readonly Finding[] {
  const {table} = list;
  const find = finder(list);
  const {header, rows} = table;
  const again = table.headings.filter((heading, i) => heading !== '' && table.headings.indexOf(heading) !== i);
  const width = table.beside ?? Math.max(0, ...rows.map(({cells}) => cells.length));
  const places = Array.from({length: Math.max(width, table.headings.length)}, (_, i) => i);
  const unnamed = places.filter(
    (i) => (table.headings[i] ?? '') === '' && rows.some(({cells}) => textOf(cells[i]) !== ''),
  );
  return [
    ...(again.length > 0 ? [find('heading-twice', 'warning', {row: header.row, columns: again})] : []),
    ...unnamed.map((place) => {
      const facts = {row: header.row, column: letterOf(place), held: place >= table.headings.length ? 'yes' : 'no'};
      return find('column-without-heading', 'warning', facts);
    }),
  ];
}

/** Held where a cell that the others fill in is blank; where nothing tells them from persons, the sheet is not taken. */
function sparse(list: List): readonly Finding[] {
  const {table, columns, yearOnly, sparse: rows} = list;
  if (rows.length === 0) return [];
  const always = alwaysFilled(table.rows, columns, rows);
  const isHeld = ({row, cells}: FileRow) =>
    !rows.includes(row) || always.some(({place}) => textOf(cells[place]) === '');
  const held = !yearOnly || table.rows.every(isHeld);
  return [finder(list)('rows-sparse', held ? 'warning' : 'error', {...rowsSaid(rows), held: held ? 'yes' : 'no'})];
}

/** As spreadsheets name columns. */
const letterOf = (place: number): string =>
  (place >= 26 ? String.fromCharCode(64 + Math.floor(place / 26)) : '') + String.fromCharCode(65 + (place % 26));

function columnsOf(list: List): readonly Finding[] {
  const {pattern, columns} = list;
  const kindOf = (one: ColumnProposal) => pattern.columns.find(({field}) => field === one.field)?.type.kind;
  const taken = columns.filter(({field}) => field !== undefined);
  const days = taken.filter((one) => kindOf(one) === 'date' || kindOf(one) === 'birth-date');
  const mainDay = columns.find(({field}) => field === pattern.day.find((one) => columns.some((c) => c.field === one)));
  return [
    ...taken.flatMap((one) => formulas(list, one)),
    ...days.flatMap((one) => mixed(list, one)),
    ...(mainDay === undefined ? [] : outside(list, mainDay)),
  ];
}

function formulas(list: List, {place, heading}: ColumnProposal): readonly Finding[] {
  const rows = list.table.rows.filter(({cells}) => isFormula(cells[place])).map(({row}) => row);
  return rows.length === 0 ? [] : [finder(list)('formulas', 'warning', {column: heading, ...rowsSaid(rows)})];
}

/** Days as days, as numbers and as text, in one column: how each is read is said. */
function mixed(list: List, {place, heading}: ColumnProposal): readonly Finding[] {
  const kinds = Map.groupBy(list.table.rows, ({cells}) => kindOfDay(cells[place]));
  const texts = kinds.get('text') ?? [];
  const numbers = kinds.get('number') ?? [];
  const days = kinds.get('day') ?? [];
  const several = [texts, numbers, days].filter((rows) => rows.length > 0).length > 1;
  if (!several && numbers.length === 0) return [];
  const fewest = [numbers, texts, days].filter((rows) => rows.length > 0).sort((a, b) => a.length - b.length)[0] ?? [];
  const counts = {texts: texts.length, numbers: numbers.length, days: days.length};
  return [finder(list)('days-mixed', 'warning', {column: heading, ...rowsSaid(fewest.map(({row}) => row)), ...counts})];
}

function kindOfDay(cell: Cell | undefined): 'day' | 'number' | 'text' | undefined {
  if (cell === undefined || isFormula(cell) || textOf(cell) === '') return undefined;
  if (typeof cell === 'object') return 'day';
  if (/^\d{5}(\.\d+)?$/.test(textOf(cell))) return 'number';
  return /\d/.test(textOf(cell)) ? 'text' : undefined;
}

/** The two ways of counting days are so many apart: what was copied from one book to another is off by as much. */
const APART = 1462;

function outside(list: List, {place, heading}: ColumnProposal): readonly Finding[] {
  const {year, table, pattern} = list;
  if (year === undefined) return [];
  const days = table.rows.flatMap(({row, cells}) => {
    const day = dayIn(cells[place], pattern.file.dayNumbers);
    return day === undefined ? [] : [{row, day}];
  });
  const strange = days.filter(({day}) => !day.startsWith(String(year)));
  if (strange.length === 0) return [];
  const isShifted = (day: PlainDate) => [APART, -APART].some((by) => addDays(day, by).startsWith(String(year)));
  const shifted = strange.filter(({day}) => isShifted(day)).map(({row}) => row);
  const others = strange.filter(({day}) => !isShifted(day)).map(({row}) => row);
  const find = finder(list);
  return [
    ...(shifted.length > 0 ? [find('days-shifted', 'warning', {column: heading, year, ...rowsSaid(shifted)})] : []),
    ...(others.length > 0 ? [find('days-outside-year', 'warning', {column: heading, year, ...rowsSaid(others)})] : []),
  ];
}

function dayIn(cell: Cell | undefined, numbers: ListProposal['pattern']['file']['dayNumbers']): PlainDate | undefined {
  if (cell === undefined || isFormula(cell)) return undefined;
  if (typeof cell === 'object') return cell.day;
  return (numbers && dayOfNumber(textOf(cell), numbers)) ?? readDate(textOf(cell), 'dd-mm-yyyy');
}

/** One person on two rows: by a number that names persons, else by a name and a birth date. */
function twice(list: List): readonly Finding[] {
  const {pattern, columns, table} = list;
  const typed = columns.flatMap((one) => {
    const type = pattern.columns.find(({field}) => field === one.field)?.type;
    return type === undefined ? [] : [{...one, type}];
  });
  const identifiers = typed.filter(({type}) => type.kind === 'identifier');
  const found = new Set<string>();
  for (const {place} of identifiers)
    for (const rows of repeated(table.rows, (row) => textOf(row.cells[place]).replaceAll(/[ .-]/g, '')))
      found.add(rows);
  const names = typed.filter(({type}) => type.kind === 'name' && type.role !== 'alias');
  const born = typed.find(({type}) => type.kind === 'birth-date');
  if (names.length > 0 && born !== undefined)
    for (const rows of repeated(table.rows, ({cells}) => {
      const who = names
        .map(({place}) => textOf(cells[place]))
        .join(' ')
        .trim();
      const when = textOf(cells[born.place]);
      return who === '' || when === '' || pattern.unknownWords.includes(who.toLowerCase()) ? '' : `${who} ${when}`;
    }))
      found.add(rows);
  const sets = [...found].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return sets.length === 0
    ? []
    : [finder(list)('same-person-twice', 'warning', {count: sets.length, rows: sets.slice(0, LISTED)})];
}

/** Sets of rows that say the same, as `12 + 40`. */
function repeated(rows: readonly FileRow[], by: (row: FileRow) => string): readonly string[] {
  const texts = rows.map(by);
  if (isRunning(texts)) return [];
  const groups = Map.groupBy(rows, by);
  return [...groups]
    .filter(([key, all]) => key !== '' && all.length > 1)
    .map(([, all]) => all.map(({row}) => row).join(' + '));
}
