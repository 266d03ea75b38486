/** The office's text beside what it says, section by section, and the form on which a passage of it is edited. */
import {html, raw} from 'hono/html';
import {periodId} from '#concepts/period';
import type {Language} from '#language/language';
import {figurePath} from '#production/preview';
import {brokenIn, type SentenceView} from '#production/sentence-view';
import {brokenProofs, type EditForm, type SectionView, type TextOf, type TextView} from '#production/text-edit';
import {type Html, ours, type PageContent, shown} from '../page.ts';
import {type Around, findingItem, proofsOf, saidOf} from './sentence.ts';

export interface ShownText extends TextView {
  readonly mayWrite: boolean;
  readonly formToken: string;
}

export const textPath = ({period, kind, language}: TextOf): string =>
  `/statement/text/${periodId(period)}/${kind}/${language}`;

export function textPage(text: ShownText, language: Language): PageContent {
  const {text: words, statement} = language.workbench;
  const {period, kind, language: tag} = text;
  const others = text.languages.filter((one) => one !== tag);
  const body = html`
<p class="ways">${statement.kinds[kind]} · <a href="/statement?year=${periodId(period)}&amp;kind=${kind}&amp;language=${tag}">${words.toStatement}</a> · <a href="/statement/${periodId(period)}/${kind}/${tag}" target="_blank">${words.toPage}</a>${others.map((one) => html` · <a href="${textPath({...text, language: one})}">${words.otherLanguage(one)}</a>`)}</p>
${summaryOf(text, language)}
${text.mayWrite ? (text.writable ? undoForm(text, language) : html`<p class="alert alert-warning">${words.readOnly}</p>`) : html`<p>${words.notYours}</p>`}
${text.sections.map((section) => sectionOf(section, text, language))}`;
  return {title: words.title(tag, periodId(period)), place: 'statement', body, wide: true};
}

/** What is broken, each with a way to it. */
function summaryOf({sections, beforeText, language: tag}: ShownText, language: Language): Html {
  const {proofs: words} = language.workbench.text;
  const broken = brokenProofs(sections);
  const places = sections.flatMap((section) => {
    const heading = headingOf(section, language);
    const {id, sentences, findings} = section;
    return [
      {id: `section-${id}`, heading, name: words.ofSection, count: findings.length},
      ...sentences.map((one) => ({id: one.id, heading, name: one.id, count: brokenIn(one)})),
    ].filter(({count}) => count > 0);
  });
  const tables = beforeText.filter(({severity}) => severity === 'error');
  return html`<section class="proofs" aria-labelledby="proofs"><h2 id="proofs">${words.title}</h2>
<p class="${broken === 0 ? 'holds' : 'breaks'}"><strong>${broken === 0 ? words.allHold : words.broken(broken)}</strong></p>
${places.length === 0 ? '' : html`<ul>${places.map(({id, heading, name, count}) => html`<li><a href="#${id}"><span lang="${tag}">${heading}</span>, ${name}</a>${count > 1 ? ` (${count})` : ''}</li>`)}</ul>`}
${tables.length === 0 ? '' : html`<details><summary>${words.notText} (${tables.length})</summary><ul class="findings">${tables.map((one) => findingItem(one, language))}</ul></details>`}</section>`;
}

function undoForm({undo, formToken, ...text}: ShownText, language: Language): Html {
  const {text: words} = language.workbench;
  if (undo === undefined) return '';
  return html`<form method="post" action="${textPath(text)}/undo" class="undo">${ours(formToken)}<button class="button button-secondary">${words.undo}</button> <span>${words.undoHelp(undo.passage, undo.by, shown(undo.at.slice(0, 10), language))}</span></form>`;
}

const headingOf = ({id, heading}: SectionView, {workbench: {text: words}}: Language): string =>
  id.startsWith('note-') ? words.note(id.slice('note-'.length)) : heading === '' ? words.head : heading;

function sectionOf(section: SectionView, text: ShownText, language: Language): Html {
  const {text: words} = language.workbench;
  const {id, sentences, findings} = section;
  const edits = text.mayWrite && text.writable;
  const around = aroundOf(text);
  return html`<section class="passage" id="section-${id}" aria-labelledby="heading-${id}"><h2 id="heading-${id}" lang="${text.language}">${headingOf(section, language)}</h2>
${edits && !id.startsWith('note-') ? html`<p><a href="${textPath(text)}/${encodeURIComponent(id)}">${words.editSection}<span class="sr-only">${words.about(id)}</span></a></p>` : ''}
${findings.length === 0 ? '' : html`<ul class="findings">${findings.map((one) => findingItem(one, language))}</ul>`}
${sentences.map((one) => sentenceOf(one, text, around, edits, language))}</section>`;
}

function sentenceOf(sentence: SentenceView, text: ShownText, around: Around, edits: boolean, language: Language): Html {
  const {text: words} = language.workbench;
  const {id, said, behind} = sentence;
  return html`<div class="sentence${brokenIn(sentence) === 0 ? '' : ' broken'}" id="${id}">
<div><p class="said">${said.length === 0 ? html`<em>${words.saysNothing}</em>` : saidOf(said, around)}</p>
${proofsOf(sentence, language)}
${behind === undefined ? '' : html`<p class="behind">${words.behind(behind.other)}</p>`}</div>
<div class="written"><p><code>${id}</code>${edits ? html` <a href="${textPath(text)}/${encodeURIComponent(id)}">${words.edit}<span class="sr-only">${words.about(id)}</span></a>` : ''}</p>
<pre tabindex="0" aria-label="${words.source}${words.about(id)}" lang="${text.language}">${text.sources.get(id) ?? ''}</pre></div>
</div>`;
}

const aroundOf = (of: TextOf): Around => ({tag: of.language, figure: (address) => figurePath(of, address)});

export interface ShownEdit extends EditForm {
  /** What was typed; undefined: nothing yet. */
  readonly typed: string | undefined;
  readonly formToken: string;
  readonly status: 200 | 422;
}

export function editPage(form: ShownEdit, language: Language): PageContent {
  const {text: words} = language.workbench;
  const {passage, typed, source, seen, formToken, faults, meanwhile, writable, language: tag} = form;
  const path = `${textPath(form)}/${encodeURIComponent(passage.id)}`;
  const isTold = faults.length > 0 || meanwhile;
  const rows = Math.min(30, Math.max(6, (typed ?? source).split('\n').length + 3));
  const body = html`
<p class="ways"><a href="${textPath(form)}#${passage.id}">${words.cancel}</a></p>
${writable ? '' : html`<p class="alert alert-warning">${words.readOnly}</p>`}
${meanwhile ? html`<div class="alert alert-warning" role="alert"><p class="alert-text">${words.meanwhile}</p></div>` : ''}
${faults.length === 0 ? '' : html`<div class="alert alert-error" role="alert" id="faults"><p class="alert-text">${words.notKept(faults.length)}</p><ul class="findings">${faults.map((one) => findingItem(one, language))}</ul></div>`}
<div class="editing">
<form method="post" action="${path}/keep" data-live="${path}/try">${ours(formToken)}<input type="hidden" name="_seen" value="${seen}">
<div class="form-group${faults.length > 0 ? ' form-error' : ''}"><label class="form-label" for="text">${words.text}</label><span class="form-hint" id="help">${words.help}</span>
<textarea class="form-input source" id="text" name="text" rows="${rows}" spellcheck="true" lang="${tag}" aria-describedby="help${isTold && faults.length > 0 ? ' faults' : ''}" ${faults.length > 0 ? raw('aria-invalid="true"') : ''}>${typed ?? source}</textarea></div>
<p class="beside"><button class="button button-secondary" formaction="${path}/try">${words.try}</button> <button class="button button-primary" ${writable ? '' : raw('disabled')}>${words.keep}</button></p></form>
<section id="becomes" aria-live="polite"><h2>${typed === undefined ? words.now : words.becomes}</h2>${becomesOf(form, language)}</section>
</div>
${meanwhile ? html`<section><h2>${words.stands}</h2><pre tabindex="0" aria-label="${words.stands}" lang="${tag}">${source}</pre></section>` : ''}`;
  return {title: words.editTitle(passage.id), place: 'statement', body, wide: true, status: form.status};
}

function becomesOf(form: ShownEdit, language: Language): Html {
  const {text: words} = language.workbench;
  const {becomes, faults, further} = form;
  const around = aroundOf(form);
  const also =
    further.length === 0
      ? ''
      : html`<h3>${words.further}</h3><ul class="findings">${further.map((one) => findingItem(one, language))}</ul>`;
  if (faults.length > 0) return html`<p>${words.notKept(faults.length)}</p>`;
  if (becomes === undefined || becomes.sentences.length === 0) return html`<p>${words.gone}</p>${also}`;
  return html`${becomes.sentences.map((one) => html`<div class="sentence${brokenIn(one) === 0 ? '' : ' broken'}"><div><p class="said">${one.said.length === 0 ? html`<em>${words.saysNothing}</em>` : saidOf(one.said, around)}</p>${proofsOf(one, language)}</div></div>`)}
${becomes.findings.length === 0 ? '' : html`<ul class="findings">${becomes.findings.map((one) => findingItem(one, language))}</ul>`}${also}`;
}
