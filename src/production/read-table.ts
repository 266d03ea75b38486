/**
 * A CSV file and the policy it is read by, without a workspace. The delimiter is the one its first row has most of; the
 * encoding UTF-8, or else Windows-1252.
 */
import {basename} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {CsvRecords} from '#intake/csv-records';
import {readCsv} from '#intake/read-csv';
import {done, type Outcome, refuse} from '#kit/outcome';
import {columnsOf, type LinkPolicy} from '#linkage/policy';
import {exists, isFolder, permitted, readBytes, streamBytes} from './effects.ts';
import {readLinkPolicy} from './link-policy.ts';

/** A file as it is to be read. */
export interface TableFile {
  readonly path: string;
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

/** Some of its rows; the columns are the same each time. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export async function readable(path: string): Promise<Outcome<string, Refusal>> {
  if (!(await exists(path))) return refuse({reason: 'no-such-file', file: path});
  return (await isFolder(path)) ? refuse({reason: 'not-a-file', path}) : done(path);
}

export async function readPolicy(path: string): Promise<Outcome<LinkPolicy, Refusal>> {
  const there = await readable(path);
  if (!there.ok) return there;
  const bytes = await permitted(() => readBytes(path));
  return bytes === undefined ? refuse({reason: 'no-permission', path}) : readLinkPolicy(path, bytes);
}

/** The reading of a file, done again where its first encoding was the wrong one. */
export async function inItsEncoding<T>(
  path: string,
  read: (file: TableFile) => Promise<Outcome<T, Refusal>>,
): Promise<Outcome<T, Refusal>> {
  const there = await readable(path);
  if (!there.ok) return there;
  const delimiter = await permitted(() => delimiterOf(path));
  if (delimiter === undefined) return refuse({reason: 'no-permission', path});
  const asUtf8 = await read({path, delimiter, encoding: 'utf-8'});
  if (asUtf8.ok || asUtf8.refusal.reason !== 'wrong-encoding') return asUtf8;
  return read({path, delimiter, encoding: 'windows-1252'});
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

async function delimiterOf(path: string): Promise<string> {
  for await (const piece of streamBytes(path)) {
    const [first = ''] = Buffer.from(piece).toString('latin1').split(/\r?\n/, 1);
    const cells = (delimiter: string) => new CsvRecords(delimiter).add(first, true).records[0]?.length ?? 0;
    return [...DELIMITERS].sort((a, b) => cells(b) - cells(a))[0] ?? ',';
  }
  return ',';
}

/** Piece by piece, in memory bounded by one piece; the header comes with the first. Empty lines are no rows. */
export async function* tableRows(
  {path, delimiter, encoding}: TableFile,
  policy: LinkPolicy,
): AsyncGenerator<Outcome<TableRows, Refusal>> {
  const file = basename(path);
  let columns: readonly string[] | undefined;
  for await (const read of readCsv({file, delimiter, encoding}, streamBytes(path))) {
    if (!read.ok) return yield refuse(ofTable(file, encoding, read.refusal));
    const rows: (readonly string[])[] = [];
    for (const {row, cells: raw} of read.value) {
      const cells = raw.map((cell) => (typeof cell === 'string' ? cell : ''));
      if (columns === undefined) {
        columns = cells.map((cell) => cell.trim());
        const fault = columnFault(file, columns, columnsOf(policy));
        if (fault !== undefined) return yield refuse(fault);
      } else if (cells.length > 1 || cells[0] !== '') {
        if (cells.length !== columns.length) return yield refuse(uneven(file, row, cells.length, columns.length));
        rows.push(cells);
      }
    }
    if (columns !== undefined) yield done({columns, rows});
  }
  if (columns === undefined) yield refuse({reason: 'table-faulty', file, fault: 'empty'});
}

/** Cells that are too many or too few have moved under other headings. */
const uneven = (file: string, row: number, cells: number, columns: number): Refusal => ({
  reason: 'table-faulty',
  file,
  row,
  fault: cells < columns ? 'cells-too-few' : 'cells-too-many',
  cells,
  columns,
});

/** What intake says of an agency's file, said of a file that no register receives. Not UTF-8 is not yet a fault. */
function ofTable(file: string, encoding: TableFile['encoding'], refusal: Refusal): Refusal {
  if (refusal.reason === 'not-a-table') return {reason: 'table-faulty', file, row: refusal.row, fault: refusal.fault};
  if (refusal.reason === 'wrong-encoding' && encoding !== 'utf-8')
    return {reason: 'table-faulty', file, row: refusal.line, fault: 'unknown-encoding'};
  return refusal;
}

function columnFault(file: string, known: readonly string[], wanted: readonly string[]): Refusal | undefined {
  const missing = wanted.filter((column) => !known.includes(column));
  const [column] = missing;
  if (column === undefined) return undefined;
  return missing.length === wanted.length
    ? {reason: 'no-header', file, wanted}
    : {reason: 'no-such-column', file, column, known};
}
