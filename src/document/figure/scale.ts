/** The whole numbers under a plot whose rows lie across it, each with its line through the rows. */
import type {ScaleLinear} from 'd3-scale';
import {isWhole, type PlotRoom, SMALL} from './plot.ts';
import {element, words} from './svg.ts';

export function drawScale(
  x: ScaleLinear<number, number>,
  {first, bottom}: {readonly first: number; readonly bottom: number},
  room: PlotRoom,
): readonly string[] {
  const {palette, written} = room;
  return ticksOf(x, room).flatMap((tick) => [
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

/** About four, fewer where long numbers would touch. */
function ticksOf(x: ScaleLinear<number, number>, {faces, written}: PlotRoom): readonly number[] {
  const fits = (ticks: readonly number[]) => {
    const step = x(ticks[1] ?? Number.POSITIVE_INFINITY) - x(ticks[0] ?? 0);
    return ticks.every((tick) => faces.regular.widthOf(written(tick), SMALL) + 6 <= step);
  };
  return [4, 3, 2, 1].map((most) => x.ticks(most).filter(isWhole)).find(fits) ?? [0];
}
