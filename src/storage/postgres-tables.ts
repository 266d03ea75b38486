/** The tables of a register on a server as they are, in the order of their keys, and filled many rows at a time. */
import type pg from 'pg';
import {arraysOf, insertInto, namesOf} from './postgres-insert.ts';
import type {Cell} from './rows.ts';
import type {Table, TablesFilled, TablesRead, Values} from './tables.ts';

const ROWS_AT_A_TIME = 5000;

export const tablesRead = (client: pg.ClientBase): TablesRead => ({
  async *rows(table: Table): AsyncGenerator<readonly Values[]> {
    const {name, columns, key} = table;
    await client.query(
      `DECLARE ${name}_read NO SCROLL CURSOR FOR SELECT ${namesOf(columns)} FROM opgor.${name} ORDER BY ${key.join(', ')}`,
    );
    const text = `FETCH ${ROWS_AT_A_TIME} FROM ${name}_read`;
    for (let more = true; more; ) {
      const {rows} = await client.query<Cell[]>({text, rowMode: 'array'});
      if (rows.length > 0) yield rows;
      more = rows.length === ROWS_AT_A_TIME;
    }
    await client.query(`CLOSE ${name}_read`);
  },
});

export const tablesFilled = (client: pg.ClientBase): TablesFilled => ({
  ...tablesRead(client),
  async fill(table, rows) {
    for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME)
      await client.query(insertInto(table), [...arraysOf(table.columns, rows.slice(from, from + ROWS_AT_A_TIME))]);
  },
});
