/** The figures an edition was frozen with, read from its `figures.json`, and whether cubes counted again say the same. */
import {join} from 'node:path';
import * as z from 'zod';
import type {Code} from '#concepts/code-list';
import type {Observation} from '#concepts/observation';
import {asApplicable} from '#tabulation/applicable';
import {ALL, type Cube, combinations, findCell, innerCells, totalOf} from '#tabulation/cube';
import {exists, readBytes} from './effects.ts';

const Dataset = z.object({
  id: z.array(z.string()),
  dimension: z.record(z.string(), z.object({category: z.object({index: z.array(z.string())})})),
  value: z.array(z.number().nullable()),
  status: z.record(z.string(), z.string()).optional(),
  extension: z.object({table: z.string(), total: z.number().nullable(), 'total-status': z.string().optional()}),
});
const Collection = z.object({link: z.object({item: z.array(Dataset)})});

/** A cell as a file tells it: a number, or the kind of nothing. */
type Told = number | string;

export interface FrozenTable {
  readonly table: string;
  /** Inner cells and the total. */
  readonly cells: readonly {readonly codes: readonly Code[]; readonly told: Told}[];
}

/** Undefined when it is no file of ours. */
export function readFigures(bytes: Uint8Array): readonly FrozenTable[] | undefined {
  try {
    const read = Collection.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success ? read.data.link.item.map(tableOf) : undefined;
  } catch {
    return undefined;
  }
}

function tableOf({id, dimension, value, status, extension}: z.infer<typeof Dataset>): FrozenTable {
  const codes = combinations(id.map((concept) => dimension[concept]?.category.index ?? []));
  const inner = codes.map((one, i) => ({codes: one, told: value[i] ?? status?.[String(i)] ?? 'absent'}));
  const total = {codes: id.map(() => ALL), told: extension.total ?? extension['total-status'] ?? 'absent'};
  return {table: extension.table, cells: [...inner, total]};
}

/** Tables of an edition that are not, counted again, what it printed: a difference that no revision explains. */
export async function differingFrom(folder: string, cubes: readonly Cube[]): Promise<readonly string[]> {
  const path = join(folder, FIGURES);
  const figures = (await exists(path)) ? readFigures(await readBytes(path)) : undefined;
  return figures === undefined ? [FIGURES] : differingTables(figures, cubes);
}

const FIGURES = 'figures.json';

/** Of the tables counted again, those that were not frozen, or with another cell. */
function differingTables(frozen: readonly FrozenTable[], cubes: readonly Cube[]): readonly string[] {
  const told = new Map(frozen.map((one) => [one.table, one]));
  return cubes.flatMap((cube) => {
    const table = told.get(cube.table.id);
    return table !== undefined && agrees(table, asApplicable(cube)) ? [] : [cube.table.id];
  });
}

const agrees = ({cells}: FrozenTable, cube: Cube): boolean =>
  cells.length === innerCells(cube).length + 1 &&
  cells.every(({codes, told}) => {
    const cell = codes.every((code) => code === ALL) ? totalOf(cube) : findCell(cube, codes);
    return cell !== undefined && says(cell, told);
  });

/** What was withheld then is counted here all the same. */
function says(cell: Observation, told: Told): boolean {
  if (cell.kind === 'count') return told === cell.value || told === 'withheld';
  return told === cell.kind || ('why' in cell && told === cell.why);
}
