/**
 * Notes held against what they are about, and against each other. A note's text is bound to no cell, so it names no figure and
 * claims nothing of one: what a figure says belongs in the statement's text, where it changes with the data.
 */
import {type ConceptId, YEAR} from '#concepts/concept';
import type {Finding} from '#concepts/finding';
import {LANGUAGES, type Labels} from '#concepts/labels';
import type {DeclaredNote} from '#concepts/note';
import {findTyped} from '#document/typed-figures';
import {canonicalJson} from '#kit/canonical-json';
import {overlap} from '#kit/dated';
import {nearest} from '#kit/nearest';
import type {TableDefinition} from '#tabulation/table';
import {codesAtLevel} from './at-level.ts';
import type {Definitions} from './definitions.ts';
import {fault, type Located, type Place} from './fault.ts';

export function checkNotes(definitions: Definitions): readonly Finding[] {
  const {notes, tables} = definitions;
  return [
    ...notes.flatMap((note) => placeFaults(note, definitions)),
    ...notes.flatMap((note, i) => twice(note, notes.slice(0, i))),
    ...notes.flatMap(({value, at}) => figures(value.text, definitions, (language) => at([language]))),
    ...tables.flatMap(({value, at}) =>
      value.notes.flatMap((text, i) => figures(text, definitions, (language) => at(['notes', i, language]))),
    ),
  ];
}

function placeFaults({value: {on}, at}: Located<DeclaredNote>, definitions: Definitions): readonly Finding[] {
  if (on.kind === 'statement') return [];
  const table = definitions.tables.find(({value}) => value.id === on.table)?.value;
  if (on.table !== undefined && table === undefined)
    return [unknown('no-such-table-noted', at(['on', 'table']), on.table, ids(definitions.tables))];
  switch (on.kind) {
    case 'table':
      return [];
    case 'concept':
      return conceptFaults(on.concept, table, definitions, at(['on', 'concept']));
    case 'category':
      return categoryFaults(on.concept, on.code, table, definitions, at(['on', 'concept']), at(['on', 'code']));
    case 'cell':
      return Object.entries(on.codes).flatMap(([concept, code]) => {
        const place = at(['on', 'cell', concept]);
        return categoryFaults(concept, code, table, definitions, place, place);
      });
  }
}

function conceptFaults(
  concept: ConceptId,
  table: TableDefinition | undefined,
  {concepts}: Definitions,
  place: Place,
): readonly Finding[] {
  const known = [YEAR, ...ids(concepts)];
  if (!known.includes(concept)) return [unknown('no-such-concept', place, concept, known)];
  if (table === undefined || table.dimensions.includes(concept)) return [];
  return [fault('note-beside-table', place, {name: concept, table: table.id, known: [...table.dimensions]})];
}

function categoryFaults(
  concept: ConceptId,
  code: string,
  table: TableDefinition | undefined,
  definitions: Definitions,
  conceptAt: Place,
  codeAt: Place,
): readonly Finding[] {
  const faults = conceptFaults(concept, table, definitions, conceptAt);
  if (faults.length > 0 || concept === YEAR) return faults;
  const found = definitions.concepts.find(({value}) => value.id === concept)?.value;
  const list = definitions.codeLists.get(found?.list ?? '');
  if (found === undefined || list === undefined) return [];
  const codes = [...codesAtLevel(found, list)];
  if (codes.includes(code)) return [];
  return [fault('unknown-code', codeAt, {code, list: `codelists/${list.id}.csv`, nearest: nearest(code, codes) ?? ''})];
}

/** A note of two versions has them one after the other; the same words at the same place are one note. */
function twice({value, place}: Located<DeclaredNote>, earlier: readonly Located<DeclaredNote>[]): readonly Finding[] {
  const alike = (one: DeclaredNote) =>
    one.id === value.id || canonicalJson([one.on, one.text]) === canonicalJson([value.on, value.text]);
  return earlier
    .filter((one) => alike(one.value) && overlap(one.value, value))
    .map((one) => fault('overlapping-validity', place, {code: value.id, 'other-line': one.place.line}));
}

function figures(
  text: Labels,
  {texts, settings}: Definitions,
  placeOf: (language: string) => Place,
): readonly Finding[] {
  return LANGUAGES.filter((language) => settings?.languages.includes(language)).flatMap((language) => {
    const guarded = texts.guardedWords.find((one) => one.language === language);
    const typed = guarded === undefined ? [] : findTyped(text[language], guarded, new Set());
    return typed.map((one) => fault('figure-in-note', placeOf(language), {text: one.text, words: guarded?.file ?? ''}));
  });
}

const ids = (all: readonly {readonly value: {readonly id: string}}[]): readonly string[] =>
  all.map(({value}) => value.id);

const unknown = (
  rule: 'no-such-table-noted' | 'no-such-concept',
  place: Place,
  name: string,
  known: readonly string[],
): Finding => fault(rule, place, {name, known, nearest: nearest(name, known) ?? ''});
