/**
 * Ten years of an office's spreadsheets, no two kept alike, and what was published of them, with errors planted among the figures:
 * synthetic, seeded, the same bytes every time. The office's list is right; what it published is wrong where it is said to be.
 */
import {utils, write} from '@e965/xlsx';
import {type CellValue, type WriteSheet, writeXlsx} from 'hucre/xlsx';
import {type Random, randomFrom} from '../synthesis/random.ts';
import {type Assessed, figuresOf, peopleOf} from './people.ts';
import {type Field, STYLES, type Style} from './styles.ts';

export interface MessyYears {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** `year,table,code,value`, as one gives it with --published. */
  readonly published: string;
  /** Cells whose published figure is not what the lists come to. */
  readonly wrong: ReadonlyMap<string, {readonly published: number; readonly counted: number}>;
  /** What each heading and word stands for: what a person who knows the office would answer. Null: nothing that counts. */
  readonly truth: {
    readonly headings: ReadonlyMap<string, string | null>;
    readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>;
  };
  /** Years of which there are figures and no list. */
  readonly figuresOnly: readonly number[];
}

const FIRST_YEAR = 2007;

export async function messyYears({
  seed,
  persons,
}: {
  readonly seed: number;
  readonly persons: number;
}): Promise<MessyYears> {
  const random = randomFrom(seed);
  const files = new Map<string, Uint8Array>();
  const wrong = new Map<string, {published: number; counted: number}>();
  const lines = ['year,table,code,value'];
  const figuresOnly: number[] = [];
  for (const [i, style] of STYLES.entries()) {
    const year = FIRST_YEAR + i;
    const people = peopleOf(year, persons, random);
    const counted = figuresOf(
      year,
      people.filter(({held}) => !held),
    );
    if (style.kind === 'figures') {
      figuresOnly.push(year);
      files.set(style.file(year), await figureSheet(style, year, counted));
      continue;
    }
    files.set(style.file(year), await listFile(style, year, people, random));
    const published = plant(figuresOf(year, people), people, year, random);
    for (const [cell, value] of published) {
      const [table, , code = ''] = cell.split('.');
      lines.push(`${year},${table},${code},${value}`);
      if (value !== (counted.get(cell) ?? 0)) wrong.set(cell, {published: value, counted: counted.get(cell) ?? 0});
    }
  }
  return {files, published: `${lines.join('\n')}\n`, wrong, truth: truthOf(), figuresOnly};
}

/**
 * What goes wrong in offices: rows counted for persons, the row of totals counted as one, a figure typed wrong, two categories
 * swapped. The row that is held counted then, which is right, and shows as a difference too.
 */
function plant(
  figures: Map<string, number>,
  people: readonly Assessed[],
  year: number,
  random: Random,
): Map<string, number> {
  const total = `persons-by-year.${year}`;
  const add = (cell: string, by: number) => figures.set(cell, Math.max(0, (figures.get(cell) ?? 0) + by));
  const twice = people.filter(({twice: again, held}) => again && !held).length;
  if (year % 3 === 0) add(total, twice);
  if (year % 4 === 1) add(total, 1);
  const cells = [...figures.keys()].filter((cell) => cell !== total);
  add(random.pick(cells), random.pick([-3, 2, 9]));
  const [one, other] = [`persons-by-sex.${year}.female`, `persons-by-sex.${year}.male`];
  if (year % 5 === 0) {
    const kept = figures.get(one) ?? 0;
    figures.set(one, figures.get(other) ?? 0);
    figures.set(other, kept);
  }
  return figures;
}

function truthOf(): MessyYears['truth'] {
  const headings = new Map<string, string | null>();
  const words = new Map<string, Map<string, string>>();
  const word = (list: string, text: string, code: string) => {
    const known = words.get(list) ?? new Map<string, string>();
    words.set(list, known.set(text.trim(), code));
  };
  for (const style of STYLES) {
    for (const [field, heading] of Object.entries(style.headings))
      if (heading !== '' && style.kind !== 'figures') headings.set(heading, field === 'note' ? null : field);
    for (const list of ['sex', 'authority', 'nationality', 'exploitation'] as const)
      for (const [code, text] of Object.entries(style[list])) word(list, text, code);
  }
  return {headings, words};
}

const FIELDS: readonly Field[] = [
  'line',
  'name',
  'cpr',
  'us-person',
  'born',
  'sex',
  'nationality',
  'authority',
  'decided',
  'exploitation',
  'note',
];

async function listFile(style: Style, year: number, people: readonly Assessed[], random: Random): Promise<Uint8Array> {
  const fields = shuffled(FIELDS, random);
  const head = fields.map((field) => style.headings[field]);
  const all = people.flatMap((person) => (person.twice && !person.held ? [person, person] : [person]));
  const rows = all.map((person, i) => fields.map((field) => cellOf(person, field, i, style)));
  const {habits} = style;
  const total = fields.map((_, i): CellValue => (i === 0 ? 'I alt' : i === 1 ? all.length : null));
  const body = [...rows, ...(habits.includes('totals') ? [total] : [])];
  const title: CellValue[][] = habits.includes('title')
    ? [[`Personer vurderet handlet i ${year}`], ['Fortroligt'], []]
    : [];
  const below: CellValue[][] = habits.includes('note-below')
    ? [[], ['Kilde: egne sager'], ['Opdateret af kontoret']]
    : [];
  if (style.kind === 'csv') return csvOf([head, ...body], style.day === 'iso');
  if (style.kind === 'xls' || style.kind === 'ods') return sheetJs([...title, head, ...body, ...below], style.kind);
  const half = Math.ceil(rows.length / 2);
  const sheets: WriteSheet[] = habits.includes('halves')
    ? [
        sheetOf(
          `1. halvår ${year}`,
          [...title, head, ...rows.slice(0, half), ...sumOf(total, half)],
          style,
          title.length,
        ),
        sheetOf(
          `2. halvår ${year}`,
          [...title, head, ...rows.slice(half), ...sumOf(total, rows.length - half)],
          style,
          title.length,
        ),
      ]
    : [sheetOf(`Ark ${year}`, [...title, head, ...body, ...below], style, title.length)];
  if (habits.includes('other-sheet')) sheets.push({name: 'Ark2', rows: []});
  return writeXlsx({sheets, dateSystem: habits.includes('since-1904') ? '1904' : '1900'});
}

const sumOf = (total: readonly CellValue[], rows: number): CellValue[][] => [
  total.map((cell, i) => (i === 1 ? rows : cell)),
];

function sheetOf(name: string, rows: readonly (readonly CellValue[])[], {habits}: Style, above: number): WriteSheet {
  const coloured = {style: {fill: {type: 'pattern', pattern: 'solid', fgColor: {rgb: 'FFFF00'}}}} as const;
  return {
    name,
    rows: rows.map((row) => [...row]),
    ...(above > 0 ? {merges: [{startRow: 0, startCol: 0, endRow: 0, endCol: 5}]} : {}),
    ...(habits.includes('hidden') ? {rowDefs: new Map([[above + 3, {hidden: true}]])} : {}),
    ...(habits.includes('coloured')
      ? {cells: new Map([[`${above + 5},0`, {...coloured, value: rows[above + 5]?.[0] ?? ''}]])}
      : {}),
  };
}

function cellOf(person: Assessed, field: Field, i: number, style: Style): CellValue {
  switch (field) {
    case 'line':
      return i + 1;
    case 'name':
      return person.name;
    case 'cpr':
      return person.cpr ?? '';
    case 'us-person':
      return person.foreigner ?? '';
    case 'born':
      return dayCell(person.born, style, i);
    case 'sex':
      return style.sex[person.sex];
    case 'nationality':
      return style.nationality[person.nationality] ?? person.nationality;
    case 'authority':
      return style.authority[person.authority];
    case 'decided':
      return person.held ? '31-02-2010' : dayCell(person.decided, style, i);
    case 'exploitation':
      return style.exploitation[person.exploitation] ?? person.exploitation;
    case 'note':
      return i % 9 === 0 ? 'se sagen' : '';
  }
}

function dayCell(day: string, {day: written, kind}: Style, i: number): CellValue {
  const text = written === 'iso' ? day : day.split('-').toReversed().join('-');
  const date = new Date(`${day}T00:00:00Z`);
  if (written === 'text' || written === 'iso' || kind === 'csv') return text;
  if (written === 'cell') return date;
  // A day, its text, or the bare number a spreadsheet shows when the format is lost.
  return i % 3 === 0 ? text : i % 3 === 1 ? date : Math.round(date.getTime() / 86_400_000) + 25_569;
}

function csvOf(rows: readonly (readonly CellValue[])[], utf8: boolean): Uint8Array {
  const quoted = (cell: CellValue) =>
    /[";\n]/.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? '');
  const text = rows.map((row) => `${row.map(quoted).join(utf8 ? ',' : ';')}\r\n`).join('');
  return utf8 ? new TextEncoder().encode(text) : Buffer.from(text, 'latin1');
}

function sheetJs(rows: readonly (readonly CellValue[])[], kind: 'xls' | 'ods'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      {cellDates: true, UTC: true},
    ),
    'Ark1',
  );
  const bytes: unknown = write(book, {type: 'buffer', bookType: kind, cellDates: true});
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

/** Blocks of words beside numbers, under their headings, with shares nobody needs. */
async function figureSheet(style: Style, year: number, figures: ReadonlyMap<string, number>): Promise<Uint8Array> {
  const total = figures.get(`persons-by-year.${year}`) ?? 0;
  const block = (table: string, title: string, words: Readonly<Record<string, string>>): CellValue[][] => {
    const lines = Object.entries(words).map(([code, word]): CellValue[] => [
      word.trim(),
      figures.get(`${table}.${year}.${code}`) ?? 0,
    ]);
    return [[], [title, 'Antal'], ...lines.filter(([, value]) => value !== 0), ['I alt', total]];
  };
  const forms = {
    prostitution: 'Prostitution',
    'forced-labour': 'Tvangsarbejde',
    'criminal-acts': 'Kriminelle handlinger',
  };
  const rows: CellValue[][] = [
    [`Opgørelse over menneskehandel ${year}`],
    [],
    ['Personer vurderet handlet', total],
    ...block('persons-by-sex', style.headings.sex, style.sex),
    ...block('persons-by-nationality', style.headings.nationality, style.nationality),
    ...block('persons-by-exploitation', style.headings.exploitation, forms),
  ];
  return writeXlsx({sheets: [{name: 'Tal', rows}]});
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const deck = [...list];
  for (let i = deck.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const [a, b] = [deck[i], deck[j]];
    if (a !== undefined && b !== undefined) [deck[i], deck[j]] = [b, a];
  }
  return deck;
}
