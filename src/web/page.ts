/** What every page of the workbench has around it: where one is, where one may go, who one is. Works without script. */
import {html, raw} from 'hono/html';
import type {LanguageTag} from '#concepts/labels';
import {may, type Role, type Verb} from '#concepts/rights';
import {daysShown, partialDayShown} from '#language/days';
import type {Language} from '#language/language';
import type {WorkbenchWords} from '#language/workbench-words';

export type Html = ReturnType<typeof html> | string;

export type Place = keyof WorkbenchWords['places'];

export interface PageContent {
  readonly title: string;
  readonly place: Place | undefined;
  readonly body: Html;
  /** As wide as the window: for tables and two things side by side. */
  readonly wide?: boolean;
  /** Another takes its place by itself: what is to be said once is said there. */
  readonly passing?: true;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
}

export interface Frame {
  readonly language: Language;
  readonly office: string;
  readonly program: string;
  readonly synthetic: boolean;
  /** Undefined: nobody is signed in. */
  readonly who: {readonly name: string; readonly roles: readonly Role[]; readonly formToken: string} | undefined;
  readonly notice: string | undefined;
  /** Persons of every authority are open: until when, and why. */
  readonly glass: {readonly until: string; readonly why: string} | undefined;
  /** Where the page is, for the other language to come back to. */
  readonly path: string;
}

const PLACES: readonly {readonly place: Place; readonly path: string; readonly verb: Verb}[] = [
  {place: 'home', path: '/', verb: 'own'},
  {place: 'cases', path: '/cases', verb: 'case.read'},
  {place: 'intake', path: '/intake', verb: 'case.record'},
  {place: 'review', path: '/review', verb: 'identity.review'},
  {place: 'questions', path: '/questions', verb: 'question.read'},
  {place: 'statement', path: '/statement', verb: 'statement.read'},
  {place: 'editions', path: '/editions', verb: 'edition.read'},
  {place: 'team', path: '/team', verb: 'team.read'},
  {place: 'log', path: '/log', verb: 'log.read'},
];

export function framed(page: PageContent, frame: Frame): Html {
  const {language, office, synthetic, who, notice, program} = frame;
  const words = language.workbench;
  return html`<!doctype html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.title} – ${words.product}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/workbench.css">
<script src="/assets/workbench.js" defer></script>
</head>
<body class="${who === undefined ? 'outside' : 'inside'}">
<a class="skip" href="#content">${words.skip}</a>
<header class="bar">
<p class="brand"><a href="/">${words.product}</a><span>${office}</span></p>
${synthetic ? html`<p class="synthetic">${words.synthetic}</p>` : ''}
<div class="own">${who === undefined ? '' : ownOf(who, language)}${otherLanguageForm(frame)}</div>
</header>
${who === undefined ? '' : placesOf(page.place, who.roles, words)}
${glassOf(frame)}
<main id="content" tabindex="-1" class="${page.wide === true ? 'wide' : 'narrow'}">
${notice === undefined ? '' : html`<div class="alert alert-success" role="status"><p class="alert-text">${notice}</p></div>`}
<h1>${page.title}</h1>
${page.body}
</main>
<footer class="foot"><p>${words.madeBy(program)}</p></footer>
</body>
</html>`;
}

const ownOf = (
  {name, formToken}: NonNullable<Frame['who']>,
  {workbench: words}: Language,
): Html => html`<p><span class="sr-only">${words.signedInAs} </span><a href="/account">${name}</a></p>
<form method="post" action="/sign-out"><input type="hidden" name="_form" value="${formToken}"><button class="plain">${words.signOut}</button></form>`;

function glassOf({glass, who, language: {workbench}}: Frame): Html {
  if (glass === undefined || who === undefined) return '';
  return html`<div class="glass" role="status"><p><strong>${workbench.glass.open(glass.until)}</strong> ${glass.why}</p><form method="post" action="/cases/mend-glass">${ours(who.formToken)}<button class="plain">${workbench.glass.mend}</button></form></div>`;
}

/** A link: nothing is changed but how the pages are read. */
const otherLanguageForm = ({language, path}: Frame): Html => {
  const other: LanguageTag = language.tag === 'da' ? 'en' : 'da';
  return html`<p><a href="/language/${other}?back=${encodeURIComponent(path)}" lang="${other}" hreflang="${other}">${language.workbench.otherLanguage}</a></p>`;
};

const placesOf = (here: Place | undefined, roles: readonly Role[], words: WorkbenchWords): Html => html`
<nav class="places" aria-label="${words.menu}"><ul>${PLACES.filter(({verb}) => may(roles, verb)).map(
  ({place, path}) =>
    html`<li><a href="${path}" ${place === here ? raw('aria-current="page"') : ''}>${words.places[place]}</a></li>`,
)}</ul></nav>`;

/** The hidden field that says whose form it is. */
export const ours = (formToken: string): Html => html`<input type="hidden" name="_form" value="${formToken}">`;

/** A day, or a text with days, as the reader's language writes them. */
export const shown = (text: string, {tag}: Language): string => daysShown(text, tag);

/** Likewise as prose: what is typed as it stands, a command or a name of the profile's, is between backticks. */
export const prose = (text: string, language: Language): Html =>
  html`${shown(text, language)
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part : html`<code>${part}</code>`))}`;

/** A birth, as far as it is known. */
export const bornShown = (born: string, {tag}: Language): string => partialDayShown(born, tag);

/** A moment to the minute, in UTC. */
export const momentShown = (moment: string, language: Language): Html =>
  html`<time datetime="${moment}">${shown(`${moment.slice(0, 16)}:00.000Z`, language)}</time>`;
