/** An agency's file received: what it is, what its letter says, what trying it gave, and only then its receipt. */
import {html, raw} from 'hono/html';
import type {Refusal} from '#concepts/refusal';
import type {Language} from '#language/language';
import {findingSaid, saidOf} from '#language/said';
import type {IntakeSource} from '#production/intake-desk';
import type {Receipt} from '#production/receive-receipt';
import {type Html, ours, type PageContent, shown} from '../page.ts';

/** Held rows and remarks that are listed; the errors file has all. */
const SHOWN = 50;

export function intakePage(sources: readonly IntakeSource[], {workbench: {intake: words}, tag}: Language): PageContent {
  const body =
    sources.length === 0
      ? html`<p>${words.none}</p>`
      : html`<p>${words.choose}</p><ul>${sources.map(({id, labels}) => html`<li><a href="/intake/${id}">${labels[tag]}</a></li>`)}</ul>`;
  return {title: words.title, place: 'intake', body};
}

export interface ShownIntake {
  readonly source: IntakeSource;
  readonly formToken: string;
  /** By field: a control total as typed. */
  readonly typed: Readonly<Record<string, string>>;
  /** By field, what is wrong with it. */
  readonly faults: Readonly<Record<string, string>>;
  readonly waiting: string | undefined;
  readonly result: Receipt | Refusal | undefined;
  readonly hasErrors: boolean;
  /** Held rows of the file received last, which can be answered. */
  readonly waits: number;
}

export function sourcePage(intake: ShownIntake, language: Language): PageContent {
  const {intake: words} = language.workbench;
  const {source, result, faults} = intake;
  const isFaulty = Object.keys(faults).length > 0 || (result !== undefined && 'reason' in result);
  const body = html`${waitsOf(intake, language)}${resultOf(intake, language)}${formOf(intake, language)}<p><a href="/intake">${words.back}</a></p>`;
  return {title: words.of(source.labels[language.tag]), place: 'intake', body, ...(isFaulty ? {status: 422} : {})};
}

/** Of the file received last, whoever received it. */
const waitsOf = ({source, waits}: ShownIntake, {workbench: {held: words, intake}}: Language): Html =>
  waits === 0
    ? ''
    : html`<div class="alert alert-warning"><p class="alert-text"><strong>${intake.held(waits)}</strong> <a href="/intake/${source.id}/held">${words.answer}</a></p></div>`;

function formOf(intake: ShownIntake, language: Language): Html {
  const {intake: words} = language.workbench;
  const {source, formToken, waiting, typed} = intake;
  return html`<section><form method="post" action="/intake/${source.id}" enctype="multipart/form-data" class="form" novalidate>${ours(formToken)}
${group('file', words.file, waiting === undefined ? words.fileHint : words.fileHeld(waiting), intake, (marks) => html`<input class="form-input" type="file" ${marks}>`)}
${source.totals.length === 0 ? '' : html`<fieldset class="form-group"><legend class="form-label">${words.totals}</legend><span class="form-hint">${words.totalsHint}</span>${source.totals.map(({measure, labels}) => group(`total-${measure}`, labels[language.tag], '', intake, (marks) => html`<input class="form-input" inputmode="numeric" autocomplete="off" value="${typed[`total-${measure}`] ?? ''}" ${marks}>`))}</fieldset>`}
<button class="button ${waiting === undefined ? 'button-primary' : 'button-secondary'}">${waiting === undefined ? words.rehearse : words.rehearseAgain}</button></form></section>`;
}

function group(name: string, label: string, hint: string, {faults}: ShownIntake, control: (marks: Html) => Html): Html {
  const fault = faults[name];
  const described = [hint === '' ? [] : [`hint-${name}`], fault === undefined ? [] : [`fault-${name}`]]
    .flat()
    .join(' ');
  const marks = html`id="field-${name}" name="${name}" ${described === '' ? '' : html`aria-describedby="${described}"`} ${fault === undefined ? '' : raw('aria-invalid="true"')}`;
  return html`<div class="form-group${fault === undefined ? '' : ' form-error'}"><label class="form-label" for="field-${name}">${label}</label>${hint === '' ? '' : html`<span class="form-hint" id="hint-${name}">${hint}</span>`}${fault === undefined ? '' : html`<span class="form-error-message" id="fault-${name}">${fault}</span>`}${control(marks)}</div>`;
}

function resultOf(intake: ShownIntake, language: Language): Html {
  const {result, waiting, source, formToken} = intake;
  const {intake: words} = language.workbench;
  if (result === undefined) return '';
  const deeds =
    waiting === undefined
      ? ''
      : html`<div class="beside">${
          'reason' in result
            ? ''
            : html`<form method="post" action="/intake/${source.id}/receive">${ours(formToken)}${acceptOf(result, words.accept)}<button class="button button-primary">${words.receive}</button></form>`
        }<form method="post" action="/intake/${source.id}/let-go">${ours(formToken)}<button class="button button-secondary">${words.letGo}</button></form></div><p>${words.keptUntil}</p>`;
  if ('reason' in result) return html`${refusedOf(result, language)}${deeds}`;
  return html`<section aria-label="${result.dryRun ? words.rehearsed : words.received}"><h2>${result.dryRun ? words.rehearsed : words.received}: ${result.file}</h2>
${receiptOf(result, source, language)}${deeds}${heldOf(intake, result, language)}</section>`;
}

/** Rows that a snapshot lacks are withdrawn, however many, only where somebody says so. */
const acceptOf = ({findings}: Receipt, words: string): Html =>
  findings.some(({rule}) => rule === 'many-rows-gone')
    ? html`<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="accept" name="accept" value="yes"><label class="form-label" for="accept">${words}</label></div><p></p>`
    : '';

function refusedOf(refusal: Refusal, language: Language): Html {
  const {what, remedy} = saidOf(refusal, language);
  const {intake: words} = language.workbench;
  const mend = refusal.reason === 'too-many-gone' ? words.manyGone : remedy;
  return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${shown(what, language)}</strong></p><p class="alert-text">${shown(mend, language)}</p></div>`;
}

const ROWS = ['read', 'new', 'changed', 'unchanged', 'withdrawn', 'held'] as const;

function receiptOf({rows, persons, controlTotals}: Receipt, source: IntakeSource, language: Language): Html {
  const {answers, tag, workbench} = language;
  const {intake: words} = workbench;
  const named = (measure: string) => source.totals.find((one) => one.measure === measure)?.labels[tag] ?? measure;
  const number = (value: number) => value.toLocaleString(tag);
  return html`<dl class="pairs receipt">${ROWS.map((name) => html`<div><dt>${answers.rows[name]}</dt><dd>${number(rows[name])}</dd></div>`)}
<div><dt>${words.persons}</dt><dd>${answers.persons(persons.new, persons.known)}</dd></div></dl>
${rows.read > 0 && rows.unchanged === rows.read && rows.withdrawn === 0 ? html`<p>${answers.nothingNew}</p>` : ''}
${
  controlTotals.length === 0
    ? ''
    : html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.totals}"><table class="table table--compact"><thead><tr><th scope="col">${words.measure}</th><th scope="col">${words.letter}</th><th scope="col">${words.counted}</th><th scope="col">${words.difference}</th></tr></thead><tbody>${controlTotals.map(
        ({measure, meant = measure, given, counted, difference}) =>
          html`<tr><th scope="row">${named(measure)}${meant.slice(measure.length).replace('-', ' ')}</th><td>${number(given)}</td><td>${number(counted)}</td><td>${difference === 0 ? words.agrees : number(difference)}</td></tr>`,
      )}</tbody></table></div>`
}`;
}

function heldOf({source, hasErrors}: ShownIntake, {rows, held, findings}: Receipt, language: Language): Html {
  const {intake: words} = language.workbench;
  const {answers} = language;
  return html`${
    rows.held === 0
      ? ''
      : html`<h2>${words.held(rows.held)}</h2><p>${words.heldHelp}</p>${hasErrors ? html`<p><a class="button button-secondary" href="/intake/${source.id}/errors">${words.errors}</a></p>` : ''}<ul class="findings">${held
          .slice(0, SHOWN)
          .map(
            ({row, findings: faults}) =>
              html`<li class="error"><strong>${answers.heldRow(row)}</strong>${faults.map((one) => findingOf(one, language))}</li>`,
          )}</ul>${rows.held > SHOWN ? html`<p>${words.more(rows.held - SHOWN)}</p>` : ''}`
  }${
    findings.length === 0
      ? ''
      : html`<h2>${words.findings}</h2><ul class="findings">${findings.slice(0, SHOWN).map((one) => html`<li class="${one.severity}">${findingOf(one, language)}</li>`)}</ul>${findings.length > SHOWN ? html`<p>${words.more(findings.length - SHOWN)}</p>` : ''}`
  }`;
}

function findingOf(finding: Receipt['findings'][number], language: Language): Html {
  const {what, remedy} = findingSaid(finding, language);
  return html`<p>${shown(what, language)} ${shown(remedy, language)}</p>`;
}
