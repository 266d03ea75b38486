/** What every public page has around it. Nobody is signed in here, and nothing can be sent but the wish to see. */
import {html, raw} from 'hono/html';
import type {LanguageTag} from '#concepts/labels';
import {daysShown} from '#language/days';
import type {Language} from '#language/language';

export type Html = ReturnType<typeof html> | string;

export interface PublicPage {
  readonly title: string;
  readonly body: Html;
  /** Where it is: the pages above it. */
  readonly trail: readonly {readonly path: string; readonly label: string}[];
  readonly status?: 200 | 404 | 405 | 500;
}

export interface PublicFrame {
  readonly language: Language;
  readonly office: string;
  readonly program: string;
  readonly synthetic: boolean;
  /** Where the page is, with what is chosen, for the other language to come back to. */
  readonly path: string;
}

export function publicPage({title, body, trail}: PublicPage, frame: PublicFrame): Html {
  const {language, office, program, synthetic, path} = frame;
  const {explore: words, workbench, document} = language;
  const other: LanguageTag = language.tag === 'da' ? 'en' : 'da';
  return html`<!doctype html>
<html lang="${language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${words.product}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/workbench.css">
<link rel="stylesheet" href="/assets/explore.css">
</head>
<body class="explore">
<a class="skip" href="#content">${workbench.skip}</a>
<header class="bar">
<p class="brand"><a href="/">${words.title}</a><span>${office}</span></p>
${synthetic ? html`<p class="synthetic">${document.synthetic}</p>` : ''}
<div class="own"><p><a href="/language/${other}?back=${encodeURIComponent(path)}" lang="${other}" hreflang="${other}">${workbench.otherLanguage}</a></p></div>
</header>
<main id="content" tabindex="-1" class="wide">
${trail.length === 0 ? '' : html`<nav class="trail" aria-label="${words.trail}"><ol>${trail.map(({path: to, label}) => html`<li><a href="${to}">${label}</a></li>`)}</ol></nav>`}
<h1>${title}</h1>
${body}
</main>
<footer class="foot"><p>${workbench.madeBy(program)}</p></footer>
</body>
</html>`;
}

/** A part of what is written by us and escaped already. */
export const drawn = (svg: string): Html => raw(svg);

/** A day, or a moment's day, as the reader's language writes it. */
export const day = (moment: string, {tag}: Language): Html =>
  html`<time datetime="${moment}">${daysShown(moment.slice(0, 10), tag)}</time>`;

export function missingPage({explore: words}: Language): PublicPage {
  return {
    title: words.missing,
    trail: [],
    status: 404,
    body: html`<p>${words.missingHelp}</p><p><a href="/">${words.backToAll}</a></p>`,
  };
}

export function onlyLookingPage({explore: words}: Language): PublicPage {
  return {title: words.onlyLooking, trail: [], status: 405, body: html`<p><a href="/">${words.backToAll}</a></p>`};
}

export function faultPage({cli, workbench, explore}: Language): PublicPage {
  return {
    title: workbench.refused,
    trail: [],
    status: 500,
    body: html`<p>${cli.defect('http')}</p><p><a href="/">${explore.backToAll}</a></p>`,
  };
}
