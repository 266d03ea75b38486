/** A series: one column a year, its figure above it, a break marked between the years it stands between. */
import {scaleBand, scaleLinear} from 'd3-scale';
import type {ChartBar} from '../statement.ts';
import {type DrawPlot, fillOf, isWhole, largestOf, type PlotRoom, SMALL, TEXT} from './plot.ts';
import {element, words} from './svg.ts';

const PLOT = 190;

export const drawColumns: DrawPlot = (chart, room) => {
  const {palette, faces, width, top, written} = room;
  const broken = chart.bars.some(({breakBefore}) => breakBefore);
  const y = scaleLinear()
    .domain([0, largestOf(chart)])
    .nice(4)
    .range([PLOT, 0]);
  const ticks = y.ticks(4).filter(isWhole);
  const left = Math.max(...ticks.map((tick) => faces.regular.widthOf(written(tick), SMALL))) + 10;
  const x = scaleBand<number>().domain(chart.bars.keys()).range([left, width]).paddingInner(0.32).paddingOuter(0.16);
  const upright = chart.bars.every(({label}) => faces.regular.widthOf(label, SMALL) <= x.step() - 2);
  // Figures too wide for their columns stand on end, and the tallest column leaves them room.
  const widest = Math.max(...chart.bars.map(({text}) => faces.strong.widthOf(text, TEXT)));
  const onEnd = widest > x.step() - 2;
  const first = top + 12 + (broken ? 34 : 18) + (onEnd ? widest - 8 : 0);

  const unit = words(chart.unit, {x: 0, y: top + 12, 'font-size': SMALL, fill: palette.quiet});
  const grid = ticks.flatMap((tick) => [
    element('line', {
      x1: left,
      x2: width,
      y1: first + y(tick),
      y2: first + y(tick),
      stroke: tick === 0 ? palette.quiet : palette.rule,
    }),
    words(written(tick), {
      x: left - 6,
      y: first + y(tick) + 4,
      'text-anchor': 'end',
      'font-size': SMALL,
      fill: palette.quiet,
    }),
  ]);
  const place = (i: number): Column => ({
    x: x(i) ?? left,
    width: x.bandwidth(),
    step: x.step(),
    first,
    y,
    upright,
    onEnd,
  });
  const columns = chart.bars.flatMap((bar, i) => drawColumn(bar, place(i), room));
  const longest = Math.max(...chart.bars.map(({label}) => faces.regular.widthOf(label, SMALL)));
  return {marks: [unit, ...grid, ...columns], height: first + PLOT + (upright ? 28 : longest + 16) - top};
};

interface Column {
  readonly x: number;
  readonly width: number;
  readonly step: number;
  readonly first: number;
  readonly y: (value: number) => number;
  readonly upright: boolean;
  readonly onEnd: boolean;
}

function drawColumn(bar: ChartBar, column: Column, room: PlotRoom): readonly string[] {
  const {palette} = room;
  const middle = column.x + column.width / 2;
  const height = PLOT - column.y(bar.value ?? 0);
  const head = column.first + PLOT - height;
  const shape = element('rect', {x: column.x, y: head, width: column.width, height, ...fillOf(bar.muted, room)});
  const figure = words(bar.text, {
    ...(column.onEnd ? turned(middle + 4, head - 6) : {x: middle, y: head - 6, 'text-anchor': 'middle'}),
    'font-size': TEXT,
    'font-weight': bar.value === undefined ? undefined : 600,
    fill: bar.value === undefined ? palette.quiet : palette.ink,
  });
  return [
    ...(bar.breakBefore ? [drawBreak(column, room)] : []),
    ...(height > 0 ? [shape] : []),
    figure,
    drawLabel(bar.label, middle, column, palette.ink),
  ];
}

function drawLabel(label: string, middle: number, {first, upright}: Column, fill: string): string {
  const y = first + PLOT + 16;
  return upright
    ? words(label, {x: middle, y, 'text-anchor': 'middle', 'font-size': SMALL, fill})
    : words(label, {...turned(middle + 4, y - 8), 'text-anchor': 'end', 'font-size': SMALL, fill});
}

/** On end, read from below. */
const turned = (x: number, y: number) => ({x, y, transform: `rotate(-90 ${Math.round(x)} ${Math.round(y)})`});

function drawBreak({x, width, step, first}: Column, {palette, breakLabel, faces, width: whole}: PlotRoom): string {
  const at = x - (step - width) / 2;
  const fits = at + faces.regular.widthOf(breakLabel, SMALL) / 2 <= whole;
  return [
    element('line', {x1: at, x2: at, y1: first - 24, y2: first + PLOT, stroke: palette.ink, 'stroke-dasharray': '4 3'}),
    words(breakLabel, {
      x: fits ? at : whole,
      y: first - 28,
      'text-anchor': fits ? 'middle' : 'end',
      'font-size': SMALL,
      fill: palette.ink,
    }),
  ].join('');
}
