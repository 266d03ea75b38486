/** The statement's blocks for a word processor: headings, captions with counted numbers, charts and tables. */
import {type FileChild, HeadingLevel, Paragraph, SimpleField, TextRun} from 'docx';
import type {DocumentWords} from '#language/document-words';
import type {ChartView, TableView} from '../statement.ts';
import {chartParagraph} from './docx-chart.ts';
import {type NotePlaces, runs} from './docx-inline.ts';
import {wordTable} from './docx-table.ts';
import {type Piece, unitBeside} from './exhibit.ts';

/** `leads`: what comes next is a table or chart, and stays on its page. */
export function wordPiece(piece: Piece, leads: boolean, words: DocumentWords, notes: NotePlaces): readonly FileChild[] {
  switch (piece.kind) {
    case 'heading': {
      const heading = piece.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new Paragraph({heading, children: runs(piece.content, notes)})];
    }
    case 'paragraph':
      return [new Paragraph({keepNext: leads, children: runs(piece.content, notes)})];
    case 'list':
      return piece.items.map((item) => new Paragraph({bullet: {level: 0}, children: runs(item, notes)}));
    case 'commentary':
      return [
        ...piece.content.map(
          (content) => new Paragraph({style: 'Commentary', keepNext: true, children: runs(content, notes)}),
        ),
        new Paragraph({style: 'Commentary', children: [new TextRun({text: piece.signed, italics: true})]}),
      ];
    case 'exhibit':
      return [...chartBlock(piece.chart, words), ...tableBlock(piece.table, words, notes)];
    case 'chart':
      return [...chartBlock(piece.chart, words), ...underneath(piece.chart, notes)];
    case 'table':
      return tableBlock(piece.table, words, notes);
  }
}

/** Counted by a field of the word processor's own, so that its lists of tables and figures can be made. */
const captionOf = (label: string, number: number, text: string): Paragraph =>
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun(`${label} `),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)),
      new TextRun(`. ${text}`),
    ],
  });

function chartBlock(chart: ChartView, words: DocumentWords): readonly FileChild[] {
  const bars = chart.kind === 'dumbbell' ? [] : chart.bars;
  const breaks = bars.filter(({breakBefore}) => breakBefore).map(({label}) => label);
  const source = chart.source === '' ? [] : [`${words.reading.source}: ${chart.source}`];
  const said = [...(breaks.length === 0 ? [] : [`${words.symbols.break}: ${breaks.join(', ')}`]), ...source];
  return [
    captionOf(words.figure, chart.number, chart.title),
    chartParagraph(chart, words),
    ...said.map((text) => new Paragraph({style: 'Quiet', text})),
  ];
}

/** What the symbols mean and what is to be known of the figures; a chart beside its table leaves it to the table. */
function underneath({symbols, notes}: Pick<TableView, 'symbols' | 'notes'>, places: NotePlaces): readonly FileChild[] {
  const meanings = symbols.map(({symbol, meaning}) => `${symbol} ${meaning}`).join('; ');
  return [
    ...(meanings === '' ? [] : [new Paragraph({style: 'Quiet', text: meanings})]),
    ...notes.map(({mark, content}) => {
      const marked = mark === '' ? [] : [new TextRun({text: `${mark} `, bold: true})];
      return new Paragraph({style: 'Quiet', children: [...marked, ...runs(content, places)]});
    }),
  ];
}

function tableBlock(table: TableView, words: DocumentWords, notes: NotePlaces): readonly FileChild[] {
  const unit = unitBeside(table);
  return [
    captionOf(words.table, table.number, unit === '' ? table.caption : `${table.caption} (${unit})`),
    wordTable(table),
    ...underneath(table, notes),
    ...(table.faults ?? []).map(
      (text) => new Paragraph({style: 'Quiet', children: [new TextRun({text, bold: true, highlight: 'yellow'})]}),
    ),
    new Paragraph({style: 'TableText', text: ''}),
  ];
}
