/**
 * The tables of a register, the same in every store, with the order in which a copy is made and proven. What each is for is
 * told in `sqlite-schema.ts`.
 */
import type {Cell} from './rows.ts';

export type ColumnKind = 'integer' | 'text' | 'bytes';

export interface Table {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[];
  /** Its rows are in the order of these, by their bytes. */
  readonly key: readonly string[];
}

const table = (name: string, key: readonly string[], columns: Readonly<Record<string, ColumnKind>>): Table => ({
  name,
  key,
  columns: Object.entries(columns),
});

/** Whatever a row refers to is in a table before its own. */
export const TABLES: readonly Table[] = [
  table('register', ['name'], {name: 'text', value: 'text'}),
  table('submission', ['id'], {
    id: 'integer',
    source: 'text',
    file: 'text',
    sha256: 'text',
    recorded_at: 'text',
    recorded_by: 'text',
    rows: 'integer',
    control_totals: 'text',
    held: 'integer',
  }),
  table('person', ['serial'], {serial: 'integer', wrapped_key: 'bytes'}),
  table('identity', ['serial', 'version'], {
    serial: 'integer',
    version: 'integer',
    submission: 'integer',
    ciphertext: 'bytes',
  }),
  table('token', ['token', 'serial'], {token: 'bytes', serial: 'integer', joins: 'integer'}),
  table('tombstone', ['tombstone', 'serial'], {tombstone: 'bytes', serial: 'integer'}),
  table('fact', ['id'], {
    id: 'integer',
    serial: 'integer',
    kind: 'text',
    valid_on: 'text',
    submission: 'integer',
    row: 'integer',
    body: 'text',
  }),
  table('source_row', ['source', 'key'], {
    source: 'text',
    key: 'bytes',
    digest: 'bytes',
    serial: 'integer',
    facts: 'text',
    by_content: 'integer',
  }),
];

/** Values in the order of the table's columns. */
export type Values = readonly Cell[];

/** The tables as they are, while nobody changes them. */
export interface TablesRead {
  /** In the order of the key, in batches. */
  rows(table: Table): AsyncIterable<readonly Values[]>;
}

export interface TablesFilled extends TablesRead {
  fill(table: Table, rows: readonly Values[]): Promise<void>;
}

/** A store whose tables can be copied whole, and filled from another's. */
export interface Copied {
  /** One moment of the register: nobody writes meanwhile. */
  reading<T>(work: (tables: TablesRead) => Promise<T>): Promise<T>;
  /** One transaction: all that was filled, or nothing where it rejects. */
  filling<T>(work: (tables: TablesFilled) => Promise<T>): Promise<T>;
}
