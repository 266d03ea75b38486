/** The statement beside what stands open in it. */
import {html, raw} from 'hono/html';
import {EDITION_KINDS, type EditionKind} from '#concepts/edition';
import type {LanguageTag} from '#concepts/labels';
import {type Period, periodId} from '#concepts/period';
import type {Language} from '#language/language';
import {ownName} from '#language/language-names';
import type {Preview} from '#production/preview';
import type {Html, PageContent} from '../page.ts';
import {findingsList} from './mend.ts';
import {releasePath} from './release.ts';

export interface ShownStatement extends Preview {
  readonly period: Period;
  readonly kind: EditionKind;
  /** The language of the statement, which need not be the reader's. */
  readonly shown: LanguageTag;
  readonly mayPrepare: boolean;
}

export function statementPage(statement: ShownStatement, language: Language): PageContent {
  const {statement: words} = language.workbench;
  const {period, kind, shown: tag} = statement;
  const path = `/statement/${periodId(period)}/${kind}/${tag}`;
  const body = html`
${chooser(statement, language)}
<p>${words.draft} <a href="${path}" target="_blank">${words.fullPage}</a> · <a href="/statement/text/${periodId(period)}/${kind}/${tag}">${language.workbench.text.toText}</a>${kind === 'public' ? html` · <a href="/statement/protection/${periodId(period)}">${language.workbench.protection.to}</a>` : ''}${statement.mayPrepare ? html` · <a href="${releasePath({period, kind})}">${language.workbench.release.toRelease}</a>` : ''}</p>
<div class="side-by-side">
<iframe class="sheet" src="${path}" title="${words.preview(ownName(tag), periodId(period))}"></iframe>
<div>${findingsOf(statement, language)}${headlinesOf(statement, language)}</div>
</div>`;
  return {title: words.title, place: 'statement', body, wide: true};
}

function chooser({period, kind, shown, languages}: ShownStatement, {workbench: {statement: words}}: Language): Html {
  const option = (value: string, text: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen ? raw('selected') : ''}>${text}</option>`;
  return html`<form method="get" action="/statement" class="beside choose">
<div class="form-group"><label class="form-label" for="year">${words.year}</label><input class="form-input" id="year" name="year" inputmode="numeric" pattern="[12][0-9]{3}" maxlength="4" value="${periodId(period)}"></div>
<div class="form-group"><label class="form-label" for="kind">${words.kind}</label><select class="form-select" id="kind" name="kind">${EDITION_KINDS.map((one) => option(one, words.kinds[one], one === kind))}</select></div>
<div class="form-group"><label class="form-label" for="language">${words.language}</label><select class="form-select" id="language" name="language">${languages.map((one) => option(one, ownName(one), one === shown))}</select></div>
<button class="button button-secondary">${words.show}</button></form>`;
}

function findingsOf(statement: ShownStatement, language: Language): Html {
  const {statement: words} = language.workbench;
  const {findings} = statement;
  return html`<section><h2>${words.findings}</h2>${findings.length === 0 ? html`<p>${words.noFindings}</p>` : findingsList(findings, statement, language)}</section>`;
}

function headlinesOf({headlines}: ShownStatement, language: Language): Html {
  return html`<section><h2>${language.workbench.statement.headlines}</h2><dl class="pairs">${headlines[language.tag].map(({title, text}) => html`<div><dt>${title}</dt><dd>${text}</dd></div>`)}</dl></section>`;
}
