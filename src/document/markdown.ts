/** Markdown as a statement's text uses it: blocks with the line where each begins, and the inline content of a sentence. */
import {Lexer, Marked, type Token, type TokenizerAndRendererExtension} from 'marked';

export type MarkdownBlock = Content & {readonly line: number; readonly lastLine: number};

type Content =
  | {readonly kind: 'heading'; readonly depth: number; readonly source: string}
  | {readonly kind: 'paragraph'; readonly source: string}
  | {readonly kind: 'code'; readonly language: string; readonly source: string}
  | {readonly kind: 'list'; readonly items: readonly (readonly MarkdownBlock[])[]; readonly source: string}
  | {readonly kind: 'note'; readonly id: string; readonly blocks: readonly MarkdownBlock[]; readonly source: string}
  | {readonly kind: 'directive'; readonly name: string; readonly id: string; readonly source: string}
  | {readonly kind: 'comment'; readonly source: string}
  | {readonly kind: 'other'; readonly source: string};

/** `::name{#id}` on a line of its own. */
const DIRECTIVE = /^::([a-z][\w-]*)(?:\{([^{}\n]*)\})?[ \t]*(?:\n|$)/;
/** `[^id]: ` and its first line. */
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
const BLANK = /^[ \t]*$/;
const INDENTED = /^(?: {4}|\t)/;
const BEGINS_A_BLOCK = /^ {0,3}(?:\[\^[^\]\s]+\]:|#{1,6}\s|```|~~~|>|[-*+]\s|::[a-z])/;

const directive: TokenizerAndRendererExtension = {
  name: 'directive',
  level: 'block',
  start: (source) => begins(/\n::[a-z]/, source),
  tokenizer(source) {
    const [raw] = DIRECTIVE.exec(source) ?? [];
    return raw === undefined ? undefined : {type: 'directive', raw};
  },
};

const note: TokenizerAndRendererExtension = {
  name: 'note',
  level: 'block',
  start: (source) => begins(/\n {0,3}\[\^[^\]\s]+\]:/, source),
  tokenizer(source) {
    return NOTE.test(source) ? {type: 'note', raw: linesOfNote(source).join('\n')} : undefined;
  },
};

// GitHub's additions are not part of the text: a table is declared in the profile, and `~` is only a tilde.
const options = new Marked({gfm: false, extensions: [directive, note]}).defaults;

const begins = (what: RegExp, source: string): number | undefined => {
  const index = source.search(what);
  return index < 0 ? undefined : index + 1;
};

/** A note goes on to a blank line or another block, and after a blank line where it is indented. */
function linesOfNote(source: string): readonly string[] {
  const lines = source.split('\n');
  let end = 1;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (BLANK.test(line)) continue;
    const goesOn = end === at && !BEGINS_A_BLOCK.test(line);
    if (!goesOn && !INDENTED.test(line)) break;
    end = at + 1;
  }
  return lines.slice(0, end);
}

/** What stands inside a paragraph is left as it is typed. `line`: of the first line of the text. */
export function markdownBlocks(text: string, line = 1): readonly MarkdownBlock[] {
  return placed(new Lexer(options).blockTokens(text, []), line);
}

function placed(tokens: readonly Token[], first: number): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let line = first;
  for (const token of tokens) {
    if (token.type !== 'space')
      blocks.push({...blockOf(token, line), line, lastLine: line + linesIn(token.raw.trimEnd())});
    line += linesIn(token.raw);
  }
  return blocks;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

function blockOf(token: Token, line: number): Content {
  const source = token.raw.trim();
  switch (token.type) {
    case 'heading':
      return {kind: 'heading', depth: token.depth, source: token.text};
    case 'paragraph':
    case 'text':
      return {kind: 'paragraph', source: token.text.trim()};
    case 'code':
      return {kind: 'code', language: token.lang ?? '', source: token.text};
    case 'list':
      return {kind: 'list', items: itemsOf(token.items, line), source};
    case 'note': {
      const [, id = ''] = NOTE.exec(token.raw) ?? [];
      const text = token.raw.replace(NOTE, '').replaceAll(/\n(?: {4}|\t)/g, '\n');
      return {kind: 'note', id, blocks: markdownBlocks(text, line), source};
    }
    case 'directive': {
      const [, name = '', attributes = ''] = DIRECTIVE.exec(token.raw) ?? [];
      return {kind: 'directive', name, id: /(?:^|\s)#([\w-]+)/.exec(attributes)?.[1] ?? '', source};
    }
    default:
      return {kind: source.startsWith('<!--') ? 'comment' : 'other', source};
  }
}

function itemsOf(
  items: readonly {readonly raw: string; readonly tokens: readonly Token[]}[],
  first: number,
): readonly (readonly MarkdownBlock[])[] {
  let line = first;
  return items.map(({raw, tokens}) => {
    const blocks = placed(tokens, line);
    line += linesIn(raw);
    return blocks;
  });
}

/** The tokens inside a sentence of one line. */
export const markdownInline = (line: string): readonly Token[] => new Lexer(options).inlineTokens(line, []);
