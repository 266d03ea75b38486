/** Running text for a word processor. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type {Inline, Origin} from '../statement.ts';
import {type Bound, control, tagOf} from './docx-control.ts';
import {plainText} from './plain-text.ts';

interface Emphasis {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Which notes have their place: Word sets a note once, a later mention repeats its number. */
export interface NotePlaces {
  readonly numbers: ReadonlyMap<string, number>;
  readonly placed: Set<string>;
  /** Remarks on a sentence, by number. */
  readonly remarks: ReadonlyMap<string, readonly {readonly number: number}[]>;
}

/** Running text, with the remarks on its sentences. */
export function runs(content: readonly Inline[], notes: NotePlaces): readonly ParagraphChild[] {
  const sentences = bySentence(content);
  return sentences.flatMap((own) => {
    const numbers = (notes.remarks.get(own[0]?.sentence ?? '') ?? []).map(({number}) => number);
    return [
      ...numbers.map((number) => new CommentRangeStart(number)),
      ...styled(own, notes),
      ...numbers.flatMap((number) => [
        new CommentRangeEnd(number),
        new TextRun({children: [new CommentReference(number)]}),
      ]),
    ];
  });
}

function bySentence(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const sentences: Inline[][] = [];
  for (const inline of content) {
    const last = sentences.at(-1);
    if (last?.[0]?.sentence === inline.sentence && last !== undefined) last.push(inline);
    else sentences.push([inline]);
  }
  return sentences;
}

const styled = (content: readonly Inline[], notes: NotePlaces, how: Emphasis = {}): readonly ParagraphChild[] =>
  gathered(content).flatMap((piece) => {
    const bound = boundTo(piece);
    if (bound === undefined) return piece.flatMap((inline) => runOf(inline, notes, how));
    return [control(bound, [new TextRun({text: plainText(piece), ...how})])];
  });

/** What one placeholder printed is one control; words that the text gave to a figure can be worked on. */
function gathered(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const pieces: Inline[][] = [];
  for (const inline of content) {
    const last = pieces.at(-1);
    if (last !== undefined && isOfOne(last.at(-1), inline)) last.push(inline);
    else pieces.push([inline]);
  }
  return pieces;
}

const isLocked = (inline: Inline | undefined): inline is Inline & {readonly from: Origin} =>
  inline?.from !== undefined && inline.from.words !== true;

const isOfOne = (one: Inline | undefined, other: Inline): boolean =>
  isLocked(one) &&
  isLocked(other) &&
  one.from.sentence === other.from.sentence &&
  one.from.placeholder === other.from.placeholder;

function boundTo(piece: readonly Inline[]): Bound | undefined {
  const [first] = piece;
  if (!isLocked(first) || first.kind === 'fault') return undefined;
  const figures = piece.filter((inline) => inline.kind === 'figure');
  const {sentence, placeholder, name} = first.from;
  const [only] = figures;
  const address = piece.length === 1 && only !== undefined ? only.addresses.join('+') : name;
  return {tag: tagOf(sentence, placeholder, address), title: only?.title ?? name};
}

function runOf(inline: Inline, notes: NotePlaces, how: Emphasis): readonly ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
    case 'figure':
      return [new TextRun({text: inline.text, ...how})];
    case 'emphasis':
      return styled(inline.content, notes, {...how, italics: true});
    case 'strong':
      return styled(inline.content, notes, {...how, bold: true});
    case 'link':
      return [new ExternalHyperlink({link: inline.href, children: styled(inline.content, notes, how)})];
    case 'note':
      return noteOf(inline.id, notes);
    case 'fault':
      return [new TextRun({text: `${inline.text} (${inline.message})`, bold: true, highlight: 'yellow'})];
  }
}

function noteOf(id: string, {numbers, placed}: NotePlaces): readonly ParagraphChild[] {
  const number = numbers.get(id);
  if (number === undefined) return [];
  if (placed.has(id)) return [new TextRun({text: String(number), superScript: true})];
  placed.add(id);
  return [new FootnoteReferenceRun(number)];
}
