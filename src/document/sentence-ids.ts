/**
 * What a sentence is called: its section and its number in it, `total.2`; the heading is the first. The same in every language, as
 * far as the languages tell the same. A fingerprint says whether its source is still what it was.
 */
import {sha256} from '#kit/digest';
import {messagesIn, OPENING, sectionsOf} from './messages.ts';
import type {Message, Outline} from './outline.ts';

export function sentenceIds(outline: Outline): ReadonlyMap<Message, string> {
  const {title, subtitle, notes} = outline;
  const sections = [
    {id: OPENING, messages: subtitle === undefined ? [title] : [title, subtitle]},
    ...sectionsOf(outline).map(({id, blocks}) => ({id, messages: blocks.flatMap(messagesIn)})),
    ...notes.map(({id, messages}) => ({id: `note-${id}`, messages})),
  ];
  const counts = new Map<string, number>();
  return new Map(
    sections.flatMap(({id, messages}) =>
      messages.map((message) => {
        const number = (counts.get(id) ?? 0) + 1;
        counts.set(id, number);
        return [message, `${id}.${number}`] as const;
      }),
    ),
  );
}

/** Short enough to travel with every sentence of a document. */
export const fingerprint = (source: string): string => sha256(source.trim()).slice(0, 12);
