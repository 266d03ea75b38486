/** The text of a page: headings, paragraphs, tables. Marks of notes, drawings and what a browser does not show fall away. */
import type {Text} from '#claims/text';
import {attributeOf, piecesOf} from './markup.ts';
import {TextBlocks} from './text-blocks.ts';

const HIDDEN = new Set([
  'script',
  'style',
  'svg',
  'head',
  'nav',
  'noscript',
  'template',
  'sup',
  'select',
  'title',
  'footer',
]);
const BLOCK = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dt',
  'dd',
  'dl',
  'section',
  'article',
  'main',
  'header',
  'blockquote',
  'figure',
  'figcaption',
  'br',
  'hr',
  'pre',
  'body',
  'aside',
  'address',
]);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'col', 'source']);

export function readHtmlText(name: string, html: string): Text {
  const blocks = new TextBlocks();
  const hidden: string[] = [];
  for (const piece of piecesOf(html)) {
    if (piece.kind === 'text') {
      if (hidden.length === 0) blocks.words(piece.text);
      continue;
    }
    const tag = piece.name.toLowerCase();
    if (piece.kind === 'open') {
      const shuts = HIDDEN.has(tag) || isHidden(piece.attributes);
      if (hidden.length > 0 || shuts) {
        if (!piece.empty && !VOID.has(tag) && (HIDDEN.has(tag) || hidden.length === 0 || hidden.at(-1) === tag))
          hidden.push(tag);
      } else open(blocks, tag, piece.attributes);
    } else if (hidden.length > 0) {
      if (hidden.at(-1) === tag) hidden.pop();
    } else close(blocks, tag);
  }
  return {name, blocks: blocks.all()};
}

const isHidden = (attributes: string): boolean =>
  /(?:^|\s)(?:hidden|popover)(?=[\s=/]|$)|aria-hidden\s*=\s*"true"|display:\s*none/i.test(attributes);

function open(blocks: TextBlocks, tag: string, attributes: string): void {
  if (/^h[1-6]$/.test(tag)) blocks.begin('heading');
  else if (tag === 'table') blocks.beginTable();
  else if (tag === 'caption') blocks.beginCaption();
  else if (tag === 'tr') blocks.row();
  else if (tag === 'td' || tag === 'th') blocks.cell(Number(attributeOf(attributes, 'colspan') ?? 1) || 1);
  else if (BLOCK.has(tag)) blocks.begin();
}

function close(blocks: TextBlocks, tag: string): void {
  if (/^h[1-6]$/.test(tag)) blocks.end();
  else if (tag === 'table') blocks.endTable();
  else if (tag === 'caption') blocks.endCaption();
  else if (tag === 'td' || tag === 'th' || tag === 'tr') blocks.endCell();
  else if (BLOCK.has(tag)) blocks.end();
}
