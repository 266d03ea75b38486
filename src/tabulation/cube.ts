/**
 * A cube: the cells of one table in one period, margins included, since margins are counted and never added up
 * (a person with two forms of exploitation is one person).
 *
 * Row-major; each dimension has its codes and then ALL. Of an n-code one-way table, cells 0 … n-1 are inner, cell n is the total.
 */

import type {CodeChange} from '#concepts/code-change';
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Note} from '#concepts/note';
import type {Observation} from '#concepts/observation';
import type {Period} from '#concepts/period';
import type {RollUp} from '#concepts/roll-up';
import {defect} from '#kit/defect';
import type {TableDefinition} from './table.ts';

/** The margin of a dimension. Reserved: no code list has it. */
export const ALL: Code = 'all';

export interface Dimension {
  readonly concept: ConceptId;
  readonly codes: readonly Code[];
  /** Of a multi-response concept: the inner cells do not add to the margin. */
  readonly multiple: boolean;
  /** Codes of it that a public edition shows as one: where they are not shown it is not because nobody has them. */
  readonly rolledUp?: RollUp | undefined;
  /** Codes before which a series breaks, with the concepts that moved. */
  readonly breaks?: readonly {readonly code: Code; readonly concept: ConceptId}[];
  /** What changed in the lists it uses, breaks and mere news alike: what a note is written from. */
  readonly changes?: readonly {
    readonly code: Code;
    readonly concept: ConceptId;
    readonly change: CodeChange;
    readonly breaks: boolean;
    /** Of a break: the categories that units have before and after; undefined: none of the table's. */
    readonly rows: readonly (readonly [before: Code | undefined, after: Code | undefined])[];
  }[];
}

export interface Cube {
  readonly table: TableDefinition;
  readonly period: Period;
  readonly dimensions: readonly Dimension[];
  readonly cells: readonly Observation[];
  /** What the office wrote of it and what was found when it was counted; those its cells call for are not among them. */
  readonly notes?: readonly Note[];
}

export const sizes = (dimensions: readonly Dimension[]): readonly number[] =>
  dimensions.map(({codes}) => codes.length + 1);

/** Where a cell stands; undefined when a code is not of its dimension. Missing trailing codes mean ALL. */
export function indexOf(dimensions: readonly Dimension[], codes: readonly Code[]): number | undefined {
  let index = 0;
  for (const [i, dimension] of dimensions.entries()) {
    const code = codes[i] ?? ALL;
    const at = code === ALL ? dimension.codes.length : dimension.codes.indexOf(code);
    if (at < 0) return undefined;
    index = index * (dimension.codes.length + 1) + at;
  }
  return codes.length > dimensions.length ? undefined : index;
}

type Cells = Pick<Cube, 'dimensions' | 'cells'>;

export const findCell = ({dimensions, cells}: Cells, codes: readonly Code[]): Observation | undefined => {
  const at = indexOf(dimensions, codes);
  return at === undefined ? undefined : cells[at];
};

export const totalOf = ({cells}: Cells): Observation => cells.at(-1) ?? defect('a cube without cells');

/** Every cell with its codes, row-major, margins included. */
export const codedCells = ({
  dimensions,
  cells,
}: Cells): readonly {readonly codes: readonly Code[]; readonly cell: Observation}[] =>
  combinations(dimensions.map(({codes}) => [...codes, ALL])).map((codes, i) => ({
    codes,
    cell: cells[i] ?? defect('a cube with a missing cell'),
  }));

/** Those that are no margin. */
export const innerCells = (cube: Cells) => codedCells(cube).filter(({codes}) => !codes.includes(ALL));

/** One of each list, in every way; the last list fastest. */
export function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );
}
