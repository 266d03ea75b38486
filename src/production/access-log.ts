/**
 * Who looked at what, `workbench/access.jsonl`: one event a line, each naming the SHA-256 of the line before, on disk before what
 * it tells of is shown (LED Article 25). It names people of the office by their accounts, and persons by record number alone.
 */
import {type FileHandle, mkdir, open, truncate} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {exists, readBytes} from './effects.ts';

const Event = z.strictObject({
  number: z.int().positive(),
  previous: z.string().nullable(),
  at: z.string(),
  /** The account; `-` before anyone is signed in. */
  who: z.string(),
  verb: z.string(),
  /** What was asked for: a page's own address, never what was typed into it. */
  what: z.string(),
  /** How it was answered: shown, changed, refused and why. */
  answer: z.string(),
  /** Record numbers that were shown. */
  records: z.array(z.string()).readonly().optional(),
  why: z.string().optional(),
});

export type AccessEvent = Readonly<z.infer<typeof Event>>;
export type Access = Omit<AccessEvent, 'number' | 'previous' | 'at'>;

export interface AccessLog {
  /** On disk when it resolves. */
  add(access: Access, at: Instant): Promise<void>;
  events(): Promise<readonly AccessEvent[]>;
  /** How many lines are on the disk, and the digest of the last. */
  durable(): Pick<CheckedLog, 'number' | 'head'>;
  close(): Promise<void>;
}

export const ACCESS_LOG = join('workbench', 'access.jsonl');

/**
 * Refused: `access-log-faulty`, and nothing is added to such a log. A last line that was cut off in the writing told of nothing
 * that was shown: it is taken away.
 */
export async function openAccessLog(workspace: string): Promise<Outcome<AccessLog, Refusal>> {
  const path = join(workspace, ACCESS_LOG);
  await mkdir(join(workspace, 'workbench'), {recursive: true});
  const whole = await wholeLines(path);
  if (whole !== undefined) await truncate(path, whole);
  const sound = await checkAccessLog(workspace);
  if (!sound.ok) return sound;
  const file = await open(path, 'a', 0o600);
  return done(new AccessLogFile(path, file, sound.value));
}

interface Waiting {
  readonly line: string;
  done(): void;
  failed(why: unknown): void;
}

/** Lines that come while others are on their way to the disk go there together. */
class AccessLogFile implements AccessLog {
  readonly #path: string;
  readonly #file: FileHandle;
  /** As it is on the disk. */
  #durable: Pick<CheckedLog, 'number' | 'head'>;
  /** As it will be when all that waits is there. */
  #next: Pick<CheckedLog, 'number' | 'head'>;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(path: string, file: FileHandle, {number, head}: CheckedLog) {
    this.#path = path;
    this.#file = file;
    this.#durable = {number, head};
    this.#next = this.#durable;
  }

  add(access: Access, at: Instant): Promise<void> {
    const {number, head} = this.#next;
    const line = canonicalJson({...access, number: number + 1, previous: head, at});
    this.#next = {number: number + 1, head: sha256(line)};
    const added = new Promise<void>((resolve, failed) => this.#waiting.push({line, done: resolve, failed}));
    this.#writing ??= this.#write();
    return added;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const together = this.#waiting;
      this.#waiting = [];
      const {size} = await this.#file.stat();
      try {
        await this.#file.appendFile(together.map(({line}) => `${line}\n`).join(''));
        await this.#file.datasync();
        const last = together.at(-1)?.line ?? '';
        this.#durable = {number: this.#durable.number + together.length, head: sha256(last)};
        for (const one of together) one.done();
      } catch (why) {
        await this.#takeBack(size, [...together, ...this.#waiting], why);
      }
    }
    this.#writing = undefined;
  }

  /** What could not be written, and what follows from it, never was: the next line follows from the last on the disk. */
  async #takeBack(size: number, lost: readonly Waiting[], why: unknown): Promise<void> {
    this.#waiting = [];
    this.#next = this.#durable;
    await this.#file.truncate(size).catch(() => undefined);
    for (const one of lost) one.failed(why);
  }

  durable(): Pick<CheckedLog, 'number' | 'head'> {
    return this.#durable;
  }

  async events(): Promise<readonly AccessEvent[]> {
    await this.#writing;
    return eventsIn(Buffer.from(await readBytes(this.#path)).toString('utf8')).events;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }
}

/** How many bytes the whole lines are; undefined where there is nothing but whole lines. */
async function wholeLines(path: string): Promise<number | undefined> {
  if (!(await exists(path))) return undefined;
  const bytes = await readBytes(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  return end === bytes.length ? undefined : end;
}

export interface CheckedLog {
  readonly number: number;
  /** SHA-256 of the last line. */
  readonly head: string | null;
  readonly events: readonly AccessEvent[];
}

/** From its first line to its last. Refused: `access-log-faulty`, with the first line that does not follow from the one before. */
export async function checkAccessLog(workspace: string): Promise<Outcome<CheckedLog, Refusal>> {
  const path = join(workspace, ACCESS_LOG);
  const text = (await exists(path)) ? Buffer.from(await readBytes(path)).toString('utf8') : '';
  const {events, head, fault} = eventsIn(text);
  return fault === undefined
    ? done({number: events.length, head, events})
    : refuse({reason: 'access-log-faulty', path, line: fault});
}

export function eventsIn(text: string): {
  readonly events: readonly AccessEvent[];
  readonly head: string | null;
  readonly fault: number | undefined;
} {
  const events: AccessEvent[] = [];
  let head: string | null = null;
  const lines = text.split('\n');
  const torn = lines.pop();
  for (const [i, line] of lines.entries()) {
    const event = parsed(line);
    const follows = event !== undefined && event.number === i + 1 && event.previous === head;
    if (!follows || canonicalJson(event) !== line) return {events, head, fault: i + 1};
    events.push(event);
    head = sha256(line);
  }
  return {events, head, fault: torn === '' || torn === undefined ? undefined : lines.length + 1};
}

function parsed(line: string): AccessEvent | undefined {
  try {
    return Event.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
