/**
 * The access log's anchor: digests of its last line, laid outside the workspace as the log grows. Who has the folder can write a log
 * anew that follows from line to line; it will not have these lines at these places.
 */
import {open} from 'node:fs/promises';
import {resolve, sep} from 'node:path';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {type CheckedLog, eventsIn} from './access-log.ts';
import {isFile, permitted, readBytes} from './effects.ts';

/** One a line: the digest of the log's line of this number. */
const Anchor = z.strictObject({at: z.string(), head: z.string(), number: z.int().positive()});
export type Anchor = Readonly<z.infer<typeof Anchor>>;

/** Where the settings lay it. Refused: `anchor-inside`, as whoever can write the log could write it too. */
export function anchorPath(workspace: string, path: string): Outcome<string, Refusal> {
  const at = resolve(workspace, path);
  return `${at}${sep}`.startsWith(`${resolve(workspace)}${sep}`) ? refuse({reason: 'anchor-inside', path}) : done(at);
}

/** On the disk when it resolves; false where it cannot be written. */
export async function layAnchor(
  path: string,
  {number, head}: Pick<CheckedLog, 'number' | 'head'>,
  at: Instant,
): Promise<boolean> {
  if (head === null) return true;
  try {
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(`${canonicalJson({at, head, number} satisfies Anchor)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * The log against what was laid elsewhere: a file of anchors, or an earlier copy of the log, as a backup brings it back.
 * Refused: `anchor-not-readable`, `log-not-as-anchored` with the first line that is not as it was.
 */
export async function checkAnchors({events, number}: CheckedLog, path: string): Promise<Outcome<number, Refusal>> {
  const bytes = (await isFile(path)) ? await permitted(() => readBytes(path)) : undefined;
  const anchors = bytes && anchorsIn(Buffer.from(bytes).toString('utf8'));
  if (anchors === undefined) return refuse({reason: 'anchor-not-readable', path});
  const digests = events.map((event) => sha256(canonicalJson(event)));
  const moved = anchors.find((one) => one.number > number || digests[one.number - 1] !== one.head);
  return moved === undefined
    ? done(anchors.length)
    : refuse({reason: 'log-not-as-anchored', path, line: moved.number, at: moved.at});
}

/** A last line that was cut off in the writing anchors nothing. Undefined: neither anchors nor a log, or none of either. */
function anchorsIn(text: string): readonly Anchor[] | undefined {
  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
  const anchors = lines.flatMap((line) => anchorOf(line) ?? []);
  if (lines.length > 0 && anchors.length === lines.length) return anchors;
  const {events, head, fault} = eventsIn(text);
  const last = events.at(-1);
  return fault === undefined && last !== undefined && head !== null
    ? [{at: last.at, head, number: last.number}]
    : undefined;
}

function anchorOf(line: string): Anchor | undefined {
  try {
    return Anchor.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
