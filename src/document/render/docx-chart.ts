/**
 * A chart a word processor can edit, with its numbers in a workbook inside. Published totals are a series of their own,
 * named in the legend; a category without a number says why beside its label. First and latest figures are two bars a year.
 */
import {Paragraph} from 'docx';
import {ChartRun, type ChartSeries} from 'docx/charts';
import type {DocumentWords} from '#language/document-words';
import type {BarChart, ChartBar, ChartView, DumbbellChart, DumbbellRow} from '../statement.ts';

const BAR = '206095';
const MUTED = '9DBAD3';

export function chartParagraph(chart: ChartView, words: DocumentWords): Paragraph {
  const run = chart.kind === 'dumbbell' ? firstAndLatest(chart) : bars(chart, words);
  // Without a line rule LibreOffice cuts the chart to one line's height.
  return new Paragraph({
    keepNext: true,
    spacing: {before: 60, after: 60, line: 240, lineRule: 'auto'},
    children: [run],
  });
}

const looks = ({title, alternative}: ChartView) => ({
  dataLabels: {value: true, position: 'outsideEnd', font: {size: 9, bold: true}} as const,
  valueAxis: {visible: false, gridlines: false, minimum: 0},
  chartArea: {fill: 'none', border: 'none'} as const,
  altText: {name: title, title, description: alternative},
});

function bars(chart: BarChart, words: DocumentWords): ChartRun {
  const muted = chart.bars.some((bar) => bar.muted);
  const bar = chart.kind === 'bar';
  return new ChartRun({
    ...looks(chart),
    type: chart.kind,
    categories: chart.bars.map(labelOf),
    series: muted ? [counted(chart), published(chart, words)] : [counted(chart)],
    // Two series that never share a category: drawn over each other they take one bar's room.
    overlap: 100,
    gapWidth: 50,
    legend: muted ? {position: 'bottom'} : false,
    categoryAxis: bar ? {reverseOrder: true} : {},
    transformation: {width: 560, height: bar ? 70 + 26 * chart.bars.length : 260},
  });
}

function firstAndLatest(chart: DumbbellChart): ChartRun {
  const {rows, marks} = chart;
  return new ChartRun({
    ...looks(chart),
    type: 'bar',
    categories: rows.map(yearOf),
    series: [
      {name: marks.first, color: MUTED, values: rows.map(({first}) => first.value ?? null)},
      {name: marks.latest, color: BAR, values: rows.map(({latest}) => latest.value ?? null)},
    ],
    overlap: 0,
    gapWidth: 50,
    legend: {position: 'bottom'},
    categoryAxis: {reverseOrder: true},
    transformation: {width: 560, height: 80 + 40 * rows.length},
  });
}

const yearOf = ({label, first, latest}: DumbbellRow): string => {
  const symbols = new Set([first.symbol, latest.symbol].filter((symbol) => symbol !== undefined));
  return symbols.size === 0 ? label : `${label} (${[...symbols].join(', ')})`;
};

const labelOf = ({label, value, text}: ChartBar): string => (value === undefined ? `${label} (${text})` : label);

const counted = ({bars, unit}: BarChart): ChartSeries => ({
  name: unit,
  color: BAR,
  values: bars.map(({value, muted}) => (muted ? null : (value ?? null))),
});

const published = ({bars}: BarChart, words: DocumentWords): ChartSeries => ({
  name: words.symbols.published,
  color: MUTED,
  values: bars.map(({value, muted}) => (muted ? (value ?? null) : null)),
});
