/** The statement's blocks as HTML: sections, tables with their heads, charts beside their tables, notes with a way back. */
import {html, raw} from 'hono/html';
import type {LanguageTag} from '#concepts/labels';
import {drawChart} from '../figure/chart.ts';
import {IN_PAGE} from '../figure/palette.ts';
import type {Typefaces} from '../figure/typeface.ts';
import type {CellView, ChartView, Note, TableView} from '../statement.ts';
import {type Piece, unitBeside} from './exhibit.ts';
import {type Html, inlines, named, type Page} from './html-inline.ts';
import {legendIn} from './legend.ts';

/** Narrow enough to be read at 320 px without shrinking its letters far. */
const CHART_WIDTH = 360;

export interface Layout extends Page {
  readonly faces: Typefaces;
  readonly language: LanguageTag;
}

export function pieceOf(piece: Piece, layout: Layout): Html {
  switch (piece.kind) {
    case 'heading':
      return piece.level === 2
        ? html`<h2 id="${piece.id}">${inlines(piece.content, layout)}</h2>`
        : html`<h3 id="${piece.id}">${inlines(piece.content, layout)}</h3>`;
    case 'paragraph':
      return html`<p>${inlines(piece.content, layout)}</p>`;
    case 'list':
      return html`<ul>${piece.items.map((item) => html`<li>${inlines(item, layout)}</li>`)}</ul>`;
    case 'commentary':
      return html`<blockquote class="commentary">${piece.content.map((paragraph) => html`<p>${inlines(paragraph, layout)}</p>`)}<footer>${piece.signed}</footer></blockquote>`;
    case 'exhibit':
      return html`<div class="exhibit${piece.table.columns.length > 2 ? ' wide' : ''}">${chartOf(piece.chart, layout)}${tableOf(piece.table, layout)}</div>`;
    case 'chart':
      return html`<div class="exhibit">${chartOf(piece.chart, layout)}${underneath(piece.chart, layout)}</div>`;
    case 'table':
      return html`<div class="exhibit${piece.table.columns.length > 2 ? ' wide' : ''}">${tableOf(piece.table, layout)}</div>`;
  }
}

function chartOf(chart: ChartView, layout: Layout): Html {
  const {words, faces, language} = layout;
  const key = named(layout, chart.id);
  const svg = drawChart(chart, {
    key,
    width: CHART_WIDTH,
    titled: false,
    palette: IN_PAGE,
    faces,
    legend: legendIn(words),
    language,
  });
  return html`<figure class="chart" id="chart-${key}">
<figcaption><b>${words.figure} ${chart.number}.</b> ${chart.title}</figcaption>
${raw(svg)}
${chart.source === '' ? '' : html`<p class="source">${words.reading.source}: ${chart.source}</p>`}
</figure>`;
}

function tableOf(table: TableView, layout: Layout): Html {
  const {words} = layout;
  const id = named(layout, `table-${table.id}`);
  const several = table.columns.length > 1;
  const unit = unitBeside(table);
  return html`<div class="table" id="${id}" ${several ? raw(`role="region" tabindex="0" aria-labelledby="caption-${id}"`) : ''}>
<table>
<caption id="caption-${id}"><b>${words.table} ${table.number}.</b> ${table.caption}${unit === '' ? '' : html`<span class="unit">${unit}</span>`}</caption>
<thead><tr><th scope="col">${table.rowHeading}</th>${table.columns.map((column) => html`<th scope="col" class="number">${column}</th>`)}</tr></thead>
<tbody>
${table.rows.map(
  (
    row,
  ) => html`<tr${row.total ? raw(' class="total"') : ''}><th scope="row">${row.label}</th>${row.cells.map(cellOf)}</tr>
`,
)}</tbody>
</table>
${underneath(table, layout)}
${(table.faults ?? []).map((fault) => html`<p class="table-note"><mark class="fault">${fault}</mark></p>`)}
</div>`;
}

/** What the symbols mean and what is to be known of the figures; a chart beside its table leaves it to the table. */
function underneath({symbols, notes}: Pick<TableView, 'symbols' | 'notes'>, layout: Layout): Html {
  const meanings = symbols.map(({symbol, meaning}) => html`<span><b>${symbol}</b> ${meaning}</span> `);
  return html`${symbols.length === 0 ? '' : html`<p class="symbols">${meanings}</p>`}
${notes.map(({mark, content}) => html`<p class="table-note">${mark === '' ? '' : html`<b>${mark}</b> `}${inlines(content, layout)}</p>`)}`;
}

function cellOf({address, text, observation, meaning}: CellView): Html {
  if (observation.kind === 'count')
    return html`<td data-cell="${address}"><data value="${observation.value}">${text}</data></td>`;
  return html`<td data-cell="${address}" class="nothing"><span aria-hidden="true">${text}</span><span class="unseen">${meaning ?? text}</span></td>`;
}

export function notesOf(notes: readonly Note[], layout: Layout): Html {
  if (notes.length === 0) return html``;
  const {words} = layout;
  return html`<section class="notes" aria-labelledby="notes"><h2 id="notes">${words.notes}</h2>
<ol>${notes.map(
    (
      note,
    ) => html`<li id="note-${note.id}" value="${note.number}">${inlines(note.content, layout)} ${wayBack(note, layout)}</li>
`,
  )}</ol></section>`;
}

/** One link back for each place that mentions the note. */
function wayBack({id, number}: Note, {words, counted}: Layout): readonly Html[] {
  const mentions = counted.get(`note-${id}`) ?? 0;
  return Array.from({length: mentions}, (_, i) => {
    const which = mentions > 1 ? ` (${i + 1})` : '';
    return html`<a class="back" href="#mention-${id}-${i + 1}" aria-label="${words.reading.backToText}, ${words.reading.note.toLowerCase()} ${number}${which}">↩</a> `;
  });
}
