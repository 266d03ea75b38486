/** Published tables read from files, whatever their format, and attacked; no workspace, nothing kept. */
import {basename, extname} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import {attackTables, type Attack as TablesAttacked} from '#disclosure/attack';
import {loadSolver} from '#disclosure/linear-program';
import type {PublishedTable} from '#disclosure/published-table';
import {readJsonStat} from '#exchange/read-json-stat';
import {isPx, readPx} from '#exchange/read-px';
import type {LeftOut, ReadTables} from '#exchange/read-tables';
import {readTidy, type TidyRow} from '#exchange/read-tidy';
import type {TableMapping} from '#exchange/table-mapping';
import {textOf} from '#intake/cell';
import {kindOf} from '#intake/file-kind';
import {LIMITS} from '#intake/limits';
import {readCsv} from '#intake/read-csv';
import {readSheet} from '#intake/read-sheet';
import {done, type Outcome, refuse} from '#kit/outcome';
import {permitted, readBytes, streamBytes} from './effects.ts';
import type {Progress} from './progress.ts';
import {inItsEncoding, readable} from './read-table.ts';
import {readTableMapping} from './table-mapping.ts';

export interface AttackRequest {
  readonly files: readonly string[];
  readonly mappingFile: string | undefined;
  /** The least number the publisher prints; 0: a withheld `<5` is at least 1. Undefined: not known. */
  readonly smallestShown: number | undefined;
  readonly seconds: number;
}

export interface Attack extends TablesAttacked {
  /** What the files have besides counts. */
  readonly leftOut: readonly LeftOut[];
}

export async function attackFiles(request: AttackRequest, progress: Progress): Promise<Outcome<Attack, Refusal>> {
  const read = await readAll(request.files, request.mappingFile, request.smallestShown === 0, progress);
  if (!read.ok) return read;
  const {tables, leftOut} = read.value;
  const highs = await loadSolver();
  const until = performance.now() + request.seconds * 1000;
  const secondsLeft = () => (until - performance.now()) / 1000;
  const attacked = attackTables(tables, highs, {
    secondsLeft,
    progress: (some, of) => progress({stage: 'solve', done: Math.floor(some), of}),
  });
  return done({...attacked, leftOut});
}

/** Tables from files of any format that is published in. */
export async function readPublished(
  files: readonly string[],
  mappingFile: string | undefined,
  zerosPrinted = false,
  progress: Progress = () => undefined,
): Promise<Outcome<readonly PublishedTable[], Refusal>> {
  const read = await readAll(files, mappingFile, zerosPrinted, progress);
  return read.ok ? done(read.value.tables) : read;
}

async function readAll(
  files: readonly string[],
  mappingFile: string | undefined,
  zerosPrinted: boolean,
  progress: Progress,
): Promise<Outcome<ReadTables, Refusal>> {
  const mapping = await mappingOf(mappingFile);
  if (!mapping.ok) return mapping;
  const tables: PublishedTable[] = [];
  const leftOut: LeftOut[] = [];
  const names = namesOf(files);
  for (const [i, file] of files.entries()) {
    const read = await readTables(file, {mapping: mapping.value, zerosPrinted, name: names[i] ?? file});
    if (!read.ok) return read;
    // Editions have tables of the same names.
    const own = read.value.tables.map((one) =>
      tables.some(({name}) => name === one.name) ? {...one, name: `${names[i]}/${one.name}`} : one,
    );
    tables.push(...own);
    leftOut.push(...read.value.leftOut);
    progress({stage: 'read', done: i + 1, of: files.length});
  }
  return done({tables, leftOut});
}

/** A file's name without its ending, with the ending or the path where two would be alike. */
function namesOf(files: readonly string[]): readonly string[] {
  const ways = [(file: string) => basename(file, extname(file)), (file: string) => basename(file)];
  for (const way of ways) {
    const names = files.map(way);
    if (new Set(names).size === names.length) return names;
  }
  return files;
}

async function mappingOf(file: string | undefined): Promise<Outcome<TableMapping, Refusal>> {
  if (file === undefined) return done({});
  const there = await readable(file);
  if (!there.ok) return there;
  const bytes = await permitted(() => readBytes(file));
  return bytes === undefined ? refuse({reason: 'no-permission', path: file}) : readTableMapping(file, bytes);
}

interface HowRead {
  readonly name: string;
  readonly mapping: TableMapping;
  readonly zerosPrinted: boolean;
}

async function readTables(path: string, how: HowRead): Promise<Outcome<ReadTables, Refusal>> {
  const there = await readable(path);
  if (!there.ok) return there;
  const bytes = await permitted(() => readBytes(path));
  if (bytes === undefined) return refuse({reason: 'no-permission', path});
  const file = basename(path);
  if (bytes.length === 0) return refuse({reason: 'empty-file', file});
  const kind = kindOf(bytes);
  const text = kind === 'csv' ? decoded(bytes) : undefined;
  if (text !== undefined && /^\s*[[{]/.test(text)) return readJsonStat({file, ...how}, text);
  if (text !== undefined && isPx(text)) return readPx({file, ...how}, text);
  if (kind !== 'zip' && kind !== 'csv' && kind !== 'utf-16')
    return refuse({reason: 'wrong-format', file, expected: 'CSV, JSON-stat, PX, XLSX', found: kind.toUpperCase()});
  const rows = kind === 'zip' ? await sheetRows(file, bytes) : await csvRows(path);
  return rows.ok ? readTidy({file, ...how}, rows.value) : rows;
}

/** PX says its own encoding, and all that say so here are alike in the letters that matter. */
function decoded(bytes: Uint8Array): string {
  const begins = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
  const isOld =
    /CODEPAGE="(iso-8859-1|windows-1252)"/i.test(begins) ||
    (/^CHARSET="ANSI"/.test(begins) && !/CODEPAGE/.test(begins));
  return new TextDecoder(isOld ? 'windows-1252' : 'utf-8').decode(bytes).replace(/^\ufeff/, '');
}

async function csvRows(path: string): Promise<Outcome<readonly TidyRow[], Refusal>> {
  return inItsEncoding(path, async ({delimiter, encoding}) => {
    const rows: TidyRow[] = [];
    for await (const read of readCsv({file: basename(path), delimiter, encoding}, streamBytes(path))) {
      if (!read.ok) return read;
      for (const {row, cells} of read.value) rows.push({row, cells: cells.map(textOf)});
    }
    return done(rows);
  });
}

async function sheetRows(file: string, bytes: Uint8Array): Promise<Outcome<readonly TidyRow[], Refusal>> {
  const asXlsx = await readSheet({file, type: 'xlsx'}, bytes, LIMITS);
  const read =
    !asXlsx.ok && asXlsx.refusal.reason === 'wrong-format' && asXlsx.refusal.found === 'ODS'
      ? await readSheet({file, type: 'ods'}, bytes, LIMITS)
      : asXlsx;
  return read.ok ? done(read.value.map(({row, cells}) => ({row, cells: cells.map(textOf)}))) : read;
}

/** What the edge prints of an attack. */
export type {Withheld} from '#disclosure/attack';
export type {Certificate} from '#disclosure/certificate';
export type {Contradiction} from '#disclosure/contradiction';
export type {Line} from '#disclosure/join-tables';
export {TOTAL} from '#disclosure/published-table';
export type {Proof} from '#disclosure/reckon';
export type {LeftOut} from '#exchange/read-tables';
