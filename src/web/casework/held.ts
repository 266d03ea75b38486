/** Rows held back: what is wrong with each and what would mend it, and one of them as a form in which the wrong columns are marked. */
import {html, raw} from 'hono/html';
import type {Finding} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import type {Language} from '#language/language';
import {findingSaid, saidOf} from '#language/said';
import type {HeldColumn, HeldRow} from '#production/held-desk';
import type {IntakeSource} from '#production/intake-desk';
import {type Html, ours, type PageContent, shown} from '../page.ts';

/** Of those that wait; the rest come when these are answered. */
const SHOWN = 100;

export interface HeldRows {
  readonly delivery: {readonly file: string};
  readonly rows: ReadonlyMap<number, HeldRow>;
  readonly others: number;
  readonly until: string;
}

export function heldListPage(
  {source, kept}: {readonly source: IntakeSource; readonly kept: HeldRows | undefined},
  language: Language,
): PageContent {
  const {held: words, intake} = language.workbench;
  const rows = [...(kept?.rows.values() ?? [])];
  const table = html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.title(source.labels[language.tag])}"><table class="table table--compact"><thead><tr><th scope="col">${words.row}</th><th scope="col">${words.wrong}</th></tr></thead><tbody>${rows
    .slice(0, SHOWN)
    .map(
      ({row, findings}) =>
        html`<tr><td class="keep"><a href="${pathOf(source, row)}">${words.of(row)}</a></td><td>${findings.filter(isFault).map((one) => html`<p>${shown(findingSaid(one, language).what, language)}</p>`)}</td></tr>`,
    )}</tbody></table></div>${rows.length > SHOWN ? html`<p>${intake.more(rows.length - SHOWN)}</p>` : ''}`;
  const body = html`<p role="status"><strong>${kept === undefined || rows.length === 0 ? words.none : words.waiting(rows.length, kept.delivery.file)}</strong></p>
${kept === undefined || rows.length === 0 ? '' : html`${table}<p>${shown(words.kept(kept.until), language)}</p>`}
${kept === undefined || kept.others === 0 ? '' : html`<p>${words.notKept(kept.others)}</p>`}
<p><a href="/intake/${source.id}">${words.toFile}</a></p>`;
  return {title: words.title(source.labels[language.tag]), place: 'intake', body, wide: true};
}

export interface ShownRow {
  readonly source: IntakeSource;
  readonly kept: HeldRows;
  /** As it came, or as it was typed. */
  readonly held: HeldRow;
  readonly columns: readonly HeldColumn[];
  readonly formToken: string;
  /** Why it is let go, as typed. */
  readonly reason: string;
  readonly faults: {
    /** It was sent so. */
    readonly isSent?: boolean;
    readonly refusal?: Refusal;
    readonly reason?: string;
    readonly reasonRefused?: Refusal;
  };
}

export function heldRowPage(row: ShownRow, language: Language): PageContent {
  const {held: words} = language.workbench;
  const {source, held, columns, formToken, faults} = row;
  const body = html`<p>${words.help}</p>${summaryOf(row, language)}
<form method="post" action="${pathOf(source, held.row)}" class="form row-form" novalidate>${ours(formToken)}
<div class="cells">${columns.map((column, i) => cellOf(column, i, row, language))}</div>
<div class="beside"><button class="button button-primary">${words.receive}</button><a href="/intake/${source.id}/held">${words.all}</a></div></form>
<section><h2>${words.letGo}</h2><p>${words.letGoHelp}</p>${letGoOf(row, language)}</section>`;
  return {
    title: `${words.of(held.row)}: ${source.labels[language.tag]}`,
    place: 'intake',
    body,
    wide: true,
    ...(Object.keys(faults).length === 0 ? {} : {status: 422}),
  };
}

export const pathOf = ({id}: Pick<IntakeSource, 'id'>, row: number): string => `/intake/${id}/held/${row}`;

const isFault = ({severity}: Finding): boolean => severity === 'error';

/** Every column that a finding is about. */
const columnsOf = ({facts: {column, columns, earlier, later}}: Finding): readonly unknown[] =>
  [column, columns, earlier, later].flat().filter((one) => one !== undefined);

function summaryOf({held, columns, faults}: ShownRow, language: Language): Html {
  const {held: words} = language.workbench;
  const found = held.findings.filter(isFault);
  const refused = faults.refusal === undefined ? undefined : saidOf(faults.refusal, language);
  if (found.length === 0 && refused === undefined) return '';
  const said = (one: Finding) => {
    const at = columns.findIndex(({heading}) => columnsOf(one).includes(heading));
    return html`<li>${at < 0 ? faultOf(one, language) : html`<a href="#column-${at}">${shown(findingSaid(one, language).what, language)}</a>`}</li>`;
  };
  const head = faults.isSent === true ? words.stillHeld(found.length) : words.wrong;
  return html`<div class="alert alert-${faults.isSent === true || refused !== undefined ? 'error' : 'warning'}" ${faults.isSent === true || refused !== undefined ? raw('role="alert"') : ''}><p class="alert-text"><strong>${refused === undefined ? head : shown(refused.what, language)}</strong></p>${refused === undefined ? html`<ul>${found.map(said)}</ul>` : html`<p class="alert-text">${shown(refused.remedy, language)}</p>`}</div>`;
}

function faultOf(finding: Finding, language: Language): string {
  const {what, remedy} = findingSaid(finding, language);
  return shown(`${what} ${remedy}`, language);
}

function cellOf({heading, isRequired}: HeldColumn, i: number, {held}: ShownRow, language: Language): Html {
  const {held: words} = language.workbench;
  const found = held.findings.filter((one) => isFault(one) && columnsOf(one).includes(heading));
  const [id, faultId] = [`column-${i}`, `fault-${i}`];
  const isWrong = found.length > 0;
  return html`<div class="form-group${isWrong ? ' form-error' : ''}"><label class="form-label" for="${id}">${heading}${isRequired ? html` <span class="weight-normal">(${words.required})</span>` : ''}</label>${isWrong ? html`<span class="form-error-message" id="${faultId}">${found.map((one) => faultOf(one, language)).join(' ')}</span>` : ''}<input class="form-input" id="${id}" name="${id}" value="${held.content[i] ?? ''}" autocomplete="off" spellcheck="false" ${isWrong ? html`aria-invalid="true" aria-describedby="${faultId}"` : ''}></div>`;
}

function letGoOf({source, held, formToken, reason, faults}: ShownRow, language: Language): Html {
  const {held: words} = language.workbench;
  const refused = faults.reasonRefused === undefined ? undefined : saidOf(faults.reasonRefused, language);
  const fault = faults.reason ?? (refused === undefined ? undefined : `${refused.what} ${refused.remedy}`);
  return html`<form method="post" action="${pathOf(source, held.row)}/let-go" class="form" novalidate>${ours(formToken)}
<div class="form-group${fault === undefined ? '' : ' form-error'}"><label class="form-label" for="reason">${words.reason}</label><span class="form-hint" id="reason-hint">${words.reasonHint}</span>${fault === undefined ? '' : html`<span class="form-error-message" id="fault-reason" role="alert">${shown(fault, language)}</span>`}<input class="form-input" id="reason" name="reason" value="${reason}" maxlength="300" autocomplete="off" aria-describedby="reason-hint${fault === undefined ? '' : ' fault-reason'}" ${fault === undefined ? '' : raw('aria-invalid="true"')}></div>
<button class="button button-secondary">${words.letGo}</button></form>`;
}
