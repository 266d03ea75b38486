/** Two editions of a period, or one and the register now: every cell that differs, and why. */
import {html, raw} from 'hono/html';
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import {type Compared, NOW} from '#production/compare';
import {
  type ComparedCell,
  cellLabel,
  changeShown,
  movedCell,
  reasonsShown,
  sideShown,
} from '#production/compared-cells';
import type {EditionRecord} from '#production/editions';
import {type Html, type PageContent, shown} from '../page.ts';

export interface ShownCompare {
  /** In the order they were drafted. */
  readonly records: readonly EditionRecord[];
  readonly earlier: string;
  readonly later: string;
  /** Of this alone; undefined: of all. */
  readonly table: string | undefined;
  readonly compared: Compared;
}

export function comparePage(compare: ShownCompare, language: Language): PageContent {
  const {compare: words} = language.workbench;
  const {earlier, later, compared} = compare;
  const {revisions} = language;
  const {cells, balanced, added, removed, redefined, period} = compared;
  const apart = [
    [added, revisions.added],
    [removed, revisions.removed],
    [redefined, revisions.redefined],
  ] as const;
  const said =
    cells.length === 0 ? revisions.unchanged(compared.compared) : revisions.differ(cells.length, compared.compared);
  const sides = revisions.heading(
    periodId(period),
    sideShown(compared.earlier, language),
    sideShown(compared.later, language),
  );
  const body = html`${chooser(compare, language)}
<p role="status">${shown(sides, language)}<br><strong>${said}</strong>${cells.length + balanced.length === 0 ? '' : html` <a href="/compare/cells.csv?earlier=${earlier}&amp;later=${later}" download>${words.take}</a>`}</p>
${tablesOf(cells, compared, language)}
${balanced.length === 0 ? '' : html`<details class="held"><summary>${revisions.balanced(balanced.length)}</summary>${tablesOf(balanced, compared, language)}</details>`}
${apart.map(([tables, say]) => (tables.length === 0 ? '' : html`<p>${say(tables.join(', '))}</p>`))}`;
  return {title: words.title, place: 'editions', body, wide: true};
}

function chooser({records, earlier, later, table}: ShownCompare, language: Language): Html {
  const {compare: words} = language.workbench;
  const select = (name: string, label: string, ids: readonly string[], chosen: string) =>
    html`<div class="form-group"><label class="form-label" for="${name}">${label}</label><select class="form-select" id="${name}" name="${name}">${ids.map((id) => html`<option value="${id}" ${id === chosen ? raw('selected') : ''}>${id === NOW ? language.revisions.now : id}</option>`)}</select></div>`;
  const ids = records.map(({id}) => id);
  return html`<form method="get" action="/compare" class="beside choose">${select('earlier', words.earlier, ids, earlier)}${select('later', words.later, [...ids, NOW], later)}${table === undefined ? '' : html`<input type="hidden" name="table" value="${table}">`}<button class="button button-secondary">${words.show}</button></form>`;
}

const tablesOf = (cells: readonly ComparedCell[], compared: Compared, language: Language): Html =>
  html`${[...Map.groupBy(cells, ({table}) => table)].map(([table, own]) => tableOf(table, own, compared, language))}`;

function tableOf(table: string, cells: readonly ComparedCell[], compared: Compared, language: Language): Html {
  const {compare: words} = language.workbench;
  const title = compared.words[language.tag].table(table);
  return html`<section><h2>${title}</h2><div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${title}"><table class="table table--compact">
<thead><tr><th scope="col">${words.cell}</th><th scope="col">${words.earlier} → ${words.later}</th><th scope="col">${words.change}</th><th scope="col">${words.why}</th></tr></thead>
<tbody>${cells.map((cell) => html`<tr><th scope="row">${cellLabel(cell, compared, language)}</th><td class="keep">${movedCell(cell, language)}</td><td class="keep">${changeShown(cell, language)}</td><td>${reasonsShown(cell, language)}</td></tr>`)}</tbody></table></div></section>`;
}

/** Nothing to compare yet. */
export const nothingToCompare = ({workbench: {compare: words}}: Language): PageContent => ({
  title: words.title,
  place: 'editions',
  body: html`<p>${words.none}</p>`,
});
