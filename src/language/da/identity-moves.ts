/** Hvad åbne spørgsmål om, hvem der er samme person, kan flytte, på dansk. */
import {type Moved, movesOf} from '#language/identity-moves';

export const movesOfIdentity = (persons: Moved, repeats: Moved): string =>
  movesOf(persons, repeats, {
    persons: 'antallet af personer',
    repeats: 'antallet af gengangere',
    and: ' og ',
    neither: 'flytter hverken antallet af personer eller antallet af gengangere i perioden',
    movesThe: 'kan flytte',
    not: (what) => `, men ikke ${what}`,
    range: ['fra', 'til'],
  });
