/** What tables say of each other beside identities: bounds of multi-response tables, and other units by the same concept. */
import {isScale} from '#concepts/concept';
import {periodId} from '#concepts/period';
import {ALL, type Cube, combinations, findCell} from './cube.ts';
import type {Address, Proof} from './proof.ts';

type Counted = Address & {readonly value: number};

function counted(cube: Cube, codes: Address['codes']): Counted | undefined {
  const cell = findCell(cube, codes);
  return cell?.kind === 'count' ? {table: cube.table.id, codes, value: cell.value} : undefined;
}

/** A person with two forms is in two cells and once in the margin. */
export function multiResponseBounds(cube: Cube): readonly Proof[] {
  return cube.dimensions.flatMap((dimension, at) => {
    if (!dimension.multiple) return [];
    const others = cube.dimensions.map(({codes}, i) => (i === at ? [ALL] : [...codes, ALL]));
    return combinations(others).flatMap((codes): readonly Proof[] => {
      const margin = counted(cube, codes);
      const parts = dimension.codes.flatMap((code) => counted(cube, codes.with(at, code)) ?? []);
      if (margin === undefined || parts.length !== dimension.codes.length) return [];
      const value = Math.max(0, ...parts.map((part) => part.value));
      const atMost = parts.reduce((sum, part) => sum + part.value, 0);
      const holds = value <= margin.value && margin.value <= atMost;
      const left = {cells: [margin], value: margin.value};
      return [{kind: 'multiple', ...what(cube), left, right: {cells: parts, value, atMost}, holds}];
    });
  });
}

const what = ({table, period}: Cube) => ({unit: table.unit, period: periodId(period)});

/** Persons are counted by their assessments; children and returns are other populations, and no number of theirs is compared. */
const COMPARED = new Set(['person', 'assessment']);

/** Persons by authority beside assessments by authority: an equality to report where it holds, and to explain where not. */
export function reportedComparisons(cubes: readonly Cube[]): readonly Proof[] {
  const persons = cubes.filter(({table}) => COMPARED.has(table.unit));
  const shapes = Map.groupBy(persons, ({table, period}) => `${table.dimensions.join()} ${periodId(period)}`);
  return [...shapes.values()].flatMap(([first, ...others]) => {
    if (first === undefined || first.dimensions.length === 0 || first.table.dimensions.some(isScale)) return [];
    return others.filter(({table}) => table.unit !== first.table.unit).flatMap((other) => compared(first, other));
  });
}

function compared(one: Cube, other: Cube): readonly Proof[] {
  const codes = one.dimensions.map((dimension, i) => [
    ...new Set([...dimension.codes, ...(other.dimensions[i]?.codes ?? []), ALL]),
  ]);
  return combinations(codes).flatMap((cell): readonly Proof[] => {
    const left = counted(one, cell);
    const right = counted(other, cell);
    if (left === undefined || right === undefined) return [];
    const {value} = right;
    const holds = left.value === value;
    return [
      {
        kind: 'reported',
        ...what(one),
        left: {cells: [left], value: left.value},
        right: {cells: [right], value, atMost: value},
        holds,
      },
    ];
  });
}
