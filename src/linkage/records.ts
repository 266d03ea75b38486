/**
 * A table in columns, each distinct text kept once: a cell is a small integer. Only the columns a policy names are read, row
 * by row, so that a file need never be in memory as rows.
 */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

export interface Column {
  /** Per record the place of its text in `texts`. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

export interface Records {
  readonly size: number;
  column(name: string): Column;
}

const EMPTY: Column = {codes: new Int32Array(0), texts: []};

/** Takes a table row by row, however it comes. */
export class RecordBuilder {
  readonly #building: readonly {readonly name: string; readonly at: number; readonly column: GrowingColumn}[];
  #size = 0;

  constructor(columns: readonly string[], wanted: readonly string[]) {
    this.#building = wanted.map((name) => ({name, at: columns.indexOf(name), column: new GrowingColumn()}));
  }

  get size(): number {
    return this.#size;
  }

  add(row: readonly string[]): void {
    for (const {at, column} of this.#building) column.add(row[at] ?? '');
    this.#size++;
  }

  built(): Records {
    const built = new Map(this.#building.map(({name, column}) => [name, column.built()]));
    return {size: this.#size, column: (name) => built.get(name) ?? EMPTY};
  }
}

export function readRecords({columns, rows}: Table, wanted: readonly string[]): Records {
  const builder = new RecordBuilder(columns, wanted);
  for (const row of rows) builder.add(row);
  return builder.built();
}

class GrowingColumn {
  #codes = new Int32Array(1024);
  #size = 0;
  readonly #texts: string[] = [];
  readonly #codeOf = new Map<string, number>();

  add(cell: string): void {
    const text = cell.trim();
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#texts.length;
      this.#codeOf.set(text, code);
      this.#texts.push(text);
    }
    if (this.#size === this.#codes.length) {
      const larger = new Int32Array(this.#size * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    this.#codes[this.#size++] = code;
  }

  built(): Column {
    return {codes: this.#codes.slice(0, this.#size), texts: this.#texts};
  }
}
