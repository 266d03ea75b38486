/** A register copied from one store into another, table by table, and both read again: the same rows in the same order, or not. */
import {createHash} from 'node:crypto';
import type {Cell} from './rows.ts';
import {TABLES, type Table, type TablesFilled, type TablesRead} from './tables.ts';

export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** Of every row, in the order of the table's key, as a line of JSON; bytes are hexadecimal. */
  readonly sha256: string;
}

/** Every table, in their order. */
export async function digestsOf(tables: TablesRead): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of TABLES) digests.push(await digestOf(tables, table));
  return digests;
}

async function digestOf(tables: TablesRead, table: Table): Promise<TableDigest> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const rows of tables.rows(table)) {
    for (const row of rows) hash.update(`${JSON.stringify(row.map(plain))}\n`);
    count += rows.length;
  }
  return {table: table.name, rows: count, sha256: hash.digest('hex')};
}

/** Text and hexadecimal differ, so that no row is taken for another. */
const plain = (cell: Cell): unknown => (cell instanceof Uint8Array ? {hex: Buffer.from(cell).toString('hex')} : cell);

export async function copyTables(from: TablesRead, to: TablesFilled): Promise<void> {
  for (const table of TABLES) for await (const rows of from.rows(table)) await to.fill(table, rows);
}

/** Which of them differ. */
export const differing = (some: readonly TableDigest[], others: readonly TableDigest[]): readonly string[] =>
  some
    .filter(({table, rows, sha256}) => {
      const other = others.find((one) => one.table === table);
      return other?.rows !== rows || other.sha256 !== sha256;
    })
    .map(({table}) => table);

export const rowsIn = (digests: readonly TableDigest[]): number => digests.reduce((sum, {rows}) => sum + rows, 0);
