/** Where nothing is yet, or several workspaces are: what to open, to try, to begin. */
import {html} from 'hono/html';
import type {Language} from '#language/language';
import type {ShippedProfile} from '#production/shipped-profiles';
import type {PlacedWorkspace} from '#production/workspaces-in';
import type {Html, PageContent} from './page.ts';

export interface Beginnings {
  readonly path: string;
  readonly found: readonly PlacedWorkspace[];
  readonly profiles: readonly ShippedProfile[];
}

export function beginPage({path, found, profiles}: Beginnings, language: Language): PageContent {
  const {begin: words} = language.workbench;
  const body = html`${found.length === 0 ? '' : openOf(path, found, language)}
<section><h2>${words.tryIt}</h2><p>${words.tryHelp}</p><form method="post" action="${path}/demo"><button class="button ${found.length === 0 ? 'button-primary' : 'button-secondary'}">${words.tryIt}</button></form></section>
<section><h2>${words.begin}</h2><p>${words.beginHelp}</p><form method="post" action="${path}/new" class="form">
<div class="form-group"><label class="form-label" for="name">${words.name}</label><span class="form-hint" id="name-hint">${words.nameHint}</span><input class="form-input" id="name" name="name" required maxlength="40" aria-describedby="name-hint"></div>
<div class="form-group"><label class="form-label" for="profile">${words.profile}</label><select class="form-select" id="profile" name="profile" required><option value="">${words.choose}</option>${profiles.map(({id, office, country}) => html`<option value="${id}">${country[language.tag]}: ${office[language.tag]}</option>`)}</select></div>
<button class="button button-secondary">${words.begin}</button></form></section>`;
  return {title: words.title, place: undefined, body};
}

const openOf = (
  path: string,
  found: readonly PlacedWorkspace[],
  {workbench: {begin: words, synthetic}}: Language,
): Html => html`
<section><h2>${words.open}</h2><form method="post" action="${path}/open" class="beside">${found.map(
  (one) =>
    html`<button class="button button-primary" name="name" value="${one.name}">${one.name}${one.synthetic ? ` (${synthetic})` : ''}</button>`,
)}</form></section>`;

export interface NewKey {
  readonly path: string;
  readonly name: string;
  readonly recovery: string;
  /** Where it is kept. */
  readonly kept: string;
}

/** Seen once. */
export function keyPage(
  {path, name, recovery, kept}: NewKey,
  {workbench: {begin: words}, answers}: Language,
): PageContent {
  return {
    title: answers.recoveryTitle,
    place: undefined,
    body: html`<p class="key"><code>${recovery}</code></p><p>${answers.recoveryAdvice}</p><p>${words.kept(kept)}</p>
<form method="post" action="${path}/made" class="form"><input type="hidden" name="name" value="${name}">
<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="written" required><label class="form-label" for="written">${words.written}</label></div>
<p></p><button class="button button-primary">${words.goOn}</button></form>`,
  };
}
