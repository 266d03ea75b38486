/**
 * Running text as HTML. Each figure is a button that opens what it is, its base and the table it stands in: a native
 * popover, reached by keyboard, without script.
 */
import {html} from 'hono/html';
import type {DocumentWords} from '#language/document-words';
import type {Inline, Note, Statement} from '../statement.ts';

export type Html = ReturnType<typeof html>;

export interface Page {
  readonly words: DocumentWords;
  readonly notes: ReadonlyMap<string, Note>;
  /** Table id → its number, for a figure to point at. */
  readonly tables: ReadonlyMap<string, number>;
  /** Counts what needs an id of its own: opened figures, mentions of a note. */
  readonly counted: Map<string, number>;
  /** Where it is told what a cell is; undefined: nowhere but here. */
  readonly leadsTo?: ((address: string) => string) | undefined;
}

export const pageOf = (statement: Statement, words: DocumentWords): Page => ({
  words,
  notes: new Map(statement.notes.map((note) => [note.id, note])),
  tables: new Map(
    statement.blocks.flatMap((block) => (block.kind === 'table' ? [[block.table.id, block.table.number]] : [])),
  ),
  counted: new Map(),
});

/** A name for something on the page, told from others of the same name by its number. */
export function named(page: Page, name: string): string {
  const number = next(page, name);
  return number === 1 ? name : `${name}-${number}`;
}

function next(page: Page, what: string): number {
  const number = (page.counted.get(what) ?? 0) + 1;
  page.counted.set(what, number);
  return number;
}

/** A figure is a button, at either side of which a line may break: a bracket before it, and what closes or counts it, keep it company. */
export const inlines = (content: readonly Inline[], page: Page): readonly Html[] =>
  gathered(content).map((piece) => {
    const written = piece.map((inline) => inlineOf(inline, page));
    return piece.length === 1 ? html`${written}` : html`<span class="keep">${written}</span>`;
  });

type Place = 'loose' | 'opens' | 'figure' | 'closes';

function gathered(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const pieces: Inline[][] = [];
  let before: Place = 'loose';
  for (const [inline, place] of content.flatMap((_, i) => placed(content, i))) {
    const joins = place === 'closes' || (place === 'figure' && before === 'opens');
    const last = joins ? pieces.at(-1) : undefined;
    if (last === undefined) pieces.push([inline]);
    else last.push(inline);
    before = place;
  }
  return pieces;
}

/** A text beside a figure, parted into what stays with the figure and what does not. */
function placed(content: readonly Inline[], i: number): readonly (readonly [Inline, Place])[] {
  const inline = content[i];
  if (inline === undefined) return [];
  const after = content[i - 1]?.kind === 'figure';
  if (inline.kind === 'figure') return [[inline, 'figure']];
  if (inline.kind === 'note') return [[inline, after ? 'closes' : 'loose']];
  if (inline.kind !== 'text') return [[inline, 'loose']];
  const [close = ''] = (after && /^[)\]}.,;:!?»”%]+/u.exec(inline.text)) || [];
  const left = inline.text.slice(close.length);
  const [open = ''] = (content[i + 1]?.kind === 'figure' && /[([{«“„]+$/u.exec(left)) || [];
  const parts = [
    [close, 'closes'],
    [left.slice(0, left.length - open.length), 'loose'],
    [open, 'opens'],
  ] as const;
  return parts.flatMap(([text, place]) => (text === '' ? [] : [[{kind: 'text', text}, place] as const]));
}

function inlineOf(inline: Inline, page: Page): Html {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`;
    case 'emphasis':
      return html`<em>${inlines(inline.content, page)}</em>`;
    case 'strong':
      return html`<strong>${inlines(inline.content, page)}</strong>`;
    case 'link':
      return html`<a href="${safeAddress(inline.href)}">${inlines(inline.content, page)}</a>`;
    case 'figure':
      return figureOf(inline, page);
    case 'note':
      return noteMark(inline.id, page);
    case 'fault':
      return html`<mark class="fault">${inline.text}<span class="fault-text"> (${inline.message})</span></mark>`;
  }
}

/** A link leads to the web, a letter or a place in the page; never to a script. */
const safeAddress = (href: string): string => (/^(https?:|mailto:|#)/i.test(href) ? href : '#');

function figureOf({addresses, text, title, value}: Extract<Inline, {kind: 'figure'}>, page: Page): Html {
  const id = `figure-${next(page, 'figure')}`;
  const table = addresses[0]?.split('.')[0] ?? '';
  const number = page.tables.get(table);
  const {words} = page;
  const shown = value === undefined ? html`${text}` : html`<data value="${value}">${text}</data>`;
  const place =
    number === undefined
      ? ''
      : html` <a href="#table-${table}">${words.reading.seeTable} ${words.table.toLowerCase()} ${number}</a>`;
  const {leadsTo} = page;
  const named = addresses.map((one, i) => {
    const after = i === addresses.length - 1 ? '' : ', ';
    return leadsTo === undefined ? `${one}${after}` : html`<a href="${leadsTo(one)}" target="_top">${one}</a>${after}`;
  });
  const where = addresses.length === 0 ? '' : html`<code>${named}</code>`;
  return html`<button type="button" class="figure" data-cell="${addresses.join(' ')}" popovertarget="${id}">${shown}</button><span popover id="${id}" class="origin"><strong>${text}</strong> ${title}${place}${where}</span>`;
}

function noteMark(id: string, page: Page): Html {
  const number = page.notes.get(id)?.number;
  if (number === undefined) return html``;
  const mention = next(page, `note-${id}`);
  return html`<sup><a id="mention-${id}-${mention}" href="#note-${id}" aria-label="${page.words.reading.note} ${number}">${number}</a></sup>`;
}
