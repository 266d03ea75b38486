/**
 * The notes of a table as they are printed under it: what is about the whole first, then what stands at a place of it, by one
 * row of numbers in the order a reader meets them. A chart of the same cells has the same numbers.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, isScale} from '#concepts/concept';
import type {Note, NotePlace} from '#concepts/note';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import type {DocumentWords} from '#language/document-words';
import {noteText} from '#language/note-text';
import {ALL, type Dimension} from '#tabulation/cube';
import {isCell, notesOf} from '#tabulation/notes';
import {addressOf} from './address.ts';
import {SYMBOLS} from './cell-view.ts';
import {number} from './functions/telling.ts';
import {insertMark, textOf, withInserts} from './inline-markdown.ts';
import type {Inline, TableNote} from './statement.ts';

export interface NoteWords {
  readonly words: Words;
  readonly document: DocumentWords;
  readonly locale: string;
}

export interface TableNotes {
  readonly printed: readonly TableNote[];
  /** ` [1]`, to be written behind what a note is about; empty where none is. */
  readonly atConcept: (concept: ConceptId) => string;
  readonly atCategory: (concept: ConceptId, code: Code) => string;
  readonly atCell: (codes: readonly Code[]) => string;
}

/** Where a reader meets a note: the head of the rows, a column's head, a row's, a cell. */
type Station = (place: NotePlace) => boolean;

export function tableNotes(cube: ProtectedCube, view: NoteWords): TableNotes {
  const notes = notesOf(cube);
  const numbers = new Map<string, number>();
  for (const station of stationsOf(cube))
    for (const note of notes)
      if (isNumbered(note) && note.on.some(station) && !numbers.has(note.id)) numbers.set(note.id, numbers.size + 1);

  const whole = notes.filter((note) => note.on.some(({kind}) => kind === 'table') || isOfHeads(cube, note));
  const placed = notes.filter(({id}) => numbers.has(id)).toSorted((a, b) => rank(numbers, a) - rank(numbers, b));
  const symbolled = notes.filter((note) => symbolOf(note) !== undefined);
  const marksAt = (station: Station) =>
    placed
      .filter(({on}) => on.some(station))
      .map((note) => ` ${numbered(numbers, note)}`)
      .join('');
  return {
    printed: [
      ...whole.map((note) => told(cube, note, '', view)),
      ...symbolled.map((note) => told(cube, note, symbolOf(note) ?? '', view)),
      ...placed.map((note) => told(cube, note, numbered(numbers, note), view)),
    ],
    atConcept: (concept) => marksAt(isConcept(concept)),
    atCategory: (concept, code) => marksAt(isCategory(concept, code)),
    atCell: (codes) => marksAt((place) => isCell(place, cube, codes)),
  };
}

const rank = (numbers: ReadonlyMap<string, number>, {id}: Note): number => numbers.get(id) ?? 0;
const numbered = (numbers: ReadonlyMap<string, number>, note: Note): string => `[${rank(numbers, note)}]`;

/** What stands at its place as a symbol needs no number. */
const symbolOf = ({says}: Note): string | undefined =>
  says.kind === 'series-break' ? SYMBOLS.break : says.kind === 'published' ? SYMBOLS.published : undefined;

const isNumbered = (note: Note): boolean => symbolOf(note) === undefined && note.on.every(({kind}) => kind !== 'table');

/** What the columns are is not said of a table by itself, so there is nowhere for a mark. */
const isOfHeads = ({dimensions}: ProtectedCube, {on}: Note): boolean =>
  dimensions.length > 1 && on.some(isConcept(dimensions.at(-1)?.concept ?? ''));

const isConcept =
  (concept: ConceptId): Station =>
  (place) =>
    place.kind === 'concept' && place.concept === concept;
const isCategory =
  (concept: ConceptId, code: Code): Station =>
  (place) =>
    place.kind === 'category' && place.concept === concept && place.code === code;

/** Every place of a table in reading order, as it is laid out: heads first, then row by row. */
function stationsOf(cube: ProtectedCube): readonly Station[] {
  const {dimensions} = cube;
  const across = dimensions.length > 1 ? dimensions.slice(-1) : [];
  const down = dimensions.slice(0, dimensions.length - across.length);
  const columns = across.flatMap(({concept, codes}) => codes.map((code) => isCategory(concept, code)));
  const rows = combined(down).flatMap((codes) => [
    ...codes.map((code, i) => isCategory(down[i]?.concept ?? '', code)),
    ...combined(across).map(
      (column): Station =>
        (place) =>
          isCell(place, cube, [...codes, ...column]),
    ),
  ]);
  return [...down.map(({concept}) => isConcept(concept)), ...columns, ...rows];
}

/** The rows, or the columns, that are shown: with their margins, which a series has none of. */
export const combined = (dimensions: readonly Dimension[]): readonly (readonly Code[])[] =>
  dimensions.reduce<readonly (readonly Code[])[]>(
    (before, dimension) => before.flatMap((codes) => codesShown(dimension).map((code) => [...codes, code])),
    [[]],
  );

/** Codes and the margin; a series has none, since years do not add up to persons. */
export const codesShown = ({concept, codes}: Dimension): readonly Code[] =>
  isScale(concept) ? codes : [...codes, ALL];

/** A figure in a note is bound to the cells it is about, as in a sentence. */
function told(cube: ProtectedCube, {id, on, says}: Note, mark: string, view: NoteWords): TableNote {
  const addresses = on.flatMap((place) =>
    place.kind === 'cell'
      ? [
          addressOf(
            cube.table.id,
            cube.dimensions.map(({concept}) => place.codes[concept] ?? ALL),
          ),
        ]
      : [],
  );
  const inserts: (readonly Inline[])[] = [];
  const title = view.words.table(cube.table.id);
  const figure = (value: number) => {
    const text = number(view, value);
    return insertMark(inserts.push([{kind: 'figure', addresses, text, title, value: String(value)}]) - 1);
  };
  const text = noteText(says, view.words, view.document, figure);
  return {id, mark, content: withInserts(textOf(text), inserts)};
}
