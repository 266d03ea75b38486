/** A CSV, record by record, in memory bounded by one piece of the file however large it is. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {FileRow, Rows} from './cell.ts';
import {CsvRecords} from './csv-records.ts';
import {CsvText, type Encoding, type TextFault} from './csv-text.ts';

export interface CsvFile {
  readonly file: string;
  readonly delimiter: string;
  readonly encoding: Encoding;
}

export async function* readCsv({file, delimiter, encoding}: CsvFile, bytes: AsyncIterable<Uint8Array>): Rows {
  const text = new CsvText(encoding);
  const records = new CsvRecords(delimiter);
  let row = 0;

  const refusalOf = (fault: TextFault): Refusal =>
    fault.kind === 'wrong-encoding'
      ? {reason: 'wrong-encoding', file, expected: encoding, line: fault.line}
      : {reason: 'not-a-table', file, row: row + 1, fault: fault.kind};

  function* take(piece: Uint8Array, last: boolean): Generator<Outcome<readonly FileRow[], Refusal>> {
    const read = text.add(piece, last);
    if (!read.ok) return yield refuse(refusalOf(read.refusal));
    const found = records.add(row === 0 ? read.value.replace(/^\ufeff/, '') : read.value, last);
    const rows = found.records.map((cells) => {
      row += 1;
      return {row, cells};
    });
    if (rows.length > 0) yield done(rows);
    if (found.fault !== undefined) yield refuse({reason: 'not-a-table', file, row: row + 1, fault: found.fault});
  }

  for await (const piece of bytes) {
    for (const rows of take(piece, false)) {
      yield rows;
      if (!rows.ok) return;
    }
  }
  yield* take(new Uint8Array(0), true);
}
