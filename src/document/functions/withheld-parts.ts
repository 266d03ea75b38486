/**
 * What a table says of its parts when some are withheld, from the figures published beside them alone: how many the others are
 * together, and whether the largest is known all the same.
 */
import {type Cell, partsOf, totalCell} from '../address.ts';
import {type Nothing, tally} from './tally.ts';
import {isKnown} from './telling.ts';
import type {WholeTable} from './whole.ts';

export const isWithheld = ({observation}: Cell): boolean => observation.kind === 'withheld';

/** Several codes told as one: of each of them nothing is known but that. */
export function isTogether({cube, codes}: Cell): boolean {
  const rolledUp = cube.dimensions.at(-1)?.rolledUp;
  return rolledUp !== undefined && codes.at(-1) === rolledUp.into;
}

/** All that is not shown, taken together: what it is taken from first. Undefined where it cannot be worked out. */
export interface Others {
  readonly cells: readonly Cell[];
  readonly count: number;
}

/** Parts of several answers do not add up to the total. */
export function othersOf({cube}: WholeTable): Others | undefined {
  const total = totalCell(cube);
  const of = total === undefined ? undefined : tally([total]).count;
  if (total === undefined || of === undefined || cube.dimensions.at(-1)?.multiple === true) return undefined;
  const shown = partsOf(cube).filter((cell) => tally([cell]).count !== undefined);
  const cells = [total, ...shown.filter((cell) => tally([cell]).count !== 0)];
  return {cells, count: Math.max(0, of - (tally(shown).count ?? 0))};
}

/** The largest of the known categories, all that are equally large; or why nobody can tell which it is. */
export type Largest = {readonly first: readonly Cell[]} | {readonly why: Nothing};

export function largestOf(whole: WholeTable): Largest {
  const known = partsOf(whole.cube).filter(isKnown);
  const missing = tally(known.filter((cell) => !isWithheld(cell)));
  if (missing.count === undefined) return {why: missing.why};

  const named = known.filter((cell) => !isWithheld(cell) && !isTogether(cell));
  const greatest = Math.max(0, ...named.map(countOf));
  const hidden = known.some(isWithheld) ? (othersOf(whole)?.count ?? Number.POSITIVE_INFINITY) : 0;
  const together = Math.max(0, ...known.filter((cell) => isTogether(cell)).map(countOf));
  const rival = Math.max(hidden, together);
  if (rival > 0 && rival >= greatest) return {why: 'withheld'};
  return {first: named.filter((cell) => greatest > 0 && countOf(cell) === greatest)};
}

const countOf = (cell: Cell): number => tally([cell]).count ?? 0;
