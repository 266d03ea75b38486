/**
 * Opens a register's file: ours and no other program's, alone, in the newest shape. A file that is not a register is not
 * touched, and of one that is brought forward a copy is kept as it was.
 */
import {closeSync, existsSync, mkdtempSync, openSync, readdirSync, renameSync, rmdirSync, rmSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {Refusal} from '#concepts/refusal';
import {defect} from '#kit/defect';
import {isForbidden} from '#kit/forbidden';
import {done, type Outcome, refuse} from '#kit/outcome';
import {APPLICATION_ID, STEPS} from './sqlite-schema.ts';

/** Makes an empty register where there is no file. Refused: `register-in-use`, `register-not-readable`, `no-permission`. */
export function openDatabase(path: string, steps = STEPS): Outcome<DatabaseSync, Refusal> {
  if (NO_FILE.has(path)) return refuse({reason: 'register-not-readable', path, why: 'this is not the name of a file'});
  const claimed = claim(path);
  if (!claimed.ok) return claimed;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, {enableDoubleQuotedStringLiterals: false});
    // Held from the first read to the end: a second process is refused rather than made to wait.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    const found = shapeOf(database);
    const strange = strangeness(found, steps.length);
    if (strange !== undefined) throw new Unreadable(strange);
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -262144;
      BEGIN EXCLUSIVE;
      COMMIT;
    `);
    if (found.version > 0 && found.version < steps.length) keep(database, `${path}.version-${found.version}`);
    migrate(database, steps);
    if (schemaOf(database) !== schemaOfRegisters(steps)) throw new Unreadable('its tables are not those of a register');
    return done(database);
  } catch (error) {
    database?.close();
    return refused(error, path);
  }
}

/** Names under which SQLite keeps a database nowhere: what was received would be gone at the end. */
const NO_FILE: ReadonlySet<string> = new Set(['', ':memory:']);

/** The way back: an earlier program opens the copy. A half one is never under its name; one that is there already is left. */
function keep(database: DatabaseSync, copy: string): void {
  if (existsSync(copy)) return;
  const half = `${copy}.half`;
  rmSync(half, {force: true});
  closeSync(openSync(half, 'wx', 0o600));
  database.prepare('VACUUM INTO ?').run(half);
  renameSync(half, copy);
}

/** Whoever is erased is in no copy: none is kept then, and the way back is a backup's. */
export function dropCopies(database: DatabaseSync): void {
  const path = database.location();
  if (path === null) return;
  const isCopy = (name: string) => name.startsWith(`${basename(path)}.version-`);
  for (const name of readdirSync(dirname(path)).filter(isCopy)) rmSync(join(dirname(path), name));
}

/** Runs the steps a register has not had, all or none. */
export function migrate(database: DatabaseSync, steps: readonly string[]): void {
  const {version} = shapeOf(database);
  if (version === steps.length) return;
  database.exec('BEGIN EXCLUSIVE');
  try {
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

interface Shape {
  readonly application: number;
  readonly version: number;
  readonly tables: number;
}

function shapeOf(database: DatabaseSync): Shape {
  const read = (sql: string) => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  return {
    application: read('PRAGMA application_id'),
    version: read('PRAGMA user_version'),
    tables: read('SELECT count(*) FROM sqlite_schema'),
  };
}

function strangeness({application, version, tables}: Shape, newest: number): string | undefined {
  if (application !== APPLICATION_ID) {
    return application === 0 && version === 0 && tables === 0 ? undefined : 'it is a database of another program';
  }
  return version > newest ? `it was made by a newer version (${version})` : undefined;
}

const schemaOf = (database: DatabaseSync): string =>
  JSON.stringify(database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all());

function schemaOfRegisters(steps: readonly string[]): string {
  const fresh = new DatabaseSync(':memory:');
  migrate(fresh, steps);
  const schema = schemaOf(fresh);
  fresh.close();
  return schema;
}

/** The file, readable by its owner alone. */
function claim(path: string): Outcome<void, Refusal> {
  if (existsSync(path)) return done(undefined);
  try {
    closeSync(openSync(path, 'a', 0o600));
    return done(undefined);
  } catch (error) {
    return refuse({reason: isForbidden(error) ? 'no-permission' : 'file-not-writable', path});
  }
}

class Unreadable extends Error {}

const BUSY = 5;
const UNREADABLE: Readonly<Record<number, string>> = {
  8: 'it may not be written',
  10: 'the disk gives an error',
  11: 'it is damaged',
  14: 'it cannot be opened',
  26: 'it is not a database',
};

function refused(error: unknown, path: string): Outcome<never, Refusal> {
  if (error instanceof Unreadable) return refuse({reason: 'register-not-readable', path, why: error.message});
  const code = sqliteCode(error);
  if (code === BUSY) return refuse({reason: 'register-in-use', path});
  const why = code === undefined ? undefined : UNREADABLE[code];
  if (why === undefined) throw error;
  if (mayNot(path)) return refuse({reason: 'no-permission', path});
  return refuse({reason: 'register-not-readable', path, why});
}

/** A register is read and written, and so is its folder, for the journal: else SQLite says that the disk has failed. */
function mayNot(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    rmdirSync(mkdtempSync(join(dirname(path), '.opgor-')));
    return false;
  } catch (error) {
    return isForbidden(error);
  }
}

/** The primary result code; the rest of an extended code only says more of the same. */
function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return defect('what was thrown is no error');
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
