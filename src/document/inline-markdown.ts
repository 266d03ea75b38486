/**
 * The Markdown inside a sentence: emphasis, strong, links. Figures and notes are already in place as single private-use
 * characters, so that Markdown never reads a figure and no label can become markup.
 */
import type {Token} from 'marked';
import {decodeString} from 'micromark-util-decode-string';
import {markdownInline} from './markdown.ts';
import type {Inline} from './statement.ts';

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
  return joined(markdownInline(flat).flatMap(inlineOf));
}

function inlineOf(token: Token): readonly Inline[] {
  switch (token.type) {
    case 'em':
      return [{kind: 'emphasis', content: inside(token)}];
    case 'strong':
      return [{kind: 'strong', content: inside(token)}];
    case 'link': {
      const href = decodeString(token.href);
      return /^(https?:|mailto:|#)/.test(href) ? [{kind: 'link', href, content: inside(token)}] : inside(token);
    }
    case 'text':
      return [{kind: 'text', text: token.raw.includes('&') ? decodeString(token.raw) : token.raw}];
    case 'escape':
    case 'codespan':
      return [{kind: 'text', text: token.text}];
    case 'html':
      return [{kind: 'text', text: token.raw}];
    default:
      return [];
  }
}

const inside = ({tokens = []}: {readonly tokens?: readonly Token[]}): readonly Inline[] => tokens.flatMap(inlineOf);

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
