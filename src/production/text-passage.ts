/** A passage of the office's text file, a sentence or a section, as it is edited by hand: its source, and the whole text with another. */
import type {LanguageTag} from '#concepts/labels';
import {OPENING, sectionsOf} from '#document/messages';
import type {Outline} from '#document/outline';
import {edited, linesFor, regionOf} from '#document/passages/source-lines';
import {sentenceIds} from '#document/sentence-ids';
import {outlineOf} from './open-text.ts';

export interface Passage {
  readonly id: string;
  readonly whole: 'sentence' | 'section';
  /** The section that it is or is in. */
  readonly section: string;
  readonly source: string;
  /** The whole text with this in its place. */
  with(source: string): string;
}

/** `total.2` is a sentence, `total` a section; what stands in the file's head is edited with the opening section. */
export function passageIn(text: string, language: LanguageTag, id: string): Passage | undefined {
  const outline = outlineOf(text, language);
  const lines = text.split('\n');
  // What stands in the head of the file is no line of its text.
  return sentenceIn(outline, lines, id) ?? sectionIn(outline, lines, id) ?? openingOf(outline, lines, id);
}

const openingOf = (outline: Outline, lines: readonly string[], id: string): Passage | undefined =>
  /^opening\.[12]$/.test(id) ? sectionIn(outline, lines, OPENING) : undefined;

function sentenceIn(outline: Outline, lines: readonly string[], id: string): Passage | undefined {
  const [message] = [...sentenceIds(outline)].find(([, one]) => one === id) ?? [];
  const region = message === undefined ? undefined : regionOf(lines, message);
  if (message === undefined || region === undefined) return undefined;
  return {
    ...{id, whole: 'sentence', section: id.replace(/\.\d+$/, ''), source: message.source},
    with: (source) =>
      edited(lines, [{from: region.from, to: region.to, lines: linesFor(region, source.trim())}]).join('\n'),
  };
}

function sectionIn(outline: Outline, lines: readonly string[], id: string): Passage | undefined {
  const sections = sectionsOf(outline);
  const at = sections.findIndex((one) => one.id === id);
  const [section, next] = [sections[at], sections[at + 1]];
  if (section === undefined) return undefined;
  const from = id === OPENING ? 0 : section.line - 1;
  const firstNote = Math.min(...outline.notes.map(({line}) => line).filter((line) => line > from + 1));
  const to = next === undefined ? Math.min(lines.length, firstNote - 1) : next.line - 1;
  const own = lines.slice(from, to);
  return {
    ...{id, whole: 'section', section: id, source: own.join('\n').trim()},
    with: (source) => [...lines.slice(0, from), ...source.trim().split('\n'), '', ...lines.slice(to)].join('\n'),
  };
}
