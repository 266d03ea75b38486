/**
 * The Markdown inside a sentence: emphasis, strong, links. Figures and notes are already in place as single private-use
 * characters, so that Markdown never reads a figure and no label can become markup.
 */
import type {PhrasingContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import type {Inline} from './statement.ts';

/** Keeps a sentence that begins with `-` or `2013.` from being read as a list. */
const START = '\uE000';
const FIRST_INSERT = 0xe100;
/** Without any of these a sentence is plain, and need not be parsed. */
const MARKUP = /[*_`[\]<&\\!]/;

/** The character that stands for the nth insert until {@link withInserts}. */
export const insertMark = (n: number): string => String.fromCharCode(FIRST_INSERT + n);

/** Any insert, for patterns over the typed text. */
export const INSERT = /[\uE100-\uF8FF]/;

export const withoutPrivateUse = (text: string): string => text.replaceAll(/[\uE000-\uF8FF]/g, '');

export function parseInline(text: string): readonly Inline[] {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ').trim();
  if (!MARKUP.test(flat)) return textOf(flat);
  const [paragraph] = fromMarkdown(START + flat).children;
  if (paragraph?.type !== 'paragraph') return [];
  return joined(paragraph.children.flatMap(inlineOf)).map(withoutStart);
}

function inlineOf(node: PhrasingContent): readonly Inline[] {
  switch (node.type) {
    case 'emphasis':
    case 'strong':
      return [{kind: node.type, content: node.children.flatMap(inlineOf)}];
    case 'link': {
      const content = node.children.flatMap(inlineOf);
      return /^(https?:|mailto:|#)/.test(node.url) ? [{kind: 'link', href: node.url, content}] : content;
    }
    case 'break':
      return [{kind: 'text', text: ' '}];
    case 'text':
    case 'inlineCode':
    case 'html':
      return [{kind: 'text', text: node.value}];
    default:
      return [];
  }
}

/** Neighbouring texts as one, so that no expression is cut in two. */
function joined(content: readonly Inline[]): readonly Inline[] {
  const together: Inline[] = [];
  for (const inline of content) {
    const last = together.at(-1);
    if (last?.kind === 'text' && inline.kind === 'text')
      together.splice(-1, 1, {kind: 'text', text: last.text + inline.text});
    else together.push(inline);
  }
  return together;
}

const withoutStart = (inline: Inline): Inline =>
  inline.kind === 'text' ? {...inline, text: inline.text.replaceAll(START, '')} : inline;

/** Puts the inserts where their characters stand. */
export function withInserts(content: readonly Inline[], inserts: readonly (readonly Inline[])[]): readonly Inline[] {
  return mapText(content, (text) =>
    text
      .split(/([\uE100-\uF8FF])/)
      .flatMap((piece) => (INSERT.test(piece) ? (inserts[piece.charCodeAt(0) - FIRST_INSERT] ?? []) : textOf(piece))),
  );
}

/** Rewrites every text of a content, whatever it stands in. */
export function mapText(content: readonly Inline[], rewrite: (text: string) => readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'text') return rewrite(inline.text);
    return 'content' in inline ? [{...inline, content: mapText(inline.content, rewrite)}] : [inline];
  });
}

export const textOf = (text: string): readonly Inline[] => (text === '' ? [] : [{kind: 'text', text}]);

/** The letters of a content, whatever they stand in: what is searched for typed figures. */
export const plainText = (content: readonly Inline[]): string =>
  content
    .map((inline) => ('content' in inline ? plainText(inline.content) : 'text' in inline ? inline.text : ''))
    .join('');
