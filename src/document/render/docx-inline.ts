/** Running text for a word processor. */
import {ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun} from 'docx';
import type {Inline} from '../statement.ts';

interface Emphasis {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Which notes have their place: Word sets a note once, a later mention repeats its number. */
export interface NotePlaces {
  readonly numbers: ReadonlyMap<string, number>;
  readonly placed: Set<string>;
}

export const runs = (content: readonly Inline[], notes: NotePlaces, how: Emphasis = {}): readonly ParagraphChild[] =>
  content.flatMap((inline) => runOf(inline, notes, how));

function runOf(inline: Inline, notes: NotePlaces, how: Emphasis): readonly ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
    case 'figure':
      return [new TextRun({text: inline.text, ...how})];
    case 'emphasis':
      return runs(inline.content, notes, {...how, italics: true});
    case 'strong':
      return runs(inline.content, notes, {...how, bold: true});
    case 'link':
      return [new ExternalHyperlink({link: inline.href, children: runs(inline.content, notes, how)})];
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
