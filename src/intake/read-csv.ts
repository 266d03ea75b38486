/** A CSV, record by record, in memory bounded by one piece of the file however large it is. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {FileRow, Rows} from './cell.ts';
import {CsvRecords} from './csv-records.ts';
import {CsvText, type Encoding} from './csv-text.ts';

export interface CsvFile {
  readonly file: string;
  readonly delimiter: string;
  readonly encoding: Encoding;
}

export async function* readCsv({file, delimiter, encoding}: CsvFile, bytes: AsyncIterable<Uint8Array>): Rows {
  const text = new CsvText(encoding);
  const records = new CsvRecords(delimiter);
  let row = 0;

  const take = (piece: Uint8Array, last: boolean): Outcome<readonly FileRow[], Refusal> => {
    const read = text.add(piece, last);
    if (!read.ok) return refuse({reason: 'wrong-encoding', file, expected: encoding, line: read.refusal.line});
    const cells = records.add(row === 0 ? read.value.replace(/^\ufeff/, '') : read.value, last);
    if (typeof cells === 'string') return refuse({reason: 'not-a-table', file, row: row + 1, fault: cells});
    return done(
      cells.map((one) => {
        row += 1;
        return {row, cells: one};
      }),
    );
  };

  for await (const piece of bytes) {
    const rows = take(piece, false);
    if (!rows.ok || rows.value.length > 0) yield rows;
    if (!rows.ok) return;
  }
  yield take(new Uint8Array(0), true);
}
