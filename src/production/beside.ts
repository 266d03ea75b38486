/**
 * The run's second thread: it recounts while the same facts are counted here, then sets in print what is composed here. One
 * thread does both, since nothing is composed before it is recounted. It is started before there is work for it.
 */
import {Worker} from 'node:worker_threads';
import type {Statement} from '#document/statement';
import {Defect, defect} from '#kit/defect';
import type {FactsDoor, RecountDefinitions, RecountedCell, RecountRequest} from '#storage/recount';
import type {FactRow} from '#storage/store';

/** A recount has a number, so that two under way at once do not mix. */
export type Job =
  | {readonly recount: number; readonly take: readonly FactRow[]}
  | {readonly recount: number; readonly count: RecountDefinitions; readonly request: RecountRequest}
  | {readonly recount: number; readonly end: true}
  | {readonly print: Statement};
export type Answer =
  | {readonly done: true}
  | {readonly cells: readonly RecountedCell[]}
  | {readonly bytes: Uint8Array}
  | {readonly failed: string};

// Under type stripping the modules are .ts, in the package .js.
const script = new URL(import.meta.url.endsWith('.ts') ? './beside-thread.ts' : './beside-thread.js', import.meta.url);

interface Waiting {
  done(answer: Answer): void;
  failed(why: Error): void;
}

let thread: Worker | undefined;
/** The thread answers in the order asked. */
let waiting: Waiting[] = [];
let recounts = 0;
const begun = new WeakMap<Statement, Promise<Uint8Array>>();

/** Starts the thread, if it has not; it ends with the process. */
export function warmThread(): Worker {
  if (thread !== undefined) return thread;
  const started = new Worker(script);
  started.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if (waiting.length === 0) started.unref();
    asked?.done(answer);
  });
  started.on('error', (why) => {
    thread = undefined;
    for (const {failed} of waiting) failed(why);
    waiting = [];
  });
  // Last: listening holds the process again.
  started.unref();
  thread = started;
  return started;
}

async function ask(job: Job): Promise<Answer> {
  const asked = warmThread();
  asked.ref();
  asked.postMessage(job);
  const answer = await new Promise<Answer>((done, failed) => waiting.push({done, failed}));
  if ('failed' in answer) throw new Defect(answer.failed);
  return answer;
}

export async function recountBeside(
  door: FactsDoor,
  {tables, concepts, codeLists, rules, competence}: RecountDefinitions,
  request: RecountRequest,
): Promise<readonly RecountedCell[]> {
  const recount = ++recounts;
  // One batch under way: the facts of a large register are not all in two places at once. The last is not waited for, so that
  // counting goes on in the thread while this one counts.
  let taken: Promise<Answer> | undefined;
  let counted: Promise<Answer>;
  try {
    for await (const take of door.recordedFacts(request.cutOff)) {
      await taken;
      taken = ask({recount, take});
    }
    counted = ask({recount, count: {tables, concepts, codeLists, rules, competence}, request});
  } finally {
    // In turn, and not waited for: what is printed next is.
    ask({recount, end: true}).catch(() => undefined);
  }
  const [, answer] = await Promise.all([taken, counted]);
  return 'cells' in answer ? answer.cells : defect('asked for cells');
}

/** The PDF of a statement; asked for again, it is the one begun before. */
export function print(statement: Statement): Promise<Uint8Array> {
  const already = begun.get(statement);
  if (already !== undefined) return already;
  const printed = ask({print: statement}).then((answer) =>
    'bytes' in answer ? answer.bytes : defect('asked for a PDF'),
  );
  begun.set(statement, printed);
  return printed;
}

/** Begins to print what will be asked for; what goes wrong is told to whoever asks. */
export function printAhead(statement: Statement): void {
  print(statement).catch(() => undefined);
}
