/**
 * Sets statements as PDF in a thread of its own, started while the run still reads and counts: typesetting is half of a
 * statement's time, and the other core has nothing else to do. What it prints is what `renderPdf` makes.
 */
import {Worker} from 'node:worker_threads';
import type {Statement} from '#document/statement';
import {Defect} from '#kit/defect';

export type Printed = {readonly id: number} & ({readonly bytes: Uint8Array} | {readonly failed: string});

// Under type stripping the modules are .ts, in the package .js.
const script = new URL(import.meta.url.endsWith('.ts') ? './print-thread.ts' : './print-thread.js', import.meta.url);

interface Waiting {
  done(bytes: Uint8Array): void;
  failed(why: Error): void;
}

let thread: Worker | undefined;
let sent = 0;
const waiting = new Map<number, Waiting>();

/** Starts the thread, if it has not; it ends with the process. */
export function warmPrinter(): Worker {
  if (thread !== undefined) return thread;
  const started = new Worker(script);
  started.unref();
  started.on('message', (printed: Printed) => {
    const asked = waiting.get(printed.id);
    waiting.delete(printed.id);
    if (waiting.size === 0) started.unref();
    if ('bytes' in printed) asked?.done(printed.bytes);
    else asked?.failed(new Defect(printed.failed));
  });
  started.on('error', (why) => {
    thread = undefined;
    for (const {failed} of waiting.values()) failed(why);
    waiting.clear();
  });
  thread = started;
  return started;
}

export function print(statement: Statement): Promise<Uint8Array> {
  const printer = warmPrinter();
  printer.ref();
  const id = ++sent;
  return new Promise((done, failed) => {
    waiting.set(id, {done, failed});
    printer.postMessage({id, statement});
  });
}
