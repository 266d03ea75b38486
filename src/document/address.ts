/**
 * What a variable of the text stands for. `table.code[.code]` is a cell, `all` the margin of a dimension, `table.total` the
 * table's total, `table` alone the whole cube. In a series `this-year`, `last-year` and `first-year` are reserved codes.
 */
import type {Code} from '#concepts/code-list';
import {YEAR} from '#concepts/concept';
import type {Observation} from '#concepts/observation';
import {count} from '#concepts/observation';
import {calendarYear, type Period, periodId} from '#concepts/period';
import {isRolledUp} from '#concepts/roll-up';
import type {ProtectedCube} from '#disclosure/protect';
import {ALL, type Dimension, findCell} from '#tabulation/cube';

export interface Address {
  readonly table: string;
  /** Undefined: the whole cube. `['total']`: its total. */
  readonly codes: readonly Code[] | undefined;
}

export const TOTAL = 'total';
export const RESERVED_YEARS = ['this-year', 'last-year', 'first-year'] as const;
/** The same for the whole statement: the reference period and its neighbours in words, the edition, the smallest number it shows and where it shows smaller ones. */
export const GIVEN = ['year', 'when', 'last-year', 'first-year', 'edition', 'smallest-shown', 'shown-anyway'] as const;

export function parseAddress(name: string): Address {
  const [table = '', ...codes] = name.split('.');
  return {table, codes: codes.length === 0 ? undefined : codes};
}

/** A cell as a message sees it. */
export class Cell {
  readonly address: string;
  readonly cube: ProtectedCube;
  /** One per dimension, ALL for a margin. */
  readonly codes: readonly Code[];
  readonly observation: Observation;

  constructor(cube: ProtectedCube, codes: readonly Code[], observation: Observation) {
    this.cube = cube;
    this.codes = codes;
    this.observation = observation;
    this.address = addressOf(cube.table.id, codes);
  }
}

/** The address of a cell in its shortest form; the total is `table.total`. */
export function addressOf(table: string, codes: readonly Code[]): string {
  return codes.every((code) => code === ALL) ? `${table}.${TOTAL}` : [table, ...codes].join('.');
}

export function findCellAt(cube: ProtectedCube, codes: readonly Code[], period: Period): Cell | undefined {
  if (codes.length === 1 && codes[0] === TOTAL)
    return cellOf(
      cube,
      cube.dimensions.map(() => ALL),
    );
  if (codes.length > cube.dimensions.length) return undefined;
  const resolved: Code[] = [];
  for (const [i, dimension] of cube.dimensions.entries()) {
    const code = resolveCode(dimension, codes[i] ?? ALL, period);
    if (code === undefined) return new Cell(cube, codes, {kind: 'not-applicable'});
    resolved.push(code);
  }
  return cellOf(cube, resolved) ?? absent(cube, resolved);
}

function cellOf(cube: ProtectedCube, codes: readonly Code[]): Cell | undefined {
  const found = findCell(cube, codes);
  return found === undefined ? undefined : new Cell(cube, codes, found);
}

const isTogether = (rollUp: Dimension['rolledUp'], code: Code): boolean =>
  rollUp !== undefined && code !== ALL && isRolledUp(rollUp, code);

/** A table of occurring codes leaves out those nobody has: they are zero, not unknown to it. One that is told with others is not. */
const absent = (cube: ProtectedCube, codes: readonly Code[]): Cell | undefined =>
  cube.dimensions.some(({rolledUp}, i) => isTogether(rolledUp, codes[i] ?? ALL))
    ? new Cell(cube, codes, {kind: 'withheld'})
    : cube.table.categories === 'occurring' && cube.dimensions.every(({concept}) => concept !== YEAR)
      ? new Cell(cube, codes, count(0))
      : undefined;

/** Undefined for a reserved year the series does not have: there was no year before the first. */
function resolveCode({concept, codes}: Dimension, code: Code, period: Period): Code | undefined {
  if (concept !== YEAR) return code;
  const here = codes.indexOf(periodId(period));
  if (code === 'first-year') return codes[0];
  if (code === 'this-year') return codes[here];
  if (code !== 'last-year') return code;
  const year = calendarYear(period);
  return year !== undefined && codes.includes(String(year - 1)) ? String(year - 1) : undefined;
}

/** The inner cells along the last dimension, margins elsewhere: what the parts of a table are. */
export function partsOf(cube: ProtectedCube): readonly Cell[] {
  const last = cube.dimensions.at(-1);
  const before = cube.dimensions.slice(0, -1).map(() => ALL);
  return (last?.codes ?? []).flatMap((code) => cellOf(cube, [...before, code]) ?? []);
}

export const totalCell = (cube: ProtectedCube): Cell | undefined =>
  cellOf(
    cube,
    cube.dimensions.map(() => ALL),
  );
