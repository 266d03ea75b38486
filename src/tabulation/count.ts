/**
 * The counting kernel: how many units have each combination of values, over columns of small numbers.
 * It knows no table and no list. Ranges of rows can be counted apart and added, since no unit is in two of them.
 */
import {defect} from '#kit/defect';

export type Values = Uint8Array | Uint16Array | Uint32Array;

/** One column: a value below `size` for every row. */
export interface Coded {
  readonly values: Values;
  readonly size: number;
}

/** Counts, row-major over the columns' sizes, the last fastest. */
export type Joint = Uint32Array;

/** From a row to the first row no longer counted. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

const LARGEST = 2 ** 26;
const BLOCK = 4096;

export function jointSize(columns: readonly Pick<Coded, 'size'>[]): number {
  const size = columns.reduce((product, column) => product * column.size, 1);
  return size <= LARGEST ? size : defect(`a table of ${size} combinations`);
}

export function countJoint(columns: readonly Coded[], {from, to}: Rows): Joint {
  const joint = new Uint32Array(jointSize(columns));
  const [a, b, c, d] = columns;
  if (a === undefined) joint[0] = to - from;
  else if (b === undefined) countOne(joint, a.values, from, to);
  else if (c === undefined) countTwo(joint, a.values, b, from, to);
  else if (d === undefined) countThree(joint, a.values, b, c, from, to);
  else if (columns.length === 4) countFour(joint, [a, b, c, d], from, to);
  else countMany(joint, columns, from, to);
  return joint;
}

/** Of rows that stand for so many units each. */
export function countWeighted(columns: readonly Coded[], units: Uint32Array): Joint {
  const joint = new Uint32Array(jointSize(columns));
  const keys = new Uint32Array(units.length);
  for (const column of columns) extend(keys, column, 0, units.length);
  for (let row = 0; row < units.length; row++) joint[keys[row] ?? 0]! += units[row] ?? 0;
  return joint;
}

/** Of ranges counted apart. */
export function addJoint(sum: Joint, part: Joint): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] ?? 0) + (part[cell] ?? 0);
}

function countOne(joint: Joint, values: Values, from: number, to: number): void {
  for (let row = from; row < to; row++) joint[values[row] ?? 0]! += 1;
}

function countTwo(joint: Joint, first: Values, {values, size}: Coded, from: number, to: number): void {
  for (let row = from; row < to; row++) joint[(first[row] ?? 0) * size + (values[row] ?? 0)]! += 1;
}

function countThree(joint: Joint, first: Values, b: Coded, c: Coded, from: number, to: number): void {
  const [second, third] = [b.values, c.values];
  const [stride, last] = [b.size * c.size, c.size];
  for (let row = from; row < to; row++)
    joint[(first[row] ?? 0) * stride + (second[row] ?? 0) * last + (third[row] ?? 0)]! += 1;
}

function countFour(joint: Joint, [a, b, c, d]: readonly [Coded, Coded, Coded, Coded], from: number, to: number): void {
  const [first, second, third, fourth] = [a.values, b.values, c.values, d.values];
  const [outer, middle, inner] = [b.size * c.size * d.size, c.size * d.size, d.size];
  for (let row = from; row < to; row++) {
    const key =
      (first[row] ?? 0) * outer + (second[row] ?? 0) * middle + (third[row] ?? 0) * inner + (fourth[row] ?? 0);
    joint[key]! += 1;
  }
}

/** The joint count of some of its columns, in their order: each unit has one value in every column left out. */
export function reduceJoint(joint: Joint, columns: readonly Coded[], kept: ReadonlySet<Coded>): Joint {
  const reduced = new Uint32Array(jointSize(columns.filter((column) => kept.has(column))));
  const keys = new Uint32Array(1);
  return sumInto(
    reduced,
    joint,
    columns.reduce<Uint32Array>((known, column) => keysWith(known, column, kept), keys),
  );
}

/** For every combination so far, and each value of one more column, the combination of kept columns it is in. */
function keysWith(known: Uint32Array, column: Coded, kept: ReadonlySet<Coded>): Uint32Array {
  const keep = kept.has(column);
  const keys = new Uint32Array(known.length * column.size);
  for (let i = 0; i < keys.length; i++) {
    const before = known[Math.floor(i / column.size)] ?? 0;
    keys[i] = keep ? before * column.size + (i % column.size) : before;
  }
  return keys;
}

function sumInto(reduced: Joint, joint: Joint, keys: Uint32Array): Joint {
  for (let cell = 0; cell < joint.length; cell++) {
    const key = keys[cell] ?? 0;
    reduced[key] = (reduced[key] ?? 0) + (joint[cell] ?? 0);
  }
  return reduced;
}

/** Block by block, so that the keys under construction stay in the cache. */
function countMany(joint: Joint, columns: readonly Coded[], from: number, to: number): void {
  const keys = new Uint32Array(BLOCK);
  for (let start = from; start < to; start += BLOCK) {
    const rows = Math.min(BLOCK, to - start);
    keys.fill(0);
    for (const column of columns) extend(keys, column, start, rows);
    countOne(joint, keys, 0, rows);
  }
}

function extend(keys: Uint32Array, {values, size}: Coded, start: number, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = (keys[row] ?? 0) * size + (values[start + row] ?? 0);
}

/**
 * How many different owners have each combination, where an owner may have several rows (a person with two forms).
 * An owner's rows stand together and are within the range: then the last owner seen in a cell is all there is to remember.
 * `units`: by owner, where one stands for several.
 */
export function countOwners(
  owners: Uint32Array,
  columns: readonly Coded[],
  {from, to}: Rows,
  units?: Uint32Array,
): Joint {
  const joint = new Uint32Array(jointSize(columns));
  const last = new Uint32Array(joint.length);
  const keys = new Uint32Array(BLOCK);
  for (let start = from; start < to; start += BLOCK) {
    const rows = Math.min(BLOCK, to - start);
    keys.fill(0);
    for (const column of columns) extend(keys, column, start, rows);
    countNew(joint, last, keys, owners.subarray(start, start + rows), units);
  }
  return joint;
}

/** `last` holds the owner plus one; zero is nobody yet. */
function countNew(joint: Joint, last: Uint32Array, keys: Uint32Array, owners: Uint32Array, units?: Uint32Array): void {
  for (let row = 0; row < owners.length; row++) {
    const key = keys[row] ?? 0;
    const owner = (owners[row] ?? 0) + 1;
    if (last[key] !== owner) {
      last[key] = owner;
      joint[key]! += units === undefined ? 1 : (units[owner - 1] ?? 0);
    }
  }
}
