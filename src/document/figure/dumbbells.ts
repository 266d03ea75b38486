/**
 * Each year's first figure and its latest: a ring and a dot on one line, each with its figure on the outer side, so that no two
 * figures meet however close the marks. Alike they are one mark, a ring around a dot, with one figure.
 */
import {type ScaleLinear, scaleLinear} from 'd3-scale';
import type {DumbbellChart, DumbbellRow} from '../statement.ts';
import {AXIS, type DrawPlot, LEADING, LEAST, type PlotRoom, SMALL, TEXT} from './plot.ts';
import {drawScale} from './scale.ts';
import {element, linesOfText, words} from './svg.ts';
import {wrap} from './typeface.ts';

const RADIUS = 5.5;
const ROW = 28;
/** From a mark's middle to its figure. */
const BESIDE = RADIUS + 6;

export const drawDumbbells: DrawPlot<DumbbellChart> = (chart, room) => {
  const {palette, faces, width, top} = room;
  const labels = chart.rows.map(({label}) => wrap(label, faces.regular, TEXT, width * 0.42));
  const left = Math.max(0, ...labels.flat().map((line) => faces.regular.widthOf(line, TEXT))) + 12;
  const sides = chart.rows.map(sidesOf);
  const roomFor = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => (text === '' ? 0 : faces.strong.widthOf(text, TEXT) + BESIDE + 2)));
  const zero = left + roomFor(sides.map(({before}) => before));
  const largest = Math.max(1, ...chart.rows.flatMap(({first, latest}) => [first.value ?? 0, latest.value ?? 0]));
  // The last number of the axis may stand at its very end.
  const right = Math.max(
    roomFor(sides.map(({after}) => after)),
    faces.regular.widthOf(room.written(largest), SMALL) / 2,
  );
  const x = scaleLinear()
    .domain([0, largest])
    .range([zero, Math.max(zero + LEAST, width - right)]);

  const unit = words(chart.unit, {x: 0, y: top + 12, 'font-size': SMALL, fill: palette.quiet});
  const key = drawKey(chart, room, top + LEADING + 4);
  const first = top + LEADING + 8 + key.height;
  const heights = labels.map((lines) => Math.max(ROW, lines.length * LEADING + 10));
  const tops = heights.map((_, i) => first + heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const bottom = first + heights.reduce((sum, height) => sum + height, 0);
  const rows = chart.rows.flatMap((row, i) => {
    const middle = (tops[i] ?? 0) + (heights[i] ?? 0) / 2;
    return [drawLabel(labels[i] ?? [], left - 10, middle, room), ...drawRow(row, middle, x, room)];
  });
  return {
    marks: [unit, ...key.marks, ...drawScale(x, {first, bottom}, room), ...rows],
    height: bottom + AXIS - top,
  };
};

interface Sides {
  /** Left of the smaller figure's mark; empty where there is one mark. */
  readonly before: string;
  readonly after: string;
}

function sidesOf({first, latest}: DumbbellRow): Sides {
  if (first.value === undefined || latest.value === undefined)
    return {before: '', after: first.text === latest.text ? latest.text : `${first.text} → ${latest.text}`};
  if (first.value === latest.value) return {before: '', after: latest.text};
  return first.value < latest.value
    ? {before: first.text, after: latest.text}
    : {before: latest.text, after: first.text};
}

function drawRow(row: DumbbellRow, middle: number, x: ScaleLinear<number, number>, room: PlotRoom): readonly string[] {
  const {palette} = room;
  const [first, latest] = [row.first.value, row.latest.value];
  const given = [first, latest].flatMap((value) => (value === undefined ? [] : [x(value)]));
  const [low, high] = given.length === 0 ? [x(0), x(0)] : [Math.min(...given), Math.max(...given)];
  const {before, after} = sidesOf(row);
  const figure = (text: string, at: number, anchor: 'start' | 'end', known: boolean) =>
    words(text, {
      x: at,
      y: middle + 4.5,
      'text-anchor': anchor,
      'font-size': TEXT,
      'font-weight': known ? 600 : undefined,
      fill: known ? palette.ink : palette.quiet,
      stroke: palette.ground,
      'stroke-width': 5,
      'paint-order': 'stroke',
    });
  const bar = {y1: middle, y2: middle, stroke: palette.bar, 'stroke-width': 2};
  return [
    ...(high - low > 2 * RADIUS ? [element('line', {x1: low + RADIUS, x2: high - RADIUS, ...bar})] : []),
    ...drawMarks(first, latest, (value) => ({cx: x(value), cy: middle}), room),
    ...(before === '' ? [] : [figure(before, low - BESIDE, 'end', true)]),
    figure(after, high + (given.length === 0 ? 6 : BESIDE), 'start', given.length > 0),
  ];
}

type At = (value: number) => {readonly cx: number; readonly cy: number};

function drawMarks(
  first: number | undefined,
  latest: number | undefined,
  at: At,
  {palette}: PlotRoom,
): readonly string[] {
  const onRing = first !== undefined && latest !== undefined && Math.abs(at(first).cx - at(latest).cx) < 3;
  const ring = (value: number) =>
    element('circle', {...at(value), r: RADIUS - 1, fill: palette.ground, stroke: palette.bar, 'stroke-width': 2});
  const dot = (value: number, r: number) => element('circle', {...at(value), r, fill: palette.bar});
  return [
    ...(first === undefined ? [] : [ring(first)]),
    ...(latest === undefined ? [] : [dot(latest, onRing ? RADIUS - 3.25 : RADIUS)]),
  ];
}

/** What the marks mean: those there are, beside each other where they fit. */
function drawKey({rows, marks}: DumbbellChart, room: PlotRoom, top: number) {
  const {faces, palette, width} = room;
  const alike = ({first, latest}: DumbbellRow) => first.value === latest.value;
  const apart = rows.some((row) => !alike(row));
  const same = rows.some((row) => alike(row) && row.latest.value !== undefined);
  const entries = [
    ...(apart
      ? [
          {text: marks.first, first: 0, latest: undefined},
          {text: marks.latest, first: undefined, latest: 0},
        ]
      : []),
    ...(same ? [{text: marks.same, first: 0, latest: 0}] : []),
  ];
  let [x, y] = [0, top];
  const drawn = entries.flatMap(({text, first, latest}, i) => {
    const lines = wrap(text, faces.regular, SMALL, width - 18);
    const wide = 18 + Math.max(0, ...lines.map((line) => faces.regular.widthOf(line, SMALL)));
    if (i > 0 && x + wide > width) [x, y] = [0, y + LEADING + 2];
    const at = {x, y};
    [x, y] = [x + wide + 16, y + (lines.length - 1) * LEADING];
    return [
      ...drawMarks(first, latest, () => ({cx: at.x + RADIUS, cy: at.y + 8}), room),
      linesOfText(lines, at.x + 18, at.y + 12.5, LEADING, {'font-size': SMALL, fill: palette.quiet}),
    ];
  });
  return {marks: drawn, height: entries.length === 0 ? 0 : y + LEADING + 8 - top};
}

function drawLabel(lines: readonly string[], x: number, middle: number, {palette}: PlotRoom): string {
  const y = middle - ((lines.length - 1) * LEADING) / 2 + 4.5;
  return linesOfText(lines, x, y, LEADING, {'text-anchor': 'end', 'font-size': TEXT, fill: palette.ink});
}
