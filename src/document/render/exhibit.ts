/** What stands together on the page: a chart and the table of the same cells, whichever the office wrote first. */
import type {Block, ChartView, TableView} from '../statement.ts';

export interface Exhibit {
  readonly kind: 'exhibit';
  readonly chart: ChartView;
  readonly table: TableView;
}

export type Piece =
  | Exclude<Block, {kind: 'table' | 'chart'}>
  | Exhibit
  | {kind: 'table'; table: TableView}
  | {kind: 'chart'; chart: ChartView};

export function pair(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const before = pieces.at(-1);
    if (block.kind === 'table' && before?.kind === 'chart' && before.chart.id === block.table.id)
      pieces[pieces.length - 1] = {kind: 'exhibit', chart: before.chart, table: block.table};
    else if (block.kind === 'chart' && before?.kind === 'table' && before.table.id === block.chart.id)
      pieces[pieces.length - 1] = {kind: 'exhibit', chart: block.chart, table: before.table};
    else pieces.push(block);
  }
  return pieces;
}
