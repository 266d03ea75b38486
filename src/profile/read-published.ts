/** `published.csv`: totals from before the register or beside it, each with its source. */
import {type CsvRow, readCsv} from './csv-file.ts';
import {fault, type Located, located, type Reading} from './fault.ts';
import type {PublishedTotal} from './profile.ts';

const COLUMNS = {required: ['table', 'year', 'code', 'value', 'source'], optional: ['at', 'url'], open: false};

export function readPublished(file: string, bytes: Uint8Array): Reading<readonly Located<PublishedTotal>[]> {
  const csv = readCsv(file, bytes, COLUMNS);
  const faults = csv.rows.flatMap(({line, cell}) => [
    ...(cell('source') === '' ? [fault('without-source', {file, line}, {key: 'source'})] : []),
    ...(/^\d{4}$/.test(cell('year')) ? [] : [fault('wrong-value', {file, line}, {key: 'year', expected: 'YYYY'})]),
    ...(/^\d{1,9}$/.test(cell('value'))
      ? []
      : [fault('wrong-value', {file, line}, {key: 'value', expected: '0, 1, 2 …'})]),
  ]);
  const value = csv.rows.map((row) => located(totalOf(row), {file, line: row.line}));
  return {value, findings: [...csv.findings, ...faults]};
}

function totalOf({cell}: CsvRow): PublishedTotal {
  return {
    table: cell('table'),
    year: Number(cell('year')),
    ...(cell('code') === '' ? {} : {code: cell('code')}),
    value: Number(cell('value')),
    source: {
      title: cell('source'),
      ...(cell('at') === '' ? {} : {at: cell('at')}),
      ...(cell('url') === '' ? {} : {url: cell('url')}),
    },
  };
}
