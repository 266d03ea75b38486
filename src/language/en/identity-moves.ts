/** What open questions of who is the same person can move, in English. */
import {type Moved, movesOf} from '#language/identity-moves';

export const movesOfIdentity = (persons: Moved, repeats: Moved): string =>
  movesOf(persons, repeats, {
    persons: 'the number of persons',
    repeats: 'the number of repeats',
    and: ' and ',
    neither: 'move neither the number of persons nor the number of repeats of this period',
    movesThe: 'can move',
    not: (what) => `, and not ${what}`,
    range: ['by', 'to'],
  });
