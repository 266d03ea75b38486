/** The tables of the embedded register as they are, in the order of their keys, and filled. */
import type {DatabaseSync} from 'node:sqlite';
import type {Table, TablesFilled, TablesRead, Values} from './tables.ts';

const ROWS_AT_A_TIME = 5000;

const namesOf = ({columns}: Table): string => columns.map(([name]) => name).join(', ');

export const tablesRead = (database: DatabaseSync): TablesRead => ({
  async *rows(table: Table): AsyncGenerator<readonly Values[]> {
    const read = database.prepare(`SELECT ${namesOf(table)} FROM ${table.name} ORDER BY ${table.key.join(', ')}`);
    let batch: Values[] = [];
    for (const row of read.iterate()) {
      batch.push(Object.values(row));
      if (batch.length < ROWS_AT_A_TIME) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  },
});

export const tablesFilled = (database: DatabaseSync): TablesFilled => ({
  ...tablesRead(database),
  async fill(table, rows) {
    const places = table.columns.map(() => '?').join(', ');
    const insert = database.prepare(`INSERT INTO ${table.name} (${namesOf(table)}) VALUES (${places})`);
    for (const row of rows) insert.run(...row);
  },
});
