/** A person's file: who they are, whether they count and why, and what is recorded, as at the moment chosen. */
import {html, raw} from 'hono/html';
import {periodId} from '#concepts/period';
import type {Instant} from '#kit/instant';
import type {Language} from '#language/language';
import {numberShown} from '#language/person-numbers';
import type {CaseFile} from '#production/case-file';
import type {Explained} from '#production/casework';
import {inWords, valuesOf} from '#production/naming';
import {isCorrectable, isWithdrawable, type Recorded} from '#production/record-fact';
import {pairOf} from '#production/review';
import {bornShown, type Html, type PageContent, shown} from '../page.ts';
import {decidedPathOf} from './review.ts';

export interface ShownFile extends CaseFile {
  /** Undefined: as it is now. */
  readonly asAt: Instant | undefined;
  /** Whoever reads it may add to it. */
  readonly records: boolean;
}

export function casePage({person, explained, moments, asAt, records}: ShownFile, language: Language): PageContent {
  const {cases: words} = language.workbench;
  const body = html`
<div class="case">
<section class="who" aria-label="${words.name}">${whoOf(person, explained.naming, language)}</section>
<section class="counts"><h2>${words.counted}</h2><ul>${explained.explanations.map(
    ({period, reason, by, on}) =>
      html`<li class="${reason === 'counted' ? 'counted' : 'not-counted'}">${language.answers.reasons[reason](periodId(period))}${by === undefined ? '' : `, ${shown(language.answers.byFact(by, on ?? ''), language)}`}</li>`,
  )}</ul></section>
</div>
<section><h2>${words.timeline}</h2>
${records ? html`<p><a class="button button-secondary" href="/cases/${person.record}/add">${language.workbench.facts.add}</a></p>` : ''}
${asAtForm(person.record, moments, asAt, language)}
${timelineOf(explained, person.record, records, language)}
</section>`;
  return {title: person.names[0] ?? person.record, place: 'cases', body, wide: true};
}

function whoOf(person: CaseFile['person'], naming: Explained['naming'], language: Language): Html {
  const named = naming.words(language.tag);
  const {cases: words} = language.workbench;
  if (person.erased) return html`<p>${words.erased}</p>`;
  const rows: readonly (readonly [string, string])[] = [
    [words.record, person.records.join(', ')],
    [words.aliases, [...person.names.slice(1), ...person.aliases].join(', ')],
    [
      words.born,
      person.born === undefined
        ? words.unknown
        : `${person.estimated ? 'ca. ' : ''}${bornShown(person.born, language)}`,
    ],
    ...person.identifiers.map(({scheme, value}) => [named.scheme(scheme), numberShown(scheme, value)] as const),
    [words.phones, person.phones.join(', ')],
  ];
  return html`<dl class="pairs">${rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** One step for each moment at which something was recorded: works by keys, and without script by its button. */
function asAtForm(record: string, moments: readonly Instant[], asAt: Instant | undefined, language: Language): Html {
  const {cases: words} = language.workbench;
  if (moments.length < 2) return '';
  const chosen = asAt ?? moments.at(-1);
  return html`<form method="get" action="/cases/${record}" class="as-at">
<label class="form-label" for="as-at">${words.asAt}</label>
<div class="beside"><select class="form-select" id="as-at" name="as-at" data-slider>${moments.map(
    (moment) =>
      html`<option value="${moment}" ${moment === chosen ? raw('selected') : ''}>${shown(moment, language)}</option>`,
  )}</select><button class="button button-secondary">${words.asAtShow}</button></div></form>`;
}

function timelineOf({file, gone, naming}: Explained, own: string, records: boolean, language: Language): Html {
  const {workbench, answers, tag} = language;
  const words = workbench.cases;
  const facts = file.facts.toSorted((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : a.id - b.id));
  return html`<ol class="timeline">${facts.map(({id, record, fact, source, row, recordedAt, recordedBy}) => {
    const isGone = gone.includes(id);
    const told = valuesOf(fact).map((value) => inWords(value, naming.words(tag, fact.on), language));
    return html`<li class="${isGone ? 'gone' : ''}" id="fact-${id}">
<p class="day"><time datetime="${fact.on}">${shown(fact.on, language)}</time></p>
<div><h3>${answers.kinds[fact.kind]}${isGone ? html` <span class="badge">${words.gone}</span>` : ''}</h3>
${told.length === 0 ? '' : html`<dl class="told">${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${shown(value, language)}</dd></div>`)}</dl>`}
<p class="recorded">${source}${row === undefined ? '' : `, ${words.row(row)}`}${record === own ? '' : `, ${record}`} · ${words.recorded.toLowerCase()} ${shown(recordedAt.slice(0, 10), language)}, ${recordedBy} · ${id}</p>${records && !isGone ? changesOf(own, {id, record, fact}, language) : ''}</div></li>`;
  })}</ol>`;
}

function changesOf(
  record: string,
  {id, record: of, fact}: Pick<Recorded, 'id' | 'record' | 'fact'>,
  language: Language,
): Html {
  const {facts: words} = language.workbench;
  const about = html`<span class="sr-only">: ${words.about(language.answers.kinds[fact.kind], shown(fact.on, language))}</span>`;
  const correct = isCorrectable(fact)
    ? html`<a href="/cases/${record}/facts/${id}/correct">${words.correct}${about}</a>`
    : '';
  const withdraw = isWithdrawable(fact)
    ? html`<a href="/cases/${record}/add/withdrawal?of=${id}">${words.withdraw}${about}</a>`
    : '';
  const takeBack =
    fact.kind === 'identity-decision'
      ? html`<a href="${decidedPathOf(pairOf(of, fact.other))}">${language.workbench.decided.takeBack}${about}</a>`
      : '';
  const all = [correct, withdraw, takeBack].filter((one) => one !== '');
  return all.length === 0 ? '' : html`<p class="beside changes">${all}</p>`;
}
