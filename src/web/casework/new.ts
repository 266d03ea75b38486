/** A person registered by hand: who they are, what is known first, and who may be the same before anything is kept. */
import {html, raw} from 'hono/html';
import type {Language} from '#language/language';
import {saidOf} from '#language/said';
import type {Given} from '#production/entry';
import type {EntryKind} from '#production/entry-fields';
import {ALIAS, BORN, ESTIMATED, type Likely, NAME, type NewPersonForm, NUMBER, PHONE} from '#production/new-person';
import type {EntryFault} from '#production/record-fact';
import {bornShown, type Html, ours, type PageContent, shown} from '../page.ts';
import {faultSaid, fieldOf, labelOf} from './facts.ts';

export function newKindsPage(kinds: readonly EntryKind[], {workbench: {new: words}, answers}: Language): PageContent {
  const body = html`<p>${words.choose}</p><ul class="files">${kinds.map((kind) => html`<li><a href="/cases/new/${kind}">${answers.kinds[kind]}</a></li>`)}</ul>
<p><a href="/cases">${words.back}</a></p>`;
  return {title: words.title, place: 'cases', body};
}

export interface NewPerson extends NewPersonForm {
  readonly kind: EntryKind;
  readonly formToken: string;
  /** To those whom one's own authority has decided on. */
  readonly isLimited: boolean;
  /** The form's own name. */
  readonly once: string;
  readonly typed: Given;
  readonly faults: readonly EntryFault[];
  readonly likely: readonly Likely[];
}

export function newPersonPage(form: NewPerson, language: Language): PageContent {
  const {new: words} = language.workbench;
  const {kind, once, formToken, fields, faults, likely, typed, numbers} = form;
  const clash = likely.some(({hasNumber}) => hasNumber);
  const group = (name: string, label: string, hint: string) => textOf({name, label, hint}, form, language);
  const facts = {faults, typed, about: [], corrects: undefined};
  const body = html`${summaryOf(form, language)}${likelyOf(form, language)}
<form method="post" action="/cases/new/${kind}" class="form wide-form" novalidate>${ours(formToken)}<input type="hidden" name="_once" value="${once}">${likely.map(({record}) => html`<input type="hidden" name="_seen" value="${record}">`)}
<fieldset><legend><h2>${words.who}</h2></legend><p>${words.whoHelp}</p><div class="cells">
${group(NAME, words.name, words.nameHint)}${group(ALIAS, words.alias, words.nameHint)}${group(BORN, words.born, language.answers.forms.birth)}${group(PHONE, words.phone, words.phoneHint)}${numbers.map(({scheme, heading}) => group(`${NUMBER}${scheme}`, heading, ''))}</div>
<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="field-${ESTIMATED}" name="${ESTIMATED}" value="yes" ${typed[ESTIMATED] === 'yes' ? raw('checked') : ''}><label class="form-label" for="field-${ESTIMATED}">${words.estimated}</label></div></fieldset>
<fieldset><legend><h2>${words.first}: ${language.answers.kinds[kind]}</h2></legend>${form.isLimited ? html`<p>${words.ownAlone}</p>` : html`<p><a href="/cases/new">${words.otherKind}</a></p>`}
${fields.map((field) => fieldOf(field, facts, language))}</fieldset>
<div class="beside">${likely.length > 0 && !clash ? html`<button class="button button-secondary">${words.none}</button>` : html`<button class="button button-primary">${words.register}</button>`}<a href="/cases">${words.back}</a></div></form>`;
  return {
    title: words.of(language.answers.kinds[kind]),
    place: 'cases',
    body,
    wide: true,
    ...(faults.length === 0 && likely.length === 0 ? {} : {status: 422}),
  };
}

function textOf(
  {name, label, hint}: {readonly name: string; readonly label: string; readonly hint: string},
  {typed, faults}: NewPerson,
  language: Language,
): Html {
  const fault = faults.find(({field}) => field === name)?.refusal;
  const described = [hint === '' ? [] : [`hint-${name}`], fault === undefined ? [] : [`fault-${name}`]]
    .flat()
    .join(' ');
  return html`<div class="form-group${fault === undefined ? '' : ' form-error'}"><label class="form-label" for="field-${name}">${label}</label>${hint === '' ? '' : html`<span class="form-hint" id="hint-${name}">${hint}</span>`}${fault === undefined ? '' : html`<span class="form-error-message" id="fault-${name}">${faultIn(name, fault, language)}</span>`}<input class="form-input" id="field-${name}" name="${name}" value="${typed[name] ?? ''}" autocomplete="off" spellcheck="false" ${described === '' ? '' : html`aria-describedby="${described}"`} ${fault === undefined ? '' : raw('aria-invalid="true"')}></div>`;
}

function faultIn(name: string, fault: EntryFault['refusal'], language: Language): string {
  const {new: words} = language.workbench;
  if (name.startsWith(NUMBER)) return words.numberWrong;
  return name === NAME && fault.reason === 'impossible-value' && fault.rule === 'required'
    ? words.giveName
    : faultSaid(fault, language);
}

function summaryOf(form: NewPerson, language: Language): Html {
  const {faults, fields, numbers} = form;
  const {new: words, facts} = language.workbench;
  if (faults.length === 0) return '';
  const own: ReadonlyMap<string, string> = new Map([
    [NAME, words.name],
    [ALIAS, words.alias],
    [BORN, words.born],
    [PHONE, words.phone],
    ...numbers.map(({scheme, heading}) => [`${NUMBER}${scheme}`, heading] as const),
  ]);
  return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${facts.faults(faults.length)}</strong></p><ul>${faults.map(
    ({field: of, refusal}) => {
      const field = fields.find(({name}) => name === of);
      const label = own.get(of ?? '') ?? (field === undefined ? undefined : labelOf(field, language));
      const {what, remedy} = saidOf(refusal, language);
      return label === undefined
        ? html`<li>${shown(`${what} ${remedy}`, language)}</li>`
        : html`<li><a href="#field-${of ?? ''}">${label}</a></li>`;
    },
  )}</ul></div>`;
}

function likelyOf({likely, naming}: NewPerson, language: Language): Html {
  const {new: words, cases} = language.workbench;
  if (likely.length === 0) return '';
  const named = naming.words(language.tag);
  const clash = likely.some(({hasNumber}) => hasNumber);
  return html`<section class="likely"><h2>${words.likely(likely.length)}</h2><p role="alert">${words.likelyHelp}${clash ? html` <strong>${words.hasNumberHelp}</strong>` : ''}</p>
<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.likely(likely.length)}"><table class="table table--compact"><thead><tr><th scope="col">${cases.record}</th><th scope="col">${cases.name}</th><th scope="col">${cases.born}</th><th scope="col">${cases.numbers}</th><th scope="col">${cases.latest}</th></tr></thead><tbody>${likely.map(
    ({record, names, aliases, born, identifiers, latest, hasNumber}) =>
      html`<tr><td class="keep"><a href="/cases/${record}">${words.thisOne}<span class="sr-only">: ${record}</span></a></td><td>${[...names, ...aliases].join(' · ')}</td><td class="keep">${born === undefined ? '' : bornShown(born, language)}</td><td>${identifiers.map(({value}) => value).join(' · ')}${hasNumber ? html` <strong>${words.hasNumber}</strong>` : ''}</td><td>${latest === undefined ? '' : `${shown(latest.on, language)}, ${named.code('authority', latest.by)}: ${named.code('outcome', latest.outcome)}`}</td></tr>`,
  )}</tbody></table></div></section>`;
}
