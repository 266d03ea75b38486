/** Every message of an outline in reading order, with the section it stands in. */
import type {Message, Outline, OutlineBlock} from './outline.ts';

/** What stands before the first heading. */
export const OPENING = 'opening';

export interface PlacedMessage extends Message {
  readonly section: string;
}

export function messagesOf(outline: Outline): readonly PlacedMessage[] {
  const title = outline.subtitle === undefined ? [outline.title] : [outline.title, outline.subtitle];
  return [
    ...title.map((message) => ({...message, section: OPENING})),
    ...sectionsOf(outline).flatMap(({id, blocks}) =>
      blocks.flatMap(messagesIn).map((message) => ({...message, section: id})),
    ),
    ...outline.notes.flatMap(({messages}) => messages.map((message) => ({...message, section: 'notes'}))),
  ];
}

export interface Section {
  readonly id: string;
  readonly line: number;
  readonly blocks: readonly OutlineBlock[];
}

/** The blocks under each heading, its own first. */
export function sectionsOf({blocks}: Outline): readonly Section[] {
  const starts = blocks.flatMap((block, i) =>
    block.kind === 'heading' ? [{id: block.id, line: block.line, from: i}] : [],
  );
  const first = starts[0]?.from ?? blocks.length;
  const opening = {id: OPENING, line: blocks[0]?.line ?? 1, blocks: blocks.slice(0, first)};
  return [
    opening,
    ...starts.map(({id, line, from}, i) => ({id, line, blocks: blocks.slice(from, starts[i + 1]?.from)})),
  ];
}

export function messagesIn(block: OutlineBlock): readonly Message[] {
  switch (block.kind) {
    case 'heading':
      return [block.message];
    case 'paragraph':
      return block.messages;
    case 'list':
      return block.items.flat();
    default:
      return [];
  }
}
