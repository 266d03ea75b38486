/** The editions, the newest first. */
import {html} from 'hono/html';
import {periodId} from '#concepts/period';
import {may, type Role} from '#concepts/rights';
import type {Language} from '#language/language';
import type {EditionRecord} from '#production/editions';
import {type Html, type PageContent, shown} from '../page.ts';

export interface Editions {
  readonly records: readonly EditionRecord[];
  readonly roles: readonly Role[];
}

export function editionsPage({records, roles}: Editions, language: Language): PageContent {
  const {editions: words, release, compare} = language.workbench;
  const mayCompare = may(roles, 'edition.compare') && records.length > 0;
  const ways = html`<p class="ways">${may(roles, 'edition.prepare') ? html`<a href="/release">${release.toRelease}</a>` : ''}${may(roles, 'edition.prepare') && mayCompare ? ' · ' : ''}${mayCompare ? html`<a href="/compare">${compare.title}</a>` : ''}</p>`;
  if (records.length === 0) return {title: words.title, place: 'editions', body: html`${ways}<p>${words.none}</p>`};
  const body = html`${ways}<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.title}"><table class="table table--compact">
<thead><tr><th scope="col">${words.edition}</th><th scope="col">${words.period}</th><th scope="col">${words.kind}</th><th scope="col">${words.state}</th><th scope="col">${words.by}</th><th scope="col">${words.released}</th></tr></thead>
<tbody>${records.toReversed().map((record) => rowOf(record, language))}</tbody></table></div>`;
  return {title: words.title, place: 'editions', body, wide: true};
}

function rowOf({id, period, kind, state, preparedBy, approvedBy, releasedAt}: EditionRecord, language: Language): Html {
  const {workbench, editions} = language;
  return html`<tr id="${id}"><th scope="row"><a href="/editions/${id}">${id}</a></th><td>${periodId(period)}</td><td>${workbench.statement.kinds[kind]}</td><td>${editions.states[state]}</td>
<td>${[preparedBy, approvedBy].filter((one) => one !== undefined).join(' · ')}</td><td class="keep">${releasedAt === undefined ? '' : shown(releasedAt.slice(0, 10), language)}</td></tr>`;
}
