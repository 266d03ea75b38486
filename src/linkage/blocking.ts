/**
 * The pairs to compare: all of them where records are few, else those that agree on a blocking rule, each pair once however
 * many rules propose it. Nothing is kept per pair. A block too large to compare is left out and counted.
 */
import type {Hashes} from './keys.ts';
import {pairsOf} from './random-pairs.ts';

export type Visit = (i: number, j: number) => void;

export interface Candidates {
  /** As proposed, a pair counted once for each rule that proposes it. */
  readonly proposed: number;
  readonly oversized: Oversized;
  /** Every pair once, or one part of `of` of them. */
  visit(visit: Visit, part?: number, of?: number): void;
}

export interface Oversized {
  readonly blocks: number;
  readonly pairs: number;
}

/** Records of one block that are still compared with each other. */
export const LARGEST_BLOCK = 4000;

export function allPairs(records: Int32Array): Candidates {
  const size = records.length;
  return {
    proposed: pairsOf(size),
    oversized: {blocks: 0, pairs: 0},
    visit(visit, part = 0, of = 1) {
      for (let a = part; a < size; a += of) {
        const i = records[a] ?? 0;
        for (let b = a + 1; b < size; b++) visit(i, records[b] ?? 0);
      }
    },
  };
}

/** Pairs in a block of any rule. `hashes` are the rules' in order, over the same records. */
export function blockedPairs(records: Int32Array, rules: readonly Hashes[]): Candidates {
  const blocks = rules.map((rule) => blocksOf(rule, records.length));
  const proposing = rules.map((rule, at) => proposingOf(rule, blocks[at]?.large ?? new Set()));
  const sum = (of: (block: Blocks) => number) => blocks.reduce((all, one) => all + of(one), 0);
  return {
    proposed: sum(({pairs}) => pairs),
    oversized: {blocks: sum(({large}) => large.size), pairs: sum(({leftOut}) => leftOut)},
    visit(visit, part = 0, of = 1) {
      blocks.forEach(({members, starts, hashes}, rule) => {
        for (let block = part; block < hashes.length; block += of) {
          const hash = hashes[block] ?? 0;
          const to = starts[block + 1] ?? 0;
          for (let a = starts[block] ?? 0; a < to; a++) {
            const i = members[a] ?? 0;
            for (let b = a + 1; b < to; b++) {
              const j = members[b] ?? 0;
              if (isFirst(proposing, rule, i, j, hash)) visit(records[i] ?? 0, records[j] ?? 0);
            }
          }
        }
      });
    },
  };
}

interface Entries {
  /** hash × radix + record, in order. */
  readonly entries: Float64Array;
  readonly radix: number;
}

function sortedEntries({offsets, hashes}: Hashes, records: number): Entries {
  const radix = 2 ** Math.max(1, Math.ceil(Math.log2(records)));
  const entries = new Float64Array(hashes.length);
  for (let record = 0; record < records; record++)
    for (let at = offsets[record] ?? 0; at < (offsets[record + 1] ?? 0); at++)
      entries[at] = (hashes[at] ?? 0) * radix + record;
  return {entries: entries.sort(), radix};
}

function forEachBlock(entries: Float64Array, radix: number, visit: (from: number, to: number, hash: number) => void) {
  for (let from = 0; from < entries.length; ) {
    const hash = Math.floor((entries[from] ?? 0) / radix);
    const next = (hash + 1) * radix;
    let to = from + 1;
    while (to < entries.length && (entries[to] ?? 0) < next) to++;
    if (to - from > 1) visit(from, to, hash);
    from = to;
  }
}

/** The blocks of a rule that are compared, end to end: of a record alone nothing is kept. */
interface Blocks {
  /** Places in `records`. */
  readonly members: Int32Array;
  /** One more than there are blocks. */
  readonly starts: Int32Array;
  readonly hashes: Uint32Array;
  readonly pairs: number;
  /** Hashes of blocks left out, and their pairs. */
  readonly large: ReadonlySet<number>;
  readonly leftOut: number;
}

function blocksOf(rule: Hashes, records: number): Blocks {
  const {entries, radix} = sortedEntries(rule, records);
  const large = new Set<number>();
  let [pairs, leftOut, size, count] = [0, 0, 0, 0];
  forEachBlock(entries, radix, (from, to, hash) => {
    const inside = ((to - from) * (to - from - 1)) / 2;
    if (to - from > LARGEST_BLOCK) {
      large.add(hash);
      leftOut += inside;
      return;
    }
    pairs += inside;
    size += to - from;
    count++;
  });
  const members = new Int32Array(size);
  const starts = new Int32Array(count + 1);
  const hashes = new Uint32Array(count);
  let [at, block] = [0, 0];
  forEachBlock(entries, radix, (from, to, hash) => {
    if (to - from > LARGEST_BLOCK) return;
    for (let entry = from; entry < to; entry++) members[at++] = (entries[entry] ?? 0) % radix;
    hashes[block] = hash;
    starts[++block] = at;
  });
  return {members, starts, hashes, pairs, large, leftOut};
}

/** What a rule compares by: of records with one hash at most that hash alone, of others all of them. */
interface Proposing {
  /** −1: none, or of a block left out. */
  readonly only: Int32Array | undefined;
  readonly all: Hashes;
  readonly large: ReadonlySet<number>;
}

function proposingOf(all: Hashes, large: ReadonlySet<number>): Proposing {
  const {offsets, hashes} = all;
  const records = offsets.length - 1;
  for (let record = 0; record < records; record++)
    if ((offsets[record + 1] ?? 0) - (offsets[record] ?? 0) > 1) return {only: undefined, all, large};
  const only = new Int32Array(records).fill(-1);
  for (let record = 0; record < records; record++) {
    const hash = hashes[offsets[record] ?? 0] ?? -1;
    if ((offsets[record + 1] ?? 0) > (offsets[record] ?? 0) && !large.has(hash)) only[record] = hash;
  }
  return {only, all: NO_HASHES, large};
}

const NO_HASHES: Hashes = {offsets: new Int32Array(1), hashes: new Uint32Array(0)};

/** Whether no earlier rule, and no earlier hash of this one, compares the pair. */
function isFirst(rules: readonly Proposing[], rule: number, i: number, j: number, hash: number): boolean {
  for (let earlier = 0; earlier < rule; earlier++) {
    const one = rules[earlier];
    if (one?.only === undefined ? common(one, i, j) >= 0 : isSame(one.only, i, j)) return false;
  }
  const own = rules[rule];
  return own?.only !== undefined || common(own, i, j) === hash;
}

const isSame = (only: Int32Array, i: number, j: number): boolean => (only[i] ?? -1) >= 0 && only[i] === only[j];

/** The first hash of a compared block that two records share; −1: none. */
function common(rule: Proposing | undefined, i: number, j: number): number {
  if (rule === undefined) return -1;
  const {offsets, hashes} = rule.all;
  const endA = offsets[i + 1] ?? 0;
  const endB = offsets[j + 1] ?? 0;
  let a = offsets[i] ?? 0;
  let b = offsets[j] ?? 0;
  while (a < endA && b < endB) {
    const one = hashes[a] ?? 0;
    const other = hashes[b] ?? 0;
    if (one === other && (rule.large.size === 0 || !rule.large.has(one))) return one;
    if (one <= other) a++;
    else b++;
  }
  return -1;
}
