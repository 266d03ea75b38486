/** The statement as data for the print template: charts drawn, notes placed at their first mention, days in words. */
import {languages} from '#language/language';
import {drawChart} from '../figure/chart.ts';
import {ON_PAPER} from '../figure/palette.ts';
import {dayIn, LOCALES, momentParts, periodIn} from '../intl.ts';
import type {ChartView, Inline, Statement, TableView} from '../statement.ts';
import {type Piece, pair, unitBeside} from './exhibit.ts';
import {type Fonts, typefacesOf} from './fonts.ts';
import {BESIDE, keepTogether} from './keep-together.ts';
import {legendIn} from './legend.ts';

/** Rows after which a table may go on overleaf. */
const LONG = 30;
/** The chart's column on the page is about 87 mm: its letters come out at 8 points. */
const CHART_WIDTH = 400;

export function printData(statement: Statement, fonts: Fonts): unknown {
  const {language, title, office, subtitle, marks, open, period, cutOff, producedBy} = statement;
  const words = languages[language].document;
  const faces = typefacesOf(fonts);
  const legend = legendIn(words);
  const svg = (chart: ChartView) =>
    drawChart(chart, {key: chart.id, width: CHART_WIDTH, titled: false, palette: ON_PAPER, faces, legend, language});
  return {
    language,
    title,
    office,
    subtitle,
    marks,
    open,
    description: [subtitle, ...marks.map(({text}) => text)].join('. '),
    runningTitle: title,
    cutOff: momentParts(cutOff),
    facts: [
      {name: words.reading.period, value: periodIn(LOCALES[language], period)},
      {name: words.reading.cutOff, value: dayIn(LOCALES[language], cutOff)},
      {name: words.reading.producedBy, value: producedBy},
    ],
    words: {...words, ...words.reading},
    pieces: placeNotes(keepTogether(pair(statement.blocks).map((piece) => laidOut(piece, svg))), statement),
  };
}

export type LaidOut = ReturnType<typeof laidOut>;

function laidOut(piece: Piece, svg: (chart: ChartView) => string) {
  const long = (table: TableView) => table.rows.length > LONG;
  const headed = (table: TableView) => ({...table, unitBeside: unitBeside(table)});
  switch (piece.kind) {
    case 'exhibit': {
      const beside = piece.table.columns.length <= 2 && piece.table.rows.length <= BESIDE;
      const chart = {...piece.chart, svg: svg(piece.chart)};
      return {...piece, chart, table: headed(piece.table), beside, long: long(piece.table)};
    }
    case 'chart':
      return {...piece, chart: {...piece.chart, svg: svg(piece.chart)}};
    case 'table':
      return {...piece, table: headed(piece.table), long: long(piece.table)};
    default:
      return piece;
  }
}

/** A note is set where it is first mentioned; later mentions repeat its number. */
function placeNotes(pieces: readonly unknown[], {notes}: Statement): unknown {
  const content = new Map(notes.map((note) => [note.id, note.content]));
  const placed = new Set<string>();
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== 'object' || value === null) return value;
    if (!isNote(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, place(inner)]));
    const first = !placed.has(value.id);
    placed.add(value.id);
    return {...value, first, content: first ? (content.get(value.id) ?? []) : []};
  };
  return place(pieces);
}

const isNote = (value: object): value is Extract<Inline, {kind: 'note'}> => 'kind' in value && value.kind === 'note';
