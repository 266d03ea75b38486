/** The access log as a table, the newest first. */
import {html} from 'hono/html';
import type {Verb} from '#concepts/rights';
import type {Language} from '#language/language';
import type {AccessEvent} from '#production/access-log';
import {type Html, momentShown, type PageContent} from '../page.ts';

export interface ShownLog {
  readonly events: readonly AccessEvent[];
  readonly all: number;
  readonly from: number;
  readonly step: number;
  readonly names: ReadonlyMap<string, string>;
  readonly mine: boolean;
}

export function logPage({events, all, from, step, names, mine}: ShownLog, language: Language): PageContent {
  const {log: words, places} = language.workbench;
  const path = mine ? '/me' : '/log';
  const body = html`<p>${mine ? words.mineHelp : words.whole(all)}</p>
<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${mine ? places.me : places.log}"><table class="table table--compact">
<thead><tr><th scope="col">${words.when}</th>${mine ? '' : html`<th scope="col">${words.who}</th>`}<th scope="col">${words.did}</th><th scope="col">${words.where}</th><th scope="col">${words.answer}</th><th scope="col">${words.records}</th></tr></thead>
<tbody>${events.map((event) => rowOf(event, names, mine, language))}</tbody></table></div>
<nav class="beside" aria-label="${words.title}">${from > 0 ? html`<a href="${path}?from=${Math.max(0, from - step)}">${words.later}</a>` : ''}${from + step < all ? html`<a href="${path}?from=${from + step}">${words.earlier}</a>` : ''}</nav>`;
  return {title: mine ? places.me : places.log, place: mine ? undefined : 'log', body, wide: true};
}

function rowOf(
  {at, who, verb, what, answer, records = []}: AccessEvent,
  names: ReadonlyMap<string, string>,
  mine: boolean,
  language: Language,
): Html {
  const {verbs} = language.workbench;
  const isVerb = (name: string): name is Verb => name in verbs;
  return html`<tr><td class="keep">${momentShown(at, language)}</td>${mine ? '' : html`<td>${names.get(who) ?? who}</td>`}<td>${isVerb(verb) ? verbs[verb] : verb}</td><td class="keep">${what}</td><td>${answerIn(answer, language)}</td><td>${recordsOf(records, language)}</td></tr>`;
}

/** Many are folded: what one searched for, or who is behind a figure. */
function recordsOf(records: readonly string[], {workbench: {log: words}}: Language): Html {
  const all = records.join(', ');
  if (records.length <= FEW) return html`${all}`;
  return html`<details><summary class="keep">${words.records}: ${records.length}</summary>${all}</details>`;
}

const FEW = 4;

function answerIn(answer: string, {workbench: {log: words}}: Language): string {
  const [said = '', ...more] = answer.split(':');
  const isSaid = (name: string): name is keyof typeof words.answers => name in words.answers;
  return [isSaid(said) ? words.answers[said] : said, ...more].join(':');
}
