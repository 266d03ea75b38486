/**
 * The tables as they are told: cells that nobody can be in, and notes: what the office wrote, which code has moved, what others
 * have published alike, and what one case complex makes of a figure.
 */

import type {Note} from '#concepts/note';
import type {Policy} from '#disclosure/policy';
import {findInForce} from '#kit/dated';
import type {Profile} from '#profile/profile';
import {agreeingNotes} from '#tabulation/agreeing';
import {asApplicable} from '#tabulation/applicable';
import {concentrations} from '#tabulation/concentration';
import type {Cube} from '#tabulation/cube';
import {movedNotes} from '#tabulation/moved';
import {declaredFor} from '#tabulation/notes';
import {isSeries} from '#tabulation/series';
import type {Counted} from './count.ts';
import {latePolicy} from './series-notes.ts';

export function withNotes(counted: Counted, profile: Profile, edition: Policy['edition']): readonly Cube[] {
  const found = concentrated(counted, profile, edition);
  return [...counted.cubes, ...counted.restated].map(asApplicable).map((cube) => ({
    ...cube,
    notes: [
      ...declaredFor(cube, profile.notes),
      ...movedNotes(cube, profile),
      ...agreeingNotes(cube, profile.published),
      ...(isSeries(cube.table) ? latePolicy(counted, profile) : []),
      ...(found.get(cube.table.id) ?? []),
    ],
  }));
}

/** That figures are of one case tells those who know the case about persons: within the house only. */
function concentrated(
  counted: Counted,
  profile: Profile,
  edition: Policy['edition'],
): ReadonlyMap<string, readonly Note[]> {
  const policy = findInForce(profile.concentration, counted.period.to);
  if (edition !== 'internal' || policy === undefined) return new Map();
  return concentrations(counted, policy.parameters, profile);
}
