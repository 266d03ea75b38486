/** A table as somebody turned it: the figures, the same drawn, what the signs mean, and how to turn it otherwise or take it along. */
import {html, raw} from 'hono/html';
import type {Language} from '#language/language';
import type {Axis, Placing, ShownEdition, View} from '#production/published';
import {correctionOf, marksAndNotes} from './editions.ts';
import {drawn, type Html, type PublicPage} from './frame.ts';

export interface TableSeen {
  readonly edition: ShownEdition;
  /** What the edition is called in the address. */
  readonly at: string;
  readonly view: View;
  /** For a wide window and a narrow one. */
  readonly chart: {readonly wide: string; readonly narrow: string} | undefined;
  /** The pictures that the edition itself has of the table. */
  readonly pictures: readonly string[];
  readonly otherPeriods: readonly string[];
}

export function tablePage(seen: TableSeen, language: Language): PublicPage {
  const {edition, at, view, chart} = seen;
  const {explore: words, tag} = language;
  const body = html`${correctionOf(edition, language)}
<div class="seen"><div>
${view.held.length === 0 ? '' : html`<p class="held">${words.heldAt} ${view.held.map(({concept, label}) => `${concept}: ${label}`).join('; ')}</p>`}
${figuresOf(seen, language)}${belowOf(seen, language)}
<section class="drawn"><h2>${words.chart}</h2>${chart === undefined ? html`<p>${words.chartNone}</p>` : html`<figure class="wide-chart">${drawn(chart.wide)}</figure><figure class="narrow-chart">${drawn(chart.narrow)}</figure>`}</section>
</div>
<div>${turnOf(seen, language)}${takeOf(seen, language)}</div></div>
${marksAndNotes(edition, language)}
${seen.otherPeriods.length === 0 ? '' : html`<section><h2>${words.otherPeriods}</h2><ul class="tables">${seen.otherPeriods.map((one) => html`<li><a href="/${one}/tables/${view.table.id}">${one}</a></li>`)}</ul></section>`}`;
  const trail = [
    {path: '/', label: words.title},
    {path: `/${at}`, label: words.statisticsOf(edition.of)},
  ];
  return {title: view.table.label[tag], trail, body};
}

function figuresOf({view, edition}: TableSeen, {tag, explore: words}: Language): Html {
  const {table, rowAxes, columnAxes, columns, rows} = view;
  // Of a series, the years stand in it.
  const period = table.dimensions.some(({isTime}) => isTime) ? [] : [edition.of];
  const across = columnAxes.map(({dimension}) => dimension.label[tag]).join(' · ');
  const two = columnAxes.length > 0;
  const stub = rowAxes.map(
    ({dimension}) => html`<th scope="col" ${two ? raw('rowspan="2"') : ''}>${dimension.label[tag]}</th>`,
  );
  const said = (parts: View['rows'][number]['parts']) => parts.map(({label, marks}) => `${label}${marks}`).join(' · ');
  const head = two
    ? html`<tr>${stub}<th scope="colgroup" colspan="${columns.length}">${across}</th></tr><tr>${columns.map(({parts}) => html`<th scope="col" class="number">${said(parts)}</th>`)}</tr>`
    : html`<tr>${stub}<th scope="col" class="number">${table.unit.label[tag]}</th></tr>`;
  return html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.table}"><table class="table table--compact figures">
<caption><span class="sr-only">${table.label[tag]}: </span>${[table.unit.label[tag], ...period].join(', ')}</caption>
<thead>${head}</thead>
<tbody>${rows.map(
    ({parts, isMargin, cells}) =>
      html`<tr class="${isMargin ? 'margin' : ''}">${parts.map(({label, marks}) => html`<th scope="row">${label}${marks}</th>`)}${cells.map(
        (cell) =>
          html`<td class="number${cell.value === undefined ? ' nothing' : ''}">${cell.text}${cell.meaning === undefined ? '' : html`<span class="sr-only"> (${cell.meaning})</span>`}${cell.marks}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}

function belowOf({view}: TableSeen, {explore: words}: Language): Html {
  return html`<div class="below">${view.symbols.length === 0 ? '' : html`<dl class="told" aria-label="${words.symbols}">${view.symbols.map(({symbol, meaning}) => html`<div><dt>${symbol}</dt><dd>${meaning}</dd></div>`)}</dl>`}
${view.notes.map(({mark, text}) => html`<p>${mark === '' ? '' : `${mark} `}${text}</p>`)}
<p>${words.neverGuessed}</p></div>`;
}

const PLACINGS: readonly Placing[] = ['rows', 'columns', 'one'];

/** A choice is a form that asks for the same page: its answer is the choice's one address. */
function turnOf({at, view}: TableSeen, {tag, explore: words}: Language): Html {
  const path = `/${at}/tables/${view.table.id}`;
  return html`<form method="get" action="${path}" class="turn"><h2>${words.look}</h2>
${view.axes.map((axis) => axisOf(axis, view.axes.length > 1, tag, words))}
<div class="beside"><button class="button button-primary">${words.show}</button>${view.query === '' ? '' : html`<a class="button button-secondary" href="${path}">${words.reset}</a>`}</div>
<p class="form-hint">${words.address}</p></form>`;
}

function axisOf(
  {dimension, placing, codes, isWhole}: Axis,
  isOneOfSeveral: boolean,
  tag: Language['tag'],
  words: Language['explore'],
): Html {
  const {concept, label} = dimension;
  // Held at its total it has no choice made, so that all are seen once it is turned.
  const isUsual = placing === 'one' && isWhole;
  const place = isOneOfSeveral
    ? html`<label class="sr-only" for="in-${concept}">${words.placed(label[tag])}</label><select class="form-select" id="in-${concept}" name="in.${concept}">${PLACINGS.map((one) => html`<option value="${one}" ${one === placing ? raw('selected') : ''}>${words.along[one]}</option>`)}</select>`
    : '';
  return html`<fieldset><legend class="form-label">${label[tag]}</legend>${place}
<details class="details" ${isWhole ? '' : raw('open')}><summary class="details-summary">${words.categories(label[tag])}</summary><div class="details-text">${dimension.codes.map(
    ({code, label: of}) =>
      html`<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="only-${concept}-${code}" name="only.${concept}" value="${code}" ${codes.includes(code) && !isUsual ? raw('checked') : ''}><label class="form-label" for="only-${concept}-${code}">${of[tag]}</label></div>`,
  )}</div></details></fieldset>`;
}

function takeOf({edition, at, view, chart, pictures}: TableSeen, {explore: words}: Language): Html {
  const {id} = view.table;
  const behind = view.query === '' ? '' : `?${view.query}`;
  const seen = (ending: string, said: string) =>
    html`<li><a href="/${at}/tables/${id}${ending}${behind}" download>${said}</a></li>`;
  const published = [`tables/${id}.csv`, 'figures.json', ...pictures];
  return html`<section class="take"><h2>${words.take}</h2><ul>${seen('.csv', words.csv)}${seen('.semicolon.csv', words.danishCsv)}${seen('.json', words.jsonStat)}${chart === undefined ? '' : seen('.svg', words.svg)}</ul>
<h3>${words.asPublished}</h3><ul>${published.map((name) => html`<li><a href="/${edition.id}/files/${name}" download>${name}</a></li>`)}</ul></section>`;
}
