/** The kernel against counting one row after another, and in parts. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addJoint, type Coded, countJoint, countOwners, jointSize, reduceJoint} from '#tabulation/count';
import {shareCounts} from '#tabulation/share';

const SIZES = [3, 5, 2, 7, 4, 6];
const anyRows = fc.array(fc.tuple(...SIZES.map((size) => fc.nat(size - 1))), {maxLength: 60});
const columnsOf = (rows: readonly (readonly number[])[]): readonly Coded[] =>
  SIZES.map((size, i) => {
    const values = rows.map((row) => row[i]!);
    return {size, values: i % 2 ? Uint8Array.from(values) : Uint16Array.from(values)};
  });
const keyOf = (row: readonly number[], columns: readonly number[]) =>
  columns.reduce((key, column) => key * SIZES[column]! + row[column]!, 0);
const first = (n: number) => Array.from({length: n}, (_, i) => i);

function slowly(rows: readonly (readonly number[])[], columns: readonly number[]): readonly number[] {
  const counts = Array<number>(columns.reduce((size, column) => size * SIZES[column]!, 1)).fill(0);
  for (const row of rows) counts[keyOf(row, columns)]! += 1;
  return counts;
}

describe.each([0, 1, 2, 3, 4, 5, 6])('%i columns', (n) => {
  test('every combination is counted, in one go or in parts', () => {
    const counted = fc.property(anyRows, fc.nat(60), (rows, cut) => {
      const columns = columnsOf(rows).slice(0, n);
      const at = Math.min(cut, rows.length);
      const parts = countJoint(columns, {from: 0, to: at});
      addJoint(parts, countJoint(columns, {from: at, to: rows.length}));
      expect([...parts]).toEqual(slowly(rows, first(n)));
      expect([...countJoint(columns, {from: 0, to: rows.length})]).toEqual(slowly(rows, first(n)));
    });
    fc.assert(counted, {seed: 2013});
  });
});

test('rows beyond one block', () => {
  const rows = Array.from({length: 10_000}, (_, i) => SIZES.map((size) => i % size));
  expect([...countJoint(columnsOf(rows), {from: 0, to: rows.length})]).toEqual(slowly(rows, first(6)));
});

test('fewer columns of a joint count are as if counted alone', () => {
  const reduced = fc.property(anyRows, fc.subarray(first(4)), (rows, kept) => {
    const columns = columnsOf(rows).slice(0, 4);
    const joint = countJoint(columns, {from: 0, to: rows.length});
    expect([...reduceJoint(joint, columns, new Set(kept.map((i) => columns[i]!)))]).toEqual(slowly(rows, kept));
  });
  fc.assert(reduced, {seed: 2013});
});

test('an owner of several rows counts once in each combination', () => {
  const counted = fc.property(anyRows, fc.array(fc.boolean(), {minLength: 60, maxLength: 60}), (rows, next) => {
    const owners = Uint32Array.from(rows.keys(), (row) => next.slice(0, row).filter(Boolean).length);
    const columns = columnsOf(rows).slice(0, 2);
    const expected = slowly([], [0, 1]).map(
      (_, key) => new Set(rows.flatMap((row, i) => (keyOf(row, [0, 1]) === key ? [owners[i]] : []))).size,
    );
    expect([...countOwners(owners, columns, {from: 0, to: rows.length})]).toEqual(expected);
  });
  fc.assert(counted, {seed: 2013});
});

test('few passes serve all tables, and none grows beyond what is worth it', () => {
  const column = (size: number): Coded => ({size, values: new Uint16Array()});
  const [a, b, c, d, wide, wider] = [column(3), column(5), column(2), column(7), column(1000), column(1500)];
  const wanted = [
    new Set([a]),
    new Set([a, b]),
    new Set([c, d]),
    new Set([wide, wider]),
    new Set([wide]),
    new Set<Coded>(),
  ];
  const {sets, serving} = shareCounts(wanted);
  expect(sets.map((set) => set.length).sort()).toEqual([2, 4]);
  for (const needed of wanted) expect(needed.isSubsetOf(new Set(serving(needed)))).toBe(true);
  expect(jointSize(serving(new Set([wide])))).toBe(1_500_000);
});
