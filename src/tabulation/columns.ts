/**
 * Unit records in columns: what was recorded under a concept, numbered. Two records share a number when they have the same
 * code in the same stretch of the list's life, so a number reads the same at every level, and is read only once.
 */
import type {Code, CodeList} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {PlainDate} from '#kit/plain-date';
import {type Alike, howMany} from './alike.ts';
import {type Coded, countJoint, countWeighted, type Joint, type Values} from './count.ts';
import type {Reading} from './definitions.ts';
import {stretchAt, stretchesOf} from './level.ts';

export interface Column extends Coded {
  readonly recorded: readonly Recorded[];
}

/** What a value stands for: a code as recorded, and a day on which to read it. */
export interface Recorded {
  readonly code: Code | undefined;
  readonly on: PlainDate;
}

/** The units of one kind, by column. */
export interface UnitColumns {
  readonly rows: number;
  /** How many units each row is; undefined: one. */
  readonly units: Uint32Array | undefined;
  readonly column: (reading: Reading) => Column;
}

/** Each column is made when it is first asked for. */
export function columnsOf(records: readonly Alike[]): UnitColumns {
  const made = new Map<string, Column>();
  const column = ({concept: {of}, list}: Reading) => found(made, `${of} ${list.id}`, () => columnOf(records, of, list));
  return {rows: records.length, units: unitsOf(records), column};
}

export const unitsOf = (records: readonly Alike[]): Uint32Array | undefined =>
  records.some(({units}) => units !== undefined) ? Uint32Array.from(records, howMany) : undefined;

export const countRows = ({rows, units}: UnitColumns, columns: readonly Coded[]): Joint =>
  units === undefined ? countJoint(columns, {from: 0, to: rows}) : countWeighted(columns, units);

function columnOf(records: readonly Alike[], of: ConceptId, list: CodeList): Column {
  const starts = stretchesOf(list);
  const stretches = new Map<PlainDate, number>();
  const stretch = (on: PlainDate): number => found(stretches, on, () => stretchAt(starts, on));

  const numbers = new Map<string, number>();
  const recorded: Recorded[] = [];
  const numbered = records.map(({codes, on}) => {
    const code = codes[of]?.[0];
    // No code is empty, so what is absent has a key of its own.
    return found(numbers, `${stretch(on)} ${code ?? ''}`, () => recorded.push({code, on}) - 1);
  });
  return {values: narrowest(recorded.length, numbered), size: Math.max(1, recorded.length), recorded};
}

function found<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

export function narrowest(size: number, values: readonly number[]): Values {
  if (size <= 2 ** 8) return Uint8Array.from(values);
  return size <= 2 ** 16 ? Uint16Array.from(values) : Uint32Array.from(values);
}
