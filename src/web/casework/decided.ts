/** What was decided of two records: who, when and why; and what taking it back would move, before it is. */
import {html, raw} from 'hono/html';
import {periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {Words} from '#concepts/words';
import type {Language} from '#language/language';
import {saidOf} from '#language/said';
import type {CellsOfYear, DecidedPair, SeenDecided} from '#production/decided-pairs';
import {type Html, ours, type PageContent, shown} from '../page.ts';
import {decidedPathOf, sidesOf, waterfallOf} from './review.ts';

/** The latest; older ones are found from the person's file. */
const SHOWN = 200;
/** Of a year; the rest is counted. */
const CELLS = 12;

export function decidedListPage(decided: readonly DecidedPair[], language: Language): PageContent {
  const {workbench, review} = language;
  const {decided: words} = workbench;
  const table = html`<p>${words.help}</p><div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${words.title}"><table class="table table--compact"><thead><tr><th scope="col">${workbench.review.pair}</th><th scope="col">${words.verdict}</th><th scope="col">${words.on}</th><th scope="col">${words.by}</th></tr></thead><tbody>${decided
    .slice(0, SHOWN)
    .map(
      ({pair, verdict, on, by, basis}) =>
        html`<tr><td class="keep"><a href="${decidedPathOf(pair)}">${pair.join(' – ')}</a></td><td>${review.verdicts[verdict]}</td><td class="keep">${shown(on, language)}</td><td>${by}${basis === 'review' ? '' : `, ${words.byPolicy}`}</td></tr>`,
    )}</tbody></table></div>${decided.length > SHOWN ? html`<p>${words.more(decided.length - SHOWN)}</p>` : ''}`;
  const body = html`<p role="status"><strong>${decided.length === 0 ? words.none : words.count(decided.length)}</strong></p>
${decided.length === 0 ? '' : table}<p><a href="/review">${workbench.review.queue}</a></p>`;
  return {title: words.title, place: 'review', body};
}

export interface ShownDecided extends SeenDecided {
  readonly path: string;
  readonly formToken: string;
  readonly typed: string | undefined;
  readonly faults: {readonly reason?: string; readonly refusal?: Refusal};
}

export function decidedPage(view: ShownDecided, language: Language): PageContent {
  const {workbench, review} = language;
  const {decided: words} = workbench;
  const {decision, pair, faults} = view;
  const said = review.decidedBefore({...decision, verdict: review.verdicts[decision.verdict]});
  const body = html`<p>${shown(said, language)}</p>
<div class="side-by-side"><div>${sidesOf(view, language)}${waterfallOf(view, language)}</div><div>${effectOf(view, language)}${formOf(view, language)}</div></div>`;
  const [on, other] = pair;
  return {
    title: words.of(on, other),
    place: 'review',
    body,
    wide: true,
    ...(Object.keys(faults).length === 0 ? {} : {status: 422}),
  };
}

function effectOf({moves, cells, naming}: ShownDecided, language: Language): Html {
  const {decided: words} = language.workbench;
  const number = (value: number) => value.toLocaleString(language.tag);
  const change = ([before, after]: readonly [number, number]) =>
    before === after ? number(before) : html`<strong>${number(before)} → ${number(after)}</strong>`;
  const counted =
    moves.length === 0
      ? ''
      : html`<table class="table table--compact"><thead><tr><th scope="col">${words.year}</th><th scope="col">${words.persons}</th><th scope="col">${words.repeats}</th></tr></thead><tbody>${moves.map(
          ({year, persons, repeats}) =>
            html`<tr><th scope="row">${year}</th><td class="keep">${change(persons)}</td><td class="keep">${change(repeats)}</td></tr>`,
        )}</tbody></table>`;
  return html`<section class="effect"><h2>${words.wouldMove}</h2>${moves.length === 0 && cells.length === 0 ? html`<p>${words.movesNothing}</p>` : ''}${counted}${cells.map((one) => cellsOf(one, naming.words(language.tag, one.period.to), language))}</section>`;
}

function cellsOf({period, cells}: CellsOfYear, named: Words, {workbench: {decided: words}, tag}: Language): Html {
  const said = cells.slice(0, CELLS).map(({table, cell, by}) => {
    const codes = Object.entries(cell).map(([concept, code]) => named.code(concept, code));
    const change = by < 0 ? `−${(-by).toLocaleString(tag)}` : `+${by.toLocaleString(tag)}`;
    return html`<tr><td>${named.table(table)}${codes.length === 0 ? '' : html`: <strong>${codes.join(', ')}</strong>`}</td><td class="keep">${change}</td></tr>`;
  });
  return html`<details class="details"><summary class="details-summary">${words.cells(periodId(period), cells.length)}</summary><div class="details-text"><table class="table table--compact"><tbody>${said}</tbody></table>${cells.length > CELLS ? html`<p>${words.more(cells.length - CELLS)}</p>` : ''}</div></details>`;
}

function formOf({path, formToken, seen, typed, faults}: ShownDecided, language: Language): Html {
  const {decided: words} = language.workbench;
  const refused = faults.refusal === undefined ? undefined : saidOf(faults.refusal, language);
  const fault = faults.reason ?? (refused === undefined ? undefined : `${refused.what} ${refused.remedy}`);
  return html`<form method="post" action="${path}" class="form" novalidate>${ours(formToken)}<input type="hidden" name="_seen" value="${seen}"><p>${words.after}</p>
<div class="form-group${fault === undefined ? '' : ' form-error'}"><label class="form-label" for="reason">${words.reason}</label><span class="form-hint" id="reason-hint">${words.reasonHint}</span>${fault === undefined ? '' : html`<span class="form-error-message" id="fault-reason" role="alert">${shown(fault, language)}</span>`}<textarea class="form-input" id="reason" name="reason" rows="3" maxlength="2000" aria-describedby="reason-hint${fault === undefined ? '' : ' fault-reason'}" ${fault === undefined ? '' : raw('aria-invalid="true"')}>${typed ?? ''}</textarea></div>
<div class="beside"><button class="button button-primary">${words.takeBack}</button><a href="/review/decided">${words.back}</a></div></form>`;
}
