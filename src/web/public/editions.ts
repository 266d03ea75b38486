/** What is published: the tables of each period, found by their words, and each edition with what it is and its files. */
import {html} from 'hono/html';
import type {Language} from '#language/language';
import {outAt, type PublishedTable, type ShownEdition} from '#production/published';
import {day, type Html, type PublicPage} from './frame.ts';

export interface Listing {
  /** The one in force of each period, the latest first. */
  readonly current: readonly ShownEdition[];
  readonly all: readonly ShownEdition[];
  readonly search: string;
}

export function frontPage({current, all, search}: Listing, language: Language): PublicPage {
  const {explore: words} = language;
  if (all.length === 0) return {title: words.title, trail: [], body: html`<p>${words.nothingOut}</p>`};
  const found = current.map((edition) => ({edition, tables: tablesWith(edition, search, language)}));
  const body = html`<p>${words.intro}</p>${searchOf('/', search, language)}
${search === '' ? '' : foundOf(found.flatMap(({tables}) => tables).length, search, '/', language)}
${found.map(({edition, tables}) => (tables.length === 0 ? '' : tablesOf(edition.of, tables, language)))}
<section><h2>${words.editions}</h2>${editionsOf(all, language)}</section>`;
  return {title: words.title, trail: [], body};
}

/** `at`: what it is called in the address that was asked for. */
export function editionPage(edition: ShownEdition, at: string, search: string, language: Language): PublicPage {
  const {explore: words, document} = language;
  const tables = tablesWith(edition, search, language);
  const fact = (name: string, what: Html): Html => html`<div><dt>${name}</dt><dd>${what}</dd></div>`;
  const body = html`${correctionOf(edition, language)}${erratumOf(edition, language)}
${searchOf(`/${at}`, search, language)}
${search === '' ? '' : foundOf(tables.length, search, `/${at}`, language)}
${tables.length === 0 ? '' : tablesOf(at, tables, language)}
<section><h2>${words.edition}</h2><dl class="pairs">
${fact(words.edition, edition.id)}${fact(words.cutOff, day(edition.cutOff, language))}${fact(words.out, day(outAt(edition), language))}
${fact(document.reading.source, edition.office)}${fact(words.key, html`<code>${edition.key}</code>`)}${fact(words.fingerprint, html`<code>${edition.digest}</code>`)}
</dl><p>${words.howVerified}</p></section>
${marksAndNotes(edition, language)}
<details class="details"><summary class="details-summary">${words.files} (${edition.files.length})</summary><div class="details-text"><ul class="files">${edition.files.map(({name}) => html`<li><a href="/${edition.id}/files/${name}">${name}</a></li>`)}</ul></div></details>`;
  return {title: words.statisticsOf(edition.of), trail: [{path: '/', label: words.title}], body};
}

export function correctionOf({correctedBy}: ShownEdition, {explore: words}: Language): Html {
  if (correctedBy === undefined) return '';
  return html`<div class="alert alert-warning" role="note"><p class="alert-text">${words.corrected(correctedBy)} <a href="/${correctedBy}">${words.seeCorrection}</a></p></div>`;
}

function erratumOf({corrects}: ShownEdition, {tag, explore: words}: Language): Html {
  if (corrects === undefined) return '';
  const {da, en} = corrects.erratum;
  const text = corrects.erratum[tag] ?? en ?? da ?? '';
  return html`<section><h2>${words.erratum}</h2><p><a href="/${corrects.edition}">${words.corrects(corrects.edition)}</a>: ${text}</p></section>`;
}

export function marksAndNotes({marks, marksIn, notes}: ShownEdition, {tag, explore: words}: Language): Html {
  if (marks.length + notes.length === 0) return '';
  return html`<section class="notes"><h2>${words.notesOnAll}</h2>${marks.map((mark) => html`<p lang="${marksIn}">${mark}</p>`)}${notes.map((note) => html`<p>${note[tag]}</p>`)}</section>`;
}

/** Each word is part of the title or of what it is divided by, in either language, or a category begins with it. */
export function tablesWith({tables}: ShownEdition, search: string, {tag}: Language): readonly PublishedTable[] {
  const small = (text: string) => text.toLocaleLowerCase(tag);
  const wanted = small(search).split(/\s+/).filter(Boolean);
  return tables.filter(({id, label, dimensions}) => {
    const named = [label, ...dimensions.map((one) => one.label)].flatMap(({da, en}) => [da, en]);
    const title = small([id, ...named].join(' '));
    const categories = dimensions.flatMap((one) => one.codes.flatMap(({label: {da, en}}) => [da, en]));
    const begun = categories.flatMap((text) => small(text).split(/[^\p{L}\p{N}]+/u));
    return wanted.every((word) => title.includes(word) || begun.some((one) => one.startsWith(word)));
  });
}

const searchOf = (path: string, search: string, {explore: words}: Language): Html => html`
<search><form method="get" action="${path}" class="find"><label class="form-label" for="search">${words.search}</label><span class="form-hint" id="search-hint">${words.searchHint}</span>
<div class="beside"><input class="form-input" type="search" id="search" name="search" value="${search}" maxlength="80" aria-describedby="search-hint"><button class="button button-primary">${words.find}</button></div></form></search>`;

const foundOf = (tables: number, search: string, path: string, {explore: words}: Language): Html =>
  html`<p role="status">${words.found(tables, search)}. <a href="${path}">${words.clear}</a></p>`;

const tablesOf = (at: string, tables: readonly PublishedTable[], {tag, explore: words}: Language): Html => html`
<section><h2>${words.tablesOf(at)}</h2><ul class="tables">${tables.map(
  ({id, label, dimensions}) =>
    html`<li><a href="/${at}/tables/${id}">${label[tag]}</a><span>${dimensions.map((one) => one.label[tag]).join(' · ')}</span></li>`,
)}</ul></section>`;

const editionsOf = (all: readonly ShownEdition[], language: Language): Html => {
  const {explore: words} = language;
  return html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.editions}"><table class="table table--compact">
<thead><tr><th scope="col">${words.edition}</th><th scope="col">${words.period}</th><th scope="col">${words.out}</th><th scope="col">${words.cutOff}</th><th scope="col">${words.state}</th></tr></thead>
<tbody>${all.map(
    (one) =>
      html`<tr><th scope="row"><a href="/${one.id}">${one.id}</a></th><td>${one.of}</td><td class="keep">${day(outAt(one), language)}</td><td class="keep">${day(one.cutOff, language)}</td><td>${one.correctedBy === undefined ? words.current : words.corrected(one.correctedBy)}</td></tr>`,
  )}</tbody></table></div>`;
};
