/**
 * How far open questions of identity can move every cell of a statement. Each group is counted by itself for every way to answer its
 * questions; what a cell may gain or lose by one group adds to what it may by another. For those who may see the register: a cell
 * that moves tells of few.
 */
import type {Code} from '#concepts/code-list';
import type {Period} from '#concepts/period';
import type {PersonFile} from '#register/person-file';
import {ALL, codedCells} from '#tabulation/cube';
import {addressText} from '#tabulation/proof';
import type {TableId} from '#tabulation/table';
import {type CountedBy, count} from './count.ts';
import {type IdentityGroup, waysOf} from './identity-groups.ts';
import {type Range, widened} from './identity-ranges.ts';
import {silent} from './progress.ts';

/** A cell by its codes; margins are left out of them. */
interface Cell {
  readonly table: TableId;
  readonly cell: Readonly<Record<string, Code>>;
}

export interface CellRange extends Cell, Range {
  readonly counted: number;
}

/** Of a cell that shows no count: nothing. */
type Figures = ReadonlyMap<string, Cell & {readonly counted: number | undefined}>;
type Read = () => AsyncIterable<PersonFile>;

/** `files`: everybody's. Groups whose answers are too many to try are left out. */
export async function identityCells(
  groups: readonly IdentityGroup[],
  files: Read,
  definitions: CountedBy,
  period: Period,
): Promise<readonly CellRange[]> {
  const everybody = await figuresIn(files, definitions, period);
  // A published total stands for a year of which the register holds nobody: of a group, that tells nothing.
  const counting = {...definitions, published: [], few: true} as const;
  const figures = (read: Read) => figuresIn(read, counting, period);
  const cells = new Map<string, CellRange>();
  for (const group of groups)
    for (const [key, {table, cell, low, high}] of await movedBy(group, figures)) {
      // A code nobody has yet is counted zero; a cell that shows no count is moved by nobody.
      const {counted} = everybody.get(key) ?? {counted: 0};
      if (counted === undefined) continue;
      const known = cells.get(key) ?? {low: counted, high: counted};
      cells.set(key, {table, cell, counted, low: known.low + low, high: known.high + high});
    }
  // As the tables stand in the statement.
  return [...new Map([...everybody, ...cells]).keys()].flatMap((key) => cells.get(key) ?? []);
}

export interface CellMoved extends Cell {
  /** More, or fewer, than now. */
  readonly by: number;
}

/** The cells that show another count, were these files read as those. */
export async function cellsMoved(
  files: readonly PersonFile[],
  after: readonly PersonFile[],
  definitions: CountedBy,
  period: Period,
): Promise<readonly CellMoved[]> {
  const counting = {...definitions, published: [], few: true} as const;
  const now = await figuresIn(() => each(files), counting, period);
  const then = await figuresIn(() => each(after), counting, period);
  return [...new Map([...now, ...then])].flatMap(([key, {table, cell}]) => {
    const by = (then.get(key)?.counted ?? 0) - (now.get(key)?.counted ?? 0);
    return by === 0 ? [] : [{table, cell, by}];
  });
}

async function movedBy(
  group: IdentityGroup,
  figures: (read: Read) => Promise<Figures>,
): Promise<ReadonlyMap<string, Cell & Range>> {
  const moved = new Map<string, Cell & Range>();
  const now = await figures(() => each(group.files));
  for (const way of waysOf(group) ?? []) {
    const then = await figures(() => each(way));
    for (const [key, one] of new Map([...now, ...then])) {
      const by = (then.get(key)?.counted ?? 0) - (now.get(key)?.counted ?? 0);
      if (by !== 0)
        moved.set(key, {table: one.table, cell: one.cell, ...widened(moved.get(key) ?? {low: 0, high: 0}, by)});
    }
  }
  return moved;
}

async function* each(files: readonly PersonFile[]): AsyncGenerator<PersonFile> {
  yield* files;
}

async function figuresIn(read: Read, definitions: CountedBy, period: Period): Promise<Figures> {
  const {cubes, restated} = await count(read, definitions, period, silent);
  return new Map(
    [...cubes, ...restated].flatMap((cube) =>
      codedCells(cube).map(({codes, cell}) => {
        const named = cube.dimensions.flatMap(({concept}, i) => {
          const code = codes[i] ?? ALL;
          return code === ALL ? [] : [[concept, code] as const];
        });
        const {id} = cube.table;
        const counted = cell.kind === 'count' ? cell.value : undefined;
        return [addressText({table: id, codes}), {table: id, cell: Object.fromEntries(named), counted}] as const;
      }),
    ),
  );
}
