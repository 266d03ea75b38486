/** A form made from what a kind of fact asks: every refusal stands beside its field, and what was typed stays in it. */
import {html, raw} from 'hono/html';
import {type Code, UNKNOWN} from '#concepts/code-list';
import type {LanguageTag} from '#concepts/labels';
import type {EntryWord} from '#language/answer-words';
import {DAY_EXAMPLES} from '#language/days';
import type {Language} from '#language/language';
import {saidOf} from '#language/said';
import {sortedIn} from '#language/sorted';
import type {Given} from '#production/entry';
import {type EntryField, type EntryKind, isEntryKind} from '#production/entry-fields';
import type {EntryFault, FactForm} from '#production/record-fact';
import {type Html, ours, type PageContent, shown} from '../page.ts';

export interface ShownForm extends FactForm {
  readonly kind: EntryKind;
  /** Where it is sent. */
  readonly path: string;
  readonly formToken: string;
  /** What was typed; where nothing was yet, what stands. */
  readonly typed: Given;
  readonly faults: readonly EntryFault[];
}

/** What may be recorded here; questions are answered where they are asked. */
export function kindsPage(
  {record, name, kinds}: {readonly record: string; readonly name: string; readonly kinds: readonly string[]},
  {workbench: {facts: words}, answers}: Language,
): PageContent {
  const body = html`<p>${words.addHelp}</p><ul class="files">${kinds
    .filter(isEntryKind)
    .map((kind) => html`<li><a href="/cases/${record}/add/${kind}">${answers.kinds[kind]}</a></li>`)}</ul>
<p><a href="/cases/${record}">${words.toPerson}</a></p>`;
  return {title: `${words.add}: ${name}`, place: 'cases', body};
}

export function factPage(form: ShownForm, language: Language): PageContent {
  const {facts: words} = language.workbench;
  const {kind, person, faults, corrects, path, formToken, seen} = form;
  const named = language.answers.kinds[kind];
  const name = person.names[0] ?? person.record;
  const body = html`${corrects === undefined ? '' : html`<p>${words.correctHelp}</p>`}${summaryOf(form, language)}
<form method="post" action="${path}" class="form" novalidate>${ours(formToken)}<input type="hidden" name="_seen" value="${seen}">
${form.fields.map((field) => fieldOf(field, form, language))}
<div class="beside"><button class="button button-primary">${corrects === undefined ? words.save : words.saveCorrected}</button><a href="/cases/${person.record}">${words.toPerson}</a></div></form>`;
  const title = corrects === undefined ? words.addTo(named, name) : words.correctOf(named, name);
  return {title, place: 'cases', body, ...(faults.length === 0 ? {} : {status: 422})};
}

function summaryOf({faults, fields}: ShownForm, language: Language): Html {
  if (faults.length === 0) return '';
  return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${language.workbench.facts.faults(faults.length)}</strong></p><ul>${faults.map(
    ({field: of, refusal}) => {
      const field = fields.find(({name}) => name === of);
      const {what, remedy} = saidOf(refusal, language);
      return field === undefined
        ? html`<li>${shown(`${what} ${remedy}`, language)}</li>`
        : html`<li><a href="#field-${field.name}">${labelOf(field, language)}</a></li>`;
    },
  )}</ul></div>`;
}

/** What a field of a fact shows itself by. */
export type FieldsOf = Pick<ShownForm, 'faults' | 'typed' | 'about' | 'corrects'>;

export function fieldOf(field: EntryField, form: FieldsOf, language: Language): Html {
  const {facts: words} = language.workbench;
  const fault = form.faults.find((one) => one.field === field.name)?.refusal;
  const hint = hintOf(field, form, language);
  const [hintId, faultId] = [`hint-${field.name}`, `fault-${field.name}`];
  const described = [hint === '' ? [] : [hintId], fault === undefined ? [] : [faultId]].flat().join(' ');
  const marks = html`id="field-${field.name}" name="${field.name}" ${described === '' ? '' : html`aria-describedby="${described}"`} ${field.required ? raw('aria-required="true"') : ''} ${fault === undefined ? '' : raw('aria-invalid="true"')}`;
  const told = html`${hint === '' ? '' : html`<span class="form-hint" id="${hintId}">${hint}</span>`}${fault === undefined ? '' : html`<span class="form-error-message" id="${faultId}">${faultSaid(fault, language)}</span>`}`;
  const label = html`${labelOf(field, language)}${field.required ? '' : html` <span class="weight-normal">(${words.optional})</span>`}`;
  const shell = `form-group${fault === undefined ? '' : ' form-error'}`;
  if (field.multiple === true)
    return html`<fieldset class="${shell}" id="field-${field.name}" ${described === '' ? '' : html`aria-describedby="${described}"`}><legend class="form-label">${label}</legend>${told}${checksOf(field, form, language)}</fieldset>`;
  return html`<div class="${shell}"><label class="form-label" for="field-${field.name}">${label}</label>${told}${controlOf(field, marks, form, language)}</div>`;
}

function controlOf(field: EntryField, marks: Html, form: FieldsOf, language: Language): Html {
  const typed = form.typed[field.name] ?? '';
  const {facts: words} = language.workbench;
  if (field.kind === 'text') return html`<textarea class="form-input" rows="3" ${marks}>${typed}</textarea>`;
  const choices = choicesOf(field, form, language);
  if (choices === undefined)
    return html`<input class="form-input" ${field.kind === 'number' ? raw('inputmode="numeric"') : ''} ${marks} value="${form.faults.length === 0 ? shown(typed, language) : typed}" autocomplete="off">`;
  // Several of a fact that is corrected, and what is in the list no more, stay chosen until something else is.
  const strange = typed === '' || choices.some(([value]) => value === typed) ? [] : [typed];
  const nameOf = (value: string) => value.split(',').map((one) => choices.find(([code]) => code === one)?.[1] ?? one);
  return html`<select class="form-select" ${marks}><option value="">${field.required ? words.choose : words.notStated}</option>${[
    ...strange.map((value) => [value, nameOf(value).join(', ')] as const),
    ...choices,
  ].map(
    ([value, text]) => html`<option value="${value}" ${value === typed ? raw('selected') : ''}>${text}</option>`,
  )}</select>`;
}

function checksOf(field: EntryField, form: FieldsOf, language: Language): Html {
  const typed = (form.typed[field.name] ?? '').split(',');
  return html`${(choicesOf(field, form, language) ?? []).map(
    ([value, text]) =>
      html`<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="field-${field.name}-${value}" name="${field.name}" value="${value}" ${typed.includes(value) ? raw('checked') : ''}><label class="form-label" for="field-${field.name}-${value}">${text}</label></div>`,
  )}`;
}

/** Undefined: anything may be typed. */
function choicesOf(
  {kind, known, words}: EntryField,
  {about}: FieldsOf,
  language: Language,
): readonly (readonly [value: string, text: string])[] | undefined {
  const {answers, tag, workbench} = language;
  if (kind === 'fact')
    return about.map(({id, fact}) => [
      String(id),
      `${workbench.facts.about(answers.kinds[fact.kind], shown(fact.on, language))} · ${id}`,
    ]);
  const named = known?.map((code) => [code, words?.get(code)?.[tag] ?? wordOf(answers.entry, code) ?? code] as const);
  return named === undefined || named.length <= AT_A_GLANCE ? named : lookedUp(named, tag);
}

/** A list as long as this is seen whole, in the order of its profile; a longer one is looked up by its words. */
const AT_A_GLANCE = 20;

function lookedUp(named: readonly (readonly [Code, string])[], tag: LanguageTag) {
  const [unknown, known] = [named.filter(([code]) => code === UNKNOWN), named.filter(([code]) => code !== UNKNOWN)];
  return [...sortedIn(known, tag, ([, text]) => text), ...unknown];
}

function hintOf({kind}: EntryField, {corrects}: FieldsOf, {workbench: {facts: words}, answers}: Language): string {
  if (kind === 'date') return DAY_EXAMPLES;
  if (kind !== 'birth') return '';
  const hasAge = corrects !== undefined && 'age' in corrects.fact;
  return hasAge ? `${answers.forms.birth}. ${words.ageStays}` : answers.forms.birth;
}

export function faultSaid(refusal: EntryFault['refusal'], language: Language): string {
  const {facts: words} = language.workbench;
  if (refusal.reason === 'unknown-code') return words.notListed;
  if (refusal.reason === 'impossible-value')
    return refusal.rule === 'required'
      ? words.mustBeGiven
      : words.notPossible(/^[≤≥]/.test(refusal.rule) ? shown(refusal.rule, language) : refusal.rule);
  const {what, remedy} = saidOf(refusal, language);
  return shown(refusal.reason === 'nothing-to-withdraw' ? what : `${what} ${remedy}`, language);
}

export const labelOf = ({labels, name}: EntryField, {answers, tag}: Language): string =>
  labels?.[tag] ?? wordOf(answers.entry, name) ?? name;

const isWord = (words: Readonly<Record<EntryWord, string>>, name: string): name is EntryWord => name in words;
const wordOf = (words: Readonly<Record<EntryWord, string>>, name: string) =>
  isWord(words, name) ? words[name] : undefined;
