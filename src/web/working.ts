/** How far long work has come. Renewed by the browser itself, without script. */
import {html, raw} from 'hono/html';
import type {Language} from '#language/language';
import type {Progress} from '#production/progress';
import {type Html, ours, type PageContent} from './page.ts';

export interface Working {
  readonly id: string;
  /** Undefined: not begun, as somebody else's is done first. */
  readonly step: Parameters<Progress>[0] | undefined;
  readonly seconds: number;
  readonly stops: boolean;
  readonly formToken: string;
}

export function workingPage({id, step, seconds, stops, formToken}: Working, language: Language): PageContent {
  const {working: words} = language.workbench;
  const body = html`<div role="status"><p>${step === undefined ? words.waits : stageOf(step, language)}</p>${barOf(step, language)}</div>
<p>${words.seconds(seconds)} ${words.help}</p>
${stops ? html`<form method="post" action="/working/${id}/stop">${ours(formToken)}<button class="button button-secondary">${words.stop}</button></form>` : ''}`;
  return {title: words.title, place: undefined, body, passing: true};
}

/** Somebody else's: it can be neither stopped nor seen by whoever waits. */
export function busyPage(step: Working['step'], language: Language): PageContent {
  const {working: words} = language.workbench;
  const body = html`<div role="status"><p>${words.busy}</p>${step === undefined ? '' : html`<p>${stageOf(step, language)}</p>`}${barOf(step, language)}</div><p>${words.busyHelp}</p>`;
  return {title: words.title, place: undefined, body, passing: true};
}

function stageOf({stage, done, of}: NonNullable<Working['step']>, {cli, tag}: Language): string {
  if (done === 0 && of === undefined) return `${cli.stages[stage]} …`;
  return `${cli.stages[stage]} ${done.toLocaleString(tag)}${of === undefined ? '' : ` / ${of.toLocaleString(tag)}`}`;
}

/** Without a share where nobody knows how much there is. */
const barOf = (step: Working['step'], {workbench}: Language): Html =>
  html`<progress class="bar" aria-label="${workbench.working.title}" ${step?.of === undefined ? '' : raw(`max="${step.of}" value="${step.done}"`)}></progress>`;
