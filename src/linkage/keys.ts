/**
 * Blocking keys as numbers: of each record the hashes of a rule, a rule being keys of fields that must all agree. A name may
 * have several strings under one key; a record then has a hash for each. Hashes that collide only propose a pair too many.
 */
import type {KeyName} from './comparison.ts';
import type {Field} from './field.ts';

export interface RuleKey {
  readonly field: number;
  readonly key: KeyName;
}
export type Rule = readonly RuleKey[];

/** The hashes of all records end to end, each record's sorted; `offsets` has one more than there are records. */
export interface Hashes {
  readonly offsets: Int32Array;
  readonly hashes: Uint32Array;
}

const MOST_OF_ONE = 16;

export class KeyTables {
  readonly #fields: readonly Field[];
  readonly #tables = new Map<string, Hashes>();

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  /** Of each value of a field, the hashes of its strings under a key. */
  #table({field, key}: RuleKey): Hashes {
    const name = `${field} ${key}`;
    const kept = this.#tables.get(name);
    if (kept !== undefined) return kept;
    const coded = this.#fields[field];
    const offsets = new Int32Array((coded?.size ?? 0) + 1);
    const hashes: number[] = [];
    for (let code = 0; code < (coded?.size ?? 0); code++) {
      const strings = new Set(coded?.keys(key, code).slice(0, MOST_OF_ONE));
      for (const string of strings) hashes.push(hashText(string));
      offsets[code + 1] = hashes.length;
    }
    const table = {offsets, hashes: Uint32Array.from(hashes)};
    this.#tables.set(name, table);
    return table;
  }

  hashes(rule: Rule, records: Int32Array): Hashes {
    const parts = rule.map((key) => ({codes: this.#fields[key.field]?.codes, table: this.#table(key)}));
    const offsets = new Int32Array(records.length + 1);
    let hashes = new Uint32Array(Math.max(16, records.length));
    // A hash and a record's place together are exact in a double.
    const shift = Math.max(0, Math.ceil(Math.log2(Math.max(2, records.length))) - 22);
    let size = 0;
    let found: number[] = [];
    for (let r = 0; r < records.length; r++) {
      const record = records[r] ?? 0;
      found = [0x811c9dc5];
      for (const {codes, table} of parts) {
        const code = codes?.[record] ?? -1;
        found = code < 0 ? [] : combine(found, table, code);
      }
      if (found.length > 1) found = [...new Set(found)].sort((a, b) => a - b);
      if (size + found.length > hashes.length) hashes = larger(hashes, size + found.length);
      for (const hash of found) hashes[size++] = hash >>> shift;
      offsets[r + 1] = size;
    }
    return {offsets, hashes: hashes.slice(0, size)};
  }
}

function combine(found: readonly number[], {offsets, hashes}: Hashes, code: number): number[] {
  const [from, to] = [offsets[code] ?? 0, offsets[code + 1] ?? 0];
  const [first] = found;
  if (found.length === 1 && to === from + 1 && first !== undefined) return [mix(first, hashes[from] ?? 0)];
  const all: number[] = [];
  for (const one of found) for (let at = from; at < to; at++) all.push(mix(one, hashes[at] ?? 0));
  return all.slice(0, MOST_OF_ONE);
}

/** 31 bits. */
function mix(a: number, b: number): number {
  let mixed = Math.imul(a ^ (b >>> 15), 0x2c1b3c6d) + b;
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 1;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function larger(of: Uint32Array<ArrayBuffer>, atLeast: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.max(atLeast, of.length * 2));
  grown.set(of);
  return grown;
}

const BUCKETS = 1 << 22;

/** The pairs a rule proposes, counted without sorting. */
export function countPairs({hashes}: Hashes, buckets = new Uint32Array(BUCKETS)): number {
  buckets.fill(0);
  let pairs = 0;
  for (const hash of hashes) {
    const at = hash & (BUCKETS - 1);
    const before = buckets[at] ?? 0;
    pairs += before;
    buckets[at] = before + 1;
  }
  return pairs;
}
