/** What a figure of the statement is: definition, base, rules, what it was in each edition, its proofs, and the records behind it. */
import {html} from 'hono/html';
import type {Observation} from '#concepts/observation';
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import type {FigureIn, FigureView} from '#production/figure-view';
import {type Html, type PageContent, shown} from '../page.ts';
import {textPath} from './text.ts';

export function figurePage(figure: FigureView, language: Language): PageContent {
  const {figure: words, statement} = language.workbench;
  const {period, kind, table, codes, unit, universe, cutOff, value, rules, editions, sentences} = figure;
  const pair = (name: string, text: Html) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
  const text = textPath({period, kind, language: language.tag});
  const body = html`
<p class="ways"><a href="${text}">${language.workbench.text.toText}</a></p>
<p class="figure"><strong>${numberOf(value, language)}</strong> <span>${table}${codes.length === 0 ? `, ${words.total}` : html`: ${codes.map(([, code]) => code).join(', ')}`}</span></p>
${figure.whole ? html`<p>${words.whole}</p>` : ''}
<div class="case">
<section><h2>${words.what}</h2><dl class="pairs">
${pair(words.table, table)}
${codes.map(([concept, code]) => pair(concept, code))}
${pair(words.edition, statement.kinds[kind])}
${value.kind === 'count' && value.published !== undefined ? pair(words.published, value.published.title) : ''}
</dl><p><code>${figure.address}</code></p></section>
<section><h2>${words.base}</h2><dl class="pairs">
${pair(words.unit, unit)}
${pair(words.universe, universe === '' ? words.everybody : universe)}
${pair(words.period, periodId(period))}
${pair(words.cutOff, html`<time datetime="${cutOff}">${shown(cutOff.slice(0, 10), language)}</time>`)}
</dl></section>
<section><h2>${words.editions}</h2>${editionsOf(editions, value, language)}</section>
<section><h2>${words.rules}</h2><dl class="told-rules">${rules.map(({kind: rule, source}) => html`<div><dt>${words.rule[rule]}</dt><dd>${source.title}${source.at === undefined ? '' : `, ${source.at}`}</dd></div>`)}</dl></section>
</div>
<section><h2>${words.proofs}</h2>${proofsIn(figure, language)}</section>
${sentences.length === 0 ? '' : html`<section><h2>${words.sentences}</h2><ul>${sentences.map((one) => html`<li><a href="${text}#${one}">${one}</a></li>`)}</ul></section>`}
<section><h2>${words.behind}</h2>${behindOf(figure, language)}</section>`;
  return {title: words.title, place: 'statement', body, wide: true};
}

const numberOf = (value: Observation, {tag, workbench}: Language): string =>
  value.kind === 'count' ? value.value.toLocaleString(tag) : workbench.figure.nothing[value.kind];

function editionsOf(editions: readonly FigureIn[], now: Observation, language: Language): Html {
  const {figure: words} = language.workbench;
  const line = (name: string, text: string) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
  return html`<dl class="pairs">${editions.map(({edition, told}) => line(edition, toldOf(told, language)))}${line(words.now, numberOf(now, language))}</dl>${editions.length === 0 ? html`<p>${words.noEditions}</p>` : ''}`;
}

function toldOf(told: FigureIn['told'], {tag, workbench: {figure: words}}: Language): string {
  if (told === undefined) return words.notInIt;
  if (typeof told === 'number') return told.toLocaleString(tag);
  const kinds: Readonly<Record<string, string>> = words.nothing;
  return kinds[told] ?? told;
}

function proofsIn({identities, kind}: FigureView, {workbench: {figure: words}}: Language): Html {
  if (identities.length === 0) return html`<p>${words.noProofs}</p>`;
  return html`${kind === 'public' ? html`<p>${words.provenOnly}</p>` : ''}<ul class="identities">${identities.map(({holds, written}) => html`<li class="${holds ? 'holds' : 'breaks'}"><strong>${holds ? words.holds : words.broken}</strong>${written === undefined ? '' : html` <code>${written}</code>`}</li>`)}</ul>`;
}

function behindOf({behind, kind}: FigureView, {workbench: {figure: words}}: Language): Html {
  if (behind === undefined) return html`<p>${kind === 'public' ? words.notPublic : words.notYours}</p>`;
  if (behind.total === 0) return html`<p>${words.nobody}</p>`;
  return html`<p>${words.behindHelp(behind.records.length, behind.total)}</p><ul class="records">${behind.records.map((one) => html`<li><a href="/cases/${one}">${one}</a></li>`)}</ul>`;
}
