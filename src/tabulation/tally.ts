/** The units of one table, counted: every combination that occurs, with each of its margins. */
import type {Code} from '#concepts/code-list';
import type {Alike} from './alike.ts';
import {type Column, narrowest, unitsOf} from './columns.ts';
import {countOwners, type Joint} from './count.ts';
import {ALL, combinations} from './cube.ts';
import {type Definitions, type Reading, readingOf} from './definitions.ts';
import {codeAt, codesOf} from './level.ts';
import type {TableDefinition} from './table.ts';

/** Codes in the table's dimensions, ALL where a margin. */
export interface Tally {
  readonly codes: readonly Code[];
  readonly units: number;
}

/** Which dimensions are margins, all combinations. */
const margins = (dimensions: number): readonly (readonly boolean[])[] =>
  Array.from({length: 2 ** dimensions}, (_, bits) =>
    Array.from({length: dimensions}, (_, i) => ((bits >> i) & 1) === 1),
  );

/** From a joint count over columns: a unit has one value in each, so every unit comes by exactly once. */
export function tallyJoint(
  joint: Joint,
  columns: readonly Column[],
  column: (reading: Reading) => Column,
  table: TableDefinition,
  definitions: Definitions,
): readonly Tally[] {
  const at = (id: string) => {
    const reading = readingOf(definitions, id);
    const source = column(reading);
    const codes = source.recorded.map(({code, on}) => codeAt(reading.concept, reading.list, code, on));
    return {column: columns.indexOf(source), codes};
  };
  const dimensions = table.dimensions.map(at);
  const limits = Object.entries(table.universe).map(([id, codes]) => ({...at(id), within: new Set(codes)}));

  const tallies: Tally[] = [];
  for (const [key, units] of joint.entries()) {
    if (units === 0) continue;
    const values = valuesOf(key, columns);
    const codeOf = (one: {column: number; codes: readonly Code[]}) => one.codes[values[one.column] ?? 0] ?? ALL;
    if (limits.every((limit) => limit.within.has(codeOf(limit)))) {
      const codes = dimensions.map(codeOf);
      for (const margin of margins(codes.length))
        tallies.push({codes: codes.map((code, i) => (margin[i] ? ALL : code)), units});
    }
  }
  return tallies;
}

function valuesOf(key: number, columns: readonly Column[]): readonly number[] {
  let rest = key;
  return columns
    .toReversed()
    .map(({size}) => {
      const value = rest % size;
      rest = (rest - value) / size;
      return value;
    })
    .reverse();
}

/** With a multi-response concept: a unit counts once for each of its codes and once in each margin. */
export function tallyOwners(
  records: readonly Alike[],
  table: TableDefinition,
  definitions: Definitions,
): readonly Tally[] {
  const limits = Object.entries(table.universe).map(([id, codes]) => ({...readingOf(definitions, id), within: codes}));
  const dimensions = table.dimensions.map((id) => readingOf(definitions, id));
  const counted = records.filter((record) =>
    limits.every(({concept, list, within}) => codesOf(record, concept, list).some((code) => within.includes(code))),
  );
  const units = unitsOf(counted);
  const rows = counted.flatMap((record, owner) =>
    combinations(dimensions.map(({concept, list}) => codesOf(record, concept, list))).map((codes) => ({
      owner,
      codes,
    })),
  );

  const owners = Uint32Array.from(rows, ({owner}) => owner);
  return margins(dimensions.length).flatMap((margin) => {
    const kept = dimensions.map((_, i) => i).filter((i) => !margin[i]);
    const lists = kept.map((i) => [...new Set(rows.map(({codes}) => codes[i] ?? ALL))]);
    const columns = kept.map((i, k) =>
      coded(
        rows.map(({codes}) => codes[i] ?? ALL),
        lists[k] ?? [],
      ),
    );
    const joint = countOwners(owners, columns, {from: 0, to: rows.length}, units);
    const whole = dimensions.map((_, i) => lists[kept.indexOf(i)] ?? [ALL]);
    return combinations(whole).map((codes, key) => ({codes, units: joint[key] ?? 0}));
  });
}

function coded(codes: readonly Code[], list: readonly Code[]) {
  const numbers = new Map(list.map((code, i) => [code, i] as const));
  const size = Math.max(1, list.length);
  return {
    values: narrowest(
      size,
      codes.map((code) => numbers.get(code) ?? 0),
    ),
    size,
  };
}
