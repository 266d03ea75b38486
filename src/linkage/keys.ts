/**
 * Blocking keys as numbers: of each record the hashes of a rule, a rule being keys of fields that must all agree. A name may
 * have several strings under one key; a record then has a hash for each. Hashes that collide only propose a pair too many.
 */
import type {KeyName} from './comparison.ts';
import {EXACT, type Field} from './field.ts';

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

  /** Of each value of a field, the hashes of its strings under a key; those of all its parts are made at once. */
  #table({field, key}: RuleKey): Hashes {
    const coded = this.#fields[field];
    if (coded !== undefined && !this.#tables.has(`${field} ${key}`)) {
      const keys = key === EXACT ? [EXACT] : coded.keyNames.filter((name) => name !== EXACT);
      for (const [name, table] of tablesOf(coded, keys)) this.#tables.set(`${field} ${name}`, table);
    }
    return this.#tables.get(`${field} ${key}`) ?? NONE;
  }

  hashes(rule: Rule, records: Int32Array): Hashes {
    const codes = rule.map(({field}) => this.#fields[field]?.codes ?? NOBODY);
    const tables = rule.map((key) => this.#table(key));
    const offsets = new Int32Array(records.length + 1);
    let hashes = new Uint32Array(Math.max(16, records.length));
    let found = new Uint32Array(MOST_OF_ONE);
    let next = new Uint32Array(MOST_OF_ONE);
    // A hash and a record's place together are exact in a double.
    const shift = Math.max(0, Math.ceil(Math.log2(Math.max(2, records.length))) - 22);
    let size = 0;
    for (let r = 0; r < records.length; r++) {
      const record = records[r] ?? 0;
      let length = 1;
      found[0] = 0x811c9dc5;
      for (let part = 0; part < tables.length && length > 0; part++) {
        length = combine(found, length, tables[part] ?? NONE, codes[part]?.[record] ?? -1, next);
        const last = found;
        found = next;
        next = last;
      }
      if (length > 1) length = sortDistinct(found, length);
      if (size + length > hashes.length) hashes = larger(hashes, size + length);
      for (let at = 0; at < length; at++) hashes[size++] = (found[at] ?? 0) >>> shift;
      offsets[r + 1] = size;
    }
    return {offsets, hashes: hashes.slice(0, size)};
  }
}

const NONE: Hashes = {offsets: new Int32Array(1), hashes: new Uint32Array(0)};

const NOBODY = new Int32Array(0);

function tablesOf(field: Field, keys: readonly KeyName[]): ReadonlyMap<KeyName, Hashes> {
  const building = keys.map((key) => ({
    key,
    offsets: new Int32Array(field.size + 1),
    hashes: [] as number[],
  }));
  for (let code = 0; code < field.size; code++) {
    for (const {key, offsets, hashes} of building) {
      const strings = field.keys(key, code);
      if (strings.length === 1) hashes.push(hashText(strings[0] ?? ''));
      else for (const string of new Set(strings.slice(0, MOST_OF_ONE))) hashes.push(hashText(string));
      offsets[code + 1] = hashes.length;
    }
  }
  return new Map(building.map(({key, offsets, hashes}) => [key, {offsets, hashes: Uint32Array.from(hashes)}]));
}

/** Each hash so far with each of a value's, as far as there is room; how many that are. */
function combine(found: Uint32Array, length: number, table: Hashes, code: number, into: Uint32Array): number {
  if (code < 0) return 0;
  const {offsets, hashes} = table;
  const to = offsets[code + 1] ?? 0;
  let size = 0;
  for (let one = 0; one < length; one++)
    for (let at = offsets[code] ?? 0; at < to && size < MOST_OF_ONE; at++)
      into[size++] = mix(found[one] ?? 0, hashes[at] ?? 0);
  return size;
}

function sortDistinct(hashes: Uint32Array, length: number): number {
  let distinct = 0;
  for (let next = 0; next < length; next++) {
    const hash = hashes[next] ?? 0;
    let at = distinct;
    while (at > 0 && (hashes[at - 1] ?? 0) > hash) at--;
    if (at > 0 && hashes[at - 1] === hash) continue;
    hashes.copyWithin(at + 1, at, distinct++);
    hashes[at] = hash;
  }
  return distinct;
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

const FEWEST_SLOTS = 1 << 10;

/** Hashes met, each plus one, and how often; counted in by each call, which clears what it takes. */
let met = new Uint32Array(0);
let times = new Uint32Array(0);

/** The pairs a rule proposes, counted without sorting. */
export function countPairs({hashes}: Hashes): number {
  let slots = FEWEST_SLOTS;
  while (slots < hashes.length * 2) slots *= 2;
  if (met.length < slots) {
    met = new Uint32Array(slots);
    times = new Uint32Array(slots);
  } else met.fill(0, 0, slots);
  const last = slots - 1;
  let pairs = 0;
  for (let at = 0; at < hashes.length; at++) {
    const hash = (hashes[at] ?? 0) + 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & last;
    while (met[slot] !== 0 && met[slot] !== hash) slot = (slot + 1) & last;
    const before = met[slot] === 0 ? 0 : (times[slot] ?? 0);
    met[slot] = hash;
    times[slot] = before + 1;
    pairs += before;
  }
  return pairs;
}
