/** Faults an outline has by itself, before any table is known: syntax, missing notes, ids used twice. */
import type {Finding} from '#concepts/finding';
import {readMessage} from './message-model.ts';
import {messagesOf} from './messages.ts';
import type {Outline} from './outline.ts';
import {textFinding} from './text-finding.ts';

/** `[^skunk]`: a mention of a note. */
export const NOTE = /\[\^([A-Za-z0-9-]+)\]/g;

export function checkSyntax(outline: Outline): readonly Finding[] {
  return [...unreadable(outline), ...missingNotes(outline), ...repeated(outline)];
}

const unreadable = (outline: Outline): readonly Finding[] =>
  messagesOf(outline).flatMap((message) => {
    const read = readMessage(message);
    const {file} = outline;
    return read.ok
      ? []
      : [textFinding('message-not-readable', {file, line: read.refusal.line}, {why: read.refusal.why})];
  });

function missingNotes(outline: Outline): readonly Finding[] {
  const known = new Set(outline.notes.map(({id}) => id));
  return messagesOf(outline).flatMap(({source, line}) =>
    [...source.matchAll(NOTE)].flatMap(([, note = '']) =>
      known.has(note.toLowerCase()) ? [] : [textFinding('note-not-defined', {file: outline.file, line}, {note})],
    ),
  );
}

function repeated({file, blocks, notes}: Outline): readonly Finding[] {
  const named = [
    ...blocks.flatMap((block) =>
      block.kind === 'paragraph' || block.kind === 'list' ? [] : [{id: `${block.kind} ${block.id}`, line: block.line}],
    ),
    ...notes.map(({id, line}) => ({id: `note ${id}`, line})),
  ];
  return named
    .filter(({id}, i) => named.findIndex((other) => other.id === id) < i)
    .map(({id, line}) => textFinding('id-repeated', {file, line}, {id}));
}
