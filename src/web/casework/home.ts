/** The overview: what is open, what is promised, the year's totals, what is out. In numbers and dates; nobody is in it. */
import {html} from 'hono/html';
import {periodId} from '#concepts/period';
import {may, type Role} from '#concepts/rights';
import type {Language} from '#language/language';
import {findingSaid} from '#language/said';
import type {HandOver} from '#production/hand-over';
import type {Preview} from '#production/preview';
import {type Html, momentShown, type PageContent, shown} from '../page.ts';

export interface Overview {
  readonly open: HandOver;
  /** Of the last period that anything was decided in; undefined: not for this reader, or nothing to count. */
  readonly figures: Preview | undefined;
  readonly roles: readonly Role[];
  /** For whoever watches. */
  readonly opened: readonly Opened[];
}

/** Somebody looked beyond their own authority. */
export interface Opened {
  readonly at: string;
  readonly name: string;
  readonly why: string;
}

export function homePage({open, figures, roles, opened}: Overview, language: Language): PageContent {
  const {home: words, places} = language.workbench;
  const year = open.period && periodId(open.period);
  const seesWork = may(roles, 'question.read');
  const body = html`
${roles.length === 0 ? html`<p>${words.nothingToDo}</p>` : ''}
${year === undefined ? html`<div class="alert alert-info"><p class="alert-text">${words.nothingYet}</p></div>` : ''}
<div class="tiles">
${figures === undefined || year === undefined ? '' : yearOf(figures, year, language)}
${opened.length === 0 ? '' : html`<section><h2>${language.workbench.glass.opened}</h2><ul>${opened.map(({at, name, why}) => html`<li>${momentShown(at, language)} ${name}: ${why}</li>`)}</ul></section>`}
${seesWork ? openOf(open, year, language) : ''}
<section><h2>${words.promised}</h2>${promisedOf(open, language)}</section>
<section><h2>${words.released}</h2>${editionsOf(open.released, language)}
${open.unreleased.length === 0 ? '' : html`<h3>${words.waiting}</h3>${editionsOf(open.unreleased, language)}`}</section>
</div>`;
  return {title: places.home, place: 'home', body, wide: true};
}

/** The persons first and large; every table's total below, as a list. */
function yearOf({persons, headlines}: Preview, year: string, {tag, workbench: {home: words}}: Language): Html {
  return html`<section class="figures"><h2>${words.year(year)}</h2>
${persons === undefined ? '' : html`<p class="figure"><strong>${persons}</strong> ${words.persons}</p>`}
<details class="details"><summary class="details-summary">${words.totals}</summary><div class="details-text">
<dl class="pairs">${headlines[tag].map(({title, text}) => html`<div><dt>${title}</dt><dd>${text}</dd></div>`)}</dl></div></details></section>`;
}

function openOf({findings, questions}: HandOver, year: string | undefined, language: Language): Html {
  const {home: words} = language.workbench;
  const lines = findings.map((one) => findingSaid(one, language).what);
  return html`<section><h2>${words.open}</h2>${
    lines.length === 0 && questions === 0
      ? html`<p>${words.nothingOpen}</p>`
      : html`<ul>${questions === 0 || year === undefined ? '' : html`<li><a href="/questions?year=${year}">${words.questions(questions, year)}</a></li>`}${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  }</section>`;
}

function promisedOf({promised}: HandOver, language: Language): Html {
  const {home: words, statement} = language.workbench;
  if (promised.length === 0) return html`<p>${words.nothingPromised}</p>`;
  return html`<ul>${promised.map(
    ({period, kind, planned}) =>
      html`<li><time datetime="${planned}">${shown(planned, language)}</time>: ${periodId(period)}, ${statement.kinds[kind].toLowerCase()}</li>`,
  )}</ul>`;
}

function editionsOf(all: HandOver['released'], {workbench: {editions: words}, editions}: Language): Html {
  if (all.length === 0) return html`<p>${words.none}</p>`;
  return html`<ul>${all
    .slice(-5)
    .toReversed()
    .map(({id, state}) => html`<li><a href="/editions#${id}">${id}</a> ${editions.states[state]}</li>`)}</ul>`;
}
