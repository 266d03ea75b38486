/** A cube's cells with their codes, row-major, margins told from inner cells: each dimension has its codes and then `all`. */
import type {Code} from '#concepts/code-list';
import type {Observation} from '#concepts/observation';
import type {ProtectedCube} from '#disclosure/protect';
import {defect} from '#kit/defect';

/** The margin of a dimension. Reserved: no code list has it. */
export const ALL: Code = 'all';

export interface CodedCell {
  readonly codes: readonly Code[];
  readonly cell: Observation;
}

export function codedCells({dimensions, cells}: ProtectedCube): readonly CodedCell[] {
  const rows = dimensions.reduce<readonly (readonly Code[])[]>(
    (before, {codes}) => before.flatMap((row) => [...codes, ALL].map((code) => [...row, code])),
    [[]],
  );
  return rows.map((codes, i) => ({codes, cell: cells[i] ?? defect('a cube with a missing cell')}));
}

export function cellsOf(cube: ProtectedCube): {readonly inner: readonly Observation[]; readonly total: Observation} {
  const coded = codedCells(cube);
  return {
    inner: coded.filter(({codes}) => !codes.includes(ALL)).map(({cell}) => cell),
    total: coded.at(-1)?.cell ?? defect('a cube without cells'),
  };
}
