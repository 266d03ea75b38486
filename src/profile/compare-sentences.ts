/** Two languages sentence by sentence: as many in each section. Translators part sentences at will; a statement's do not. */
import type {Finding} from '#concepts/finding';
import {messagesIn, sectionsOf} from '#document/messages';
import type {Outline} from '#document/outline';
import {fault} from './fault.ts';

export function compareSentences(a: Outline, b: Outline): readonly Finding[] {
  const [here, there] = [countsOf(a), countsOf(b)];
  return here.flatMap(({id, line, sentences}) => {
    const other = there.find((section) => section.id === id);
    if (other === undefined || other.sentences === sentences) return [];
    // On the side that says more: there is the sentence to translate or take away.
    const [more, less] = sentences > other.sentences ? [a, b] : [b, a];
    const place = {file: more.file, line: more === a ? line : other.line};
    return [fault('text-in-one-language', place, {section: id, other: less.language})];
  });
}

const countsOf = (outline: Outline) =>
  sectionsOf(outline).map(({id, line, blocks}) => ({
    id,
    line,
    sentences: blocks.flatMap(messagesIn).reduce((sum, {source}) => sum + sentencesIn(source, outline.language), 0),
  }));

/** A message with variants is one sentence said in several ways; their number is each language's own. */
function sentencesIn(source: string, language: string): number {
  if (/^\s*\.(match|input|local)\b/m.test(source)) return 1;
  // One line: to a segmenter every line break ends a sentence.
  const plain = source
    .replaceAll(/\[\^[^\]]*\]/g, '')
    .replaceAll(/\{[^}]*\}/g, 'x')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...new Intl.Segmenter(language, {granularity: 'sentence'}).segment(plain)].length;
}
