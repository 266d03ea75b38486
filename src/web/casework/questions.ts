/** What the office is asked about counted persons, each answered where it stands. */
import {html} from 'hono/html';
import {type Period, periodId} from '#concepts/period';
import {may, type Role} from '#concepts/rights';
import type {Language} from '#language/language';
import {findingSaid} from '#language/said';
import type {Asked} from '#production/casework';
import {identityFindings} from '#production/identity-ranges';
import {factsInWords} from '#production/question-words';
import {type Html, ours, type PageContent, shown} from '../page.ts';

export interface OpenQuestions extends Asked {
  readonly period: Period;
  readonly roles: readonly Role[];
  readonly formToken: string;
}

export function questionsPage(open: OpenQuestions, language: Language): PageContent {
  const {questions: words} = language.workbench;
  const period = periodId(open.period);
  const identities = identityFindings(open.identity);
  const body = html`
<form method="get" action="/questions" class="beside choose"><div class="form-group"><label class="form-label" for="year">${words.year}</label><input class="form-input" id="year" name="year" inputmode="numeric" pattern="[12][0-9]{3}" maxlength="4" value="${period}"></div><button class="button button-secondary">${words.show}</button></form>
<p role="status"><strong>${open.questions.length === 0 ? words.none(period) : words.some(open.questions.length, period)}</strong></p>
${identities.length === 0 ? '' : html`<ul>${identities.map((one) => html`<li>${findingSaid(one, language).what}</li>`)}</ul>`}
<ol class="questions">${open.questions.map((one, i) => questionOf(one, i, open, language))}</ol>`;
  return {title: words.title, place: 'questions', body};
}

function questionOf(
  {rule, record, of, facts}: OpenQuestions['questions'][number],
  i: number,
  {naming, period, roles, formToken}: OpenQuestions,
  language: Language,
): Html {
  const {questions: words} = language.workbench;
  const said = factsInWords(facts, naming.words(language.tag, period.to));
  const what = findingSaid({rule, severity: 'warning', facts: {...said, fact: of}, records: [record]}, language).what;
  const named = may(roles, 'case.read') ? html`<a href="/cases/${record}#fact-${of}">${record}</a>` : record;
  return html`<li><h2>${named}</h2><p>${shown(what, language)}</p>
${
  may(roles, 'question.answer')
    ? html`<form method="post" action="/questions" class="form">${ours(formToken)}
<input type="hidden" name="_record" value="${record}"><input type="hidden" name="_of" value="${of}"><input type="hidden" name="_question" value="${rule}"><input type="hidden" name="_year" value="${periodId(period)}">
<div class="form-group"><label class="form-label" for="reason-${i}">${words.reason}</label><span class="form-hint" id="hint-${i}">${words.reasonHint}</span>
<textarea class="form-input" id="reason-${i}" name="reason" rows="2" maxlength="2000" required aria-describedby="hint-${i}"></textarea></div>
<button class="button button-primary">${words.answer}</button></form>`
    : ''
}</li>`;
}
