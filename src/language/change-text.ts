/** What a changed code list says in one language: written from its dated rows, in the words of the list. */
import type {CodeChange} from '#concepts/code-change';
import type {Code} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Words} from '#concepts/words';
import {firstOf, lastOf, type PlainDate, yearOf} from '#kit/plain-date';
import type {DocumentWords} from './document-words.ts';

/** `day` writes a day that is neither the first nor the last of its year. */
export function changeText(
  change: CodeChange,
  concept: ConceptId,
  words: Words,
  {changing}: DocumentWords,
  day: (on: PlainDate) => string,
): string {
  const until = change.before === lastOf(yearOf(change.before)) ? String(yearOf(change.before)) : day(change.before);
  const since = change.on === firstOf(yearOf(change.on)) ? String(yearOf(change.on)) : day(change.on);
  const named = ahead(words.code(concept, change.code));
  const parent = (code: Code | undefined) => (code === undefined ? undefined : inside(words.code(concept, code)));
  switch (change.kind) {
    case 'moved':
      return changing.moved(named, parent(change.from), parent(change.to), until, since);
    case 'renamed':
      return changing.renamed(ahead(change.from[words.language]), inside(change.to[words.language]), since);
    case 'begun':
      return changing.begun(named, since);
    case 'ended':
      return changing.ended(named, until);
  }
}

/** Each said once, its days as they are written in code lists. */
export const changeTexts = (
  changes: readonly CodeChange[],
  concept: ConceptId,
  words: Words,
  document: DocumentWords,
): readonly string[] => [...new Set(changes.map((change) => changeText(change, concept, words, document, String)))];

/** A label at the head of a sentence. */
const ahead = (label: string): string => label.slice(0, 1).toUpperCase() + label.slice(1);

/** A label inside a sentence; an abbreviation keeps its capitals. */
export const inside = (label: string): string =>
  /^\p{Lu}{2}/u.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);
