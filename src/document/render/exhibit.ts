/** What stands together on the page: a chart and the table of the same cells, wherever in a run of both the office put them. */
import type {Block, ChartView, TableView} from '../statement.ts';

export interface Exhibit {
  readonly kind: 'exhibit';
  readonly chart: ChartView;
  readonly table: TableView;
}

type Shown = Extract<Block, {kind: 'table' | 'chart'}>;
export type Piece = Block | Exhibit;

const isAlone = (block: Block | undefined): block is Shown => block?.kind === 'table' || block?.kind === 'chart';
/** A table, a chart, or both. */
export const isShown = (piece: Piece | undefined): boolean =>
  piece?.kind === 'table' || piece?.kind === 'chart' || piece?.kind === 'exhibit';
const idOf = (block: Shown): string => (block.kind === 'table' ? block.table.id : block.chart.id);

/** The unit of a table of several columns, unless its caption says it. */
export const unitBeside = ({caption, columns, unit}: TableView): string =>
  columns.length > 1 && !caption.toLowerCase().includes(unit.toLowerCase()) ? unit : '';

/** Each pair stands where the later of the two stood, so that tables keep the order of their numbers. */
export function pair(blocks: readonly Block[]): readonly Piece[] {
  return blocks.flatMap((block, i): readonly Piece[] => {
    if (!isAlone(block)) return [block];
    const run = runAround(blocks, i);
    const mate = run.find((other) => other.kind !== block.kind && idOf(other) === idOf(block));
    if (mate === undefined) return [block];
    if (run.indexOf(mate) > run.indexOf(block)) return [];
    if (block.kind === 'table')
      return mate.kind === 'chart' ? [{kind: 'exhibit', chart: mate.chart, table: block.table}] : [];
    return mate.kind === 'table' ? [{kind: 'exhibit', chart: block.chart, table: mate.table}] : [];
  });
}

function runAround(blocks: readonly Block[], at: number): readonly Shown[] {
  const start = blocks.findLastIndex((block, i) => i < at && !isAlone(block)) + 1;
  const after = blocks.findIndex((block, i) => i > at && !isAlone(block));
  return blocks.slice(start, after < 0 ? undefined : after).filter(isAlone);
}
