/** The editions, the newest first, each with its files. */
import {html} from 'hono/html';
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import type {EditionRecord} from '#production/editions';
import {type Html, type PageContent, shown} from '../page.ts';

export interface Listed {
  readonly record: EditionRecord;
  readonly files: readonly string[];
}

export function editionsPage(listed: readonly Listed[], language: Language): PageContent {
  const {editions: words} = language.workbench;
  if (listed.length === 0) return {title: words.title, place: 'editions', body: html`<p>${words.none}</p>`};
  const body = html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.title}"><table class="table table--compact">
<thead><tr><th scope="col">${words.edition}</th><th scope="col">${words.period}</th><th scope="col">${words.kind}</th><th scope="col">${words.state}</th><th scope="col">${words.by}</th><th scope="col">${words.released}</th></tr></thead>
<tbody>${listed.map(({record}) => rowOf(record, language))}</tbody></table></div>
${listed.map(({record: {id}, files}) => filesOf(id, files, language))}`;
  return {title: words.title, place: 'editions', body, wide: true};
}

function rowOf({id, period, kind, state, preparedBy, approvedBy, releasedAt}: EditionRecord, language: Language): Html {
  const {workbench, editions} = language;
  return html`<tr id="${id}"><th scope="row">${id}</th><td>${periodId(period)}</td><td>${workbench.statement.kinds[kind]}</td><td>${editions.states[state]}</td>
<td>${[preparedBy, approvedBy].filter((one) => one !== undefined).join(' · ')}</td><td class="keep">${releasedAt === undefined ? '' : shown(releasedAt.slice(0, 10), language)}</td></tr>`;
}

const filesOf = (id: string, files: readonly string[], {workbench: {editions: words}}: Language): Html => html`
<details class="details"><summary class="details-summary">${words.contents(id)} (${files.length})</summary><div class="details-text"><ul class="files">${files.map(
  (name) => html`<li><a href="/editions/${id}/${name}" download>${name}</a></li>`,
)}</ul></div></details>`;
