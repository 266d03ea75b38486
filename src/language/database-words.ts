/** What is said of a register that is moved between a file and a database. */
export interface DatabaseWords {
  readonly moved: (from: string, to: string) => string;
  /** A move that was cut short after the copy was made: it was compared again. */
  readonly wasThere: (from: string, to: string) => string;
  readonly rehearsed: (from: string, to: string) => string;
  readonly table: string;
  readonly rows: string;
  readonly digest: string;
  readonly proven: (tables: number, rows: number) => string;
  /** The workspace uses the copy from now on. */
  readonly usedNow: (to: string) => string;
  readonly stays: (from: string) => string;
  /** Somebody was erased, and is not erased there. */
  readonly notErasedIn: (from: string) => string;
}
