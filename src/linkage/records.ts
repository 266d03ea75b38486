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

const TOLD_EVERY = 10_000;

export function readRecords({columns, rows}: Table, wanted: readonly string[], told: (rows: number) => void): Records {
  const building = wanted.map((name) => ({name, at: columns.indexOf(name), column: new GrowingColumn()}));
  let size = 0;
  for (const row of rows) {
    for (const {at, column} of building) column.add(row[at] ?? '');
    if (++size % TOLD_EVERY === 0) told(size);
  }
  const built = new Map(building.map(({name, column}) => [name, column.built()]));
  return {size, column: (name) => built.get(name) ?? EMPTY};
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
