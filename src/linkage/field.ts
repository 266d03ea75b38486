/**
 * One field of all records, coded: each distinct value prepared once, its terms counted, its level against another kept.
 * What a prepared value is stays inside; outside, a value is its code and −1 is missing.
 */
import type {Comparison, KeyName, LevelName} from './comparison.ts';
import type {Column} from './records.ts';

export interface Field {
  readonly name: string;
  readonly kind: string;
  readonly proves: boolean;
  readonly levels: readonly LevelName[];
  readonly priorM: readonly number[];
  /** Per record. */
  readonly codes: Int32Array;
  /** How many distinct values there are. */
  readonly size: number;
  /** The records that have a value, of those that are counted. */
  readonly known: number;
  level(a: number, b: number): number;
  /** How frequent what two values share is among the records, as a share; 1 where frequency does not matter. */
  frequency(a: number, b: number, level: number): number;
  /** The least frequent that a value can share with another. */
  rarest(code: number): number;
  readonly keyNames: readonly KeyName[];
  /** The strings of a blocking key of a value; none where it has none. */
  keys(name: KeyName, code: number): readonly string[];
  text(code: number): string;
  /** The same field, what is known and how frequent it is counted over these records alone. */
  countedOver(records: Int32Array): Field;
}

export interface FieldSetting {
  readonly name: string;
  readonly kind: string;
  readonly proves: boolean;
}

/** The engine's own blocking key: the whole value. */
export const EXACT = 'exact';

export function codedField<P>(setting: FieldSetting, comparison: Comparison<P>, column: Column): Field {
  const {codes, prepared, texts} = prepare(comparison, column);
  const valueAt = (code: number): P => {
    const value = prepared[code];
    if (value === undefined) throw new RangeError('no such value');
    return value;
  };
  const keysAt = latest((code) => comparison.keys?.(valueAt(code)) ?? {});
  const compare = (a: number, b: number) => comparison.level(valueAt(a), valueAt(b));
  const uncounted = {
    ...setting,
    levels: comparison.levels,
    priorM: comparison.priorM,
    codes,
    size: prepared.length,
    level: keptLevels(prepared.length, compare, comparison.slow ?? false),
    keyNames: [EXACT, ...keyNamesOf(comparison, prepared)],
    keys: (name: KeyName, code: number) => (name === EXACT ? [String(code)] : (keysAt(code)[name] ?? [])),
    text: (code: number) => texts[code] ?? '',
  };
  const counted = (counts: Int32Array): Field => ({
    ...uncounted,
    ...frequencies(comparison, prepared, valueAt, counts),
    countedOver: (records) =>
      counted(
        countCodes(
          records.map((record) => codes[record] ?? -1),
          prepared.length,
        ),
      ),
  });
  return counted(countCodes(codes, prepared.length));
}

/** How frequent values are, where each is there as often as `counts` says. */
function frequencies<P>(
  comparison: Comparison<P>,
  prepared: readonly P[],
  valueAt: (code: number) => P,
  counts: Int32Array,
): Pick<Field, 'known' | 'frequency' | 'rarest'> {
  const known = counts.reduce((sum, count) => sum + count, 0);
  const terms = comparison.terms === undefined ? undefined : countTerms(comparison, prepared, counts);
  const share = (found: readonly string[]) =>
    found.reduce((product, term) => product * ((terms?.get(term) ?? 1) / Math.max(1, known)), 1);
  const own = Float64Array.from(prepared, (value) => share(comparison.terms?.(value) ?? []));
  const hasOthers = (code: number) => (comparison.others?.(valueAt(code)).length ?? 0) > 0;
  return {
    known,
    frequency: (a, b, at) => {
      if (terms === undefined) return 1;
      if (a === b || (at === 0 && !hasOthers(a) && !hasOthers(b))) return Math.max(own[a] ?? 1, own[b] ?? 1);
      return at === comparison.levels.length - 1 ? 1 : share(comparison.shared?.(valueAt(a), valueAt(b)) ?? []);
    },
    rarest: (code) => (own[code] ?? 1) * share(comparison.others?.(valueAt(code)) ?? []),
  };
}

/** A value's keys are asked for one after the other. */
function latest<T>(of: (code: number) => T): (code: number) => T {
  let last = -1;
  let kept: T | undefined;
  return (code) => {
    if (kept !== undefined && code === last) return kept;
    last = code;
    kept = of(code);
    return kept;
  };
}

/** Codes of what has a value; the rest is missing. */
function prepare<P>(comparison: Comparison<P>, {codes, texts}: Column) {
  const prepared: P[] = [];
  const kept: string[] = [];
  const recoded = Int32Array.from(texts, (text) => {
    const value = comparison.prepare(text);
    if (value === undefined) return -1;
    kept.push(text);
    return prepared.push(value) - 1;
  });
  return {codes: codes.map((code) => recoded[code] ?? -1), prepared, texts: kept};
}

function countCodes(codes: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

function countTerms<P>(comparison: Comparison<P>, prepared: readonly P[], counts: Int32Array) {
  const found = new Map<string, number>();
  prepared.forEach((value, code) => {
    for (const term of new Set([...(comparison.terms?.(value) ?? []), ...(comparison.others?.(value) ?? [])]))
      found.set(term, (found.get(term) ?? 0) + (counts[code] ?? 0));
  });
  return found;
}

const keyNamesOf = <P>(comparison: Comparison<P>, prepared: readonly P[]): readonly KeyName[] => [
  ...new Set(prepared.slice(0, 100).flatMap((value) => Object.keys(comparison.keys?.(value) ?? {}))),
];

const WHOLE_TABLE = 2048;
const SLOTS = 1 << 20;

/** Levels by pair of codes: all of them where there are few values, the latest of each slot where there are many and it pays. */
function keptLevels(size: number, compare: (a: number, b: number) => number, slow: boolean) {
  if (size <= WHOLE_TABLE) {
    const table = new Int8Array(size * size).fill(-1);
    return (a: number, b: number) => {
      const at = a < b ? a * size + b : b * size + a;
      const kept = table[at] ?? -1;
      if (kept >= 0) return kept;
      const found = compare(a, b);
      table[at] = found;
      return found;
    };
  }
  if (!slow) return compare;
  const pairs = new Float64Array(SLOTS).fill(-1);
  const levels = new Int8Array(SLOTS);
  return (a: number, b: number) => {
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const pair = low * size + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 12;
    if (pairs[slot] === pair) return levels[slot] ?? 0;
    const found = compare(a, b);
    pairs[slot] = pair;
    levels[slot] = found;
    return found;
  };
}
