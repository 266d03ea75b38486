/** The beginning of a stream, looked at and put back. */
import {kindOf} from './file-kind.ts';

export interface Peeked<T> {
  readonly head: readonly T[];
  /** The whole stream, its beginning included. */
  readonly all: AsyncIterable<T>;
}

/** Takes elements until `enough` of them have come or the stream ends. */
export async function peek<T>(stream: AsyncIterable<T>, enough: (head: readonly T[]) => boolean): Promise<Peeked<T>> {
  const rest = stream[Symbol.asyncIterator]();
  const head: T[] = [];
  while (!enough(head)) {
    const next = await rest.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  return {head, all: again(head, rest)};
}

async function* again<T>(head: readonly T[], rest: AsyncIterator<T>): AsyncIterable<T> {
  try {
    yield* head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Bytes in pieces no larger than a reader likes to hold. */
async function* pieces(bytes: Uint8Array, size = 262_144): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All of a stream, or undefined when it is longer than `most`. */
async function collect(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > most) return undefined;
    all.push(piece);
  }
  return Buffer.concat(all);
}

/** A file's beginning; a workbook's is all of it, since it can only be read whole. */
export interface FileBytes {
  readonly beginning: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
}

export const inMemory = (bytes: Uint8Array): FileBytes => ({beginning: bytes, all: pieces(bytes)});

const ENOUGH = 65_536;

/** Undefined: a workbook larger than `most`. */
export async function beginOf(content: AsyncIterable<Uint8Array>, most: number): Promise<FileBytes | undefined> {
  const {head, all} = await peek(
    content,
    (sofar) => sofar.reduce((length, piece) => length + piece.length, 0) >= ENOUGH,
  );
  const beginning = Buffer.concat(head);
  if (kindOf(beginning) !== 'zip' && kindOf(beginning) !== 'xls') return {beginning, all};
  const whole = await collect(all, most);
  return whole === undefined ? undefined : inMemory(whole);
}
