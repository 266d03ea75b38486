/** A CSV file of a profile: comma, a header, cells trimmed, each row with its line. Columns are named, never counted. */

import Papa from 'papaparse';
import type {Finding} from '#concepts/finding';
import {nearest} from '#kit/nearest';
import {fault} from './fault.ts';
import {readText} from './text-file.ts';

export interface CsvFile {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly findings: readonly Finding[];
}

export interface CsvRow {
  readonly line: number;
  readonly cell: (column: string) => string;
}

export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Further columns are taken as they are: classifications a code corresponds to. */
  readonly open: boolean;
}

export function readCsv(file: string, bytes: Uint8Array, columns: Columns): CsvFile {
  const {text, findings} = readText(file, bytes);
  if (findings.length > 0) return {header: [], rows: [], findings};
  const [head, ...lines] = numbered(Papa.parse<string[]>(text, {delimiter: ','}).data);
  const header = (head?.cells ?? []).map((name) => name.trim());
  const wrong = wrongColumns(header, columns).map(({rule, ...facts}) => fault(rule, {file, line: 1}, facts));
  if (wrong.some(({rule}) => rule === 'column-missing')) return {header, rows: [], findings: wrong};
  const filled = lines.filter(({cells}) => cells.some((cell) => cell.trim() !== ''));
  const uneven = filled
    .filter(({cells}) => cells.length !== header.length)
    .map(({line, cells}) => fault('row-uneven', {file, line}, {cells: cells.length, columns: header.length}));
  const rows = filled.map(({line, cells}) => ({
    line,
    cell: (column: string) => cells[header.indexOf(column)]?.trim() ?? '',
  }));
  return {header, rows, findings: [...wrong, ...uneven]};
}

/** A cell may run over several lines, so rows are not lines. */
function numbered(rows: readonly (readonly string[])[]) {
  let next = 1;
  return rows.map((cells) => {
    const line = next;
    next += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return {line, cells};
  });
}

function wrongColumns(header: readonly string[], {required, optional, open}: Columns) {
  const known = [...required, ...optional];
  const missing = required
    .filter((name) => !header.includes(name))
    .map((column) => ({rule: 'column-missing' as const, column}));
  const strange = header
    .filter(
      (name, i) => header.indexOf(name) !== i || (!open && !known.includes(name)) || !/^[a-z][a-z0-9-]*$/.test(name),
    )
    .map((column) => ({rule: 'column-strange' as const, column, nearest: nearest(column, known) ?? '', known}));
  return [...missing, ...strange];
}
