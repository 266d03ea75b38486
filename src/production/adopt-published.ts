/** What was published then: of a file with year, table, code and value; and how it enters the profile's `published.csv`. */
import {basename} from 'node:path';
import type {SheetProposal} from '#adoption/proposal';
import {isTaken} from '#adoption/questions';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {type FileRow, folded, textOf} from '#intake/cell';
import {guessCsv} from '#intake/guess-csv';
import {LIMITS} from '#intake/limits';
import {openFile} from '#intake/open-file';
import {inMemory} from '#intake/peek';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile, PublishedTotal} from '#profile/profile';
import {isFile, readBytes} from './effects.ts';

/** A published figure and where it was read: `row` of a file. */
export interface PublishedFigure extends PublishedTotal {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row: number;
}

const NAMES = {
  table: ['table', 'tabel'],
  year: ['year', 'år'],
  code: ['code', 'kode'],
  value: ['value', 'værdi', 'antal'],
  source: ['source', 'kilde'],
  at: ['at', 'sted'],
} as const;
type Name = keyof typeof NAMES;

/** Refused: `no-such-file`, `published-faulty`, and whatever keeps a CSV from being read. */
export async function readPublishedFile(path: string): Promise<Outcome<readonly PublishedFigure[], Refusal>> {
  if (!(await isFile(path))) return refuse({reason: 'no-such-file', file: path});
  const file = basename(path);
  const bytes = await readBytes(path);
  const opened = await openFile(file, guessCsv(bytes), inMemory(bytes), LIMITS);
  if (!opened.ok) return opened;
  const rows: FileRow[] = [];
  for await (const batch of opened.value) {
    if (!batch.ok) return batch;
    rows.push(...batch.value);
  }
  return figuresIn(rows, file);
}

/** Whether a sheet is a file of published figures, by its headings. */
export function isPublished(rows: readonly FileRow[]): boolean {
  const headings = (rows[0]?.cells ?? []).map((cell) => folded(textOf(cell)));
  return (['table', 'year', 'value'] as const).every((name) =>
    NAMES[name].some((word) => headings.includes(folded(word))),
  );
}

export function figuresIn(rows: readonly FileRow[], file: string): Outcome<readonly PublishedFigure[], Refusal> {
  const [head, ...body] = rows;
  const headings = (head?.cells ?? []).map((cell) => folded(textOf(cell)));
  const at = (name: Name) => {
    const names = NAMES[name].map((word) => folded(word));
    return headings.findIndex((heading) => names.includes(heading));
  };
  if (!isPublished(rows)) return refuse({reason: 'published-faulty', file, row: 1, why: headings.join(', ')});
  const figures: PublishedFigure[] = [];
  for (const {row, cells} of body) {
    const cell = (name: Name) => (at(name) < 0 ? '' : textOf(cells[at(name)]));
    if (cells.every((one) => textOf(one) === '')) continue;
    const wrong = !/^\d{4}$/.test(cell('year')) ? 'year' : !/^\d{1,9}$/.test(cell('value')) ? 'value' : undefined;
    if (wrong !== undefined || cell('table') === '')
      return refuse({reason: 'published-faulty', file, row, why: wrong ?? 'table'});
    figures.push({
      table: cell('table'),
      year: Number(cell('year')),
      ...(cell('code') === '' ? {} : {code: cell('code')}),
      value: Number(cell('value')),
      source: {title: cell('source') === '' ? file : cell('source'), ...(cell('at') === '' ? {} : {at: cell('at')})},
      file,
      row,
    });
  }
  return done(figures);
}

/** Of figure sheets that are taken, what each cell says. */
export function figuresOf(sheets: readonly SheetProposal[]): readonly PublishedFigure[] {
  return sheets.flatMap((sheet) => {
    if (sheet.kind !== 'figures' || !isTaken(sheet)) return [];
    const {file, sheet: name} = sheet.seen;
    return sheet.figures.map(({table, year, code, value, row}) => ({
      table,
      year,
      ...(code === undefined ? {} : {code}),
      value,
      source: {title: file, at: [name, row].filter((part) => part !== undefined).join(', ')},
      file,
      ...(name === undefined ? {} : {sheet: name}),
      row,
    }));
  });
}

export interface Entered {
  /** What the profile does not have yet, each cell once. */
  readonly figures: readonly PublishedFigure[];
  readonly findings: readonly Finding[];
}

/** What is there stands: of a figure that the profile, or an earlier row, has otherwise, that is told. */
export function entered(figures: readonly PublishedFigure[], {published}: Profile): Entered {
  const known = new Map<string, PublishedTotal>(published.map((one) => [cellOf(one), one]));
  const fresh: PublishedFigure[] = [];
  const findings: Finding[] = [];
  for (const one of figures) {
    const before = known.get(cellOf(one));
    if (before === undefined) {
      known.set(cellOf(one), one);
      fresh.push(one);
    } else if (before.value !== one.value) {
      const {file, sheet, row, value} = one;
      const place = {file, ...(sheet === undefined ? {} : {sheet}), row};
      const facts = {...place, cell: cellOf(one), says: value, published: before.value, source: before.source.title};
      findings.push({rule: 'figure-published-otherwise', severity: 'warning', facts});
    }
  }
  return {figures: fresh, findings};
}

export const cellOf = ({table, year, code}: Pick<PublishedTotal, 'table' | 'year' | 'code'>): string =>
  [table, year, ...(code === undefined ? [] : [code])].join('.');

/** The file with further rows, as it stands otherwise. */
export function withFigures(bytes: Uint8Array, figures: readonly PublishedFigure[]): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  const columns = (text.split(/\r?\n/)[0] ?? '').split(',').map((name) => name.trim());
  const lines = figures.map((one) => columns.map((column) => quoted(cellText(one, column))).join(','));
  return new TextEncoder().encode(`${text.replace(/\n*$/, '\n')}${lines.join('\n')}\n`);
}

function cellText({table, year, code, value, source, file, sheet, row}: PublishedFigure, column: string): string {
  switch (column) {
    case 'table':
      return table;
    case 'year':
      return String(year);
    case 'code':
      return code ?? '';
    case 'value':
      return String(value);
    case 'source':
      return source.title;
    case 'at':
      return source.at ?? [file, sheet, row].filter((part) => part !== undefined).join(', ');
    default:
      return '';
  }
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
