/**
 * Sets statements as PDF in a thread of its own, started while the run still reads and counts: typesetting is half of a
 * statement's time, and the other core has nothing else to do. What it prints is what `renderPdf` makes.
 */
import {Worker} from 'node:worker_threads';
import type {Statement} from '#document/statement';
import {Defect} from '#kit/defect';

export type Printed = {readonly bytes: Uint8Array} | {readonly failed: string};

// Under type stripping the modules are .ts, in the package .js.
const script = new URL(import.meta.url.endsWith('.ts') ? './print-thread.ts' : './print-thread.js', import.meta.url);

interface Waiting {
  done(bytes: Uint8Array): void;
  failed(why: Error): void;
}

let thread: Worker | undefined;
/** The thread answers in the order asked. */
let waiting: Waiting[] = [];
const begun = new WeakMap<Statement, Promise<Uint8Array>>();

/** Starts the thread, if it has not; it ends with the process. */
export function warmPrinter(): Worker {
  if (thread !== undefined) return thread;
  const started = new Worker(script);
  started.unref();
  started.on('message', (printed: Printed) => {
    const asked = waiting.shift();
    if (waiting.length === 0) started.unref();
    if ('bytes' in printed) asked?.done(printed.bytes);
    else asked?.failed(new Defect(printed.failed));
  });
  started.on('error', (why) => {
    thread = undefined;
    for (const {failed} of waiting) failed(why);
    waiting = [];
  });
  thread = started;
  return started;
}

/** The PDF of a statement; asked for again, it is the one begun before. */
export function print(statement: Statement): Promise<Uint8Array> {
  const already = begun.get(statement);
  if (already !== undefined) return already;
  const printer = warmPrinter();
  printer.ref();
  printer.postMessage(statement);
  const printed = new Promise<Uint8Array>((done, failed) => waiting.push({done, failed}));
  begun.set(statement, printed);
  return printed;
}

/** Begins to print what will be asked for; what goes wrong is told to whoever asks. */
export function printAhead(statement: Statement): void {
  print(statement).catch(() => undefined);
}
