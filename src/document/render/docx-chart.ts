/**
 * A chart a word processor can edit, with its numbers in a workbook inside. Published totals are a series of their own,
 * named in the legend; a category without a number says why beside its label.
 */
import {Paragraph} from 'docx';
import {ChartRun, type ChartSeries} from 'docx/charts';
import type {DocumentWords} from '#language/document-words';
import type {ChartBar, ChartView} from '../statement.ts';

const BAR = '206095';
const MUTED = '9DBAD3';

export function chartParagraph(chart: ChartView, words: DocumentWords): Paragraph {
  const muted = chart.bars.some((bar) => bar.muted);
  const bar = chart.kind === 'bar';
  const run = new ChartRun({
    type: chart.kind,
    categories: chart.bars.map(labelOf),
    series: muted ? [counted(chart), published(chart, words)] : [counted(chart)],
    // Two series that never share a category: drawn over each other they take one bar's room.
    overlap: 100,
    gapWidth: 50,
    legend: muted ? {position: 'bottom'} : false,
    dataLabels: {value: true, position: 'outsideEnd', font: {size: 9, bold: true}},
    categoryAxis: bar ? {reverseOrder: true} : {},
    valueAxis: {visible: false, gridlines: false, minimum: 0},
    chartArea: {fill: 'none', border: 'none'},
    altText: {name: chart.title, title: chart.title, description: chart.alternative},
    transformation: {width: 560, height: bar ? 70 + 26 * chart.bars.length : 260},
  });
  // Without a line rule LibreOffice cuts the chart to one line's height.
  return new Paragraph({
    keepNext: true,
    spacing: {before: 60, after: 60, line: 240, lineRule: 'auto'},
    children: [run],
  });
}

const labelOf = ({label, value, text}: ChartBar): string => (value === undefined ? `${label} (${text})` : label);

const counted = ({bars, unit}: ChartView): ChartSeries => ({
  name: unit,
  color: BAR,
  values: bars.map(({value, muted}) => (muted ? null : (value ?? null))),
});

const published = ({bars}: ChartView, words: DocumentWords): ChartSeries => ({
  name: words.symbols.published,
  color: MUTED,
  values: bars.map(({value, muted}) => (muted ? (value ?? null) : null)),
});
