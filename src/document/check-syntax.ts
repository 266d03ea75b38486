/** Faults an outline has by itself, before any table is known: syntax, missing notes, ids used twice. */
import type {Model} from 'messageformat';
import type {Finding} from '#concepts/finding';
import {markupIn, readMessage} from './message-model.ts';
import {messagesOf} from './messages.ts';
import type {Outline} from './outline.ts';
import {type Place, textFinding} from './text-finding.ts';

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
      ? strange(read.value, {file, line: message.line})
      : [textFinding('message-not-readable', {file, line: read.refusal.line}, {why: read.refusal.why})];
  });

/** Markup of MessageFormat that nobody meant: `::table{#id}` inside a sentence. Only `{#quoted source=|…|}` is a word here. */
const strange = (model: Model.Message, place: Place): readonly Finding[] =>
  markupIn(model).flatMap(({name, kind, options}) => {
    if (name !== 'quoted') return [textFinding('block-not-known', place, {text: `{#${name}}`})];
    const unsourced = kind === 'open' && options?.source === undefined;
    return unsourced ? [textFinding('block-not-known', place, {text: '{#quoted source=|?|}'})] : [];
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
