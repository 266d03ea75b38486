/** What is in an office's folder: every sheet of every file that is a table, and why the others are not. */
import {basename, dirname, join} from 'node:path';
import {type SheetSeen, UNMARKED} from '#adoption/sheet-seen';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import type {FileRow} from '#intake/cell';
import {textOf} from '#intake/cell';
import {kindOf} from '#intake/file-kind';
import {guessCsv} from '#intake/guess-csv';
import {LIMITS} from '#intake/limits';
import {openFile} from '#intake/open-file';
import {inMemory} from '#intake/peek';
import {readBook, warmSheetReader} from '#intake/read-sheet';
import {sha256} from '#kit/digest';
import {done, type Outcome, refuse} from '#kit/outcome';
import {exists, isFile, isFolder, permitted, readFolder} from './effects.ts';

export interface Survey {
  readonly folder: string;
  readonly files: readonly FileSeen[];
  readonly sheets: readonly SheetSeen[];
  /** Files that could not be read, and why. */
  readonly refused: readonly {readonly file: string; readonly refusal: Refusal}[];
  readonly findings: readonly Finding[];
}

export interface FileSeen {
  readonly file: string;
  readonly sha256: string;
}

/** Refused: `no-such-folder`, `not-a-folder`, `no-permission`, `empty-folder`. */
export async function survey(folder: string): Promise<Outcome<Survey, Refusal>> {
  if (await isFile(folder)) return refuse({reason: 'not-a-folder', path: folder});
  if (!(await exists(folder)) || !(await isFolder(folder))) return refuse({reason: 'no-such-folder', path: folder});
  warmSheetReader();
  const files = await permitted(() => readFolder(folder));
  if (files === undefined) return refuse({reason: 'no-permission', path: folder});
  if (files.size === 0) return refuse({reason: 'folder-without-files', path: folder});
  const looked: Looked[] = [];
  // One after another: the reader of sheets is one thread, and a folder is small.
  for (const [file, bytes] of files) looked.push(await lookAt(file, bytes));
  const tables = [...files].filter((_, i) => looked[i]?.isTable === true);
  return done({
    folder,
    files: tables.map(([file, bytes]) => ({file, sha256: sha256(bytes)})),
    sheets: looked.flatMap(({sheets}) => sheets ?? []),
    refused: looked.flatMap(({refused}) => refused ?? []),
    findings: looked.flatMap(({findings}) => findings ?? []),
  });
}

interface Looked {
  readonly isTable: boolean;
  readonly sheets?: readonly SheetSeen[];
  readonly refused?: Survey['refused'];
  readonly findings?: readonly Finding[];
}

async function lookAt(file: string, bytes: Uint8Array): Promise<Looked> {
  const name = basename(file);
  if (name.startsWith('~$')) return {isTable: false, findings: [openElsewhere(file)]};
  const kind = kindOf(bytes);
  const isText = /\.(csv|tsv|txt|tab)$/i.test(name);
  if (kind === 'csv' && !isText)
    return {isTable: false, findings: [passedOver(file, name.slice(name.lastIndexOf('.') + 1).toUpperCase())]};
  if (kind === 'pdf' || kind === 'html' || kind === 'rtf' || /\.(docx?|odt|pptx?|zip)$/i.test(name))
    return {isTable: false, findings: [passedOver(file, kind.toUpperCase())]};
  const read = kind === 'zip' || kind === 'xls' ? await book(file, bytes) : await csv(file, bytes);
  if (!read.ok) return {isTable: true, refused: [{file, refusal: read.refusal}]};
  return {isTable: true, sheets: read.value};
}

const openElsewhere = (file: string): Finding => ({
  rule: 'file-open',
  severity: 'warning',
  facts: {file, of: join(dirname(file), basename(file).slice(2))},
});

const passedOver = (file: string, kind: string): Finding => ({
  rule: 'file-not-a-table',
  severity: 'note',
  facts: {file, kind},
});

async function book(file: string, bytes: Uint8Array): Promise<Outcome<readonly SheetSeen[], Refusal>> {
  if (bytes.length > LIMITS.fileBytes) return refuse({reason: 'file-too-large-inside', file, limit: LIMITS.fileBytes});
  const read = await readBook(file, bytes);
  if (!read.ok) return read;
  const {type, sheets} = read.value;
  return done(
    sheets.map(({name, rows, marks}) => ({
      file,
      sheet: name,
      layout: {type, sheet: name.trim(), decimal: ','},
      rows,
      marks,
    })),
  );
}

async function csv(file: string, bytes: Uint8Array): Promise<Outcome<readonly SheetSeen[], Refusal>> {
  const layout = guessCsv(bytes);
  const opened = await openFile(file, layout, inMemory(bytes), LIMITS);
  if (!opened.ok) return opened;
  const rows: FileRow[] = [];
  for await (const batch of opened.value) {
    if (!batch.ok) return batch;
    rows.push(...batch.value);
  }
  return done([{file, sheet: undefined, layout, rows, marks: UNMARKED}]);
}

export const isEmpty = ({rows}: SheetSeen): boolean =>
  rows.every(({cells}) => cells.every((cell) => textOf(cell) === ''));
