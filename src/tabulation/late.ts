/**
 * A series of those who came late: nobody can be late for a year that is not closed, and in a closed one nobody is a number. The last
 * year is the one being told, so that what comes late for it later is a change from nobody.
 */
import {YEAR} from '#concepts/concept';
import {count} from '#concepts/observation';
import {ALL, type Cube, codedCells} from './cube.ts';

/** The unit of those told apart. */
export const LATE_PERSON = 'late-person';

export function whereClosed(cube: Cube, isClosed: (year: number) => boolean): Cube {
  const place = cube.table.dimensions.indexOf(YEAR);
  if (cube.table.unit !== LATE_PERSON || place < 0) return cube;
  const last = cube.dimensions[place]?.codes.at(-1);
  const cells = codedCells(cube).map(({codes, cell}) => {
    const year = codes[place];
    if (year === undefined || year === ALL) return cell;
    if (cell.kind === 'count' && cell.value > 0) return cell;
    return year === last || isClosed(Number(year)) ? count(0) : ({kind: 'not-applicable'} as const);
  });
  return {...cube, cells};
}
