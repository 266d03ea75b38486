/** The notes of a table as they are exchanged: the same as under the printed one, in every language, each with its places. */
import type {Code} from '#concepts/code-list';
import type {Note, NotePlace} from '#concepts/note';
import type {Words} from '#concepts/words';
import type {ProtectedCube} from '#disclosure/protect';
import {languages} from '#language/language';
import {noteText} from '#language/note-text';
import {isCell, notesOf} from '#tabulation/notes';
import type {Edition} from './exporter.ts';

export interface SaidNote extends Pick<Note, 'id' | 'on' | 'source'> {
  /** By language. */
  readonly text: Readonly<Record<string, string>>;
}

export const saidNotes = (cube: ProtectedCube, {words}: Edition): readonly SaidNote[] =>
  notesOf(cube).map(({id, on, says, source}) => ({
    id,
    on,
    source,
    text: Object.fromEntries(words.map((one) => [one.language, textIn(says, one)])),
  }));

const textIn = (says: Note['says'], words: Words): string =>
  noteText(says, words, languages[words.language].document, (value) => value.toLocaleString(words.language));

/** Those of the table as a whole. */
export const onTable = (notes: readonly SaidNote[]): readonly SaidNote[] => notes.filter(standsOn(isTable));

/** Those that a cell is under: its own, and those of what it is about. */
export const onCell = (notes: readonly SaidNote[], cube: ProtectedCube, codes: readonly Code[]): readonly SaidNote[] =>
  notes.filter(
    standsOn((place) => {
      if (place.kind === 'cell') return isCell(place, cube, codes);
      if (place.kind !== 'category') return place.kind === 'concept';
      return codes[cube.dimensions.findIndex(({concept}) => concept === place.concept)] === place.code;
    }),
  );

export const standsOn =
  (is: (place: NotePlace) => boolean) =>
  ({on}: SaidNote): boolean =>
    on.some(is);

const isTable = ({kind}: NotePlace): boolean => kind === 'table';
