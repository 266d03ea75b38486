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

/** A figure is a button, which a line may break after: what closes or counts it is kept on its line. */
export function inlines(content: readonly Inline[], page: Page): readonly Html[] {
  const written: Html[] = [];
  for (let i = 0; i < content.length; i++) {
    const inline = content[i];
    if (inline === undefined) continue;
    const [kept, rest] = inline.kind === 'figure' ? closing(content[i + 1]) : [undefined, undefined];
    if (kept === undefined) written.push(inlineOf(inline, page));
    else {
      written.push(html`<span class="keep">${inlineOf(inline, page)}${inlineOf(kept, page)}</span>`);
      if (rest !== undefined) written.push(inlineOf(rest, page));
      i++;
    }
  }
  return written;
}

/** What follows a figure on its own line, and what is left after it. */
function closing(next: Inline | undefined): readonly [kept?: Inline, rest?: Inline] {
  if (next?.kind === 'note') return [next];
  const [, close, after] = (next?.kind === 'text' && /^([)\]}.,;:!?»”%]+)(.*)$/su.exec(next.text)) || [];
  return close === undefined
    ? []
    : [
        {kind: 'text', text: close},
        {kind: 'text', text: after ?? ''},
      ];
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
  const where = addresses.length === 0 ? '' : html`<code>${addresses.join(', ')}</code>`;
  return html`<button type="button" class="figure" data-cell="${addresses.join(' ')}" popovertarget="${id}">${shown}</button><span popover id="${id}" class="origin"><strong>${text}</strong> ${title}${place}${where}</span>`;
}

function noteMark(id: string, page: Page): Html {
  const number = page.notes.get(id)?.number;
  if (number === undefined) return html``;
  const mention = next(page, `note-${id}`);
  return html`<sup><a id="mention-${id}-${mention}" href="#note-${id}" aria-label="${page.words.reading.note} ${number}">${number}</a></sup>`;
}
