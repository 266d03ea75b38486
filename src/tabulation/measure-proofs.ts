/** The two measures of several years against the years themselves: the sum is theirs; the persons are no more, nor fewer than in any. */
import {DISTINCT_PERSONS, MEASURE, SUM_OF_YEARS, YEAR} from '#concepts/concept';
import {periodId} from '#concepts/period';
import {ALL, type Cube, combinations, findCell} from './cube.ts';
import {isMeasured} from './measures.ts';
import type {Address, Proof} from './proof.ts';

export const measureProofs = (cubes: readonly Cube[]): readonly Proof[] =>
  cubes
    .filter(({table}) => isMeasured(table))
    .flatMap((cube) => cubes.filter((series) => isSeriesOf(series, cube)).flatMap((series) => proofsOf(cube, series)));

const isSeriesOf = ({table: series}: Cube, {table}: Cube): boolean =>
  series.dimensions.includes(YEAR) &&
  series.unit === table.unit &&
  JSON.stringify(series.universe) === JSON.stringify(table.universe) &&
  series.dimensions.map((id) => (id === YEAR ? MEASURE : id)).join() === table.dimensions.join();

type Counted = Address & {readonly value: number};

function counted(cube: Cube, codes: Address['codes']): Counted | undefined {
  const cell = findCell(cube, codes);
  return cell?.kind === 'count' ? {table: cube.table.id, codes, value: cell.value} : undefined;
}

function proofsOf(cube: Cube, series: Cube): readonly Proof[] {
  const at = cube.table.dimensions.indexOf(MEASURE);
  const years = series.dimensions[at]?.codes ?? [];
  const others = cube.dimensions.map(({codes}, i) => (i === at ? [ALL] : [...codes, ALL]));
  return combinations(others).flatMap((codes): readonly Proof[] => {
    const cells = years.flatMap((year) => counted(series, codes.with(at, year)) ?? []);
    const sum = counted(cube, codes.with(at, SUM_OF_YEARS));
    if (sum === undefined || cells.length < years.length) return [];
    const distinct = counted(cube, codes.with(at, DISTINCT_PERSONS));
    const added = cells.reduce((total, {value}) => total + value, 0);
    const most = cells.reduce((a, b) => (b.value > a.value ? b : a));
    const what = {kind: 'measure', unit: cube.table.unit, period: periodId(cube.period)} as const;
    const isSum: Proof = {
      ...what,
      left: {cells: [sum], value: sum.value},
      right: {cells, value: added, atMost: added},
      holds: sum.value === added,
    };
    if (distinct === undefined) return [isSum];
    const isBound: Proof = {
      ...what,
      left: {cells: [distinct], value: distinct.value},
      right: {cells: [most], value: most.value, atMost: added},
      holds: most.value <= distinct.value && distinct.value <= added,
    };
    return [isSum, isBound];
  });
}
