/** The recount in a thread of its own, while the caller counts the same facts its own way. */
import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import {
  factsAsAt,
  type QueryDoor,
  type RecountDefinitions,
  type RecountedCell,
  type RecountRequest,
} from './recount.ts';

/** What the thread is told: facts, batch after batch; then what to count. Each is answered. */
export type Told =
  | {readonly facts: readonly FactRow[]}
  | {readonly count: RecountDefinitions; readonly request: RecountRequest};

// Under type stripping the modules are .ts, in the package .js.
const script = new URL(
  import.meta.url.endsWith('.ts') ? './recount-thread.ts' : './recount-thread.js',
  import.meta.url,
);

let warmed: Worker | undefined;

/** Starts the thread that the next recount will use, where it is known beforehand that there will be one. */
export function warmRecount(): void {
  if (warmed !== undefined) return;
  warmed = new Worker(script);
  warmed.unref();
}

export async function recountApart(
  door: QueryDoor,
  {tables, concepts, codeLists, rules, competence}: RecountDefinitions,
  request: RecountRequest,
): Promise<readonly RecountedCell[]> {
  const thread = warmed ?? new Worker(script);
  warmed = undefined;
  thread.ref();
  try {
    for (const facts of factsAsAt(door, request.cutOff)) {
      thread.postMessage({facts} satisfies Told);
      // One at a time: the facts of a large register are not all in two places at once.
      await once(thread, 'message');
    }
    thread.postMessage({count: {tables, concepts, codeLists, rules, competence}, request} satisfies Told);
    const [cells] = await once(thread, 'message');
    return cells;
  } finally {
    await thread.terminate();
  }
}
