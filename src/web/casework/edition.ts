/** One edition: read, checked, taken along; and where it waits, approved or sent back. */
import {html, raw} from 'hono/html';
import type {LanguageTag} from '#concepts/labels';
import {periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {may, type Role} from '#concepts/rights';
import {sameName} from '#kit/person-name';
import type {Language} from '#language/language';
import {findingSaid, saidOf} from '#language/said';
import {howMany, movedBy} from '#production/edition-questions';
import type {EditionView, Happened} from '#production/edition-view';
import {type Html, momentShown, ours, type PageContent, prose} from '../page.ts';
import {releasePath} from './release.ts';

export interface ShownEdition extends EditionView {
  /** In which it is read. */
  readonly tag: LanguageTag;
  readonly roles: readonly Role[];
  /** Of whoever looks. */
  readonly name: string;
  readonly formToken: string;
  /** A form that came back: what was typed into it, and why. */
  readonly refused: {readonly typed: string; readonly why: Refusal | 'notConfirmed'} | undefined;
}

export function editionPage(edition: ShownEdition, language: Language): PageContent {
  const {editions: words} = language.workbench;
  const {record, languages, tag, refused} = edition;
  const {id} = record;
  const path = `/editions/${id}/page/${tag}`;
  const others = languages.filter((one) => one !== tag);
  const body = html`
<p class="ways"><strong>${language.editions.states[record.state]}</strong> · ${language.workbench.statement.kinds[record.kind]}${languages.includes(tag) ? html` · <a href="${path}" target="_blank">${language.workbench.statement.fullPage}</a>` : ''}${others.map((one) => html` · <a href="/editions/${id}?language=${one}">${words.page(one, id)}</a>`)}${waysOf(edition, language)}</p>
${checkOf(edition, language)}
<div class="side-by-side">
${languages.includes(tag) ? html`<iframe class="sheet" src="${path}" title="${words.page(tag, id)}"></iframe>` : html`<p>${words.isNot}</p>`}
<div>${turnOf(edition, language)}${aboutOf(edition, language)}${happenedOf(edition.history, language)}</div>
</div>
${filesOf(edition, language)}`;
  return {title: id, place: 'editions', body, wide: true, ...(refused === undefined ? {} : {status: 422})};
}

function waysOf({record, before, roles}: ShownEdition, {workbench}: Language): Html {
  if (!may(roles, 'edition.compare')) return '';
  const {editions: words} = workbench;
  const to = (earlier: string, later: string) => `/compare?earlier=${earlier}&later=${later}`;
  const {id, state} = record;
  return html`${before === undefined ? '' : html` · <a href="${to(before, id)}">${words.compareWith(before)}</a>`} · <a href="${to(id, 'now')}">${words.toNow}</a>${
    may(roles, 'edition.prepare') && state === 'released'
      ? html` · <a href="${releasePath(record)}?corrects=${id}">${words.correct}</a>`
      : may(roles, 'edition.prepare') && state === 'returned'
        ? html` · <a href="${releasePath(record)}">${words.anew}</a>`
        : ''
  }`;
}

function checkOf({faults, files, key, record}: ShownEdition, language: Language): Html {
  const {editions: words} = language.workbench;
  if (faults.length === 0)
    return html`<p>${words.isWhole(files.length)} ${key !== undefined && record.manifest !== undefined ? words.key(key) : ''}</p>`;
  return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${words.isNot}</strong></p><ul>${faults.map((one) => html`<li>${findingSaid(one, language).what}</li>`)}</ul></div>`;
}

/** What is to be done about one that waits, by whom. */
function turnOf(edition: ShownEdition, language: Language): Html {
  const {editions: words} = language.workbench;
  const {record, roles, name, faults} = edition;
  if (record.state !== 'validated') return '';
  const isOwn = sameName(record.preparedBy, name);
  const mayApprove = may(roles, 'edition.approve') && !isOwn;
  const mayWithdraw = may(roles, 'edition.prepare');
  return html`<section>${refusedOf(edition, language)}
${mayApprove && faults.length === 0 ? approveForm(edition, language) : html`<p>${isOwn ? words.ownWork : words.waitsFor}</p>`}
${mayApprove ? backForm(edition, 'send-back', language) : mayWithdraw ? backForm(edition, 'withdraw', language) : ''}</section>`;
}

function refusedOf({refused}: ShownEdition, language: Language): Html {
  if (refused === undefined) return '';
  const {editions: words} = language.workbench;
  const {why} = refused;
  const said = why === 'notConfirmed' ? {what: words.notConfirmed, remedy: ''} : saidOf(why, language);
  return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${prose(said.what, language)}</strong> ${prose(said.remedy, language)}</p></div>`;
}

function approveForm({record: {id}, formToken, refused}: ShownEdition, {workbench: {editions: words}}: Language): Html {
  const isUnread = refused?.why === 'notConfirmed';
  return html`<h2>${words.approve}</h2><p>${words.approveHelp}</p>
<form method="post" action="/editions/${id}/approve" class="form" novalidate>${ours(formToken)}
<div class="form-group"><div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="read" name="read" value="yes" required ${isUnread ? raw('aria-invalid="true"') : ''}><label class="form-label" for="read">${words.confirm(id)}</label></div></div>
<button class="button button-primary">${words.approve}</button></form>`;
}

function backForm(
  {record: {id}, formToken, refused}: ShownEdition,
  way: 'send-back' | 'withdraw',
  {workbench: {editions: words}}: Language,
): Html {
  const [name, help] = way === 'withdraw' ? [words.withdraw, words.withdrawHelp] : [words.sendBack, words.sendBackHelp];
  const isOpen = refused !== undefined && refused.why !== 'notConfirmed';
  return html`<details class="held" ${isOpen ? raw('open') : ''}><summary>${name}</summary><p>${help}</p>
<form method="post" action="/editions/${id}/${way}" class="form">${ours(formToken)}
<div class="form-group"><label class="form-label" for="reason">${words.reason}</label><span class="form-hint" id="hint-reason">${words.reasonHint}</span><textarea class="form-input" id="reason" name="reason" rows="3" maxlength="2000" required aria-describedby="hint-reason">${refused?.typed ?? ''}</textarea></div>
<button class="button button-secondary">${name}</button></form></details>`;
}

function aboutOf({record}: ShownEdition, language: Language): Html {
  const {editions: words} = language.workbench;
  const {period, cutOff, profile, program, recipients, embargo, corrects, correctedBy, state} = record;
  const {overFindings: over, openQuestions: open, disclosed} = record;
  const pair = (name: string, text: Html) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
  const edition = (id: string) => html`<a href="/editions/${id}">${id}</a>`;
  const moved = open && movedBy(open);
  return html`<section><h2>${words.about}</h2><dl class="pairs stacked">
${pair(words.period, periodId(period))}
${pair(words.cutOff, momentShown(cutOff, language))}
${pair(words.profile, `${profile.id} ${profile.version}`)}
${pair(words.program, program.version)}
${recipients.length === 0 ? '' : pair(words.recipients, recipients.join(', '))}
${embargo === undefined || state === 'released' || state === 'corrected' ? '' : pair(words.embargo, momentShown(embargo, language))}
${corrects === undefined ? '' : pair(words.corrects, html`${edition(corrects.edition)}: ${corrects.erratum[language.tag] ?? Object.values(corrects.erratum)[0] ?? ''}`)}
${correctedBy === undefined ? '' : pair(words.correctedBy, edition(correctedBy))}
${over === undefined ? '' : pair(words.overFindings, `${over.errors}: ${over.reason}`)}
${open === undefined || moved === undefined ? '' : pair(words.openQuestions, `${language.editions.openQuestions(howMany(open), moved.low, moved.high)}${open.reason === undefined ? '' : `: ${open.reason}`}`)}
${disclosed.map(({at, by, reason}) => pair(words.gotOut, html`${momentShown(at, language)} ${by}: ${reason}`))}
</dl></section>`;
}

const happenedOf = (history: readonly Happened[], language: Language): Html => html`
<section><h2>${language.workbench.editions.happened}</h2><ol class="happened">${history.map(({kind, at, by, why}) => {
  const {events} = language.workbench.editions;
  const isKnown = (name: string): name is keyof typeof events => name in events;
  return html`<li>${momentShown(at, language)} <strong>${isKnown(kind) ? events[kind] : kind}</strong>, ${by}${why === undefined ? '' : `: ${why}`}</li>`;
})}</ol></section>`;

/** What is read first stands open; tables and charts by their folder. */
function filesOf({record: {id}, files}: ShownEdition, language: Language): Html {
  const {editions: words} = language.workbench;
  if (files.length === 0) return '';
  const folders = Map.groupBy(files, ({name}) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : ''));
  const list = (some: EditionView['files']) =>
    html`<ul class="files">${some.map(({name, size}) => html`<li><a href="/editions/${id}/${name}" download>${name}</a> <span class="rule">${sizeOf(size, language)}</span></li>`)}</ul>`;
  return html`<section><h2>${words.files}</h2><p><a href="/editions/${id}/all.zip" download>${words.all}</a></p>${[
    ...folders,
  ].map(([folder, some]) =>
    folder === ''
      ? list(some)
      : html`<details class="held"><summary>${folder} (${some.length})</summary>${list(some)}</details>`,
  )}</section>`;
}

const sizeOf = (bytes: number, {tag}: Language): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000).toLocaleString(tag)} kB`
      : `${(bytes / 1_000_000).toLocaleString(tag, {maximumFractionDigits: 1})} MB`;
