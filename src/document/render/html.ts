/** The statement as one page: no script, nothing fetched, readable on a telephone, printable, WCAG 2.2 AA. */
import {Buffer} from 'node:buffer';
import {html, raw} from 'hono/html';
import type {DocumentWords} from '#language/document-words';
import {languages} from '#language/language';
import {dayIn, LOCALES, periodIn} from '../intl.ts';
import type {Statement} from '../statement.ts';
import {pair} from './exhibit.ts';
import {type Fonts, typefacesOf} from './fonts.ts';
import {notesOf, pieceOf} from './html-blocks.ts';
import {type Html, pageOf} from './html-inline.ts';
import {STYLE, sheetStyle} from './html-style.ts';
import type {Medium} from './medium.ts';
import {plainText} from './plain-text.ts';
import {webFont} from './web-font.ts';

export const htmlPage: Medium = {
  id: 'html',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',

  render: (statement, fonts) => renderPage(statement, fonts),
};

/** `leadsTo`: where it is told what a cell is; the address of each figure is a link to it. */
export async function renderPage(
  statement: Statement,
  fonts: Fonts,
  leadsTo?: (address: string) => string,
): Promise<Uint8Array> {
  const words = languages[statement.language].document;
  const layout = {...pageOf(statement, words), faces: typefacesOf(fonts), language: statement.language, leadsTo};
  const body = await html`
<a class="skip" href="#content">${words.reading.skipToContent}</a>
${headOf(statement, words)}
<div class="sheet frame">
${contentsOf(statement, words)}
<main id="content" tabindex="-1">
${pair(statement.blocks).map((piece) => html`${pieceOf(piece, layout)}\n`)}
${notesOf(statement.notes, layout)}
</main>
</div>
<footer class="sheet"><div class="colophon"><p>${statement.office}. ${words.reading.producedBy} ${statement.producedBy}.</p></div></footer>`;
  return new TextEncoder().encode(
    String(await wholePage(statement, words, styleOf(statement, words, String(body), fonts), body)),
  );
}

const wholePage = (
  statement: Statement,
  words: DocumentWords,
  style: string,
  body: Awaited<Html>,
): Html => html`<!doctype html>
<html lang="${statement.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${statement.producedBy}">
<meta name="description" content="${statement.subtitle}. ${words.reading.period}: ${periodIn(statement.language, statement.period)}. ${statement.marks.map(({text}) => text).join('. ')}">
${statement.edition === 'internal' ? raw('<meta name="robots" content="noindex">') : ''}
<title>${statement.title} – ${statement.office}</title>
<style>${raw(style)}</style>
</head>
<body>${body}
</body>
</html>
`;

function headOf(
  {marks, open, office, title, subtitle, period, cutOff, language}: Statement,
  words: DocumentWords,
): Html {
  const band =
    marks.length === 0
      ? ''
      : html`<div class="band"><ul class="sheet marks">${marks.map(({kind, text}) => html`<li class="${kind}">${text}</li>`)}</ul></div>`;
  return html`<header>
${band}
<div class="sheet"><div class="masthead">
<p class="office">${office}</p>
<h1>${title}</h1>
<p class="subtitle">${subtitle}</p>
<dl class="facts">
<div><dt>${words.reading.period}</dt><dd>${periodIn(LOCALES[language], period)}</dd></div>
<div><dt>${words.reading.cutOff}</dt><dd><time datetime="${cutOff}">${dayIn(LOCALES[language], cutOff)}</time></dd></div>
</dl>
</div>${openOf(open, words)}</div>
</header>`;
}

const openOf = (open: readonly string[], words: DocumentWords) =>
  open.length === 0
    ? ''
    : html`
<section class="open" aria-labelledby="open"><h2 id="open">${words.open}</h2><ul>${open.map((one) => html`<li>${one}</li>`)}</ul></section>`;

function contentsOf({blocks}: Statement, words: DocumentWords): Html {
  const sections = blocks.filter((block) => block.kind === 'heading').filter(({level}) => level === 2);
  return html`<nav aria-labelledby="contents"><div><h2 id="contents">${words.contents}</h2>
<ol>${sections.map(({id, content}) => html`<li><a href="#${id}">${plainText(content)}</a></li>`)}</ol></div></nav>`;
}

/** The typeface cut to the characters the page shows, so that it looks the same offline and on any computer. */
function styleOf({marks, title}: Statement, words: DocumentWords, body: string, fonts: Fonts): string {
  const shown = new Set(`${body}${title}${marks.map(({text}) => text).join('')} ·0123456789`);
  const face = (font: Uint8Array, descriptors: string) =>
    `@font-face{font-family:'IBM Plex Sans';${descriptors};font-display:swap;src:url(data:font/woff;base64,${Buffer.from(webFont(font, shown)).toString('base64')}) format('woff')}`;
  return [
    face(fonts.regular, 'font-weight:400;font-style:normal'),
    face(fonts.semibold, 'font-weight:600;font-style:normal'),
    face(fonts.italic, 'font-weight:400;font-style:italic'),
    STYLE,
    sheetStyle(marks.map(({text}) => text).join(' · '), title, words.reading.pageOf),
  ].join('\n');
}
