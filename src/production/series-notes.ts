/** What is noted of a series under several definitions: its breaks where it is read as published, the office's notes, the policy in force. */
import {DEFINITIONS, YEAR} from '#concepts/concept';
import type {Note} from '#concepts/note';
import {findInForce} from '#kit/dated';
import type {Profile} from '#profile/profile';
import {breaksOf, type Changed} from '#tabulation/breaks';
import {type Cube, codedCells} from '#tabulation/cube';
import {changeNotes, declaredFor, placeOf} from '#tabulation/notes';
import {AS_PUBLISHED} from '#tabulation/reading-day';
import type {TableId} from '#tabulation/table';

/** `of`: the table it is a series of, by whose name the office writes notes. */
export function withSeriesNotes(cube: Cube, of: TableId, changes: readonly Changed[], profile: Profile): Cube {
  const breaks = breaksOf(changes);
  const dimensions = cube.dimensions.map((one) => (one.concept === YEAR && breaks.length > 0 ? {...one, breaks} : one));
  const written = declaredFor({...cube, table: {...cube.table, id: of}}, profile.notes);
  const notes = [...written, ...(cube.notes ?? []), ...changesAt(cube, changes), ...latePolicy(cube, profile)];
  return {...cube, dimensions, notes};
}

/** A series that is read under one year's definitions has no break. */
function changesAt(cube: Cube, changes: readonly Changed[]): readonly Note[] {
  const at = (concept: string) => cube.dimensions.findIndex((one) => one.concept === concept);
  const [year, definitions] = [at(YEAR), at(DEFINITIONS)];
  if (year < 0) return [];
  return changeNotes(changes).map((note) => ({
    ...note,
    on: codedCells(cube)
      .filter(
        ({codes}) =>
          codes[definitions] === AS_PUBLISHED &&
          note.on.some((place) => place.kind === 'category' && place.code === codes[year]),
      )
      .map(({codes}) => placeOf(cube, codes)),
  }));
}

/** A series says by what policy its years may still change. */
export function latePolicy({period}: Pick<Cube, 'period'>, {rules}: Pick<Profile, 'rules'>): readonly Note[] {
  const rule = findInForce(rules.lateDecisions, period.to);
  if (rule === undefined) return [];
  return [
    {id: 'late-decisions', on: [{kind: 'table'}], says: {kind: 'late-decisions', policy: rule.parameters.policy}},
  ];
}
