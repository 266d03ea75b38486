/** A sheet of an XLSX or ODS, read in a thread that is ended when it takes too long or too much. */
import {Worker} from 'node:worker_threads';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {FileRow} from './cell.ts';
import {LIMITS, type Limits} from './limits.ts';
import type {BookRead, BookRequest, SheetRead, SheetRequest} from './sheet-read.ts';
import type {SheetType} from './source-format.ts';

export interface SheetFile {
  readonly file: string;
  readonly type: SheetType;
  readonly sheet?: string | undefined;
}

export async function readSheet(
  {file, type, sheet}: SheetFile,
  bytes: Uint8Array,
  limits: Limits,
): Promise<Outcome<readonly FileRow[], Refusal>> {
  const asked = {want: 'rows', bytes, type, sheet, inflated: limits.inflatedBytes, cells: limits.cells} as const;
  const read = await inThread<SheetRead>(asked, limits);
  if (read === 'gave-up') return refuse({reason: 'reader-gave-up', file, seconds: limits.seconds});
  if (!('fault' in read)) return done(read.rows);
  return refuse(refusalOf(read, {file, type, sheet}, limits));
}

/** Every sheet of a workbook, of whatever kind it is, with what it says by other means than words. */
export async function readBook(
  file: string,
  bytes: Uint8Array,
  limits: Limits = LIMITS,
): Promise<Outcome<Extract<BookRead, {readonly sheets: unknown}>, Refusal>> {
  const asked = {want: 'book', bytes, inflated: limits.inflatedBytes, cells: limits.cells} as const;
  const read = await inThread<BookRead>(asked, limits);
  if (read === 'gave-up') return refuse({reason: 'reader-gave-up', file, seconds: limits.seconds});
  return 'fault' in read ? refuse(refusalOf(read, {file, type: 'xlsx'}, limits)) : done(read);
}

type SheetFault = Extract<SheetRead, {readonly fault: unknown}>;

function refusalOf(read: SheetFault, {file, type, sheet}: SheetFile, limits: Limits): Refusal {
  switch (read.fault) {
    case 'no-such-sheet':
      return {reason: 'no-such-sheet', file, sheet: sheet ?? '', found: read.names};
    case 'encrypted':
      return {reason: 'password-protected', file};
    case 'too-large':
      return {reason: 'file-too-large-inside', file, limit: limits.inflatedBytes};
    case 'another-kind':
      return {reason: 'wrong-format', file, expected: type.toUpperCase(), found: read.found.toUpperCase()};
    default:
      return {reason: 'wrong-format', file, expected: type.toUpperCase(), found: read.fault};
  }
}

// Under type stripping the modules are .ts, in the package .js.
const script = new URL(import.meta.url.endsWith('.ts') ? './sheet-worker.ts' : './sheet-worker.js', import.meta.url);

/** The thread of the last file, kept for the next: starting one takes longer than reading most sheets. It keeps nothing of a file. */
let waiting: {readonly worker: Worker; readonly megabytes: number} | undefined;

/** Starts the thread before there is a file for it. */
export function warmSheetReader({megabytes}: Limits = LIMITS): void {
  if (waiting !== undefined) return;
  const worker = threadOf(megabytes);
  worker.unref();
  waiting = {worker, megabytes};
}

function threadOf(megabytes: number): Worker {
  const kept = waiting;
  waiting = undefined;
  if (kept?.megabytes === megabytes) return kept.worker;
  void kept?.worker.terminate();
  return new Worker(script, {resourceLimits: {maxOldGenerationSizeMb: megabytes}});
}

function inThread<T>(request: SheetRequest | BookRequest, {seconds, megabytes}: Limits): Promise<T | 'gave-up'> {
  return new Promise((resolve) => {
    const worker = threadOf(megabytes);
    worker.ref();
    const finish = (answer: T | 'gave-up') => {
      clearTimeout(timer);
      worker.off('message', finish);
      worker.off('error', giveUp);
      if (answer === 'gave-up' || waiting !== undefined) void worker.terminate();
      else {
        worker.unref();
        waiting = {worker, megabytes};
      }
      resolve(answer);
    };
    const timer = setTimeout(() => finish('gave-up'), seconds * 1000);
    worker.once('message', finish);
    // Out of memory, or a fault in the reader that even its own catch did not see.
    const giveUp = () => finish('gave-up');
    worker.once('error', giveUp);
    worker.postMessage(request);
  });
}
