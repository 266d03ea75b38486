/**
 * `codelists/<id>.csv`: one line per code and validity. A code that moves has two lines.
 * Columns that are none of ours are classifications the code corresponds to.
 */
import type {CodeRow} from '#concepts/code-list';
import type {Finding} from '#concepts/finding';
import {firstOf, type PlainDate} from '#kit/plain-date';
import {type CsvRow, readCsv} from './csv-file.ts';
import {fault, type Located, located, type Reading} from './fault.ts';
import {CODE, parseDay} from './schema.ts';

const REQUIRED = ['code', 'parent', 'from', 'to', 'da', 'en', 'source'];
const OPTIONAL = ['min', 'max'];
/** Once written by hand; the note at a break is now read off the rows, and another note has its place in `notes.yaml`. */
const WRITTEN_NOTES = ['note-da', 'note-en'];
const RESERVED = ['all', 'total', 'this-year', 'last-year', 'first-year'];

export type CodeRows = readonly Located<CodeRow>[];

export function readCodeList(file: string, bytes: Uint8Array): Reading<CodeRows> {
  const csv = readCsv(file, bytes, {required: REQUIRED, optional: OPTIONAL, open: true});
  const foreign = csv.header.filter((name) => ![...REQUIRED, ...OPTIONAL].includes(name));
  const rows = csv.rows.map((row) => ({
    ...located(codeRow(row, foreign), {file, line: row.line}),
    findings: faultsOf(file, row),
  }));
  const noted = WRITTEN_NOTES.filter((column) => csv.header.includes(column)).map((column) =>
    fault('column-strange', {file, line: 1}, {column, nearest: ''}),
  );
  return {value: rows, findings: [...csv.findings, ...noted, ...rows.flatMap(({findings}) => findings)]};
}

/** A faulty day keeps the row, so that what uses its code is not blamed as well; the profile is refused anyway. */
function codeRow({cell}: CsvRow, foreign: readonly string[]): CodeRow {
  const has = (column: string) => cell(column) !== '';
  return {
    code: cell('code'),
    ...(has('parent') ? {parent: cell('parent')} : {}),
    from: parseDay(cell('from'), 'from') ?? firstOf(1000),
    ...end(parseDay(cell('to'), 'to')),
    labels: {da: cell('da'), en: cell('en')},
    correspondences: Object.fromEntries(foreign.filter(has).map((column) => [column, cell(column)])),
    ...(has('min') ? {min: Number(cell('min'))} : {}),
    ...(has('max') ? {max: Number(cell('max'))} : {}),
    ...(has('source') ? {source: cell('source')} : {}),
  };
}

const end = (to: PlainDate | undefined) => (to === undefined ? {} : {to});

function faultsOf(file: string, row: CsvRow): readonly Finding[] {
  const place = {file, line: row.line};
  const code = row.cell('code');
  return [
    ...(CODE.test(code) ? [] : [fault('code-characters', place, {value: code})]),
    ...(RESERVED.includes(code) ? [fault('code-reserved', place, {code, reserved: RESERVED})] : []),
    ...['da', 'en']
      .filter((language) => row.cell(language) === '')
      .map((language) => fault('missing-label', place, {key: language, code})),
    ...dayFaults(place, row),
    ...['min', 'max']
      .filter((column) => !/^\d{0,3}$/.test(row.cell(column)))
      .map((column) => fault('wrong-value', place, {key: column, expected: '0–999'})),
  ];
}

function dayFaults(place: {readonly file: string; readonly line: number}, {cell}: CsvRow): readonly Finding[] {
  const from = parseDay(cell('from'), 'from');
  const to = parseDay(cell('to'), 'to');
  return [
    ...(from === undefined ? [fault('bad-date', place, {key: 'from', value: cell('from')})] : []),
    ...(to === undefined && cell('to') !== '' ? [fault('bad-date', place, {key: 'to', value: cell('to')})] : []),
    ...(from !== undefined && to !== undefined && from > to ? [fault('date-order', place, {from, to})] : []),
  ];
}
