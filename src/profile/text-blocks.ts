/** An outline as what can be compared between languages: its sections, and of each block the sentences and the cells. */
import type {Message, Outline, OutlineBlock} from '#document/outline';

export interface Section {
  readonly line: number;
  readonly blocks: readonly BlockText[];
}

export interface BlockText {
  readonly kind: OutlineBlock['kind'] | 'note';
  readonly line: number;
  readonly id: string;
  readonly sentences: number;
  readonly addresses: readonly string[];
}

/** By heading; what stands before the first heading is under the empty id, the notes under `#notes`. */
export function sectionsOf(outline: Outline): ReadonlyMap<string, Section> {
  const sections = new Map<string, {line: number; blocks: BlockText[]}>([['', {line: 1, blocks: []}]]);
  let at = '';
  for (const block of outline.blocks) {
    if (block.kind === 'heading') at = block.id;
    const section = sections.get(at) ?? {line: block.line, blocks: []};
    section.blocks.push(textOf(block, outline));
    sections.set(at, section);
  }
  const notes = outline.notes.map(({id, line, messages}) => measured('note', line, id, messages, outline));
  return notes.length === 0 ? sections : sections.set('#notes', {line: notes[0]?.line ?? 1, blocks: notes});
}

export const addressesIn = (outline: Outline): readonly {readonly line: number; readonly address: string}[] =>
  [...outline.blocks.flatMap(messagesOf), ...outline.notes.flatMap(({messages}) => messages)].flatMap((message) =>
    variablesOf(message.source).map((address) => ({line: message.line, address})),
  );

function textOf(block: OutlineBlock, outline: Outline): BlockText {
  const id = block.kind === 'paragraph' || block.kind === 'list' ? '' : block.id;
  return measured(block.kind, block.line, id, messagesOf(block), outline);
}

function measured(
  kind: BlockText['kind'],
  line: number,
  id: string,
  messages: readonly Message[],
  {language}: Outline,
): BlockText {
  return {
    kind,
    line,
    id,
    sentences: messages.reduce((sum, {source}) => sum + sentencesIn(source, language), 0),
    addresses: [...new Set(messages.flatMap(({source}) => variablesOf(source)))].filter((name) => name.includes('.')),
  };
}

function messagesOf(block: OutlineBlock): readonly Message[] {
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

const variablesOf = (source: string): readonly string[] =>
  [...source.matchAll(/\$([a-zA-Z][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)*)/g)].flatMap(([, name]) => name ?? []);

/** A message with variants is one sentence said in several ways; their number is each language's own. */
function sentencesIn(source: string, language: string): number {
  if (/^\s*\.(match|input|local)\b/m.test(source)) return 1;
  const plain = source.replaceAll(/\{[^}]*\}/g, 'x');
  return [...new Intl.Segmenter(language, {granularity: 'sentence'}).segment(plain)].length;
}
