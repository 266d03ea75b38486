/**
 * A change from one year to the next, split in two that sum to it: real, what changes with both years read under the later
 * year's definitions; definitional, the rest. From cells alone, so of a protected cube it says no more than its cells do.
 */
import type {Code} from '#concepts/code-list';
import {type ConceptId, DEFINITIONS, YEAR} from '#concepts/concept';
import {ALL, type Cube, findCell} from './cube.ts';
import {AS_PUBLISHED} from './reading-day.ts';

export interface Split {
  readonly year: number;
  /** The year before as it was counted then, and under this year's definitions; this year. */
  readonly before: number;
  readonly restated: number;
  readonly after: number;
  readonly change: number;
  readonly real: number;
  readonly definitional: number;
}

type Restated = Pick<Cube, 'dimensions' | 'cells'>;

/** Of a cell of a cube by definitions and year; undefined where one of the four counts is not known. */
export function splitAt(cube: Restated, year: number, at: Readonly<Record<ConceptId, Code>>): Split | undefined {
  const value = (of: number, under: Code): number | undefined => {
    const where = {...at, [YEAR]: String(of), [DEFINITIONS]: under};
    const cell = findCell(
      cube,
      cube.dimensions.map(({concept}) => where[concept] ?? ALL),
    );
    return cell?.kind === 'count' ? cell.value : undefined;
  };
  const [before, restated] = [value(year - 1, AS_PUBLISHED), value(year - 1, String(year))];
  const [after, same] = [value(year, AS_PUBLISHED), value(year, String(year))];
  if (before === undefined || restated === undefined || after === undefined || same === undefined) return undefined;
  const [change, real] = [after - before, same - restated];
  return {year, before, restated, after, change, real, definitional: change - real};
}
