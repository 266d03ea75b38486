/** Horizontal bars: one row a category, its label to the left, its figure at the end of the bar. */
import {scaleLinear} from 'd3-scale';
import type {ChartBar} from '../statement.ts';
import {AXIS, type DrawPlot, fillOf, LEADING, LEAST, largestOf, MANY, type PlotRoom, SMALL, TEXT} from './plot.ts';
import {drawScale} from './scale.ts';
import {element, linesOfText, words} from './svg.ts';
import {wrap} from './typeface.ts';

const WIDE = {bar: 18, gap: 10};
const CLOSE = {bar: 12, gap: 5};

export const drawBars: DrawPlot = (chart, room) => {
  const {palette, faces, width, top} = room;
  const {bar, gap} = chart.bars.length > MANY ? CLOSE : WIDE;
  const labels = chart.bars.map(({label}) => wrap(label, faces.regular, TEXT, width * 0.42));
  const left = Math.max(0, ...labels.flat().map((line) => faces.regular.widthOf(line, TEXT))) + 12;
  const figures = Math.max(0, ...chart.bars.map(({text}) => faces.strong.widthOf(text, TEXT))) + 8;
  const x = scaleLinear()
    .domain([0, largestOf(chart)])
    .range([left, Math.max(left + LEAST, width - figures)]);

  const heights = labels.map((lines) => Math.max(bar, lines.length * LEADING) + gap);
  const first = top + LEADING + 8;
  const tops = heights.map((_, i) => first + heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const bottom = first + heights.reduce((sum, height) => sum + height, 0);

  const grid = drawScale(x, {first, bottom}, room);
  const rows = chart.bars.flatMap((row, i) =>
    drawRow(row, labels[i] ?? [], {middle: (tops[i] ?? 0) + (heights[i] ?? 0) / 2, left, x, thick: bar}, room),
  );
  const unit = words(chart.unit, {x: left, y: top + 12, 'font-size': SMALL, fill: palette.quiet});
  return {marks: [unit, ...grid, ...rows], height: bottom + AXIS - top};
};

interface Row {
  readonly middle: number;
  readonly left: number;
  readonly x: (value: number) => number;
  readonly thick: number;
}

function drawRow(
  bar: ChartBar,
  lines: readonly string[],
  {middle, left, x, thick}: Row,
  room: PlotRoom,
): readonly string[] {
  const {palette} = room;
  const end = x(bar.value ?? 0);
  const y = middle - ((lines.length - 1) * LEADING) / 2 + 4.5;
  const label = linesOfText(lines, left - 10, y, LEADING, {'text-anchor': 'end', 'font-size': TEXT, fill: palette.ink});
  const figure = words(bar.text, {
    x: end + 6,
    y: middle + 4.5,
    'font-size': TEXT,
    'font-weight': bar.value === undefined ? undefined : 600,
    fill: bar.value === undefined ? palette.quiet : palette.ink,
  });
  const drawn = bar.value !== undefined && bar.value > 0;
  const shape = element('rect', {
    x: left,
    y: middle - thick / 2,
    width: end - left,
    height: thick,
    ...fillOf(bar.muted, room),
  });
  const broken = bar.breakBefore
    ? [
        element('line', {
          x1: 0,
          x2: room.width,
          y1: middle - thick,
          y2: middle - thick,
          stroke: palette.quiet,
          'stroke-dasharray': '4 3',
        }),
      ]
    : [];
  return [...broken, label, ...(drawn ? [shape] : []), figure];
}
