/** The whole numbers under a plot whose rows lie across it, each with its line through the rows. */
import type {ScaleLinear} from 'd3-scale';
import {isWhole, type PlotRoom, SMALL} from './plot.ts';
import {element, words} from './svg.ts';

export function drawScale(
  x: ScaleLinear<number, number>,
  {first, bottom}: {readonly first: number; readonly bottom: number},
  {palette, written}: PlotRoom,
): readonly string[] {
  return x
    .ticks(4)
    .filter(isWhole)
    .flatMap((tick) => [
      element('line', {
        x1: x(tick),
        x2: x(tick),
        y1: first,
        y2: bottom,
        stroke: tick === 0 ? palette.quiet : palette.rule,
      }),
      words(written(tick), {
        x: x(tick),
        y: bottom + 16,
        'text-anchor': 'middle',
        'font-size': SMALL,
        fill: palette.quiet,
      }),
    ]);
}
