/**
 * The statement's running text as it was sent out, every word with the place in the office's text it came from: what came back is
 * laid beside it.
 */
import {noun as nounIn} from '../functions/options.ts';
import {LOCALES} from '../intl.ts';
import type {Message, Outline} from '../outline.ts';
import {sentenceIds} from '../sentence-ids.ts';
import type {Inline, Statement} from '../statement.ts';
import {type Form, formsOf, type Style} from './pattern.ts';
import {cut, settled} from './tokens.ts';

export type Source =
  | {readonly kind: 'text'}
  /** One of the words of a figure or label that is bound. */
  | {readonly kind: 'atom'; readonly placeholder: number}
  /** One of the words that the text gave to a figure, before it or after it. */
  | {readonly kind: 'words'; readonly placeholder: number; readonly side: 'before' | 'after'}
  | {readonly kind: 'note'; readonly note: string}
  | {readonly kind: 'quotation'; readonly source: string};

export interface BaseToken extends Style {
  readonly text: string;
  readonly from: Source;
}

/** A figure or label as it was printed. */
export interface Atom {
  readonly placeholder: number;
  readonly text: string;
  readonly addresses: readonly string[];
  /** The option whose words stand beside it, by side. */
  readonly words: Readonly<Record<'before' | 'after', string>>;
  /** The plural form in force: `one`, `other`. */
  readonly noun: string | undefined;
}

export interface Passage {
  readonly sentence: string;
  readonly message: Message;
  readonly form: Form;
  /** Which of so many forms. */
  readonly number: number;
  readonly forms: number;
  readonly tokens: readonly BaseToken[];
  readonly atoms: readonly Atom[];
  readonly text: string;
}

export interface BaseParagraph {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note';
  readonly section: string;
  readonly passages: readonly Passage[];
  readonly text: string;
}

/** The running text in order, notes last. What the program writes itself, and commentaries, are not of it. */
export function baseOf(statement: Statement, outline: Outline): readonly BaseParagraph[] {
  const messages = new Map([...sentenceIds(outline)].map(([message, id]) => [id, message]));
  const paragraph = (kind: BaseParagraph['kind'], section: string, content: readonly Inline[]) =>
    paragraphOf(statement, messages, kind, section, content);
  let section = '';
  const body = statement.blocks.flatMap((block): readonly BaseParagraph[] => {
    if (block.kind === 'heading') {
      section = block.id;
      return paragraph('heading', section, block.content);
    }
    if (block.kind === 'paragraph') return paragraph('paragraph', section, block.content);
    return block.kind === 'list' ? block.items.flatMap((item) => paragraph('item', section, item)) : [];
  });
  return [...body, ...statement.notes.flatMap(({id, content}) => paragraph('note', `note-${id}`, content))];
}

function paragraphOf(
  statement: Statement,
  messages: ReadonlyMap<string, Message>,
  kind: BaseParagraph['kind'],
  section: string,
  content: readonly Inline[],
): readonly BaseParagraph[] {
  const ids = [...new Set(content.flatMap(({sentence}) => sentence ?? []))];
  const passages = ids.flatMap((sentence) => {
    const message = messages.get(sentence);
    const told = statement.told?.find((one) => one.sentence === sentence);
    const form = message === undefined ? undefined : formsOf(message.source)[told?.form ?? 0];
    if (message === undefined || told === undefined || form === undefined) return [];
    const printed = content.filter((inline) => inline.sentence === sentence);
    return [passageOf(statement, sentence, message, form, told.form, told.forms, printed)];
  });
  return passages.length === 0 || passages.length < ids.length
    ? []
    : [{kind, section, passages, text: passages.map(({text}) => text).join(' ')}];
}

function passageOf(
  statement: Statement,
  sentence: string,
  message: Message,
  form: Form,
  number: number,
  forms: number,
  printed: readonly Inline[],
): Passage {
  const inside = printed.flatMap(leaves);
  const atoms = form.placeholders.map((_, placeholder) => atomOf(statement, form, placeholder, inside));
  const tokens = form.parts.flatMap((part): readonly BaseToken[] => {
    const {bold, italic, href} = part;
    const style = {bold, italic, href};
    const words = (text: string, from: Source) => cut(text).map((one) => ({...style, text: one, from}));
    if (part.kind === 'text') return words(part.text, {kind: 'text'});
    if (part.kind === 'note') return [{...style, text: '', from: {kind: 'note', note: part.note}}];
    if (part.kind === 'quotation') return words(part.text, {kind: 'quotation', source: part.source});
    const {placeholder} = part;
    const atom = atoms[placeholder];
    if (atom === undefined) return [];
    return [
      ...words(atom.words.before, {kind: 'words', placeholder, side: 'before'}),
      ...words(atom.text, {kind: 'atom', placeholder}),
      ...words(atom.words.after, {kind: 'words', placeholder, side: 'after'}),
    ];
  });
  return {sentence, message, form, number, forms, tokens, atoms, text: settled(tokens.map(({text}) => text).join(''))};
}

const leaves = (inline: Inline): readonly Inline[] => ('content' in inline ? inline.content.flatMap(leaves) : [inline]);

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');

/** Words that the text gave stand before the figure or after it; without a figure they stand before. */
function atomOf({language}: Statement, form: Form, placeholder: number, inside: readonly Inline[]): Atom {
  const own = inside.filter(({from}) => from?.placeholder === placeholder);
  const isWords = ({from}: Inline) => from?.words === true;
  const first = own.findIndex((inline) => !isWords(inline));
  const last = own.findLastIndex((inline) => !isWords(inline));
  const locked = first < 0 ? [] : own.slice(first, last + 1);
  const figure = locked.find((inline) => inline.kind === 'figure');
  const options = Object.fromEntries(
    (form.placeholders[placeholder]?.options ?? []).map(({name, value}) => [name, value]),
  );
  const value = figure?.kind === 'figure' ? Number(figure.value) : Number.NaN;
  const printedNoun = Number.isNaN(value) ? '' : nounIn(options, LOCALES[language], value);
  return {
    placeholder,
    text: textOf(locked),
    addresses: locked.flatMap((inline) => (inline.kind === 'figure' ? inline.addresses : [])),
    words: {
      before: textOf(first < 0 ? own : own.slice(0, first)),
      after: textOf(first < 0 ? [] : own.slice(last + 1)),
    },
    noun: printedNoun === '' ? undefined : printedNoun,
  };
}
