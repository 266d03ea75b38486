/** Many rows in one statement: an array for each column, taken apart by the server. Bytes travel as hexadecimal. */
import {defect} from '#kit/defect';
import type {Cell} from './rows.ts';
import type {ColumnKind, Table, Values} from './tables.ts';

const ARRAYS: Readonly<Record<ColumnKind, string>> = {integer: 'bigint', text: 'text', bytes: 'text'};

/** `FROM` of the arrays, its columns by name and their parameters from the first on; bytes are hexadecimal there. */
export const unnested = (columns: Table['columns']): string =>
  `unnest(${columns.map(([, kind], i) => `$${i + 1}::${ARRAYS[kind]}[]`).join(', ')}) AS given(${namesOf(columns)})`;

export const insertInto = ({name, columns}: Pick<Table, 'name' | 'columns'>): string => {
  const values = columns.map(([column, kind]) => (kind === 'bytes' ? `decode(${column}, 'hex')` : column));
  return `INSERT INTO opgor.${name} (${namesOf(columns)}) SELECT ${values.join(', ')} FROM ${unnested(columns)}`;
};

export const namesOf = (columns: Table['columns']): string => columns.map(([column]) => column).join(', ');

/** The arrays of these rows. */
export const arraysOf = (columns: Table['columns'], rows: readonly Values[]): readonly (readonly unknown[])[] =>
  columns.map((_, i) => rows.map((row) => sent(row[i])));

const sent = (cell: Cell | undefined): null | number | string => {
  if (cell instanceof Uint8Array) return Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString('hex');
  return cell === undefined || typeof cell === 'bigint' ? defect('a row without a value') : cell;
};
