/** Persons: the search and whom it found, as a table. */
import {html} from 'hono/html';
import type {Language} from '#language/language';
import type {Found} from '#production/case-search';
import {bornShown, type Html, ours, type PageContent, shown} from '../page.ts';

export interface Search {
  /** Undefined: nothing was searched for. */
  readonly typed: string | undefined;
  readonly found: Found | undefined;
  /** To the persons of one authority. */
  readonly isLimited: boolean;
  readonly formToken: string;
  /** Where whoever was searched for in vain is registered; undefined: whoever asks may not. */
  readonly registers: string | undefined;
}

export function casesPage({typed, found, isLimited, formToken, registers}: Search, language: Language): PageContent {
  const {cases: words} = language.workbench;
  const body = html`
<form method="post" action="/cases" class="search-form" role="search">${ours(formToken)}
<div class="form-group"><label class="form-label" for="typed">${words.search}</label><span class="form-hint" id="typed-hint">${words.hint}</span>
<div class="beside"><input class="form-input" id="typed" name="typed" value="${typed ?? ''}" maxlength="200" autocomplete="off" spellcheck="false" autofocus aria-describedby="typed-hint">
<button class="button button-primary">${words.find}</button></div></div>
</form>
${found === undefined ? '' : foundOf(found, language)}
${found === undefined || registers === undefined ? '' : html`<p><a class="button button-secondary" href="${registers}">${language.workbench.new.link}</a></p>`}
${isLimited ? glassOf(formToken, language) : ''}`;
  return {title: words.title, place: 'cases', body, wide: true};
}

function foundOf({persons, naming}: Found, language: Language): Html {
  const {cases: words} = language.workbench;
  if (persons.length === 0)
    return html`<div role="status"><p><strong>${words.nobody}</strong> ${words.nobodyHelp}</p></div>`;
  const named = naming.words(language.tag);
  return html`<p role="status">${words.found(persons.length)}</p>
<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.title}"><table class="table table--compact">
<thead><tr><th scope="col">${words.record}</th><th scope="col">${words.name}</th><th scope="col">${words.born}</th><th scope="col">${words.numbers}</th><th scope="col">${words.latest}</th></tr></thead>
<tbody>${persons.map(
    ({record, names, aliases, born, identifiers, latest, erased}) => html`<tr>
<td class="keep"><a href="/cases/${record}">${record}</a></td>
<td>${erased ? words.erased : [...names, ...aliases].join(' · ')}</td>
<td class="keep">${born === undefined ? '' : bornShown(born, language)}</td>
<td>${identifiers.map(({value}) => value).join(' · ')}</td>
<td>${latest === undefined ? '' : `${shown(latest.on, language)}, ${named.code('authority', latest.by)}: ${named.code('outcome', latest.outcome)}`}</td></tr>`,
  )}</tbody></table></div>`;
}

/** For a while and for a reason: whoever reads the log is told, and so are those who gave the right. */
const glassOf = (formToken: string, {workbench: {glass: words}}: Language): Html => html`
<details class="details"><summary class="details-summary">${words.title}</summary><div class="details-text"><p>${words.help}</p>
<form method="post" action="/cases/break-glass" class="form">${ours(formToken)}<div class="form-group"><label class="form-label" for="why">${words.why}</label><span class="form-hint" id="why-hint">${words.whyHint}</span><input class="form-input" id="why" name="why" required minlength="10" maxlength="300" aria-describedby="why-hint"></div>
<button class="button button-secondary">${words.break}</button></form></div></details>`;
