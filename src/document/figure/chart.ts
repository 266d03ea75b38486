/**
 * A chart drawn from its cells as SVG text: no browser, no clock, no chance, so the same cells are always the same bytes.
 * Titled it stands alone; untitled it goes under a document's own caption. Its text alternative is always inside.
 */

import {plainText} from '../inline-markdown.ts';
import {numberIn} from '../intl.ts';
import type {BarChart, ChartView} from '../statement.ts';
import {drawBars} from './bars.ts';
import {drawColumns} from './columns.ts';
import {drawDumbbells} from './dumbbells.ts';
import type {Palette} from './palette.ts';
import {type DrawPlot, LEADING, type Plot, type PlotRoom, SMALL} from './plot.ts';
import {element, escaped, linesOfText} from './svg.ts';
import {type Typefaces, wrap} from './typeface.ts';

export interface ChartStyle {
  /** Tells the chart's inner names from those of others on the page. */
  readonly key: string;
  readonly width: number;
  readonly titled: boolean;
  readonly palette: Palette;
  readonly faces: Typefaces;
  /** What a hatched bar and a break mean and how a source is named, in the statement's language. */
  readonly legend: {readonly published: string; readonly break: string; readonly source: string};
  readonly language: string;
}

const PLOTS: Readonly<Record<BarChart['kind'], DrawPlot>> = {bar: drawBars, column: drawColumns};
const TITLE = 17;

export function drawChart(chart: ChartView, style: ChartStyle): string {
  const {width, palette, faces, legend} = style;
  const margin = style.titled ? 20 : 0;
  const inner = width - 2 * margin;
  const hatch = `hatch-${style.key}`;
  const title = style.titled ? wrap(chart.title, faces.strong, TITLE, inner) : [];
  const top = title.length * 22 + (style.titled ? 10 : 0);
  const plot = drawPlot(chart, {
    width: inner,
    top,
    palette,
    faces,
    hatch,
    breakLabel: legend.break,
    written: (tick) => numberIn(style.language, tick),
  });
  const under = style.titled ? underneath(chart) : [];
  const foot = drawFoot(chart, under, style, {top: top + plot.height, width: inner, hatch});
  const height = Math.ceil(top + plot.height + foot.height + 2 * margin);

  const marks = [
    linesOfText(title, 0, TITLE, 22, {'font-size': TITLE, 'font-weight': 600, fill: palette.ink}),
    ...plot.marks,
    ...foot.marks,
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'xml:lang': style.language,
      'aria-labelledby': `chart-${style.key}-title chart-${style.key}-text`,
      'font-family': "'IBM Plex Sans', 'Segoe UI', Arial, sans-serif",
    },
    [
      element('title', {id: `chart-${style.key}-title`}, [escaped(chart.title)]),
      element('desc', {id: `chart-${style.key}-text`}, [escaped([chart.alternative, ...under].join(' '))]),
      ...(isHatched(chart) ? [drawHatch(hatch, palette)] : []),
      ...(palette.paper === undefined ? [] : [element('rect', {width, height, fill: palette.paper})]),
      element('g', {transform: margin === 0 ? undefined : `translate(${margin} ${margin})`}, marks),
    ],
  );
}

const drawPlot = (chart: ChartView, room: PlotRoom): Plot =>
  chart.kind === 'dumbbell' ? drawDumbbells(chart, room) : PLOTS[chart.kind](chart, room);

const isHatched = (chart: ChartView): boolean => chart.kind !== 'dumbbell' && chart.bars.some(({muted}) => muted);

const drawHatch = (id: string, {bar}: Palette): string =>
  element('defs', {}, [
    element('pattern', {id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)'}, [
      element('line', {x1: 0, x2: 0, y1: 0, y2: 6, stroke: bar, 'stroke-width': 2.4}),
    ]),
  ]);

/** By itself a chart says what a table beside it would: what its symbols mean, and its notes. */
const underneath = ({symbols, notes}: ChartView): readonly string[] => [
  ...symbols.map(({symbol, meaning}) => `${symbol} ${meaning}.`),
  ...notes.map(({mark, content}) => `${mark} ${plainText(content)}`.trim()),
];

/** What the hatching means, and what goes with a chart that stands alone: symbols, notes, where the figures come from. */
function drawFoot(
  chart: ChartView,
  under: readonly string[],
  {palette, legend, titled, faces}: ChartStyle,
  room: {top: number; width: number; hatch: string},
) {
  const marks: string[] = [];
  let y = room.top + 4;
  if (isHatched(chart)) {
    const meaning = wrap(legend.published, faces.regular, SMALL, room.width - 24);
    marks.push(
      element('rect', {x: 0.5, y: y + 2.5, width: 14, height: 12, fill: `url(#${room.hatch})`, stroke: palette.bar}),
    );
    marks.push(linesOfText(meaning, 22, y + 13, LEADING, {'font-size': SMALL, fill: palette.quiet}));
    y += meaning.length * LEADING + 6;
  }
  const source = titled && chart.source !== '' ? [`${legend.source}: ${chart.source}`] : [];
  for (const text of [...under, ...source]) {
    const lines = wrap(text, faces.regular, SMALL, room.width);
    marks.push(linesOfText(lines, 0, y + 13, LEADING, {'font-size': SMALL, fill: palette.quiet}));
    y += lines.length * LEADING + 6;
  }
  return {marks, height: y - room.top};
}
