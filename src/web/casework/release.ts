/** The form on which an edition is prepared, beside what stands in its way. */
import {html, raw} from 'hono/html';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {MOMENT_EXAMPLES} from '#language/days';
import type {Language} from '#language/language';
import {ownName} from '#language/language-names';
import {saidOf} from '#language/said';
import {howMany, wantChoice} from '#production/edition-questions';
import type {ReleaseDesk} from '#production/release-desk';
import {type Html, ours, type PageContent, prose, shown} from '../page.ts';
import {findingsList} from './mend.ts';

/** As it was typed. */
export interface TypedRelease {
  readonly 'as-at': string;
  readonly languages: readonly string[];
  readonly recipients: string;
  readonly embargo: string;
  readonly corrects: string;
  readonly erratum: Readonly<Partial<Record<LanguageTag, string>>>;
  readonly overFindings: boolean;
  readonly withOpenQuestions: boolean;
  readonly reason: string;
}

export type ReleaseField = 'as-at' | 'embargo' | 'erratum' | 'reason' | 'languages';

export interface ReleaseFault {
  readonly field: ReleaseField;
  readonly what: 'moment' | 'neededReason' | 'neededErratum' | Refusal;
}

export interface ShownRelease extends ReleaseDesk {
  readonly typed: TypedRelease;
  readonly faults: readonly ReleaseFault[];
  /** Of the whole, and not of one field. */
  readonly refused: Refusal | undefined;
  /** What a trial would have made. */
  readonly couldBe: string | undefined;
  /** What was prepared since the form was shown. */
  readonly meanwhile: string | undefined;
  readonly formToken: string;
}

export const releasePath = ({period, kind}: Pick<ReleaseDesk, 'period' | 'kind'>): string =>
  `/release/${periodId(period)}/${kind}`;

export function releasePage(release: ShownRelease, language: Language): PageContent {
  const {release: words} = language.workbench;
  const {faults, refused, meanwhile, next} = release;
  const isRefused = faults.length > 0 || refused !== undefined || meanwhile !== undefined;
  const body = html`${answerOf(release, language)}
<p>${words.help}</p>
<div class="side-by-side">${formOf(release, language)}<div class="first-below">${inTheWayOf(release, language)}${figuresOf(release, language)}</div></div>`;
  return {title: words.title(next), place: 'editions', body, wide: true, ...(isRefused ? {status: 422} : {})};
}

function answerOf({faults, refused, couldBe, meanwhile}: ShownRelease, language: Language): Html {
  const {release: words} = language.workbench;
  if (couldBe !== undefined)
    return html`<div class="alert alert-success" role="status"><p class="alert-text">${words.couldBe(couldBe)}</p></div>`;
  if (meanwhile !== undefined)
    return html`<div class="alert alert-warning" role="alert"><p class="alert-text">${words.meanwhile(meanwhile)} <a href="/editions/${meanwhile}">${meanwhile}</a></p></div>`;
  if (refused !== undefined) {
    const {what, remedy} = saidOf(refused, language);
    // What it says of findings and questions stands beside, each with its way.
    const isBeside = refused.reason === 'findings-stand' || refused.reason === 'questions-open';
    return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${words.cannotBe}</strong> ${prose(what, language)}${isBeside ? '' : html` ${prose(remedy, language)}`}</p></div>`;
  }
  if (faults.length === 0) return '';
  return html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${words.faults(faults.length)}</strong></p><ul>${faults.map((one) => html`<li><a href="#field-${one.field}">${nameOf(one.field, language)}</a></li>`)}</ul></div>`;
}

const nameOf = (field: ReleaseField, {workbench: {release: words}}: Language): string =>
  ({
    'as-at': words.asAt,
    embargo: words.embargo,
    erratum: words.corrects,
    reason: words.reason,
    languages: words.languages,
  })[field];

function formOf(release: ShownRelease, language: Language): Html {
  const {release: words} = language.workbench;
  const {typed, next, formToken, languages, correctable, findings, open, latest} = release;
  const path = releasePath(release);
  const line = (name: 'as-at' | 'embargo', label: string, hint: string) =>
    group(
      release,
      name,
      language,
      label,
      hint,
      (marks) =>
        html`<input class="form-input" id="field-${name}" name="${name}" value="${typed[name]}" autocomplete="off" ${marks}>`,
    );
  const check = (name: string, value: string, label: string, checked: boolean) =>
    html`<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="${name}-${value}" name="${name}" value="${value}" ${checked ? raw('checked') : ''}><label class="form-label" for="${name}-${value}">${label}</label></div>`;
  // What was chosen stays to be chosen otherwise.
  const standing = typed.overFindings || findings.some(({severity}) => severity === 'error');
  const choice = typed.withOpenQuestions || (open !== undefined && wantChoice(open));
  return html`<form method="post" action="${path}" class="form" novalidate>${ours(formToken)}<input type="hidden" name="_next" value="${next}">
${line('as-at', words.asAt, words.asAtHint(latest === undefined ? '–' : shown(latest, language)))}
<fieldset class="form-group" id="field-languages"><legend class="form-label">${words.languages}</legend>${languages.map((tag) => check('language', tag, ownName(tag), typed.languages.includes(tag)))}</fieldset>
<div class="form-group"><label class="form-label" for="recipients">${words.recipients}</label><span class="form-hint" id="hint-recipients">${words.recipientsHint}</span><textarea class="form-input" id="recipients" name="recipients" rows="2" aria-describedby="hint-recipients">${typed.recipients}</textarea></div>
${line('embargo', words.embargo, words.embargoHint)}
${correctable.length === 0 && typed.corrects === '' ? '' : correctionOf(release, language)}
${standing || choice ? html`<fieldset class="form-group"><legend class="form-label">${words.inTheWay}</legend>${standing ? check('over', 'findings', words.overFindings, typed.overFindings) : ''}${choice ? check('over', 'questions', words.withOpenQuestions, typed.withOpenQuestions) : ''}</fieldset>` : ''}
${standing || choice || typed.reason !== '' ? group(release, 'reason', language, words.reason, words.reasonHint, (marks) => html`<textarea class="form-input" id="field-reason" name="reason" rows="3" maxlength="2000" ${marks}>${typed.reason}</textarea>`) : ''}
<p class="form-hint">${words.signing}</p>
<div class="beside"><button class="button button-secondary" formaction="${path}/try">${words.try}</button><button class="button button-primary">${words.send}</button></div></form>`;
}

function correctionOf(release: ShownRelease, language: Language): Html {
  const {release: words} = language.workbench;
  const {typed, correctable, languages} = release;
  const ids = [...new Set([...correctable.map(({id}): string => id), typed.corrects])].filter((id) => id !== '');
  const option = (id: string, text: string) =>
    html`<option value="${id}" ${id === typed.corrects ? raw('selected') : ''}>${text}</option>`;
  return html`<div class="form-group"><label class="form-label" for="corrects">${words.corrects}</label><select class="form-select" id="corrects" name="corrects">${option('', words.correctsNone)}${ids.map((id) => option(id, id))}</select></div>
<details class="held" ${typed.corrects === '' ? '' : raw('open')}><summary>${words.erratumHint}</summary><div id="field-erratum">${faultOf(release, 'erratum', language)}${LANGUAGES.filter(
    (tag) => languages.includes(tag),
  ).map(
    (tag) =>
      html`<div class="form-group"><label class="form-label" for="erratum-${tag}">${words.erratum(tag)}</label><textarea class="form-input" id="erratum-${tag}" name="erratum-${tag}" rows="2" lang="${tag}" maxlength="2000">${typed.erratum[tag] ?? ''}</textarea></div>`,
  )}</div></details>`;
}

function group(
  release: ShownRelease,
  field: ReleaseField,
  language: Language,
  label: string,
  hint: string,
  control: (marks: Html) => Html,
): Html {
  const fault = faultOf(release, field, language);
  const marks = html`aria-describedby="hint-${field}${fault === '' ? '' : ` fault-${field}`}" ${fault === '' ? '' : raw('aria-invalid="true"')}`;
  return html`<div class="form-group${fault === '' ? '' : ' form-error'}"><label class="form-label" for="field-${field}">${label}</label><span class="form-hint" id="hint-${field}">${hint}</span>${fault}${control(marks)}</div>`;
}

function faultOf({faults}: ShownRelease, field: ReleaseField, language: Language): Html {
  const {release: words} = language.workbench;
  const fault = faults.find((one) => one.field === field)?.what;
  if (fault === undefined) return '';
  const said =
    typeof fault === 'string'
      ? fault === 'moment'
        ? `${words.moment} ${MOMENT_EXAMPLES}.`
        : words[fault]
      : [saidOf(fault, language)].map(({what, remedy}) => `${what} ${remedy}`).join('');
  return html`<span class="form-error-message" id="fault-${field}">${prose(said, language)}</span>`;
}

function inTheWayOf(release: ShownRelease, language: Language): Html {
  const {release: words, editions} = language.workbench;
  const {findings, open, moved, waiting} = release;
  const errors = findings.filter(({severity}) => severity === 'error');
  const others = findings.filter(({severity}) => severity !== 'error');
  const choice = open !== undefined && wantChoice(open) ? open : undefined;
  return html`<section><h2>${words.inTheWay}</h2>
${errors.length === 0 && choice === undefined ? html`<p>${words.nothingInTheWay}</p>` : ''}
${choice === undefined || moved === undefined ? '' : html`<p><strong>${words.open(howMany(choice))}</strong> ${words.moves(moved.low, moved.high)} <a href="/questions?year=${periodId(release.period)}">${language.workbench.statement.toQuestions}</a>${choice.identity === undefined ? '' : html` <a href="/review">${words.toIdentities}</a>`}</p>`}
${errors.length === 0 ? '' : html`<h3>${words.errors(errors.length)}</h3>${findingsList(errors, release, language)}`}
${others.length === 0 ? '' : html`<details class="held"><summary>${words.further(others.length)}</summary>${findingsList(others, release, language)}</details>`}
${waiting.length === 0 ? '' : html`<h3>${words.waiting}</h3><ul>${waiting.map(({id, preparedBy}) => html`<li><a href="/editions/${id}">${id}</a>, ${editions.events.drafted}: ${preparedBy}</li>`)}</ul>`}</section>`;
}

const figuresOf = ({headlines}: ShownRelease, language: Language): Html =>
  html`<details class="held"><summary>${language.workbench.statement.headlines}</summary><dl class="pairs">${headlines[language.tag].map(({title, text}) => html`<div><dt>${title}</dt><dd>${text}</dd></div>`)}</dl></details>`;
