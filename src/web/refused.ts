/** A page that says no: what is so, what would mend it, and the way back. */
import {html} from 'hono/html';
import type {Refusal} from '#concepts/refusal';
import type {Language} from '#language/language';
import {findingSaid, saidOf} from '#language/said';
import {type PageContent, prose} from './page.ts';

/** `typed`: what stood in the form that is refused, so that nothing of it is lost. */
export function refusedPage(refusal: Refusal, language: Language, typed: readonly string[] = []): PageContent {
  const {what, remedy} = saidOf(refusal, language);
  const findings = 'findings' in refusal ? refusal.findings.slice(0, 50) : [];
  return {
    title: language.workbench.refused,
    place: undefined,
    status: STATUS[refusal.reason] ?? 422,
    body: html`<div class="alert alert-error" role="alert"><p class="alert-text"><strong>${prose(what, language)}</strong></p><p class="alert-text">${prose(remedy, language)}</p></div>
${findings.length === 0 ? '' : html`<ul>${findings.map((one) => html`<li>${prose(findingSaid(one, language).what, language)}</li>`)}</ul>`}
${typed.length === 0 ? '' : html`<section><h2>${language.workbench.typed}</h2><p>${language.workbench.typedHelp}</p>${typed.map((text) => html`<textarea class="form-input" readonly rows="4" aria-label="${language.workbench.typed}">${text}</textarea>`)}</section>`}
<p><a href="/" data-back>${language.workbench.back}</a></p>`,
  };
}

const STATUS: Readonly<Partial<Record<Refusal['reason'], PageContent['status']>>> = {
  'not-signed-in': 401,
  'not-yours-to-do': 403,
  'form-not-ours': 403,
  'passkey-not-true': 401,
  'provider-not-true': 401,
  'not-joined': 403,
  'joined-to-another': 409,
  'name-taken': 409,
  'disk-full': 500,
  'database-not-reached': 503,
  'database-gone': 503,
  'no-such-page': 404,
  'no-such-account': 404,
  'no-such-person': 404,
  'link-not-valid': 404,
  'form-too-large': 413,
  'too-many-attempts': 429,
};
