/**
 * One form of a sentence as it is written: words with their emphasis, placeholders, notes. Each placeholder keeps the very source it
 * was written with; what is written again is what was read.
 */
import {type CST, parseCST} from 'messageformat/cst';
import {NOTE} from '../check-syntax.ts';
import {INSERT, insertMark, parseInline, withoutPrivateUse} from '../inline-markdown.ts';
import type {Inline} from '../statement.ts';

export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
}

export type Part =
  | (Style & {readonly kind: 'text'; readonly text: string})
  | (Style & {readonly kind: 'placeholder'; readonly placeholder: number})
  | (Style & {readonly kind: 'note'; readonly note: string})
  /** Words quoted from elsewhere with their source. */
  | (Style & {readonly kind: 'quotation'; readonly text: string; readonly source: string});

/** One form: where its pattern stands in the sentence's source, and what it holds. */
export interface Form {
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
  /** Where its conditions stand; undefined where it has none. */
  readonly keysAt: readonly [number, number] | undefined;
  readonly parts: readonly Part[];
  readonly placeholders: readonly Placeholder[];
}

export interface Placeholder {
  /** As written in the pattern, and where. */
  readonly source: string;
  readonly start: number;
  /** As it is written where the sentence declares nothing. */
  readonly alone: string;
  readonly name: string;
  readonly function: string;
  /** Options by name, each where its value stands in the sentence's source. */
  readonly options: readonly PlaceholderOption[];
}

export interface PlaceholderOption {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The forms of a sentence in the order of its source; none where it cannot be read. */
export function formsOf(source: string): readonly Form[] {
  const message = parseCST(source);
  if (message.errors.length > 0) return [];
  const patterns =
    message.type === 'select'
      ? message.variants.map(({keys, value}) => ({keys, value}))
      : [{keys: [], value: message.pattern}];
  return patterns.map(({keys, value}) => formOf(source, message, keys, value));
}

const keyText = (key: CST.Literal | CST.CatchallKey): string => (key.type === '*' ? '*' : key.value);

function formOf(
  source: string,
  message: CST.Message,
  keys: readonly (CST.Literal | CST.CatchallKey)[],
  pattern: CST.Pattern,
): Form {
  const [open, close] = pattern.braces ?? [];
  const start = open === undefined ? pattern.start : open.end;
  const end = close === undefined ? pattern.end : close.start;
  const placeholders: Placeholder[] = [];
  const inserts: ({kind: 'placeholder'; placeholder: number} | {kind: 'note'; note: string} | Quoted)[] = [];
  const insert = (what: (typeof inserts)[number]) => insertMark(inserts.push(what) - 1);
  let text = '';
  let quoted: {start: number; text: string} | undefined;
  for (const part of pattern.body) {
    if (part.type === 'text') {
      if (quoted !== undefined) quoted.text += part.value;
      else
        text += withoutPrivateUse(part.value).replaceAll(NOTE, (_, note: string) =>
          insert({kind: 'note', note: note.toLowerCase()}),
        );
    } else if (part.markup?.open.value === '#') quoted = {start: part.start, text: ''};
    else if (part.markup !== undefined) {
      if (quoted !== undefined)
        text += insert({kind: 'quotation', text: quoted.text, source: source.slice(quoted.start, part.end)});
      quoted = undefined;
    } else {
      text += insert({kind: 'placeholder', placeholder: placeholders.length});
      placeholders.push(placeholderOf(source, message, part));
    }
  }
  const parts = flat(parseInline(text), {bold: false, italic: false, href: undefined}).flatMap(
    ({text: words, ...style}) =>
      words.split(/([\uE100-\uF8FF])/).flatMap((piece): readonly Part[] => {
        if (piece === '') return [];
        const found = INSERT.test(piece) ? inserts[piece.charCodeAt(0) - 0xe100] : undefined;
        return [found === undefined ? {kind: 'text', text: piece, ...style} : {...found, ...style}];
      }),
  );
  const [first] = keys;
  const last = keys.at(-1);
  const keysAt = first === undefined || last === undefined ? undefined : ([first.start, last.end] as const);
  return {start, end, keys: keys.map(keyText), keysAt, parts, placeholders};
}

interface Quoted {
  readonly kind: 'quotation';
  readonly text: string;
  readonly source: string;
}

const flat = (content: readonly Inline[], style: Style): readonly (Style & {readonly text: string})[] =>
  content.flatMap((inline) => {
    if (inline.kind === 'strong') return flat(inline.content, {...style, bold: true});
    if (inline.kind === 'emphasis') return flat(inline.content, {...style, italic: true});
    if (inline.kind === 'link') return flat(inline.content, {...style, href: inline.href});
    return inline.kind === 'text' ? [{text: inline.text, ...style}] : [];
  });

function placeholderOf(source: string, message: CST.Message, part: CST.Expression): Placeholder {
  const written = source.slice(part.start, part.end);
  const name = part.arg?.type === 'variable' ? part.arg.name : (part.arg?.value ?? '');
  const declared = (message.declarations ?? []).flatMap((declaration) => {
    if (declaration.type === 'junk' || declaration.value.type === 'junk') return [];
    const target = declaration.type === 'local' ? declaration.target : declaration.value.arg;
    return target?.type === 'variable' && target.name === name ? [declaration.value] : [];
  })[0];
  const own = part.functionRef?.type === 'function' ? part : undefined;
  const by = own ?? declared;
  const of = declared?.arg?.type === 'variable' ? declared.arg.name : name;
  const applied = by?.functionRef?.type === 'function' ? by.functionRef : undefined;
  return {
    source: written,
    start: part.start,
    alone: declared === undefined || own !== undefined ? written : source.slice(declared.start, declared.end),
    name: of,
    function: applied?.name.map(({value}) => value).join('') ?? 'count',
    options: (applied?.options ?? []).flatMap(({name: option, value}) =>
      value.type === 'literal'
        ? [{name: option.map((one) => one.value).join(''), value: value.value, start: value.start, end: value.end}]
        : [],
    ),
  };
}

/** What is to be written: as {@link Part}, with the source of a placeholder in place of its number. */
export type Written =
  | (Style & {readonly kind: 'text'; readonly text: string})
  | (Style & {readonly kind: 'source'; readonly source: string});

/** The pattern's source; `opens`: it begins a paragraph of Markdown, where some characters mean a block. */
export function writePattern(parts: readonly Written[], opens: boolean): string {
  let out = '';
  let now: Style = {bold: false, italic: false, href: undefined};
  const turn = (next: Style) => {
    // What opens after a space closes before one: emphasis does not hold spaces at its ends.
    const [, rest = '', spaces = ''] = /^([\s\S]*?)(\s*)$/.exec(out) ?? [];
    const closing =
      (now.href !== undefined && now.href !== next.href) || now.bold !== next.bold || now.italic !== next.italic;
    if (!closing) return;
    const close = `${now.italic ? '*' : ''}${now.bold ? '**' : ''}${now.href === undefined ? '' : `](${now.href})`}`;
    const open = `${next.href === undefined ? '' : '['}${next.bold ? '**' : ''}${next.italic ? '*' : ''}`;
    out = `${rest}${close}${spaces}${open}`;
    now = next;
  };
  for (const part of parts) {
    const {bold, italic, href} = part;
    const blank = part.kind === 'text' && part.text.trim() === '';
    if (!blank) turn({bold, italic, href});
    out += part.kind === 'text' ? escaped(part.text) : part.source;
  }
  turn({bold: false, italic: false, href: undefined});
  return opens ? guarded(out) : out;
}

/** First for Markdown, then for MessageFormat, which is read first. */
const escaped = (text: string): string =>
  text.replaceAll(/[*_`[\]<\\]|&(?=[#\w]+;)/g, '\\$&').replaceAll(/[\\{}]/g, '\\$&');

const guarded = (source: string): string =>
  source.replace(/^([.#>+-]|::|~~~|=)/, '\\\\$1').replace(/^(\d+)([.)])/, '$1\\\\$2');

/** A literal as an option holds it. */
export const quoted = (text: string): string =>
  /^[\p{L}\p{N}_-]+$/u.test(text) ? text : `|${text.replaceAll(/[\\|]/g, '\\$&')}|`;
