/**
 * The parts of a zip, inflated under a limit that counts what really comes out: sizes in headers are only claims.
 * Read by the central directory, so parts that overlap are counted as often as they are named.
 */
import {inflateRawSync} from 'node:zlib';
import {done, type Outcome, refuse} from '#kit/outcome';

export type Parts = ReadonlyMap<string, Uint8Array>;
export type ZipFault = 'damaged' | 'encrypted' | 'too-large';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_PARTS = 10_000;

export function unzip(bytes: Uint8Array, limit: number): Outcome<Parts, ZipFault> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(zip);
  if (end === undefined) return refuse('damaged');
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return refuse('too-large');

  const parts = new Map<string, Uint8Array>();
  let left = limit;
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const entry = readEntry(zip, at);
    if (entry === undefined) return refuse('damaged');
    if (entry.encrypted) return refuse('encrypted');
    const part = inflate(zip, entry, left);
    if (typeof part === 'string') return refuse(part);
    left -= part.length;
    parts.set(entry.name, part);
    at = entry.next;
  }
  return done(parts);
}

/** The end record is last but for a comment of at most 64 kB. */
function endRecord(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--)
    if (zip.readUInt32LE(at) === END) return at;
  return undefined;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly local: number;
  readonly next: number;
}

function readEntry(zip: Buffer, at: number): Entry | undefined {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined;
  const named = at + 46 + zip.readUInt16LE(at + 28);
  return {
    name: zip.toString('utf8', at + 46, named),
    encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    local: zip.readUInt32LE(at + 42),
    next: named + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  };
}

function inflate(zip: Buffer, {method, packed, local}: Entry, left: number): Uint8Array | ZipFault {
  if (local + 30 > zip.length) return 'damaged';
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + packed > zip.length) return 'damaged';
  const data = zip.subarray(from, from + packed);
  if (method === 0) return packed > left ? 'too-large' : data;
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(data, {maxOutputLength: Math.max(1, left)});
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged';
  }
}
