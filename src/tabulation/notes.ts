/**
 * The notes of a table: those attached to it (written by the office, or found when it was counted), and those that its own
 * cells call for: a break, several answers, what was published before the register.
 */
import type {Code} from '#concepts/code-list';
import {DEFINITIONS, YEAR} from '#concepts/concept';
import type {DeclaredNote, Note, NotePlace} from '#concepts/note';
import type {Period} from '#concepts/period';
import {overlap} from '#kit/dated';
import {ALL, type Cube, codedCells, type Dimension} from './cube.ts';
import {AS_PUBLISHED} from './reading-day.ts';

/** In the order they are told: of the table, of what it is about, of what its cells are. */
export function notesOf(cube: Cube): readonly Note[] {
  const {table, dimensions, notes = []} = cube;
  return [
    ...table.notes.map((text, i): Note => ({id: `${table.id}-${i + 1}`, on: [TABLE], says: {kind: 'written', text}})),
    ...notes.flatMap((note) => stillTold(cube, note)),
    ...dimensions.flatMap(({changes = []}) => changeNotes(changes)),
    ...dimensions
      .filter(({multiple}) => multiple)
      .map(({concept}): Note => ({id: `multiple-${concept}`, on: [TABLE], says: {kind: 'multiple', concept}})),
    ...publishedNotes(cube),
  ];
}

/** Nothing is told of what is withheld: not whose figures of it agree, nor how many of it belong together. */
function stillTold(cube: Cube, note: Note): readonly Note[] {
  const hidden = codedCells(cube).filter(({cell}) => cell.kind === 'withheld');
  const {says} = note;
  if (says.kind === 'concentration') {
    const isHidden = (place: NotePlace) => hidden.some(({codes}) => isCell(place, cube, codes));
    return note.on.some(isHidden) ? [] : [note];
  }
  if (says.kind !== 'agreeing') return [note];
  const years = says.years.filter((year) => hidden.every(({codes}) => !codes.includes(String(year))));
  return years.length === 0 ? [] : [{...note, says: {...says, years}}];
}

/** One for each concept and year: a break, with what makes it one, or mere news of the list. */
export function changeNotes(changes: NonNullable<Dimension['changes']>): readonly Note[] {
  return [
    ...Map.groupBy(changes, ({code, concept, breaks}) => `${breaks ? 'break' : 'news'}-${code}-${concept}`),
  ].flatMap(([id, [first, ...others]]): readonly Note[] => {
    if (first === undefined) return [];
    const {code, concept, breaks} = first;
    const changed = [first, ...others].map(({change}) => change);
    const says = breaks
      ? ({kind: 'series-break', concept, before: code, changes: changed} as const)
      : ({kind: 'list-changed', concept, changes: changed} as const);
    return [{id, on: [{kind: 'category', concept: YEAR, code}], says}];
  });
}

const TABLE: NotePlace = {kind: 'table'};

function publishedNotes(cube: Cube): readonly Note[] {
  const earlier = codedCells(cube).flatMap(({codes, cell}) =>
    cell.kind === 'count' && cell.published !== undefined ? [{codes, title: cell.published.title}] : [],
  );
  if (earlier.length === 0) return [];
  const sources = [...new Set(earlier.map(({title}) => title))];
  const published: Note = {
    id: 'published',
    on: earlier.map(({codes}) => placeOf(cube, codes)),
    says: {kind: 'published', sources},
  };
  return [published, ...mixedNote(cube)];
}

/** A series that goes on from published totals to years the register counts. */
function mixedNote(cube: Cube): readonly Note[] {
  const at = cube.dimensions.findIndex(({concept}) => concept === YEAR);
  const years = (wanted: boolean) => [
    ...new Set(
      codedCells(cube).flatMap(({codes, cell}) =>
        cell.kind === 'count' && (cell.published !== undefined) === wanted ? [Number(codes[at] ?? ALL)] : [],
      ),
    ),
  ];
  const [published, counted] = [years(true), years(false)];
  // What a year was and is, side by side, is no series.
  if (at < 0 || counted.length === 0 || cube.table.revisions?.show === 'reasons') return [];
  return [{id: 'mixed', on: [TABLE], says: {kind: 'mixed', published, counted}}];
}

/** Whether a series breaks before a cell: under one year's definitions it never does. */
export const isAtBreak = ({dimensions}: Pick<Cube, 'dimensions'>, codes: readonly Code[]): boolean =>
  dimensions.every(({concept}, i) => concept !== DEFINITIONS || codes[i] === AS_PUBLISHED) &&
  dimensions.some(({breaks = []}, i) => breaks.some(({code}) => code === codes[i]));

/** A cell as a place: its codes by concept, margins left out. */
export const placeOf = ({dimensions}: Pick<Cube, 'dimensions'>, codes: readonly Code[]): NotePlace => ({
  kind: 'cell',
  codes: Object.fromEntries(
    dimensions.flatMap(({concept}, i) => {
      const code = codes[i] ?? ALL;
      return code === ALL ? [] : [[concept, code]];
    }),
  ),
});

/** Whether a place is a cell of these codes. */
export const isCell = (place: NotePlace, {dimensions}: Pick<Cube, 'dimensions'>, codes: readonly Code[]): boolean =>
  place.kind === 'cell' && dimensions.every(({concept}, i) => (place.codes[concept] ?? ALL) === (codes[i] ?? ALL));

/** What of the office's notes is about a table in a period. */
export function declaredFor({table, period}: Cube, declared: readonly DeclaredNote[]): readonly Note[] {
  return notesIn(declared, period).flatMap(({id, on, text, source}) => {
    if (on.kind === 'statement' || (on.table !== undefined && on.table !== table.id)) return [];
    const {table: _, ...place} = on;
    const about = place.kind === 'table' || place.kind === 'cell' || table.dimensions.includes(place.concept);
    return about ? [{id, on: [place], says: {kind: 'written', text}, source}] : [];
  });
}

/** Of notes of one id, those in force in a period; of two versions it touches, both. */
const notesIn = (declared: readonly DeclaredNote[], period: Period): readonly DeclaredNote[] =>
  declared.filter((note) => overlap(note, period));

/** What the office notes of the statement as a whole. */
export const notesOnAll = (declared: readonly DeclaredNote[], period: Period): readonly DeclaredNote[] =>
  notesIn(declared, period).filter(({on}) => on.kind === 'statement');
