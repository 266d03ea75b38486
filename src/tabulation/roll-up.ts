/**
 * Codes that are too few apart are one row, by a plan that is fixed for years, so that a series does not break each time somebody
 * comes from somewhere else. The first thing that is done for a public edition: what is not divided needs no guard.
 */
import {type Code, UNKNOWN} from '#concepts/code-list';
import type {ConceptId} from '#concepts/concept';
import type {Note, NotePlace} from '#concepts/note';
import {count, type Observation} from '#concepts/observation';
import {isRolledUp, type RollUp, rollUpOf} from '#concepts/roll-up';
import {breaksOf} from './breaks.ts';
import {ALL, type Cube, combinations, type Dimension, findCell} from './cube.ts';

/** Nobody has two codes of a dimension that is added up here: the profile check has seen to it. */
export function rolledUp(cube: Cube, plan: readonly RollUp[]): Cube {
  return cube.dimensions.reduce((one, {concept}, at) => {
    const rollUp = rollUpOf(plan, cube.table.id, concept);
    return rollUp === undefined ? one : along(one, at, rollUp);
  }, cube);
}

function along(cube: Cube, at: number, rollUp: RollUp): Cube {
  const dimension = cube.dimensions[at];
  const merged = dimension?.codes.filter((code) => isRolledUp(rollUp, code)) ?? [];
  if (dimension === undefined || merged.length === 0) return cube;
  const first = rollUp.codes === undefined ? restPlace(dimension.codes) : dimension.codes.indexOf(merged[0] ?? '');
  const codes = dimension.codes.flatMap((code, i) => [
    ...(i === first ? [rollUp.into] : []),
    ...(merged.includes(code) ? [] : [code]),
  ]);
  if (first >= dimension.codes.length) codes.push(rollUp.into);
  const dimensions = cube.dimensions
    .with(at, {...dimension, codes, rolledUp: rollUp})
    .map((one) => withoutChangesInside(one, rollUp));
  const cells = combinations(dimensions.map((one) => [...one.codes, ALL])).map((where): Observation => {
    const of = where[at] === rollUp.into ? merged : [where[at] ?? ALL];
    return sumOf(of.map((code) => findCell(cube, where.with(at, code)) ?? count(0)));
  });
  return {
    ...cube,
    dimensions,
    cells,
    notes: (cube.notes ?? []).flatMap((note) => still(note, dimension.concept, merged)),
  };
}

/** What moves between codes that are told together moves nothing a reader sees: there the series has no break. */
function withoutChangesInside(dimension: Dimension, rollUp: RollUp): Dimension {
  const {breaks: _, changes = [], ...others} = dimension;
  if (changes.length === 0) return dimension;
  const isInside = (code: Code | undefined) => code !== undefined && isRolledUp(rollUp, code);
  const left = changes.filter(({concept, change, breaks, rows}) => {
    if (concept !== rollUp.concept) return true;
    return breaks ? rows.some((row) => !row.every(isInside)) : !isInside(change.code);
  });
  const breaks = breaksOf(left);
  return {...others, ...(breaks.length === 0 ? {} : {breaks}), ...(left.length === 0 ? {} : {changes: left})};
}

/** What is left over stands after what is not, and before what is unknown. */
function restPlace(codes: readonly Code[]): number {
  const unknown = codes.indexOf(UNKNOWN);
  return unknown < 0 ? codes.length : unknown;
}

function sumOf(cells: readonly Observation[]): Observation {
  const [only = count(0)] = cells;
  if (cells.length === 1) return only;
  const counts = cells.flatMap((cell) => (cell.kind === 'count' ? [cell.value] : []));
  const missing = cells.find(({kind}) => kind === 'not-collected');
  if (missing !== undefined) return missing;
  const published = cells.find((cell) => cell.kind === 'count' && cell.published !== undefined);
  const sum = count(counts.reduce((total, one) => total + one, 0));
  return counts.length === 0 ? only : {...published, ...sum};
}

/** A note of a code that is no row any more has no place left. */
function still(note: Note, concept: ConceptId, merged: readonly Code[]): readonly Note[] {
  const isGone = (place: NotePlace): boolean => {
    if (place.kind === 'category') return place.concept === concept && merged.includes(place.code);
    return place.kind === 'cell' && merged.includes(place.codes[concept] ?? '');
  };
  const on = note.on.filter((place) => !isGone(place));
  return on.length === 0 ? [] : [{...note, on}];
}
