/** Published tables in short: one string a cell, its codes and then what is printed. */

import {type Attack, attackTables} from '#disclosure/attack';
import {loadSolver} from '#disclosure/linear-program';
import type {PublishedDimension, PublishedTable} from '#disclosure/published-table';

export interface Shape extends Partial<Omit<PublishedDimension, 'name'>> {
  readonly name: string;
}

export function tableOf(
  name: string,
  dimensions: readonly (string | Shape)[],
  cells: readonly string[],
  more: Partial<PublishedTable> = {},
): PublishedTable {
  return {
    name,
    population: '',
    absent: 'unknown',
    dimensions: dimensions.map((one) => ({
      apart: false,
      multiple: false,
      parents: new Map(),
      ...(typeof one === 'string' ? {name: one} : one),
    })),
    cells: cells.map((cell, row) => {
      const said = cell.split(' ');
      const printed = said.at(-1) ?? '';
      return {codes: said.slice(0, -1), printed, row: row + 2, ...limitsOf(printed)};
    }),
    ...more,
  };
}

const limitsOf = (printed: string) => {
  if (/^\d+$/.test(printed)) return {low: Number(printed), high: Number(printed)};
  return {low: 0, high: printed.startsWith('<') ? Number(printed.slice(1)) - 1 : Number.POSITIVE_INFINITY};
};

const highs = await loadSolver();

export const attacked = (tables: readonly PublishedTable[], seconds = 60): Attack => {
  const until = performance.now() + seconds * 1000;
  return attackTables(tables, highs, {secondsLeft: () => (until - performance.now()) / 1000, progress: () => {}});
};

/** By codes: what came out, as `3` or `3–6`; those with `?` were not proven to be reached. */
export function found({tables, withheld}: Attack): Readonly<Record<string, string>> {
  return Object.fromEntries(
    withheld.map(({table, place, is: {low, high, reached}}) => {
      const {name, cells = []} = tables[table] ?? {};
      const codes = cells[place]?.codes.join(' ');
      const key = tables.length > 1 ? `${name}: ${codes}` : (codes ?? '');
      return [key, `${low === high ? low : `${low}–${high}`}${reached ? '' : '?'}`];
    }),
  );
}
